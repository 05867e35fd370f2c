// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/FindingDates.h"

#include <algorithm>

namespace stowage {

void FindingDates::date(std::vector<PlacementFinding>& findings, const PlacementMap& map, Timestamp now)
{
    FindingDateBook entries;
    entries.reserve(static_cast<qsizetype>(findings.size()));
    for (PlacementFinding& finding : findings) {
        const auto known = m_entries.constFind(finding.key);
        FindingDate entry = known != m_entries.cend() ? *known : begin(finding, now);
        finding.since = entry.since;
        finding.isSinceExact = entry.isExact;
        entry.seenAt = now;
        entries.insert(finding.key, entry);
    }
    m_entries = std::move(entries);
    m_before = map;
}

FindingDateBook FindingDates::book() const
{
    FindingDateBook book = m_earlier;
    book.insert(m_entries);
    return book;
}

FindingDate FindingDates::begin(const PlacementFinding& finding, Timestamp now)
{
    const bool isJudged = wasJudged(finding);
    const FindingDate earlier = m_earlier.take(finding.key);
    // A clock that was set back in between makes none younger than nothing.
    return isJudged || earlier.since == Timestamp{} || earlier.since > now ? FindingDate{now, isJudged, now}
                                                                           : earlier;
}

/// Whether the last map would have shown it: all of its cells were known there.
bool FindingDates::wasJudged(const PlacementFinding& finding) const
{
    const auto isKnown = [&](LayerId layer) {
        if (layer.value >= m_before.layers().size() || !m_before.layer(layer).isAlive) {
            return false;
        }
        const auto isKnownOn = [&](NodeId node) {
            return m_before.sets().presence(node, layer) != Presence::Unknown;
        };
        const bool isOfNodes = finding.kind == PlacementFindingKind::KeyImageNotWhole ||
                               finding.kind == PlacementFindingKind::ManifestWithoutLayers;
        return isOfNodes ? std::ranges::all_of(finding.nodes, isKnownOn) : m_before.unknown(layer) == 0;
    };
    switch (finding.kind) {
    case PlacementFindingKind::AdvertisedNotServable:
        // It began with the node's state, and the node served before.
        return std::ranges::all_of(finding.nodes,
                                   [&](NodeId node) { return m_before.sets().isCounting(node); });
    case PlacementFindingKind::SingleHolder:
        return !finding.layers.empty() &&
               (isKnown(finding.layers.front()) || m_before.copies(finding.layers.front()) > 1);
    case PlacementFindingKind::NoHolder:
        return !finding.layers.empty() &&
               (isKnown(finding.layers.front()) || m_before.copies(finding.layers.front()) > 0);
    default:
        return !finding.layers.empty() && std::ranges::all_of(finding.layers, isKnown);
    }
}

} // namespace stowage
