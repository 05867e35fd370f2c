// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/Notification.h"

#include <array>

namespace stowage {

QString notificationKindName(NotificationKind kind)
{
    static constexpr std::array Names{
        QLatin1String("opened"),   QLatin1String("reopened"), QLatin1String("severity"),
        QLatin1String("unowned"),  QLatin1String("resolved"), QLatin1String("digest"),
        QLatin1String("selfTest"),
    };
    return Names.at(static_cast<size_t>(kind));
}

} // namespace stowage
