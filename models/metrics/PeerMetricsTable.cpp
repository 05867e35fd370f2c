// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/PeerMetricsTable.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr int StaleAfter = 3; ///< readings missed
constexpr int OfflineAfter = 30;

} // namespace

const Observed<PeerMetrics>* PeerMetricsTable::find(NodeId node) const
{
    const Entry* found = entry(node);
    return found == nullptr ? nullptr : &found->seen;
}

Freshness PeerMetricsTable::freshness(NodeId node) const
{
    const Entry* found = entry(node);
    return found == nullptr ? Freshness::Unseen : found->freshness;
}

bool PeerMetricsTable::take(NodeId node, SourceId source, const PeerMetricsObservation& observation,
                            Timestamp now)
{
    const Timestamp at = std::min(observation.at, now);
    if (const Entry* known = entry(node); known != nullptr && at < known->seen.seenAt) {
        return false;
    }
    if (node.value >= m_entries.size()) {
        m_entries.resize(node.value + 1);
    }
    if (!m_entries[node.value]) {
        m_entries[node.value] = std::make_unique<Entry>();
    }
    m_entries[node.value]->seen = {observation.metrics, at, source};
    judge(node, now);
    return true;
}

void PeerMetricsTable::drop(NodeId node)
{
    if (node.value < m_entries.size()) {
        m_entries[node.value].reset();
    }
}

bool PeerMetricsTable::judge(NodeId node, Timestamp now)
{
    Entry* known = entry(node);
    if (known == nullptr) {
        return false;
    }
    const Millis every = known->seen.value.every;
    const Freshness judged =
        stowage::judge(known->seen.seenAt, now, {StaleAfter * every, OfflineAfter * every});
    return std::exchange(known->freshness, judged) != judged;
}

} // namespace stowage
