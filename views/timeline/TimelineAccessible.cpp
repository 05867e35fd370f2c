// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline/TimelineAccessible.h"

#include "views/timeline/TimelineEntryAccessible.h"
#include "views/timeline/TimelineView.h"

#include <algorithm>

namespace stowage {
namespace {

QAccessibleInterface* make(const QString& className, QObject* object)
{
    auto* view =
        className == QLatin1String("stowage::TimelineView") ? qobject_cast<TimelineView*>(object) : nullptr;
    return view ? new TimelineAccessible(view) : nullptr;
}

} // namespace

void TimelineAccessible::install()
{
    QAccessible::installFactory(make); // ignores what it has already
}

TimelineAccessible::TimelineAccessible(TimelineView* view) : QAccessibleWidget(view, QAccessible::List)
{
    m_laidOut = QObject::connect(view, &TimelineView::laidOut, view, [this] { forgetGone(); });
}

TimelineAccessible::~TimelineAccessible()
{
    QObject::disconnect(m_laidOut);
    for (const QAccessible::Id id : std::as_const(m_entries)) {
        QAccessible::deleteAccessibleInterface(id);
    }
}

TimelineView* TimelineAccessible::view() const
{
    return static_cast<TimelineView*>(widget());
}

void TimelineAccessible::forgetGone()
{
    QSet<RowId> there;
    for (const quint32 entry : view()->readingOrder()) {
        there.insert(view()->content().entries[entry].id);
    }
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        if (there.contains(it.key())) {
            ++it;
        } else {
            QAccessible::deleteAccessibleInterface(it.value());
            it = m_entries.erase(it);
        }
    }
}

int TimelineAccessible::childCount() const
{
    return static_cast<int>(view()->readingOrder().size());
}

QAccessibleInterface* TimelineAccessible::child(int index) const
{
    if (index < 0 || index >= childCount()) {
        return nullptr;
    }
    const RowId id = view()->content().entries[view()->readingOrder()[static_cast<size_t>(index)]].id;
    const auto known = m_entries.constFind(id);
    if (known != m_entries.cend()) {
        return QAccessible::accessibleInterface(*known);
    }
    auto* entry = new TimelineEntryAccessible(view(), id);
    m_entries.insert(id, QAccessible::registerAccessibleInterface(entry));
    return entry;
}

QAccessibleInterface* TimelineAccessible::childAt(int x, int y) const
{
    const auto entry = view()->entryAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
    const std::vector<quint32>& order = view()->readingOrder();
    const auto place = entry ? std::ranges::find(order, *entry) : order.end();
    return place == order.end() ? nullptr : child(static_cast<int>(place - order.begin()));
}

QAccessibleInterface* TimelineAccessible::focusChild() const
{
    const std::vector<quint32>& order = view()->readingOrder();
    const auto place = std::ranges::find_if(
        order, [this](quint32 entry) { return view()->content().entries[entry].id == view()->currentId(); });
    return place == order.end() || !view()->hasFocus() ? nullptr
                                                       : child(static_cast<int>(place - order.begin()));
}

int TimelineAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    const std::vector<quint32>& order = view()->readingOrder();
    for (size_t i = 0; i < order.size(); ++i) {
        const auto known = m_entries.constFind(view()->content().entries[order[i]].id);
        if (known != m_entries.cend() && QAccessible::accessibleInterface(*known) == child) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

} // namespace stowage
