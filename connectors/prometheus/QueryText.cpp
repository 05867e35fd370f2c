// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/QueryText.h"

#include <algorithm>

namespace stowage {
namespace {

QString withLabels(QString matchers, const QMap<QString, QString>& labels)
{
    for (auto label = labels.cbegin(); label != labels.cend(); ++label) {
        matchers += QLatin1Char(',') + matcher(label.key(), label.value());
    }
    return matchers;
}

} // namespace

QString matcher(const QString& name, const QString& value)
{
    QString quoted = value;
    quoted.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    quoted.replace(QLatin1Char('"'), QStringLiteral("\\\""));
    quoted.replace(QLatin1Char('\n'), QStringLiteral("\\n"));
    return name + QStringLiteral("=\"") + quoted + QLatin1Char('"');
}

QString allHosts(const QMap<QString, QString>& labels)
{
    return withLabels(QStringLiteral("instance!=\"\""), labels);
}

QString oneHost(const QMap<QString, QString>& labels, const QString& instance)
{
    return withLabels(matcher(QStringLiteral("instance"), instance), labels);
}

QString expressionFor(QString expression, const QueryScope& scope)
{
    const qint64 seconds = std::max<qint64>(1, (scope.rate.count() + 999) / 1000);
    expression.replace(QStringLiteral(",$pick"),
                       scope.pick.isEmpty() ? QString() : QLatin1Char(',') + scope.pick);
    expression.replace(QStringLiteral("$rate"), QString::number(seconds) + QLatin1Char('s'));
    expression.replace(QStringLiteral("$host"), scope.host); // last: labels may hold anything
    return expression;
}

QByteArray secondsText(qint64 milliseconds)
{
    QByteArray text = QByteArray::number(milliseconds / 1000);
    if (const qint64 rest = milliseconds % 1000; rest != 0) {
        text += '.' + QByteArray::number(rest).rightJustified(3, '0');
    }
    return text;
}

QByteArray apiTarget(const char* path, const std::vector<std::pair<const char*, QByteArray>>& parameters)
{
    QByteArray target = path;
    char separator = '?';
    for (const auto& [name, value] : parameters) {
        target += std::exchange(separator, '&') + QByteArray(name) + '=' + value.toPercentEncoding();
    }
    return target;
}

QString serverText(std::string_view text)
{
    constexpr qsizetype Most = 240;
    // Four bytes a character at most: what lies behind would be cut anyway.
    QString shown =
        QString::fromUtf8(text.data(), std::min(static_cast<qsizetype>(text.size()), 4 * Most + 4));
    for (QChar& c : shown) {
        if (!c.isPrint() && !c.isSurrogate()) {
            c = QLatin1Char(' ');
        }
    }
    shown = shown.simplified();
    if (shown.size() > Most) {
        shown = shown.left(Most - 1) + QChar(0x2026);
    }
    return shown;
}

} // namespace stowage
