// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertEvent.h"

#include <QSet>

#include <span>

namespace stowage {

/// Events that wait to be written. While the disk refuses they are told from here, each uid once, and beyond
/// a bound the oldest are dropped.
class AlertBacklog
{
public:
    static constexpr size_t MostBytes = size_t{64} << 20;

    explicit AlertBacklog(size_t mostBytes = MostBytes) : m_mostBytes(mostBytes) {}

    /// Cuts what is absurd of them.
    void add(std::vector<AlertEvent> events);

    std::span<const AlertEvent> first(size_t most) const;
    void removeFirst(size_t count);

    bool isEmpty() const { return m_first == m_events.size(); }
    size_t size() const { return m_events.size() - m_first; }
    size_t bytes() const { return m_bytes; }
    quint64 dropped() const { return m_dropped; }

    /// The disk refuses for now: those that were not told from memory yet. May drop the oldest afterwards.
    std::vector<AlertEvent> settle();

    /// Nothing will ever be written: likewise, and forgets them.
    std::vector<AlertEvent> giveUp();

private:
    void drop();

    const size_t m_mostBytes;
    std::vector<AlertEvent> m_events;
    size_t m_first = 0; ///< those before are written
    size_t m_told = 0;  ///< those before were told from memory
    size_t m_bytes = 0; ///< of those that wait
    quint64 m_dropped = 0;
    QSet<QString> m_toldUids;
};

} // namespace stowage
