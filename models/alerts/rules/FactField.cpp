// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/FactField.h"

#include "models/core/Time.h"
#include "models/metrics/MetricInfo.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FactField)
};

constexpr double Largest = 9e15; ///< beyond that a double counts no longer one by one
constexpr double TenFold = 10;

QString duration(double seconds)
{
    return formatDuration(Millis(static_cast<qint64>(std::clamp(seconds, 0.0, 1e11) * 1000)));
}

QString count(double value)
{
    return QString::number(static_cast<qint64>(std::llround(std::clamp(value, -Largest, Largest))));
}

QString bytes(double value)
{
    return formatMetric(MetricUnit::Bytes, value);
}

} // namespace

std::optional<size_t> FactSchema::find(QStringView name) const
{
    const auto found =
        std::ranges::find_if(fields, [name](const FactField& field) { return field.name == name; });
    return found == fields.end() ? std::nullopt : std::optional(static_cast<size_t>(found - fields.begin()));
}

QStringList FactSchema::names() const
{
    QStringList names;
    for (const FactField& field : fields) {
        names << field.name;
    }
    return names;
}

QString formatFact(FactUnit unit, double value)
{
    if (!std::isfinite(value)) {
        return QStringLiteral("–");
    }
    switch (unit) {
    case FactUnit::Text:
        return {};
    case FactUnit::Flag:
        return value != 0 ? Words::tr("yes") : Words::tr("no");
    case FactUnit::Moment:
        return toRfc3339(Timestamp(Millis(static_cast<qint64>(std::clamp(value, 0.0, Largest)))));
    case FactUnit::Count:
        return count(value);
    case FactUnit::Number:
        return formatMetric(MetricUnit::Number, value);
    case FactUnit::Percent:
        return formatMetric(MetricUnit::Percent, value);
    case FactUnit::Bytes:
        return bytes(value);
    case FactUnit::Seconds:
        return formatMetric(MetricUnit::Seconds, value);
    case FactUnit::Duration:
        return duration(value);
    case FactUnit::Days:
        return Words::tr("%n day(s)", nullptr, static_cast<int>(std::clamp(value, -1e6, 1e6)));
    case FactUnit::Cores:
        return formatMetric(MetricUnit::Cores, value);
    case FactUnit::PerSecond:
        return formatMetric(MetricUnit::PerSecond, value);
    case FactUnit::Factor:
        return QStringLiteral("%1×").arg(value, 0, 'f', value < TenFold ? 1 : 0);
    }
    return {};
}

QString plainFact(FactUnit unit, double value)
{
    if (!std::isfinite(value) || unit == FactUnit::Text) {
        return {};
    }
    constexpr int Digits = 6;
    const bool isWhole = unit == FactUnit::Count || unit == FactUnit::Flag || unit == FactUnit::Bytes ||
                         unit == FactUnit::Days || unit == FactUnit::Moment;
    return isWhole ? count(value) : QString::number(value, 'g', Digits);
}

QString factSymbol(FactUnit unit)
{
    switch (unit) {
    case FactUnit::Percent:
        return QStringLiteral("%");
    case FactUnit::Bytes:
        return QStringLiteral("B");
    case FactUnit::Seconds:
    case FactUnit::Duration:
        return QStringLiteral("s");
    case FactUnit::Days:
        return QStringLiteral("d");
    case FactUnit::Cores:
        return QStringLiteral("cores");
    case FactUnit::PerSecond:
        return QStringLiteral("1/s");
    case FactUnit::Text:
    case FactUnit::Flag:
    case FactUnit::Moment:
    case FactUnit::Count:
    case FactUnit::Number:
    case FactUnit::Factor:
        break;
    }
    return {};
}

QString plainText(const QString& text)
{
    constexpr qsizetype Longest = 200;
    const bool isCut = text.size() > Longest;
    QString plain = isCut ? text.first(Longest - 1) : text;
    for (QChar& letter : plain) {
        if (letter.category() == QChar::Other_Control || letter.category() == QChar::Other_Format ||
            letter == QChar::LineSeparator || letter == QChar::ParagraphSeparator) {
            letter = QChar::Space;
        }
    }
    return isCut ? plain + u'…' : plain;
}

} // namespace stowage
