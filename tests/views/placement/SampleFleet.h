// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"

#include <QStringList>

#include <random>
#include <vector>

namespace stowage::test {

/// Makes fleets for the placement tests: the same one every time for the same numbers.
class SampleFleet
{
public:
    explicit SampleFleet(Fleet& fleet) : m_fleet(fleet) {}

    /// The fleet of the picture: 3 zones, 48 nodes, 20 images of which two have two platforms, one node gone,
    /// one unable, two whose cells are `age` old, a few layers with one copy.
    void pictured(Millis age = Millis{120'000});

    /// `nodes` in three zones and one image a ten layers, filled at random.
    void plain(int nodes, int layers);

    /// `nodes` in zones of about a hundred and images of five to forty layers, of which some lie almost
    /// everywhere, most on few nodes and some on one; one node in fifty is gone or unable, one in thirty is
    /// old.
    void large(int nodes, int layers);

    /// Tells this many cells anew at the clock's present, spread over all nodes.
    void changeCells(int count);

    /// A layer of the image: its descriptor is made of its name.
    static Descriptor layer(const QString& name, qint64 bytes);
    static Image image(const QString& repository, const QString& tag,
                       const std::vector<PlatformImage>& platforms);

    /// Says at the clock's present how nodes stand and what they hold; nodes are "ZONE-NUMBER".
    void tellNode(const QString& name, NodeState state, Timestamp at, const QString& reason = {});
    void tellCell(const QString& node, const Digest& digest, Presence presence, Timestamp at);
    void tellImages(const std::vector<Image>& images);
    void tellStatus(const SourceStatus& status);

    /// A registry or peers that answered just now and have nothing to complain of.
    SourceStatus fine(const QString& id, const QString& kind) const;

    /// A number below `end`, the same series each time.
    int below(int end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }

private:
    Delta delta(const QString& source, Timestamp at) const;
    std::vector<Image> picturedImages();
    std::vector<Image> largeImages(int layers);
    void fill(const QStringList& nodes, const std::vector<Image>& images, Timestamp at);

    Fleet& m_fleet;
    std::mt19937 m_random{20261121};
};

} // namespace stowage::test
