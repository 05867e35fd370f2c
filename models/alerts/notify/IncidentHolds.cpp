// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/IncidentHolds.h"

#include "models/alerts/AlertBook.h"

#include <algorithm>

namespace stowage {
namespace {

bool isQuiet(const Alert& alert)
{
    return std::ranges::any_of(alert.holds,
                               [](const AlertHold& hold) { return hold.kind != AlertHoldKind::Flapping; });
}

} // namespace

bool isHeldBack(const Incident& incident, const AlertBook& alerts)
{
    bool isAnyHeld = false;
    bool isAnyFiringHeld = false;
    bool isAnyUnknownFree = false;
    for (const IncidentMember& member : incident.members) {
        if (!member.isOpen) {
            continue;
        }
        const Alert* alert = alerts.find(member.alert);
        if (alert == nullptr) {
            return false; // nobody says that it is held
        }
        const bool isUnknown = alert->state == AlertState::Unknown;
        if (!alert->isOpen()) {
            continue; // its end is on its way to the incident
        }
        if (isQuiet(*alert)) {
            isAnyHeld = true;
            isAnyFiringHeld = isAnyFiringHeld || !isUnknown;
        } else if (isUnknown) {
            isAnyUnknownFree = true;
        } else {
            return false;
        }
    }
    return isAnyFiringHeld || (isAnyHeld && !isAnyUnknownFree);
}

} // namespace stowage
