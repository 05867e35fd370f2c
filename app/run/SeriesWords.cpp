// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/SeriesWords.h"

#include "app/run/Braille.h"
#include "app/run/TextTable.h"
#include "models/core/Listed.h"
#include "models/metrics/MetricInfo.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SeriesWords)
};

constexpr size_t Columns = 144; ///< two a character
constexpr size_t MostListed = 12;

size_t columnOf(const TimeRange& range, Timestamp at)
{
    const auto length = static_cast<double>(std::max<qint64>(1, (range.to - range.from).count()));
    const double share = static_cast<double>((at - range.from).count()) / length;
    return static_cast<size_t>(std::clamp(share, 0.0, 1.0) * (Columns - 1));
}

/// The greatest of each column, so that no peak is lost.
std::vector<double> shape(const SeriesExtract& extract)
{
    std::vector<double> values(Columns, std::numeric_limits<double>::quiet_NaN());
    for (const SeriesPoint& point : extract.data.points) {
        const Timestamp begin = std::max(extract.range.from, point.at - point.span);
        for (size_t i = columnOf(extract.range, begin); i <= columnOf(extract.range, point.at); ++i) {
            values[i] = std::isnan(values[i]) ? point.max : std::max(values[i], point.max);
        }
    }
    return values;
}

/// ◇ below the line where samples were quarantined; empty where none were.
QString marks(const SeriesExtract& extract)
{
    QString line(Columns / 2, QLatin1Char(' '));
    for (const QuarantinedSample& bad : extract.data.quarantined) {
        line[static_cast<qsizetype>(columnOf(extract.range, bad.sample.at) / 2)] = QChar(0x25C7);
    }
    while (line.endsWith(QLatin1Char(' '))) {
        line.chop(1);
    }
    return line;
}

QString bounds(const SeriesData& data, MetricUnit unit)
{
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    double sum = 0;
    double count = 0;
    for (const SeriesPoint& point : data.points) {
        least = std::min(least, point.min);
        most = std::max(most, point.max);
        sum += point.mean * point.count;
        count += point.count;
    }
    return Words::tr("least %1, mean %2, most %3, last %4")
        .arg(formatMetric(unit, least), formatMetric(unit, sum / count), formatMetric(unit, most),
             formatMetric(unit, data.points.back().mean));
}

QStringList gapLines(const SeriesData& data)
{
    QStringList lines;
    for (const TimeRange& gap : data.gaps) {
        lines << Words::tr("no data from %1 to %2 (%3)")
                     .arg(toRfc3339(gap.from), toRfc3339(gap.to), formatDuration(gap.to - gap.from));
    }
    return lines;
}

QStringList badLines(const SeriesData& data, MetricUnit unit)
{
    QStringList lines;
    for (const QuarantinedSample& bad : data.quarantined) {
        //: a sample in quarantine: when, what, why
        lines << QChar(0x25C7) + QLatin1Char(' ') +
                     Words::tr("%1  %2: %3")
                         .arg(toRfc3339(bad.sample.at), formatMetric(unit, bad.sample.value),
                              sampleReasonText(bad.reason));
    }
    return lines;
}

QStringList newest(QStringList lines)
{
    const auto left = lines.size() - static_cast<qsizetype>(MostListed);
    if (left > 0) {
        lines = lines.mid(left);
        lines.prepend(Words::tr("%n earlier, see --json", nullptr, static_cast<int>(left)));
    }
    return lines;
}

} // namespace

QString seriesWords(const SeriesExtract& extract)
{
    const SeriesData& data = extract.data;
    const MetricUnit unit = metricInfo(data.key.metric).unit;
    QStringList lines{
        QStringLiteral("%1 · %2 (%3)")
            .arg(TextTable::printable(extract.host), metricTitle(data.key.metric), data.key.metric),
        Words::tr("%1 to %2").arg(toRfc3339(extract.range.from), toRfc3339(extract.range.to))};
    if (data.points.empty() && data.quarantined.empty()) {
        lines << Words::tr("nothing is known of that time");
        return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
    }
    lines << QString() << brailleLine(shape(extract));
    if (!data.quarantined.empty()) {
        lines << marks(extract);
    }
    lines << QString();
    if (!data.points.empty()) {
        lines << bounds(data, unit);
    }
    lines << Words::tr("%n point(s), a step of %1, from %2", nullptr, static_cast<int>(data.points.size()))
                 .arg(formatDuration(data.resolution), listed(extract.sources));
    lines << newest(gapLines(data)) << newest(badLines(data, unit));
    if (data.isPartial) {
        lines << Words::tr("not all of it: %1").arg(data.note);
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace stowage
