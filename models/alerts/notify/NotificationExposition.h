// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/notify/NotificationDesk.h"

namespace stowage {

/// How the dead man's switch hears of us.
struct HeartbeatFigures
{
    quint64 sent = 0;
    quint64 failed = 0;
    Timestamp lastAccepted{}; ///< the epoch: never
};

/// How telling people goes, as part of a metrics page.
QByteArray notificationExposition(const NotificationDesk& desk,
                                  const std::optional<HeartbeatFigures>& heartbeat);

} // namespace stowage
