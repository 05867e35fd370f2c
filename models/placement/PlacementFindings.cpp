// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PlacementFindings.h"

#include "models/placement/FindingSink.h"

#include <algorithm>

namespace stowage {

PlacementFinding& FindingSink::add(PlacementFindingKind kind, const QString& subject,
                                   const Roaring& content) const
{
    PlacementFinding& finding = findings.emplace_back();
    finding.kind = kind;
    finding.key = placementFindingName(kind) + u' ' + subject;
    for (const uint32_t id : content) {
        finding.layers.push_back({id});
    }
    finding.bytes = map.bytesOf(content);
    return finding;
}

std::vector<PlacementFinding> placementFindings(const PlacementMap& map, const PlacementPolicies& policies,
                                                Timestamp now)
{
    std::vector<PlacementFinding> findings;
    const FindingSink sink{map, policies, now, findings};
    findBrokenKeys(sink);
    findRareLayers(sink);
    findOnNodes(sink);
    findBrokenCoverage(sink);
    std::ranges::sort(findings, [](const PlacementFinding& a, const PlacementFinding& b) {
        if (a.severity != b.severity) {
            return a.severity > b.severity;
        }
        if (a.kind != b.kind) {
            return a.kind < b.kind;
        }
        return a.bytes != b.bytes ? a.bytes > b.bytes : a.key < b.key;
    });
    return findings;
}

} // namespace stowage
