// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/Ink.h"

#include "app/cli/Invocation.h"
#include "app/run/Console.h"

#include <QHash>

namespace stowage {
namespace {

// The terminal's own palette, which its owner has made readable (ECMA-48, 8.3.117).
constexpr QLatin1String Red("31");
constexpr QLatin1String Green("32");
constexpr QLatin1String Yellow("33");
constexpr QLatin1String Faint("2");

QString inked(QLatin1String colour, const QString& text)
{
    return QStringLiteral("\x1b[%1m%2\x1b[0m").arg(colour, text);
}

/// By the names of NodeState, Freshness and LayerStanding. A layer with copies is what one expects.
QLatin1String colourOf(const QString& state)
{
    static const QHash<QString, QLatin1String> colours{
        {QStringLiteral("live"), Green},    {QStringLiteral("stale"), Yellow},
        {QStringLiteral("unable"), Yellow}, {QStringLiteral("gone"), Red},
        {QStringLiteral("offline"), Red},   {QStringLiteral("unseen"), Faint},
        {QStringLiteral("none"), Red},      {QStringLiteral("single"), Yellow},
        {QStringLiteral("unknown"), Faint},
    };
    return colours.value(state);
}

QLatin1String colourOf(QChar mark)
{
    switch (mark.unicode()) {
    case u'▲':
        return Red;
    case u'◆':
        return Yellow;
    case u'●':
        return Green;
    case u'◌':
        return Faint;
    default:
        return {};
    }
}

} // namespace

Ink Ink::of(const Invocation& invocation)
{
    return Ink(invocation.colour && qEnvironmentVariableIsEmpty("NO_COLOR") && Console::isTerminal());
}

QString Ink::state(const QString& name, const QString& text) const
{
    const QLatin1String colour = m_isOn ? colourOf(name) : QLatin1String();
    return colour.isEmpty() ? text : inked(colour, text);
}

QString Ink::marks(const QString& text) const
{
    if (!m_isOn) {
        return text;
    }
    QString shown;
    bool isLeading = true; // names from outside stand further on and are left alone
    for (const QChar c : text) {
        const QLatin1String colour = isLeading ? colourOf(c) : QLatin1String();
        shown += colour.isEmpty() ? QString(c) : inked(colour, QString(c));
        isLeading = c == QLatin1Char('\n') || (isLeading && c == QLatin1Char(' '));
    }
    return shown;
}

} // namespace stowage
