// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

namespace stowage {

/// How long each step may take.
struct DoctorPatience
{
    Millis tcp{2'000};
    Millis tls{5'000};
    Millis answer{5'000};  ///< a request that any server answers quickly
    Millis content{1'000}; ///< a peer's HEAD
    Millis catalog{
        60'000}; ///< a catalog on slow storage; a shorter time makes the server log cancelled calls
};

} // namespace stowage
