// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/Incident.h"

#include <array>

namespace stowage {

QString incidentStateName(IncidentState state)
{
    static constexpr std::array Names{QLatin1String("open"), QLatin1String("unknown"),
                                      QLatin1String("resolved")};
    return Names.at(static_cast<size_t>(state));
}

QString belongingName(BelongingKind kind)
{
    static constexpr std::array Names{
        QLatin1String("first"), QLatin1String("subject"), QLatin1String("topology"), QLatin1String("zone"),
        QLatin1String("storm"), QLatin1String("labels"),  QLatin1String("byPerson"),
    };
    return Names.at(static_cast<size_t>(kind));
}

} // namespace stowage
