// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace stowage::bench {

/// A data folder that holds a large fleet as the last known, and the profile that it belongs to. None of its
/// sources answers: the ports are closed.
struct CachedFleet
{
    int nodes = 500;
    int layers = 2'000;

    /// Writes `profile.json` and `data/` into the folder; false when the disk refuses.
    bool write(const QString& folder) const;
};

} // namespace stowage::bench
