// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"

#include <vector>

namespace stowage {

/// Which node is the only known holder of a layer. Looking for it asks every node; it is remembered, and
/// while there is one holder and that node holds the layer, it is still the one.
class SoleHolders
{
public:
    /// The fleet outlives it.
    explicit SoleHolders(const Fleet& fleet) : m_fleet(fleet) {}

    /// None (an invalid id) unless there is just one.
    NodeId of(const Layer& layer);

private:
    const Fleet& m_fleet;
    std::vector<NodeId> m_last; ///< by LayerId
};

} // namespace stowage
