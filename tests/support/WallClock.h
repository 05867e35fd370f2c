// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ManualClock.h"

namespace stowage::test {

/// A clock that somebody sets, forth and back, while its monotonic time goes on.
class WallClock final : public Clock
{
public:
    Timestamp now() const override { return m_steady.now() + m_ahead; }
    Millis monotonic() const override { return m_steady.monotonic(); }
    void after(Millis delay, QObject* context, std::function<void()> then) const override
    {
        m_steady.after(delay, context, std::move(then));
    }

    void set(Millis by) { m_ahead += by; }
    void advance(Millis by) { m_steady.advance(by); }

private:
    ManualClock m_steady;
    Millis m_ahead{0};
};

} // namespace stowage::test
