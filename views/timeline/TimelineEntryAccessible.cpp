// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline/TimelineEntryAccessible.h"

#include "views/timeline/TimelineView.h"
#include "views/timeline/TimelineWords.h"

#include <algorithm>

namespace stowage {

TimelineEntryAccessible::TimelineEntryAccessible(TimelineView* view, RowId id) : m_view(view), m_id(id) {}

std::optional<quint32> TimelineEntryAccessible::index() const
{
    if (!m_view) {
        return std::nullopt;
    }
    const std::vector<TimelineEntry>& entries = m_view->content().entries;
    const auto found = std::ranges::find(entries, m_id, &TimelineEntry::id);
    return found == entries.end() ? std::nullopt
                                  : std::optional(static_cast<quint32>(found - entries.begin()));
}

bool TimelineEntryAccessible::isValid() const
{
    return index().has_value();
}

QAccessibleInterface* TimelineEntryAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

QString TimelineEntryAccessible::text(QAccessible::Text text) const
{
    const auto place = index();
    return place && text == QAccessible::Name
               ? words::timelineInWords(m_view->content().entries[*place], m_view->content().now)
               : QString();
}

QRect TimelineEntryAccessible::rect() const
{
    const auto place = index();
    return place
               ? m_view->rectOf(*place).toAlignedRect().translated(m_view->viewport()->mapToGlobal(QPoint()))
               : QRect();
}

QAccessible::State TimelineEntryAccessible::state() const
{
    QAccessible::State state;
    const auto place = index();
    if (!place) {
        state.invalid = true;
        return state;
    }
    const TimelineEntry& entry = m_view->content().entries[*place];
    state.readOnly = true;
    state.focusable = true;
    state.selectable = true;
    state.selected = m_view->currentId() == m_id;
    state.focused = m_view->hasFocus() && m_view->currentId() == m_id;
    state.expandable = entry.isStorm;
    state.expanded = entry.isStorm && m_view->content().opened.contains(entry.incident);
    state.collapsed = entry.isStorm && !state.expanded;
    const QRect visible = m_view->viewport()->rect().translated(m_view->viewport()->mapToGlobal(QPoint()));
    state.offscreen = !rect().intersects(visible);
    return state;
}

} // namespace stowage
