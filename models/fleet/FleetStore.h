// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Cell.h"
#include "models/fleet/Delta.h"
#include "models/fleet/ImageTable.h"
#include "models/fleet/Tally.h"
#include "models/metrics/PeerMetricsTable.h"

namespace stowage {

/// The tables behind Fleet and how a delta changes them together. Knows no clock and tells nobody.
class FleetStore
{
public:
    FleetStore();
    FleetStore(const FleetStore&) = delete;
    FleetStore& operator=(const FleetStore&) = delete;
    ~FleetStore() = default;

    void apply(const Delta& delta, Timestamp now);
    void judgeAges(Timestamp now);

    bool hasChanges() const { return !m_changes.isEmpty(); }
    ChangeSet takeChanges();

    const NodeTable& nodes() const { return m_nodes; }
    const ImageTable& images() const { return m_images; }
    const LayerTable& layers() const { return m_layers; }
    const SourceTable& sources() const { return m_sources; }
    const PeerMetricsTable& metrics() const { return m_metrics; }
    const PresenceTable& presences() const { return m_presences; }

    Presence presence(LayerId layer, NodeId node) const;
    Cell cell(LayerId layer, NodeId node, Timestamp now) const;
    void glance(NodeId node, Timestamp now, std::span<const LayerId> layers,
                std::span<CellGlance> cells) const;
    std::vector<NodeId> nodesHoldingWhole(ImageId image) const;

private:
    /// Who speaks, and when.
    struct Speaker
    {
        SourceId source;
        bool isRestored = false;
        Timestamp at{};
        Timestamp now{};
    };

    void putNode(const Speaker& speaker, const NodeObservation& observation);
    void removeNode(const Speaker& speaker, const QString& name);
    void putImage(const Speaker& speaker, const Image& image);
    void removeImage(const ImageKey& key);
    void putContent(const Speaker& speaker, const NodeContent& content);
    void putMetrics(const Speaker& speaker, const PeerMetricsObservation& observation);
    void release(LayerId layer, ImageId image);
    /// Runs a change of a node and moves its cells in or out of the counts when it begins or ceases to count.
    template <class Change>
    void changeNode(NodeId id, Change change);

    ChangeCollector m_changes;
    SourceTable m_sources;
    NodeTable m_nodes;
    ImageTable m_images;
    LayerTable m_layers;
    PresenceTable m_presences;
    PeerMetricsTable m_metrics;
    Tally m_tally;
};

} // namespace stowage
