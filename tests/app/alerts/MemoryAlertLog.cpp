// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/alerts/MemoryAlertLog.h"

#include <algorithm>

namespace stowage::test {
namespace {

bool matches(const AlertLogQuery& query, const AlertEvent& event)
{
    const bool isKind =
        query.kinds.empty() || std::ranges::find(query.kinds, event.kind) != query.kinds.end();
    return isKind && (query.alert.isEmpty() || query.alert == event.alert) &&
           (query.incident.isEmpty() || query.incident == event.incident);
}

} // namespace

void MemoryAlertLog::append(std::vector<AlertEvent> events)
{
    std::vector<AlertEvent> added;
    for (AlertEvent& event : events) {
        if (std::ranges::find(m_disk.events, event.uid, &AlertEvent::uid) == m_disk.events.end()) {
            event.number = m_disk.events.size() + 1;
            m_disk.events.push_back(event);
            added.push_back(event);
        }
    }
    QMetaObject::invokeMethod(
        this, [this, added] { Q_EMIT appended(added); }, Qt::QueuedConnection);
}

void MemoryAlertLog::restore()
{
    if (isDeaf) {
        return;
    }
    if (isUnread) {
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT restored({}, {}, true, false); }, Qt::QueuedConnection);
        return;
    }
    std::vector<AlertEvent> after;
    std::ranges::copy_if(m_disk.events, std::back_inserter(after),
                         [this](const AlertEvent& event) { return event.number > m_disk.checkpoint.upTo; });
    QMetaObject::invokeMethod(
        this, [this, after] { Q_EMIT restored(m_disk.checkpoint, after); }, Qt::QueuedConnection);
}

quint64 MemoryAlertLog::query(const AlertLogQuery& query)
{
    AlertLogPage page;
    page.request = ++m_lastRequest;
    page.isBroken = isUnread;
    page.isLast = !isUnread;
    for (auto it = m_disk.events.rbegin(); it != m_disk.events.rend() && !isUnread; ++it) {
        if (!matches(query, *it) || (query.beforeNumber != 0 && it->number >= query.beforeNumber)) {
            continue;
        }
        if (page.events.size() == std::min<size_t>(query.limit, mostInPage)) {
            page.isLast = false;
            page.next = page.events.back().number;
            break;
        }
        page.events.push_back(*it);
    }
    if (!isDeaf) {
        QMetaObject::invokeMethod(
            this, [this, page] { Q_EMIT found(page); }, Qt::QueuedConnection);
    }
    return m_lastRequest;
}

quint64 MemoryAlertLog::count(const AlertLogQuery& /*query*/, quint32 /*stretches*/)
{
    return ++m_lastRequest;
}

} // namespace stowage::test
