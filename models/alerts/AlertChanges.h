// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/fleet/ChangeSet.h"

namespace stowage {

/// Where an alert lies in AlertBook::alerts(). Given anew to another alert once the first has been forgotten,
/// so it is kept for a turn only; Alert::key lasts.
using AlertId = Id<struct AlertTag>;

/// What happened to the alerts since the last of these, coalesced.
struct AlertChanges
{
    Changes<AlertId> alerts;
    bool areSilencesOthers = false; ///< AlertBook::silences() is another
    bool areFailuresOthers = false; ///< AlertBook::failures() likewise

    bool isEmpty() const { return alerts.isEmpty() && !areSilencesOthers && !areFailuresOthers; }
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::AlertChanges)
