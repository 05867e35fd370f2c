// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertObservation.h"

#include <array>

namespace stowage {

QString alertPhaseName(AlertPhase phase)
{
    static constexpr std::array Names{QLatin1String("pending"), QLatin1String("firing"),
                                      QLatin1String("ended")};
    return Names.at(static_cast<size_t>(phase));
}

} // namespace stowage
