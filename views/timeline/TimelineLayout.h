// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesData.h"
#include "views/timeline/TimelineContent.h"

#include <optional>
#include <span>

namespace stowage {

/// Where entries stand in their lanes: packed into rows so that none hides another; in columns with counts
/// where there are too many, and where only counts are known. An opened storm has its alerts below its own
/// row. In device-independent pixels from the top of the lanes, whatever is scrolled.
class TimelineLayout
{
public:
    static constexpr int RowHeight = 20;
    static constexpr int LanePadding = 5;
    static constexpr int ColumnsHeight = 54;
    static constexpr int ColumnWidth = 32; ///< at least so wide
    static constexpr int MarkRoom = 14;
    static constexpr int LabelledRows = 14; ///< as long as no more are needed, labels have room
    static constexpr int MostRows = 160;    ///< of a lane, or of a storm; what needs more is counted
    static constexpr int MostMarkRows = 20; ///< likewise, where most are no longer than their mark
    static constexpr size_t MostLabelled = 600;

    struct Item
    {
        quint32 entry = 0; ///< of TimelineContent::entries
        Timestamp from{};  ///< of its room
        Timestamp to{};
    };

    struct Column
    {
        qint64 index = 0; ///< times columnLength(), since the epoch
        quint64 count = 0;
        AlertSeverity worst = AlertSeverity::Info;
    };

    /// A row of items, or one of columns.
    struct Band
    {
        int top = 0;
        int height = RowHeight;
        bool isOfStorm = false; ///< below the storm that was opened
        std::vector<Item> items;
        std::vector<Column> columns;
    };

    struct Lane
    {
        TimelineLane lane = TimelineLane::Alerts;
        int top = 0;
        int height = 0;
        quint32 entries = 0; ///< near what is shown
        std::vector<Band> bands;
        std::vector<Column> older; ///< from counts, before TimelineContent::coveredFrom; along its top
    };

    /// Lays out what is near `shown`, which is drawn `width` wide.
    void lay(const TimelineContent& content, const TimeRange& shown, int width);

    /// Whether it serves for this as well.
    bool isFor(const TimeRange& shown, int width) const;

    const std::vector<Lane>& lanes() const { return m_lanes; }
    int height() const { return m_height; }
    Millis columnLength() const { return m_columnLength; }
    Timestamp columnFrom(const Column& column) const { return Timestamp{m_columnLength * column.index}; }

    /// The lane and band at this height; null outside.
    const Lane* laneAt(int y) const;
    static const Band* bandAt(const Lane& lane, int y);

    struct Place
    {
        size_t lane = 0;
        size_t band = 0;
        size_t item = 0;
    };
    /// Where this entry stands; nothing when it is far from what is shown, or counted only.
    std::optional<Place> find(quint32 entry) const;
    const Item& item(const Place& place) const
    {
        return m_lanes[place.lane].bands[place.band].items[place.item];
    }

private:
    std::vector<Band> pack(std::span<const quint32> entries) const;
    std::optional<std::vector<Band>> packRows(std::span<const quint32> entries, bool hasLabels) const;
    std::vector<Column> countEntries(std::span<const quint32> entries) const;
    std::vector<Column> countOlder(TimelineLane lane) const;
    Item roomOf(quint32 entry, bool hasLabel) const;
    qint64 columnOf(Timestamp at) const;
    void place(Lane& lane);

    const TimelineContent* m_content = nullptr; ///< within lay()
    TimeRange m_area;
    Millis m_length{0};
    int m_width = 0;
    double m_pixel = 1; ///< ms
    Millis m_columnLength{1};
    std::vector<Lane> m_lanes;
    int m_height = 0;
};

} // namespace stowage
