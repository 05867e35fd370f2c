// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <functional>

class QObject;

namespace stowage {

/// Where time comes from. Nothing else in the program reads the wall clock or starts a timer, so that a test
/// can drive both.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    virtual Timestamp now() const = 0;

    /// Never goes back, starts anywhere.
    virtual Millis monotonic() const = 0;

    /// Calls `then` once on the calling thread after `delay`, unless `context` is destroyed first. To call
    /// off: destroy the context.
    virtual void after(Millis delay, QObject* context, std::function<void()> then) const = 0;
};

} // namespace stowage
