// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/Clock.h"

#include <QPointer>

#include <vector>

namespace stowage::test {

/// Time that moves only when the test says so.
class ManualClock final : public Clock
{
public:
    /// Starts at 2026-11-21T22:00:00.000Z.
    ManualClock();

    Timestamp now() const override { return m_now; }
    Millis monotonic() const override { return m_elapsed; }
    void after(Millis delay, QObject* context, std::function<void()> then) const override;

    /// Moves time, firing what falls due in order of its time.
    void advance(Millis by);

    /// How many timers wait whose context still lives.
    size_t pending() const;

private:
    struct Timer
    {
        Millis due;
        QPointer<QObject> context;
        std::function<void()> then;
    };

    Timestamp m_now;
    Millis m_elapsed{0};
    mutable std::vector<Timer> m_timers;
};

} // namespace stowage::test
