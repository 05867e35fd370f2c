// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/ChartWords.h"

#include "models/core/Listed.h"
#include "models/metrics/Decimation.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace stowage::words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ChartWords)
};

constexpr size_t SpokenSeries = 12;

QDateTime toQt(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
}

QString clockOf(Timestamp at)
{
    return toQt(at).toString(QStringLiteral("HH:mm"));
}

QString dayOf(Timestamp at)
{
    //: the format of a day as QLocale knows it: "22 Nov"
    return QLocale().toString(toQt(at).date(), Words::tr("d MMM"));
}

QString lastOf(const ChartSeries& series, const TimeRange& range)
{
    const std::span<const SeriesPoint> points = pointsAround(series.data.points, range);
    if (points.empty()) {
        return Words::tr("%1: nothing known").arg(visible(series.label));
    }
    const SeriesPoint& last = points.back();
    //: a series, its last value and the time of it
    return Words::tr("%1: %2 at %3")
        .arg(visible(series.label), formatMetric(series.unit, last.mean), momentText(last.at));
}

} // namespace

QString markText(const ChartMark& mark)
{
    const QString sign = mark.kind == ChartMark::Kind::Change ? QStringLiteral("▸")
                         : mark.status == Status::Warning     ? QStringLiteral("◆")
                                                              : QStringLiteral("▲");
    return QStringLiteral("%1 %2 %3").arg(sign, clockOf(mark.at), visible(mark.label));
}

QString gapText(const TimeRange& gap)
{
    return Words::tr("no data %1").arg(formatDuration(gap.to - gap.from));
}

QString pinText(const PinnedRange& pin)
{
    const QString text = pin.label.isEmpty()
                             ? QStringLiteral("%1 – %2").arg(clockOf(pin.range.from), clockOf(pin.range.to))
                             : visible(pin.label);
    return QStringLiteral("%1 ×").arg(text);
}

QString rangeText(const TimeRange& range)
{
    const bool isOneDay = toQt(range.from).date() == toQt(range.to).date();
    //: from a moment to another one, in UTC
    return Words::tr("%1 – %2 UTC")
        .arg(dayOf(range.from) + u' ' + clockOf(range.from),
             isOneDay ? clockOf(range.to) : dayOf(range.to) + u' ' + clockOf(range.to));
}

QString momentText(Timestamp at)
{
    return Words::tr("%1 UTC").arg(dayOf(at) + u' ' + toQt(at).toString(QStringLiteral("HH:mm:ss")));
}

QString spokenChart(const ChartContent& content, const TimeRange& range)
{
    QStringList parts{rangeText(range)};
    for (size_t i = 0; i < content.series.size() && i < SpokenSeries; ++i) {
        parts << lastOf(content.series[i], range);
    }
    if (content.series.size() > SpokenSeries) {
        parts << Words::tr("and %n more", nullptr, static_cast<int>(content.series.size() - SpokenSeries));
    }
    parts << Words::tr("v shows a table");
    return parts.join(QStringLiteral("; "));
}

QString chartTitle(const ChartContent& content)
{
    QStringList labels;
    for (size_t i = 0; i < content.series.size() && i < 3; ++i) {
        labels << visible(content.series[i].label);
    }
    const int more = static_cast<int>(content.series.size()) - static_cast<int>(labels.size());
    return more > 0 ? Words::tr("%1 and %n more", nullptr, more).arg(listed(labels)) : listed(labels);
}

} // namespace stowage::words
