// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"
#include "views/theme/Token.h"

#include <span>

namespace stowage {

/// What the tray shows of all incidents.
struct TrayStanding
{
    int critical = 0; ///< open, nobody has acknowledged
    int warning = 0;
    int unknown = 0;    ///< nobody can say: their sources are silent
    int taken = 0;      ///< open, acknowledged or owned
    bool isLive = true; ///< false: some source does not answer, or the screen stands still

    static TrayStanding of(std::span<const Incident> incidents, bool isLive);

    Token token() const;   ///< the colour of the worst
    QString words() const; ///< for the tool tip: "2 critical, 1 warning · eu-prod" without the context

    bool operator==(const TrayStanding&) const = default;
};

} // namespace stowage
