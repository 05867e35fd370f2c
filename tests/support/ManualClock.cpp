// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ManualClock.h"

#include <QObject>

#include <algorithm>

namespace stowage::test {

ManualClock::ManualClock() : m_now(*fromRfc3339(u"2026-11-21T22:00:00.000Z")) {}

void ManualClock::after(Millis delay, QObject* context, std::function<void()> then) const
{
    m_timers.push_back({m_elapsed + delay, context, std::move(then)});
}

void ManualClock::advance(Millis by)
{
    const Millis until = m_elapsed + by;
    for (;;) {
        const auto next = std::ranges::min_element(m_timers, {}, &Timer::due);
        if (next == m_timers.end() || next->due > until) {
            break;
        }
        const Timer timer = std::move(*next);
        m_timers.erase(next);
        m_now += std::max(Millis{0}, timer.due - m_elapsed);
        m_elapsed = std::max(m_elapsed, timer.due);
        if (timer.context) {
            timer.then();
        }
    }
    m_now += until - m_elapsed;
    m_elapsed = until;
}

size_t ManualClock::pending() const
{
    return static_cast<size_t>(
        std::ranges::count_if(m_timers, [](const Timer& t) { return !t.context.isNull(); }));
}

} // namespace stowage::test
