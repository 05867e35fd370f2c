// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/fleet/SourceStatus.h"

namespace stowage {

/// A source as the fleet knows it: its connector's status with the state judged by age.
struct Source
{
    SourceId id;
    bool isAlive = false; ///< false: a hole in the table
    SourceStatus status;
    quint64 generation = 0; ///< the newest seen; 0 while all is from disk

    bool operator==(const Source&) const = default;
};

} // namespace stowage
