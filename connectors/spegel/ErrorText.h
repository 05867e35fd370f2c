// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"

namespace stowage {

/// "what happened. What to do", for places that name the node themselves.
inline QString withoutWhere(Error error)
{
    error.where.clear();
    return error.text();
}

} // namespace stowage
