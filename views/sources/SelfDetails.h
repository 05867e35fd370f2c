// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/self/SelfFigures.h"
#include "views/widgets/DetailList.h"

namespace stowage {

/// How this program does: stalls, memory, queues, databases, disk, and what its requests come to.
std::vector<Detail> selfDetails(const SelfFigures& figures);

} // namespace stowage
