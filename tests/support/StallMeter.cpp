// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/StallMeter.h"

#include <QFile>

#include <algorithm>

namespace stowage::test {
namespace {

constexpr Millis Interval{4};

/// How long this thread was ready to run but did not, since it began
/// (Documentation/scheduler/sched-stats.rst: time on the CPU, time waiting for it, slices).
std::chrono::nanoseconds waitedForCpu()
{
    QFile statistics(QStringLiteral("/proc/thread-self/schedstat"));
    if (!statistics.open(QIODevice::ReadOnly)) {
        return std::chrono::nanoseconds{0};
    }
    return std::chrono::nanoseconds{statistics.readAll().split(' ').value(1).toLongLong()};
}

} // namespace

StallMeter::StallMeter(QObject* parent)
    : QObject(parent), m_lastBeat(std::chrono::steady_clock::now()), m_waitedBefore(waitedForCpu())
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &StallMeter::beat);
    m_timer.start(Interval);
}

Millis StallMeter::longest()
{
    beat();
    return std::chrono::floor<Millis>(m_longest);
}

void StallMeter::beat()
{
    const Moment now = std::chrono::steady_clock::now();
    const auto waited = waitedForCpu();
    m_longest = std::max<std::chrono::nanoseconds>(m_longest,
                                                   now - m_lastBeat - Interval - (waited - m_waitedBefore));
    m_lastBeat = now;
    m_waitedBefore = waited;
}

} // namespace stowage::test
