// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmRequest.h"

#include "models/core/NearestName.h"
#include "models/fleet/Fleet.h"
#include "models/hosts/HostNodeFacts.h"
#include "models/placement/PlacementMap.h"
#include "models/placement/PlacementPolicies.h"
#include "models/placement/PrewarmPlatforms.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace stowage {
namespace {

using namespace std::chrono_literals;

constexpr Millis LongEnough{10min}; // to have seen whether a node stays

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Prewarm)
};

NodeWorth worthOf(const NodeStability& seen, Timestamp now)
{
    NodeWorth worth;
    if (!seen.isWatched()) {
        return worth;
    }
    const Millis watched = now - seen.watchedSince;
    const bool isWatchedLong = watched >= LongEnough;
    if (isWatchedLong || seen.restarts > 0) {
        worth.restarts = seen.restarts;
    }
    if (isWatchedLong || seen.vanishings > 0) {
        worth.vanished = seen.vanishings;
    }
    // Up for at least as long as it was watched without another identity.
    if (seen.restartedAt) {
        worth.uptime = std::max(Millis{0}, now - *seen.restartedAt);
    } else if (isWatchedLong) {
        worth.uptime = watched;
    }
    return worth;
}

/// Gives each piece of content that is asked for its place in the problem.
class Pieces
{
public:
    Pieces(const PlacementMap& map, PrewarmProblem& problem) : m_map(map), m_problem(problem) {}

    std::vector<quint32> placesOf(const Roaring& content)
    {
        std::vector<quint32> places;
        for (const quint32 id : content) {
            const auto [place, isNew] =
                m_places.try_emplace(id, static_cast<quint32>(m_problem.pieces.size()));
            if (isNew) {
                const PlacementLayer& layer = m_map.layer({id});
                m_problem.pieces.push_back({layer.digest, layer.bytes, layer.kind});
                m_wanted.add(id);
            }
            places.push_back(place->second);
        }
        return places;
    }

    /// Those of the set that are asked for, as places.
    Roaring within(const Roaring& content) const
    {
        std::vector<quint32> places;
        for (const quint32 id : content& m_wanted) {
            places.push_back(m_places.at(id));
        }
        std::ranges::sort(places);
        return Roaring(places.size(), places.data());
    }

private:
    const PlacementMap& m_map;
    PrewarmProblem& m_problem;
    std::unordered_map<quint32, quint32> m_places;
    Roaring m_wanted;
};

/// The index of an image that has one: a pull by tag fetches it too.
Roaring indexesOf(const PlacementMap& map, const PrewarmRequest& request)
{
    Roaring indexes;
    std::vector<ImageId> wanted = request.images;
    std::ranges::sort(wanted);
    for (const PlacementLayer& layer : map.layers()) {
        const auto isWanted = [&wanted](ImageId image) {
            return std::ranges::binary_search(wanted, image);
        };
        if (layer.isAlive && layer.kind == ContentKind::Index &&
            std::ranges::any_of(layer.images, isWanted)) {
            indexes.add(layer.id.value);
        }
    }
    return indexes;
}

void addTargets(PrewarmProblem& problem, Pieces& pieces, const PlacementMap& map, const Roaring& indexes,
                ImageId id, PlacementGoal goal)
{
    const PlacementImage& image = map.image(id);
    Roaring own;
    for (const quint32 index : indexes) {
        if (std::ranges::binary_search(map.layer({index}).images, id)) {
            own.add(index);
        }
    }
    for (const PlacementPlatform& platform : image.platforms) {
        PrewarmProblem::Target target;
        target.image = image.key;
        target.platform = platform.platform;
        target.isOneOfSeveral = image.platforms.size() > 1;
        target.pieces = pieces.placesOf(platform.content | own);
        target.goal = goal;
        if (!target.pieces.empty()) {
            problem.targets.push_back(std::move(target));
        }
    }
}

} // namespace

NodeFacts nodeFacts(const Fleet& fleet, const HostBook* hosts)
{
    NodeFacts facts;
    for (const Node& node : fleet.nodes()) {
        if (node.isAlive) {
            facts.insert(node.seen.name, worthOf(node.seen.stability, fleet.now()));
        }
    }
    if (hosts != nullptr) {
        addHostFacts(facts, *hosts);
    }
    return facts;
}

Result<std::vector<ImageId>> imagesNamed(const PlacementMap& map, const QStringList& references)
{
    std::vector<ImageId> found;
    for (const QString& reference : references) {
        const size_t before = found.size();
        QStringList known;
        for (const PlacementImage& image : map.images()) {
            if (!image.isAlive) {
                continue;
            }
            known << image.reference();
            if (matchesImage(reference, image.key.repository, image.key.tag)) {
                found.push_back(image.id);
            }
        }
        if (found.size() == before) {
            const QString nearest = nearestName(reference, known);
            return fail({ErrorKind::Usage,
                         Words::tr("there is no image %1").arg(reference),
                         {},
                         nearest.isEmpty() ? Words::tr("stowage images lists what there is.")
                                           : Words::tr("Did you mean %1?").arg(nearest),
                         std::nullopt});
        }
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::vector<ImageId> allImages(const PlacementMap& map)
{
    std::vector<ImageId> images;
    for (const PlacementImage& image : map.images()) {
        if (image.isAlive) {
            images.push_back(image.id);
        }
    }
    return images;
}

PrewarmProblem prewarmProblem(const PlacementMap& map, const PlacementPolicies& policies,
                              const PrewarmRequest& request, const NodeFacts& facts,
                              const PrewarmRates& rates)
{
    PrewarmProblem problem;
    problem.limits = request.limits;
    problem.rates = rates;
    Pieces pieces(map, problem);
    const Roaring indexes = indexesOf(map, request);
    for (const ImageId id : request.images) {
        const QString& repository = map.image(id).key.repository;
        PlacementGoal goal = policies.goalOf(policies.ruleFor(repository));
        goal.copies = request.copies > 0 ? request.copies : goal.copies;
        goal.zones = request.zones > 0 ? request.zones : goal.zones;
        addTargets(problem, pieces, map, indexes, id, goal);
    }
    const PrewarmPlatforms platforms(map, facts, request.platform);
    for (const PlacementNode& node : map.nodes()) {
        if (!node.isAlive) {
            continue;
        }
        PrewarmProblem::Node added;
        added.name = node.name;
        added.zone = map.zones().value(node.zone);
        added.state = node.state;
        added.worth = facts.value(node.name);
        added.worth.platform = platforms.of(node.id);
        added.isPlatformAssumed = platforms.isAssumed(node.id);
        added.known = pieces.within(map.sets().known(node.id));
        added.held = pieces.within(map.sets().held(node.id));
        problem.nodes.push_back(std::move(added));
    }
    return problem;
}

} // namespace stowage
