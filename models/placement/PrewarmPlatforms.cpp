// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmPlatforms.h"

#include "models/placement/PlacementMap.h"

#include <map>
#include <set>

namespace stowage {
namespace {

/// What only one platform needs, over all images: who holds it pulls that platform.
std::map<QString, Roaring> tellingContent(const PlacementMap& map)
{
    std::map<QString, Roaring> needs;
    for (const PlacementImage& image : map.images()) {
        if (image.isAlive && image.platforms.size() > 1) {
            for (const PlacementPlatform& platform : image.platforms) {
                needs[platform.platform] |= platform.content;
            }
        }
    }
    std::map<QString, Roaring> telling = needs;
    for (auto& [platform, content] : telling) {
        for (const auto& [other, theirs] : needs) {
            if (other != platform) {
                content -= theirs;
            }
        }
    }
    return telling;
}

} // namespace

PrewarmPlatforms::PrewarmPlatforms(const PlacementMap& map, const NodeFacts& facts, const QString& wanted)
    : m_nodes(map.nodes().size())
{
    const std::map<QString, Roaring> telling = tellingContent(map);
    std::set<QString> seen;
    for (const PlacementNode& node : map.nodes()) {
        if (!node.isAlive) {
            continue;
        }
        auto& platform = m_nodes[node.id.value].platform;
        platform = facts.value(node.name).platform;
        QStringList held;
        for (const auto& [name, content] : telling) {
            if (!platform && content.intersect(map.sets().lastHeld(node.id))) {
                held << name;
            }
        }
        if (held.size() == 1) { // one that holds several is a mirror, or was told to
            platform = held.front();
        }
        if (platform) {
            seen.insert(*platform);
        }
    }
    const bool areAllAlike = seen.size() == 1;
    for (Entry& entry : m_nodes) {
        if (!entry.platform && !wanted.isEmpty()) {
            entry.platform = wanted;
        } else if (!entry.platform && areAllAlike) {
            entry = {*seen.begin(), true};
        }
    }
}

} // namespace stowage
