// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/Words.h"

#include "models/fleet/Words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace stowage::words {

namespace {

/// Marks text for lupdate and translates it.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QDateTime toQt(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
}

bool mustBeShown(QChar c)
{
    const char16_t u = c.unicode();
    return c.category() == QChar::Other_Control || (u >= 0x202A && u <= 0x202E) ||
           (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F;
}

} // namespace

QString nodeState(NodeState state)
{
    return nodeStateText(state);
}

Status statusOf(NodeState state)
{
    switch (state) {
    case NodeState::Live:
        return Status::Fine;
    case NodeState::Unable:
        return Status::Warning;
    case NodeState::Gone:
        return Status::Critical;
    case NodeState::Stale:
    case NodeState::Unseen:
        break;
    }
    return Status::NotSeen;
}

QString freshness(Freshness freshness)
{
    return freshnessText(freshness);
}

QString verdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Fine:
        return Words::tr("fine");
    case Verdict::Warning:
        return Words::tr("warning");
    case Verdict::Failed:
        return Words::tr("failed");
    case Verdict::Skipped:
        break;
    }
    return Words::tr("skipped");
}

Status statusOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Fine:
        return Status::Fine;
    case Verdict::Warning:
        return Status::Warning;
    case Verdict::Failed:
        return Status::Critical;
    case Verdict::Skipped:
        break;
    }
    return Status::NotSeen;
}

Status statusOf(const SourceStatus& source)
{
    switch (source.state) {
    case Freshness::Offline:
        return Status::Critical;
    case Freshness::Stale:
        return Status::NotSeen;
    case Freshness::Unseen:
        return source.error ? Status::Critical : Status::NotSeen;
    case Freshness::Live:
        break;
    }
    const bool concern = source.error || (source.coverage && !source.coverage->complete);
    return concern ? Status::Warning : Status::Fine;
}

QString sourceState(const SourceStatus& source)
{
    if (source.state == Freshness::Live && source.coverage && !source.coverage->complete) {
        //: a source that answered, but not everything could be read
        return Words::tr("in part");
    }
    if (source.state == Freshness::Live && source.error) {
        return Words::tr("with errors");
    }
    if (source.state == Freshness::Unseen && source.error) {
        return Words::tr("failed");
    }
    return freshness(source.state);
}

QString reason(const Error& error)
{
    if (error.todo.isEmpty()) {
        return error.message;
    }
    //: An error: %1 is a sentence that says what happened, %2 one that says what to do
    return Words::tr("%1 %2").arg(sentence(error.message), error.todo);
}

QString sentence(const QString& text)
{
    static const QString ends = QStringLiteral(".!?…。！？");
    //: a sentence and its full stop
    return text.isEmpty() || ends.contains(text.back()) ? text : Words::tr("%1.").arg(text);
}

QString age(Timestamp then, Timestamp now)
{
    return then == Timestamp{} ? Words::tr("never") : formatDuration(now - then);
}

QString utcTime(Timestamp at, Timestamp now)
{
    const QDateTime when = toQt(at);
    const QString format = when.date() == toQt(now).date() ? QStringLiteral("HH:mm:ss 'UTC'")
                                                           : QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'");
    return when.toString(format);
}

QString localTime(Timestamp at)
{
    return toQt(at).toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss t"));
}

QString visible(const QString& text)
{
    QString shown = text;
    for (QChar& c : shown) {
        if (mustBeShown(c)) {
            c = c.unicode() < 0x20 ? QChar(0x2400 + c.unicode()) : QChar(QChar::ReplacementCharacter);
        }
    }
    return shown;
}

QString toolTip(const QString& text)
{
    constexpr qsizetype Longest = 2'000; // nobody reads on, and a screen has no room for it
    const QString shown = text.size() <= Longest ? text : text.left(Longest) + QChar(0x2026);
    return shown.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(visible(shown).toHtmlEscaped());
}

} // namespace stowage::words
