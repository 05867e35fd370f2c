// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/alerts/AlertBacklog.h"

#include "connectors/store/alerts/AlertBounds.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr qsizetype MostUids = 200'000; ///< that are remembered
constexpr size_t Plenty = 4'096;        ///< written events that still lie in front

} // namespace

void AlertBacklog::add(std::vector<AlertEvent> events)
{
    m_events.reserve(m_events.size() + events.size());
    for (AlertEvent& event : events) {
        m_events.push_back(boundedEvent(std::move(event)));
        m_bytes += weightOf(m_events.back());
    }
}

std::span<const AlertEvent> AlertBacklog::first(size_t most) const
{
    return std::span(m_events).subspan(m_first, std::min(most, size()));
}

void AlertBacklog::removeFirst(size_t count)
{
    for (const AlertEvent& event : first(count)) {
        m_bytes -= weightOf(event);
    }
    m_first += std::min(count, size());
    m_told = std::max(m_told, m_first);
    if (isEmpty()) {
        m_events.clear();
        m_first = 0;
        m_told = 0;
        m_toldUids.clear();
    } else if (m_first > Plenty && m_first > m_events.size() / 2) {
        m_events.erase(m_events.begin(), m_events.begin() + static_cast<std::ptrdiff_t>(m_first));
        m_told -= m_first;
        m_first = 0;
    }
}

std::vector<AlertEvent> AlertBacklog::settle()
{
    std::vector<AlertEvent> fresh;
    for (; m_told < m_events.size(); ++m_told) {
        const AlertEvent& event = m_events[m_told];
        if (m_toldUids.size() >= MostUids) {
            m_toldUids.clear();
        }
        const qsizetype before = m_toldUids.size();
        m_toldUids.insert(event.uid);
        if (m_toldUids.size() > before) {
            fresh.push_back(event);
        }
    }
    drop();
    return fresh;
}

std::vector<AlertEvent> AlertBacklog::giveUp()
{
    std::vector<AlertEvent> fresh = settle();
    m_events.clear();
    m_first = 0;
    m_told = 0;
    m_bytes = 0;
    return fresh;
}

/// To three quarters of the bound, so that it is not done at every call.
void AlertBacklog::drop()
{
    if (m_bytes <= m_mostBytes) {
        return;
    }
    size_t count = 0;
    for (size_t bytes = m_bytes; count + 1 < size() && bytes > m_mostBytes / 4 * 3; ++count) {
        bytes -= weightOf(m_events[m_first + count]);
    }
    m_dropped += count;
    removeFirst(count);
}

} // namespace stowage
