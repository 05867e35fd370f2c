// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Cell.h"
#include "models/fleet/ChangeSet.h"
#include "models/fleet/Delta.h"
#include "models/fleet/FleetImage.h"
#include "models/fleet/Layer.h"
#include "models/fleet/Node.h"
#include "models/fleet/Source.h"
#include "models/metrics/PeerMetrics.h"
#include "models/placement/PresenceSets.h"
#include "models/ports/Clock.h"

#include <QObject>

#include <memory>
#include <span>

namespace stowage {

class FleetStore;

/// The one store of what is known: nodes, images, content and who holds what, with ages. GUI thread only.
///
/// Connectors' deltas go in by apply(); change sets come out, at most one per `coalesce`. Entities live in
/// dense tables indexed by their ids; a removed entity leaves a hole that `isAlive` tells.
class Fleet : public QObject
{
    Q_OBJECT

public:
    static constexpr Millis Coalesce{100};

    explicit Fleet(const Clock& clock, QObject* parent = nullptr);
    ~Fleet() override;

    /// Takes what a connector said. Dropped when its generation is older than the newest of its source, so
    /// what was restored (generation 0) goes in before the connectors start. A new generation removes nothing
    /// by itself. A time ahead of the clock is taken as now; what is older than what is known changes
    /// nothing.
    void apply(const Delta& delta);

    /// Judges every age anew (nodes and sources going stale); the shell calls it once a second.
    void judgeAges();

    /// Sends the pending change set now instead of at the end of the interval. For the command line and
    /// tests.
    void flush();

    Timestamp now() const;

    std::span<const Node> nodes() const; ///< indexed by NodeId::value, holes included
    std::span<const FleetImage> images() const;
    std::span<const Layer> layers() const; ///< every content item, see Layer::kind
    std::span<const Source> sources() const;

    const Node& node(NodeId id) const { return nodes()[id.value]; }
    const FleetImage& image(ImageId id) const { return images()[id.value]; }
    const Layer& layer(LayerId id) const { return layers()[id.value]; }
    const Source& source(SourceId id) const { return sources()[id.value]; }

    std::optional<NodeId> findNode(const QString& name) const;
    std::optional<LayerId> findLayer(const Digest& digest) const;
    std::optional<ImageId> findImage(const ImageKey& key) const;
    std::optional<SourceId> findSource(const QString& id) const;

    /// What the node's peer last told of itself; null when it never did. A pointer for this turn only.
    const Observed<PeerMetrics>* metrics(NodeId node) const;

    /// How far that can be trusted now; Unseen when it never did.
    Freshness metricsFreshness(NodeId node) const;

    /// The cell as it may be shown: Unknown while the node is gone, unable or unseen, whatever was last seen
    /// there.
    Presence presence(LayerId layer, NodeId node) const;

    /// The cell with what was last seen, when, and by what evidence.
    Cell cell(LayerId layer, NodeId node) const;

    /// presence() of all cells as sets; a copy is cheap.
    const PresenceSets& presences() const;

    /// Cells of the node whose newest answer had another length than the registry's descriptor.
    const Roaring& wrongLength(NodeId node) const;

    /// Cells of the node that were Held until something other than an answer came.
    const Roaring& wasHeld(NodeId node) const;

    /// The cells of one node for these layers, ascending and each once, into `cells`, which is as long: what
    /// cell() says of each, at a fraction of the cost.
    void glance(NodeId node, std::span<const LayerId> layers, std::span<CellGlance> cells) const;

    /// Alive nodes whose presence() of the layer is `wanted`, in id order.
    std::vector<NodeId> nodesWhere(LayerId layer, Presence wanted) const;

    /// Alive nodes that hold every layer, config and manifest of at least one platform of the image.
    std::vector<NodeId> nodesHoldingWhole(ImageId image) const;

Q_SIGNALS:
    void changed(const stowage::ChangeSet& changes);

private:
    void schedule();

    const Clock& m_clock;
    std::unique_ptr<FleetStore> m_store;
    bool m_isScheduled = false;
};

} // namespace stowage
