// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"
#include "tests/support/ManualClock.h"

namespace stowage::test {

/// A short way to say deltas: names stand for digests, sizes are 100 bytes a layer unless told.
class FleetFixture
{
public:
    ManualClock clock;
    Fleet fleet{clock};

    static Digest digest(const QString& name) { return Digest::of(name.toUtf8()); }
    static Descriptor descriptor(const QString& name, qint64 bytes = 100);

    /// A one-platform image "repository:tag" of source "reg" with these layers, a config and a manifest.
    static Image image(const QString& reference, const QStringList& layers);

    Delta from(const QString& source, quint64 generation = 1) const;
    NodeObservation node(const QString& name, NodeState state = NodeState::Live) const;
    /// "+a -b ?c": node holds a, lacks b, and nothing is known of c.
    NodeContent content(const QString& node, const QString& cells) const;

    void images(const std::vector<Image>& images, quint64 generation = 1);
    void nodes(const std::vector<NodeObservation>& nodes, const QString& source = QStringLiteral("peers"));
    void cells(const QString& node, const QString& cells);
    void status(const QString& source, Freshness state, Timestamp lastAnswer, quint64 generation = 1);

    const Node& nodeNamed(const QString& name) const { return fleet.node(*fleet.findNode(name)); }
    const Layer& layerNamed(const QString& name) const { return fleet.layer(*fleet.findLayer(digest(name))); }
    Cell cell(const QString& layer, const QString& node) const;
    /// "held absent unknown" of a layer.
    QString counts(const QString& layer) const;
};

} // namespace stowage::test
