// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"
#include "tests/support/ManualClock.h"

namespace stowage::bench {

/// 10,000 images of ten layers each: 100,000 layers, as many rows. Every other layer is part of a second
/// platform too, so that its name keeps an interleaved half of them.
class LargeFleet
{
public:
    static constexpr int Images = 10'000;
    static constexpr int LayersInImage = 10;
    static constexpr int Nodes = 48;

    LargeFleet();

    /// A node answers for that many layers, spread over all: each is held now where it was not, and the other
    /// way round.
    void turnCells(int count);

    test::ManualClock clock;
    Fleet fleet{clock};

private:
    void tellImages();
    void tellNodes();
    Delta delta(const QString& source) const;

    bool m_isTurned = false;
};

} // namespace stowage::bench
