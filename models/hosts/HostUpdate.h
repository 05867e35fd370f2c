// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostObservation.h"

namespace stowage {

/// Of what is told now, fills in what was told before and is not told this time.
void keepUntold(HostObservation& now, const HostObservation& before);

} // namespace stowage
