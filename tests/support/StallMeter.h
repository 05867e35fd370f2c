// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace stowage::test {

#if defined(__SANITIZE_ADDRESS__)
/// Sanitizers make our own code several times slower, and what is measured is our own code.
constexpr Millis LongestStall{250};
#else
constexpr Millis LongestStall{50};
#endif

/// Measures how long this thread's event loop is away from its sockets and timers: how much later than due a
/// timer of a few milliseconds fires. The time that other processes had the CPU is left out, so that a busy
/// machine does not fail a test: what this thread was ready to run for, and what another of ours was, since
/// that one may have held a lock that this one slept for. Sleeping in a slot counts.
class StallMeter : public QObject
{
    Q_OBJECT

public:
    /// Begins measuring the thread it is created on.
    explicit StallMeter(QObject* parent = nullptr);

    /// The longest stall so far, the one under way included.
    Millis longest();

private:
    using Moment = std::chrono::steady_clock::time_point;
    using Nanos = std::chrono::nanoseconds;

    void beat();

    QTimer m_timer;
    Moment m_lastBeat;
    QHash<QByteArray, Nanos> m_waitedBefore; ///< by thread
    Nanos m_longest{0};
};

} // namespace stowage::test
