// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/MaintenanceWindow.h"

namespace stowage {

std::optional<MaintenanceWindow::Span> MaintenanceWindow::spanAt(Timestamp now) const
{
    if (to <= from || now < from) {
        return std::nullopt;
    }
    // Where it comes again before it has ended, each coming ends the one before.
    const Timestamp began = every > Millis{0} ? from + (now - from) / every * every : from;
    const Timestamp end = began + (to - from);
    return now < end ? std::optional(Span{began, end}) : std::nullopt;
}

std::optional<Timestamp> MaintenanceWindow::nextTurn(Timestamp now) const
{
    if (to <= from) {
        return std::nullopt;
    }
    if (now < from) {
        return from;
    }
    if (const auto span = spanAt(now)) {
        return every > Millis{0} ? std::min(span->to, span->from + every) : span->to;
    }
    return every > Millis{0} ? std::optional(from + ((now - from) / every + 1) * every) : std::nullopt;
}

} // namespace stowage
