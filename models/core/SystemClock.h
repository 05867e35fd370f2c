// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/Clock.h"

namespace stowage {

/// The machine's own time and the event loop's timers.
class SystemClock final : public Clock
{
public:
    Timestamp now() const override;
    Millis monotonic() const override;
    void after(Millis delay, QObject* context, std::function<void()> then) const override;
};

} // namespace stowage
