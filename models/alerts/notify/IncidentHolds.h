// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"

namespace stowage {

class AlertBook;

/// Whether nobody is to be told of an incident now, though it stands: everything of it that fires is held
/// back, by a maintenance window, a silence, another alert above it, quiet hours, a cooldown, or because it
/// is about to end. As soon as one alert is let through, or another comes that is not held, people are told.
///
/// What flaps is told all the same, once: it stands as one, and its swings are no events of the incident.
bool isHeldBack(const Incident& incident, const AlertBook& alerts);

} // namespace stowage
