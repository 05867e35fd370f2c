// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/MicroResponse.h"

struct MHD_Connection;

namespace stowage {

/// Hands a whole answer to the library. False when its resources do not suffice.
bool sendResponse(MHD_Connection* connection, const MicroResponse& answer);

/// As Go's server answers what it cannot read.
MicroResponse badRequest();

} // namespace stowage
