// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/Alert.h"

#include <array>

namespace stowage {

QString alertStateName(AlertState state)
{
    static constexpr std::array Names{QLatin1String("pending"), QLatin1String("firing"),
                                      QLatin1String("unknown"), QLatin1String("unjudged"),
                                      QLatin1String("resolved")};
    return Names.at(static_cast<size_t>(state));
}

QString alertHoldName(AlertHoldKind kind)
{
    static constexpr std::array Names{
        QLatin1String("waiting"),    QLatin1String("cooldown"),  QLatin1String("flapping"),
        QLatin1String("silenced"),   QLatin1String("inhibited"), QLatin1String("maintenance"),
        QLatin1String("quietHours"), QLatin1String("settling"),
    };
    return Names.at(static_cast<size_t>(kind));
}

} // namespace stowage
