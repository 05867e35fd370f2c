// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/timeline/TimelineLane.h"
#include "models/ports/AlertLog.h"

#include <map>

namespace stowage {

/// How much happened in each stretch of a lane: what is drawn where there is too much to draw each.
class TimelineCounts
{
public:
    struct Cell
    {
        quint32 events = 0;
        quint32 fired = 0; ///< those among them that began something
        AlertSeverity worst = AlertSeverity::Info;

        bool operator==(const Cell&) const = default;
    };

    TimelineCounts() = default;
    explicit TimelineCounts(const AlertLogCounts& counts);

    Timestamp from() const { return m_from; }
    Millis width() const { return m_width; } ///< of a stretch; nought: nothing is counted yet

    /// Those that are not empty, by stretch; from() + index × width() is where it begins.
    const std::map<quint32, Cell>& cells(TimelineLane lane) const;

    /// One more; what is from before from() is left out.
    void add(const AlertEvent& event);

    quint32 total() const { return m_total; }

private:
    void add(quint32 index, AlertEventKind kind, AlertSeverity severity, quint32 count);

    Timestamp m_from{};
    Millis m_width{0};
    std::array<std::map<quint32, Cell>, TimelineLanes.size()> m_cells;
    quint32 m_total = 0;
};

} // namespace stowage
