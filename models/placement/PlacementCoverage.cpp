// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PlacementCoverage.h"

#include "models/core/Bytes.h"

#include <algorithm>

namespace stowage {
namespace {

/// The goal of each image, worked out once: rules are patterns.
std::vector<PlacementGoal> goalsOfImages(const PlacementMap& map, const PlacementPolicies& policies)
{
    std::vector<PlacementGoal> goals(map.images().size());
    for (const PlacementImage& image : map.images()) {
        if (image.isAlive) {
            goals[image.id.value] = policies.goalOf(policies.ruleFor(image.key.repository));
        }
    }
    return goals;
}

PlacementGoal strictest(const PlacementLayer& layer, const std::vector<PlacementGoal>& goals)
{
    PlacementGoal goal;
    for (const ImageId image : layer.images) {
        goal.copies = std::max(goal.copies, goals[image.value].copies);
        goal.zones = std::max(goal.zones, goals[image.value].zones);
    }
    return goal;
}

} // namespace

std::optional<double> PlacementCoverage::share() const
{
    return bytes > 0 ? std::optional(static_cast<double>(bytesMeeting) / static_cast<double>(bytes))
                     : std::nullopt;
}

std::vector<quint32> zonesHolding(const PlacementMap& map)
{
    std::vector<std::vector<const Roaring*>> rows(static_cast<size_t>(map.zones().size()));
    for (const PlacementNode& node : map.nodes()) {
        if (node.isAlive && map.sets().isCounting(node.id)) {
            rows[node.zone].push_back(&map.sets().held(node.id));
        }
    }
    std::vector<quint32> zones(map.layers().size());
    for (auto& zone : rows) {
        for (const uint32_t id : Roaring::fastunion(zone.size(), zone.data())) {
            ++zones[id];
        }
    }
    return zones;
}

PlacementGoal goalOf(const PlacementMap& map, const PlacementPolicies& policies, LayerId layer)
{
    PlacementGoal goal;
    for (const ImageId image : map.layer(layer).images) {
        const PlacementGoal& asked = policies.goalOf(policies.ruleFor(map.image(image).key.repository));
        goal.copies = std::max(goal.copies, asked.copies);
        goal.zones = std::max(goal.zones, asked.zones);
    }
    return goal;
}

PlacementCoverage coverageOf(const PlacementMap& map, const PlacementPolicies& policies)
{
    PlacementCoverage coverage;
    const auto goals = goalsOfImages(map, policies);
    const auto zones = zonesHolding(map);
    for (const uint32_t id : map.layerIds()) {
        const PlacementLayer& layer = map.layer({id});
        if (map.sets().known(layer.id) == 0) {
            continue;
        }
        const PlacementGoal goal = strictest(layer, goals);
        ++coverage.layers;
        coverage.bytes = addBytes(coverage.bytes, layer.bytes);
        if (map.copies(layer.id) >= goal.copies && zones[id] >= goal.zones) {
            ++coverage.layersMeeting;
            coverage.bytesMeeting = addBytes(coverage.bytesMeeting, layer.bytes);
            continue;
        }
        coverage.below.add(id);
        if (map.copies(layer.id) + map.unknown(layer.id) >= goal.copies && map.unknown(layer.id) > 0) {
            coverage.mayBeBelow.add(id);
        }
    }
    return coverage;
}

} // namespace stowage
