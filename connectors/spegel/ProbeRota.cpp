// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/ProbeRota.h"

namespace stowage {
namespace {

/// However many are due, the event loop has its turn between so many.
constexpr int MostAtOnce = 64;

} // namespace

ProbeRota::ProbeRota(const Clock& clock, size_t most, QObject* parent)
    : QObject(parent), m_clock(clock), m_free(most)
{
}

void ProbeRota::after(Millis delay, QObject* asker, Go go)
{
    m_later.emplace(m_clock.monotonic() + delay, Waiting{asker, std::move(go)});
    arm();
}

void ProbeRota::take(QObject* asker, Go go)
{
    if (m_free > 0) {
        --m_free;
        go();
    } else {
        m_waiting.push_back({asker, std::move(go)});
    }
}

void ProbeRota::done()
{
    while (!m_waiting.empty()) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (next.asker) {
            next.go();
            return;
        }
    }
    ++m_free;
}

void ProbeRota::arm()
{
    if (m_later.empty() || (m_armedFor && *m_armedFor <= m_later.begin()->first)) {
        return;
    }
    const Millis due = m_later.begin()->first;
    m_armedFor = due;
    m_clock.after(std::max(Millis{0}, due - m_clock.monotonic()), this, [this, due] {
        if (m_armedFor == due) { // else an earlier one came and armed anew
            m_armedFor.reset();
            fire();
        }
    });
}

void ProbeRota::fire()
{
    const Millis now = m_clock.monotonic();
    for (int i = 0; i < MostAtOnce && !m_later.empty() && m_later.begin()->first <= now; ++i) {
        const Waiting next = std::move(m_later.begin()->second);
        m_later.erase(m_later.begin());
        if (next.asker) {
            next.go();
        }
    }
    arm();
}

} // namespace stowage
