// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QByteArray>

#include <optional>
#include <string_view>

namespace stowage {

/// "2026-11-21 22:54:44.133Z", as PocketBase writes a moment; the fraction may be missing. Nothing for
/// anything else, and for an empty text, which stands for never.
std::optional<Timestamp> hubTime(std::string_view text);

/// The same way back, for filters.
QByteArray toHubTime(Timestamp at);

/// "Sat, 21 Nov 2026 22:58:39 GMT", as the Date header tells the server's clock.
std::optional<Timestamp> httpDate(const QByteArray& text);

} // namespace stowage
