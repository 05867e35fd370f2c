// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/run/ExitStatus.h"
#include "models/ports/Clock.h"

namespace stowage {

/// `stowage profile check FILE`: every problem of a profile, by line.
ExitStatus checkProfile(const Invocation& invocation, const Clock& clock);

} // namespace stowage
