// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/FleetJson.h"
#include "models/alerts/Incident.h"

namespace stowage {

/// An incident as `stowage/snapshot/1` has it. "cause" is null: nothing diagnoses it yet. A mute that ended
/// before `now` is none.
Json jsonIncident(const Incident& incident, Timestamp now);

/// The same with "members": which alerts are in it, and why.
Json jsonIncidentWithMembers(const Incident& incident, Timestamp now);

} // namespace stowage
