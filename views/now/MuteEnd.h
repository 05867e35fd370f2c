// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/core/Time.h"

#include <QStringView>

namespace stowage {

/// When a mute is to end, as somebody types it: "45 min", "2 h", "1 h 30", "3 d"; "08:00", which is the next
/// time that it is eight; "tomorrow 08:00"; "2026-11-23 08:00". All in UTC, as the screen shows times. Usage
/// errors say what could be typed; an end is never left out.
Result<Timestamp> readMuteEnd(QStringView text, Timestamp now);

/// Tomorrow at eight, UTC.
Timestamp tomorrowMorning(Timestamp now);

} // namespace stowage
