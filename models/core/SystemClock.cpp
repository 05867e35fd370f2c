// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/SystemClock.h"

#include <QTimer>

namespace stowage {

Timestamp SystemClock::now() const
{
    return std::chrono::floor<Millis>(std::chrono::system_clock::now());
}

Millis SystemClock::monotonic() const
{
    return std::chrono::floor<Millis>(std::chrono::steady_clock::now().time_since_epoch());
}

void SystemClock::after(Millis delay, QObject* context, std::function<void()> then) const
{
    QTimer::singleShot(delay, context, std::move(then));
}

} // namespace stowage
