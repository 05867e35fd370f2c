// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace stowage {

/// How large a simulated fleet is. The default is the demonstration.
struct DemoSize
{
    static constexpr int LeastNodes = 1;
    static constexpr int MostNodes = 5'000; ///< two listening sockets each

    std::vector<int> nodesInZone{17, 17, 14};
    int images = 20;

    static DemoSize uniform(int zones, int nodesPerZone, int images);

    /// A fleet of so many nodes with zones and layers to match: the demonstration for 48; for 500 some 9
    /// zones and 1,000 layers; for 5,000 some 29 zones and 5,000 layers.
    static DemoSize ofNodes(int nodes);

    int nodes() const;

    bool operator==(const DemoSize&) const = default;
};

} // namespace stowage
