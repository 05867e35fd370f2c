// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/core/Observed.h"
#include "models/metrics/PeerMetrics.h"

#include <memory>
#include <vector>

namespace stowage {

/// What the nodes' peers last told of themselves, by node, with its age judged.
class PeerMetricsTable
{
public:
    /// The last told; null when nothing ever was.
    const Observed<PeerMetrics>* find(NodeId node) const;

    /// How far that can be trusted; Unseen when nothing was told.
    Freshness freshness(NodeId node) const;

    /// False when something newer is known.
    bool take(NodeId node, SourceId source, const PeerMetricsObservation& observation, Timestamp now);

    void drop(NodeId node);

    /// True when its freshness is another than before.
    bool judge(NodeId node, Timestamp now);

private:
    struct Entry
    {
        Observed<PeerMetrics> seen;
        Freshness freshness = Freshness::Live;
    };

    Entry* entry(NodeId node) const
    {
        return node.value < m_entries.size() ? m_entries[node.value].get() : nullptr;
    }

    std::vector<std::unique_ptr<Entry>> m_entries; ///< by NodeId::value; null for nodes that tell none
};

} // namespace stowage
