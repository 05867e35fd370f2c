// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"
#include "models/hosts/Host.h"
#include "models/hosts/HostMatcher.h"

namespace stowage {

/// Gives a host, whose name is still empty, the name that it goes by, its zone and its node: as the profile
/// calls it, else as the fleet does, else as it is called by a person or by itself.
void nameHost(Host& host, const HostMatcher& matcher, const Fleet& fleet);

/// Whether one of its sources, or it itself, calls it so; `call` folded (HostMatcher::foldName()).
bool isHostCalled(const Host& host, const QString& call);

} // namespace stowage
