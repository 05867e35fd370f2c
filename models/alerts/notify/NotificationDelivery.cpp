// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/NotificationDelivery.h"

#include <array>

namespace stowage {

QString deliveryStateName(DeliveryState state)
{
    static constexpr std::array Names{QLatin1String("waiting"), QLatin1String("sent"),
                                      QLatin1String("accepted"), QLatin1String("undelivered")};
    return Names.at(static_cast<size_t>(state));
}

} // namespace stowage
