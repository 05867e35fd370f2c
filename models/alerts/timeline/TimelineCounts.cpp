// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/timeline/TimelineCounts.h"

#include <algorithm>
#include <limits>

namespace stowage {

TimelineCounts::TimelineCounts(const AlertLogCounts& counts) : m_from(counts.from), m_width(counts.width)
{
    for (const AlertLogCounts::Stretch& stretch : counts.stretches) {
        add(stretch.index, stretch.kind, stretch.severity, stretch.count);
    }
}

const std::map<quint32, TimelineCounts::Cell>& TimelineCounts::cells(TimelineLane lane) const
{
    return m_cells.at(static_cast<size_t>(lane));
}

void TimelineCounts::add(const AlertEvent& event)
{
    if (m_width <= Millis{0} || event.at < m_from) {
        return;
    }
    const auto index = (event.at - m_from) / m_width;
    if (index <= std::numeric_limits<quint32>::max()) {
        add(static_cast<quint32>(index), event.kind, event.severity, 1);
    }
}

void TimelineCounts::add(quint32 index, AlertEventKind kind, AlertSeverity severity, quint32 count)
{
    Cell& cell = m_cells.at(static_cast<size_t>(timelineLaneOf(kind)))[index];
    cell.events += count;
    cell.fired += kind == AlertEventKind::Fired || kind == AlertEventKind::SourceLost ? count : 0;
    cell.worst = std::max(cell.worst, severity);
    m_total += count;
}

} // namespace stowage
