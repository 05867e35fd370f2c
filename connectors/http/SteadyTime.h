// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

namespace stowage {

/// Time on the engine's thread: limits, back-off, widths. The Clock port belongs to the GUI thread, and what
/// is measured here is the network's own time; every class that decides by it is handed the moment, so that
/// tests can.
using SteadyTime = std::chrono::steady_clock::time_point;

} // namespace stowage
