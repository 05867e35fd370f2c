// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace stowage {

using Millis = std::chrono::milliseconds;

/// A moment of the wall clock, UTC, to the millisecond. The epoch itself means "never".
using Timestamp = std::chrono::sys_time<Millis>;

/// RFC 3339 in UTC with milliseconds: `2026-11-21T22:15:03.120Z`.
QString toRfc3339(Timestamp at);

/// Reads RFC 3339 with any offset and any fraction; nothing when it is not one.
std::optional<Timestamp> fromRfc3339(QStringView text);

/// "4 s", "12 min", "3 h 40", "5 d": the two leading units that matter, never negative.
QString formatDuration(Millis duration);

/// "3.1 GiB": binary units with one decimal below 10, none above 100; "0 B" for nothing.
QString formatBytes(qint64 bytes);

} // namespace stowage
