// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline/TimelineLayout.h"

#include "views/timeline/TimelineWords.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <map>

namespace stowage {
namespace {

constexpr int Between = 4; ///< pixels between neighbours
constexpr double MostLabel = 260;

/// About how wide a text is drawn: shaping each of thousands would take too long.
double aboutWide(const QString& text)
{
    constexpr double Narrow = 6.6;
    constexpr double Wide = 12.5;
    constexpr char16_t FirstWide = 0x1100;
    double width = 0;
    for (const QChar c : text) {
        width += c.unicode() < FirstWide ? Narrow : Wide;
    }
    return std::min(width, MostLabel);
}

Timestamp endOf(const TimelineEntry& entry, Timestamp now)
{
    return entry.isStanding() ? std::max(now, entry.from) : std::max(entry.to, entry.from);
}

} // namespace

bool TimelineLayout::isFor(const TimeRange& shown, int width) const
{
    constexpr double Alike = 0.002;
    const auto length = static_cast<double>((shown.to - shown.from).count());
    return width == m_width && shown.from >= m_area.from && shown.to <= m_area.to &&
           std::abs(length - static_cast<double>(m_length.count())) <= Alike * length;
}

void TimelineLayout::lay(const TimelineContent& content, const TimeRange& shown, int width)
{
    m_content = &content;
    m_width = width;
    m_length = shown.to - shown.from;
    m_area = {shown.from - m_length, shown.to + m_length};
    m_pixel = std::max(1.0, static_cast<double>(m_length.count())) / std::max(1, width);
    const auto least = Millis{std::llround(m_pixel * ColumnWidth)};
    m_columnLength =
        std::max({least, Millis{1}, content.coveredFrom > m_area.from ? content.counts.width() : Millis{0}});
    std::array<std::vector<quint32>, TimelineLanes.size()> byLane;
    QHash<QString, std::vector<quint32>> members;
    const bool hasIncidents =
        std::ranges::find(content.lanes, TimelineLane::Incidents) != content.lanes.end();
    for (quint32 i = 0; i < content.entries.size(); ++i) {
        const TimelineEntry& entry = content.entries[i];
        if (entry.from > m_area.to || endOf(entry, content.now) < m_area.from) {
            continue;
        }
        if (hasIncidents && entry.lane == TimelineLane::Alerts && content.opened.contains(entry.incident)) {
            members[entry.incident].push_back(i);
        } else {
            byLane.at(static_cast<size_t>(entry.lane)).push_back(i);
        }
    }
    m_lanes.clear();
    m_height = 0;
    for (const TimelineLane which : content.lanes) {
        Lane lane;
        lane.lane = which;
        const std::vector<quint32>& entries = byLane.at(static_cast<size_t>(which));
        lane.entries = static_cast<quint32>(entries.size());
        lane.older = countOlder(which);
        for (Band& band : pack(entries)) {
            std::vector<quint32> storm;
            for (const Item& item : band.items) {
                const TimelineEntry& entry = content.entries[item.entry];
                if (entry.isStorm && members.contains(entry.incident)) {
                    const std::vector<quint32> some = members.take(entry.incident);
                    storm.insert(storm.end(), some.begin(), some.end());
                }
            }
            lane.bands.push_back(std::move(band));
            std::ranges::sort(storm);
            for (Band& below : pack(storm)) {
                below.isOfStorm = true;
                lane.bands.push_back(std::move(below));
            }
        }
        place(lane);
        m_lanes.push_back(std::move(lane));
    }
    m_content = nullptr;
}

/// Gives a lane and its bands their heights.
void TimelineLayout::place(Lane& lane)
{
    lane.top = m_height;
    int top = m_height + LanePadding;
    for (Band& band : lane.bands) {
        band.top = top;
        top += band.height;
    }
    const int least = lane.older.empty() ? RowHeight : ColumnsHeight;
    lane.height = std::max(top - m_height, LanePadding + least) + LanePadding;
    m_height += lane.height;
}

TimelineLayout::Item TimelineLayout::roomOf(quint32 index, bool hasLabel) const
{
    const TimelineEntry& entry = m_content->entries[index];
    const bool isMoment = entry.shape == TimelineEntry::Shape::Moment;
    const double label = hasLabel ? Between + aboutWide(words::timelineLabel(entry)) : 0;
    const double before = isMoment ? MarkRoom / 2.0 : 0;
    const double after = (isMoment ? MarkRoom / 2.0 : MarkRoom) + label + Between;
    const auto pixels = [this](double count) {
        return Millis{std::llround(count * m_pixel)};
    };
    return {index, entry.from - pixels(before),
            std::max(endOf(entry, m_content->now) + pixels(Between), entry.from + pixels(after))};
}

std::optional<std::vector<TimelineLayout::Band>> TimelineLayout::packRows(std::span<const quint32> entries,
                                                                          bool hasLabels) const
{
    // Where most are marks only, columns with counts tell more than a wall of them.
    const auto marks = std::ranges::count_if(entries, [this](quint32 index) {
        const TimelineEntry& entry = m_content->entries[index];
        return static_cast<double>((endOf(entry, m_content->now) - entry.from).count()) < MarkRoom * m_pixel;
    });
    const bool isWall = static_cast<size_t>(marks) * 2 > entries.size();
    const size_t most = hasLabels ? LabelledRows : isWall ? MostMarkRows : MostRows;
    std::vector<Band> rows;
    for (const quint32 entry : entries) {
        const Item item = roomOf(entry, hasLabels);
        auto row = std::ranges::find_if(
            rows, [&item](const Band& band) { return band.items.back().to <= item.from; });
        if (row == rows.end()) {
            if (rows.size() == most) {
                return std::nullopt;
            }
            row = rows.insert(row, Band{});
        }
        row->items.push_back(item);
    }
    return rows;
}

std::vector<TimelineLayout::Band> TimelineLayout::pack(std::span<const quint32> entries) const
{
    std::optional<std::vector<Band>> rows;
    if (entries.size() <= MostLabelled) {
        rows = packRows(entries, true);
    }
    if (!rows) {
        rows = packRows(entries, false);
    }
    if (rows) {
        return *std::move(rows);
    }
    Band band;
    band.height = ColumnsHeight;
    band.columns = countEntries(entries);
    return {band};
}

qint64 TimelineLayout::columnOf(Timestamp at) const
{
    const qint64 since = at.time_since_epoch().count();
    const qint64 length = m_columnLength.count();
    return since >= 0 ? since / length : -((length - 1 - since) / length);
}

std::vector<TimelineLayout::Column> TimelineLayout::countEntries(std::span<const quint32> entries) const
{
    std::vector<Column> columns; // entries come by their beginning
    for (const quint32 index : entries) {
        const TimelineEntry& entry = m_content->entries[index];
        const qint64 column = columnOf(entry.from);
        if (columns.empty() || columns.back().index != column) {
            columns.push_back({column, 0, entry.severity});
        }
        ++columns.back().count;
        columns.back().worst = std::max(columns.back().worst, entry.severity);
    }
    return columns;
}

std::vector<TimelineLayout::Column> TimelineLayout::countOlder(TimelineLane lane) const
{
    const TimelineCounts& counts = m_content->counts;
    if (!m_content->isCounted || counts.width() <= Millis{0} || m_content->coveredFrom <= m_area.from) {
        return {};
    }
    std::vector<Column> columns;
    std::vector<quint64> fired; ///< of each column
    for (const auto& [index, cell] : counts.cells(lane)) {
        const Timestamp middle = counts.from() + counts.width() * index + counts.width() / 2;
        if (middle < m_area.from || middle > m_area.to) {
            continue;
        }
        if (middle >= m_content->coveredFrom) {
            break;
        }
        const qint64 column = columnOf(middle);
        if (columns.empty() || columns.back().index != column) {
            columns.push_back({column, 0, cell.worst});
            fired.push_back(0);
        }
        columns.back().count += cell.events;
        columns.back().worst = std::max(columns.back().worst, cell.worst);
        fired.back() += cell.fired;
    }
    // How many began is what one wants to know; of other turns only where nothing did.
    for (size_t i = 0; i < columns.size(); ++i) {
        columns[i].count = fired[i] > 0 ? fired[i] : columns[i].count;
    }
    return columns;
}

const TimelineLayout::Lane* TimelineLayout::laneAt(int y) const
{
    const auto found = std::ranges::find_if(
        m_lanes, [y](const Lane& lane) { return y >= lane.top && y < lane.top + lane.height; });
    return found == m_lanes.end() ? nullptr : &*found;
}

const TimelineLayout::Band* TimelineLayout::bandAt(const Lane& lane, int y)
{
    const auto found = std::ranges::find_if(
        lane.bands, [y](const Band& band) { return y >= band.top && y < band.top + band.height; });
    return found == lane.bands.end() ? nullptr : &*found;
}

std::optional<TimelineLayout::Place> TimelineLayout::find(quint32 entry) const
{
    for (size_t lane = 0; lane < m_lanes.size(); ++lane) {
        const std::vector<Band>& bands = m_lanes[lane].bands;
        for (size_t band = 0; band < bands.size(); ++band) {
            // Items of a row are in the order of the entries.
            const auto found = std::ranges::lower_bound(bands[band].items, entry, {}, &Item::entry);
            if (found != bands[band].items.end() && found->entry == entry) {
                return Place{lane, band, static_cast<size_t>(found - bands[band].items.begin())};
            }
        }
    }
    return std::nullopt;
}

} // namespace stowage
