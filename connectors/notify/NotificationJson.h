// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/notify/Notification.h"

#include <QByteArray>

namespace stowage {

/// `stowage/notification/1` (resources/schemas/notification.json): what a webhook or a command is given. One
/// line, UTF-8. `context`: the profile's name.
QByteArray notificationJson(const Notification& notice, const QString& context);

} // namespace stowage
