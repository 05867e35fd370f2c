// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/ChartTwinModel.h"

#include "views/chart/ChartReading.h"
#include "views/chart/ChartWords.h"
#include "views/widgets/Words.h"

#include <QDateTime>

#include <algorithm>

namespace stowage {

namespace {

/// The element of exactly this time, or null.
template <class Elements, class Time>
auto* elementAt(const Elements& elements, Timestamp at, Time time)
{
    const auto found = std::ranges::lower_bound(elements, at, {}, time);
    return found != elements.end() && std::invoke(time, *found) == at ? &*found : nullptr;
}

Timestamp timeOfBad(const QuarantinedSample& bad)
{
    return bad.sample.at;
}

const TimeRange* gapBeginningAt(const ChartSeries& series, Timestamp at)
{
    return elementAt(series.data.gaps, at, &TimeRange::from);
}

template <class Elements, class Time>
void addTimes(std::vector<Timestamp>& times, const Elements& elements, const TimeRange& range, Time time)
{
    const auto middle = static_cast<ptrdiff_t>(times.size());
    auto at = std::ranges::lower_bound(elements, range.from, {}, time);
    for (; at != elements.end() && std::invoke(time, *at) <= range.to; ++at) {
        times.push_back(std::invoke(time, *at));
    }
    std::inplace_merge(times.begin(), times.begin() + middle, times.end());
}

} // namespace

ChartTwinModel::ChartTwinModel(const ChartContent& content, QObject* parent)
    : QAbstractTableModel(parent), m_content(content)
{
}

void ChartTwinModel::show(const TimeRange& range)
{
    beginResetModel();
    m_range = range;
    m_series = static_cast<int>(m_content.series.size());
    m_times = timesWithin(range);
    endResetModel();
}

void ChartTwinModel::goOn(const TimeRange& range)
{
    std::vector<Timestamp> times = timesWithin(range);
    const auto kept = times.empty() ? m_times.end() : std::ranges::lower_bound(m_times, times.front());
    const auto stay = static_cast<size_t>(m_times.end() - kept);
    const bool goesOn = m_series == static_cast<int>(m_content.series.size()) && stay > 0 &&
                        stay <= times.size() && std::equal(kept, m_times.end(), times.begin());
    if (!goesOn) {
        show(range);
        return;
    }
    m_range = range;
    if (const auto left = static_cast<int>(kept - m_times.begin()); left > 0) {
        beginRemoveRows({}, rowCount() - left, rowCount() - 1);
        m_times.erase(m_times.begin(), kept);
        endRemoveRows();
    }
    if (const auto came = static_cast<int>(times.size() - stay); came > 0) {
        beginInsertRows({}, 0, came - 1);
        m_times = std::move(times);
        endInsertRows();
    }
}

std::vector<Timestamp> ChartTwinModel::timesWithin(const TimeRange& range) const
{
    std::vector<Timestamp> times;
    for (const ChartSeries& series : m_content.series) {
        addTimes(times, series.data.points, range, &SeriesPoint::at);
        addTimes(times, series.data.quarantined, range, timeOfBad);
        addTimes(times, series.data.gaps, range, &TimeRange::from);
    }
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

int ChartTwinModel::rowOf(Timestamp at) const
{
    if (m_times.empty()) {
        return -1;
    }
    const auto found = std::ranges::lower_bound(m_times, at);
    const auto place = std::min(static_cast<size_t>(found - m_times.begin()), m_times.size() - 1);
    return static_cast<int>(m_times.size() - 1 - place);
}

int ChartTwinModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_times.size());
}

int ChartTwinModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstSeries + m_series;
}

QString ChartTwinModel::cellText(const ChartSeries& series, Timestamp at) const
{
    QStringList parts;
    if (const SeriesPoint* point = elementAt(series.data.points, at, &SeriesPoint::at)) {
        parts << formatMetric(series.unit, point->mean);
    }
    if (const QuarantinedSample* bad = elementAt(series.data.quarantined, at, timeOfBad)) {
        //: a value that cannot be true
        parts << tr("◇ %1 quarantined").arg(formatMetric(series.unit, bad->sample.value));
    }
    if (const TimeRange* gap = gapBeginningAt(series, at)) {
        parts << words::gapText(*gap);
    }
    return parts.join(QStringLiteral(", "));
}

QString ChartTwinModel::cellDetail(const ChartSeries& series, Timestamp at) const
{
    if (const QuarantinedSample* bad = elementAt(series.data.quarantined, at, timeOfBad)) {
        return sampleReasonText(bad->reason);
    }
    const SeriesPoint* point = elementAt(series.data.points, at, &SeriesPoint::at);
    if (point == nullptr) {
        return {};
    }
    ChartReading reading;
    reading.kind = ChartReading::Kind::Value;
    reading.point = *point;
    return words::readingDetail(reading, series.unit);
}

QVariant ChartTwinModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Timestamp at = timeOf(index.row());
    const int which = index.column() - FirstSeries;
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter | (which < 0 ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (which < 0) {
        const QDateTime when = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
        return role == Qt::DisplayRole   ? QVariant(when.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")))
               : role == Qt::ToolTipRole ? QVariant(words::localTime(at))
                                         : QVariant();
    }
    const ChartSeries& series = m_content.series[static_cast<size_t>(which)];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(series, at);
    case Qt::ToolTipRole:
        return words::toolTip(cellDetail(series, at));
    case Qt::AccessibleTextRole: {
        const QString text = cellText(series, at);
        const QString detail = cellDetail(series, at);
        return detail.isEmpty() ? text : QStringLiteral("%1, %2").arg(text, detail);
    }
    default:
        return {};
    }
}

QVariant ChartTwinModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (section == TimeColumn ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return section == TimeColumn
               ? tr("Time (UTC)")
               : words::visible(m_content.series[static_cast<size_t>(section - FirstSeries)].label);
}

} // namespace stowage
