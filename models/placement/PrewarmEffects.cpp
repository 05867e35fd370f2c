// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmEffects.h"

#include "models/core/Bytes.h"
#include "models/placement/PrewarmRefusals.h"
#include "models/placement/PrewarmWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Prewarm)
};

/// What somebody gives, and to how many at once.
struct Service
{
    qint64 bytes = 0;
    std::map<quint32, std::set<quint32>> clients; ///< by wave

    int most() const
    {
        size_t most = 0;
        for (const auto& [wave, nodes] : clients) {
            most = std::max(most, nodes.size());
        }
        return static_cast<int>(most);
    }
};

qint64 bytesOf(const PrewarmProblem& problem, const std::vector<quint32>& pieces)
{
    qint64 bytes = 0;
    for (const quint32 piece : pieces) {
        bytes = addBytes(bytes, problem.pieces[piece].bytes);
    }
    return bytes;
}

void addCopies(const PrewarmStock& now, const PrewarmStock& planned, std::vector<PrewarmEffect>& effects)
{
    const auto meeting = [](const PrewarmStock& stock) {
        int count = 0;
        for (quint32 piece = 0; piece < stock.problem().pieces.size(); ++piece) {
            const PlacementGoal goal = stock.goal(piece);
            count += stock.copies(piece) >= goal.copies && stock.zonesOf(piece) >= goal.zones ? 1 : 0;
        }
        return count;
    };
    effects.push_back({QStringLiteral("copies"),
                       {},
                       0,
                       //: part: a layer, config or manifest of an image
                       Words::tr("%1 of %2 parts have their copies and zones after it, %3 now")
                           .arg(meeting(planned))
                           .arg(now.problem().pieces.size())
                           .arg(meeting(now))});
}

void addReads(const PrewarmProblem& problem, std::span<const PrewarmMove> moves,
              std::vector<PrewarmEffect>& effects)
{
    std::map<QString, Service> registries;
    for (const PrewarmMove& move : moves) {
        for (const PrewarmMove::Supply& supply : move.supplies) {
            if (!supply.holder) {
                Service& registry = registries[problem.targets[move.target].image.source];
                registry.bytes = addBytes(registry.bytes, bytesOf(problem, supply.pieces));
                registry.clients[move.wave].insert(move.node);
            }
        }
    }
    for (const auto& [source, service] : registries) {
        //: %1 is a registry, %2 a size
        effects.push_back(
            {QStringLiteral("upstreamRead"), source, service.bytes,
             Words::tr("%1 is read for %2, by at most %n node(s) at once", nullptr, service.most())
                 .arg(source, formatBytes(service.bytes))});
    }
}

void addOnlyHolders(const PrewarmStock& now, std::span<const PrewarmMove> moves,
                    std::vector<PrewarmEffect>& effects)
{
    const PrewarmProblem& problem = now.problem();
    std::map<quint32, Service> holders;
    for (const PrewarmMove& move : moves) {
        for (const PrewarmMove::Supply& supply : move.supplies) {
            const auto isOnly = [&](quint32 piece) {
                return now.copies(piece) == 1 && now.has(*supply.holder, piece);
            };
            if (supply.holder && std::ranges::any_of(supply.pieces, isOnly)) {
                Service& holder = holders[*supply.holder];
                holder.bytes = addBytes(holder.bytes, bytesOf(problem, supply.pieces));
                holder.clients[move.wave].insert(move.node);
            }
        }
    }
    for (const auto& [node, service] : holders) {
        const QString& name = problem.nodes[node].name;
        //: %1 is a node, %2 a size
        effects.push_back(
            {QStringLiteral("holderServes"), name, service.bytes,
             Words::tr("%1 serves %2 of which some lies there alone, to at most %n node(s) at once", nullptr,
                       service.most())
                 .arg(name, formatBytes(service.bytes))});
    }
}

void addDisks(const PrewarmStock& planned, std::vector<PrewarmEffect>& effects)
{
    const PrewarmProblem& problem = planned.problem();
    int nodes = 0;
    qint64 bytes = 0;
    quint32 most = 0;
    for (quint32 node = 0; node < problem.nodes.size(); ++node) {
        const qint64 fetched = planned.fetchedBytes(node);
        nodes += fetched > 0 ? 1 : 0;
        bytes = addBytes(bytes, fetched);
        most = fetched > planned.fetchedBytes(most) ? node : most;
    }
    if (nodes == 0) {
        return;
    }
    const QString& name = problem.nodes[most].name;
    effects.push_back(
        {QStringLiteral("disk"), name, planned.fetchedBytes(most),
         //: %1 and %3 are sizes, %2 is a node
         Words::tr("%n node(s) take(s) in %1, most of all %2: %3, and again about twice that unpacked",
                   nullptr, nodes)
             .arg(formatBytes(bytes), name, formatBytes(planned.fetchedBytes(most)))});
}

void addPlatforms(const PrewarmProblem& problem, std::span<const PrewarmMove> moves,
                  std::vector<PrewarmEffect>& effects)
{
    std::map<QString, int> leftOut;
    for (const quint32 target : platformsLeftOut(problem)) {
        ++leftOut[problem.targets[target].platform];
    }
    for (const auto& [platform, images] : leftOut) {
        effects.push_back({QStringLiteral("leftOut"), platform, 0,
                           Words::tr("%1 of %n image(s) is left out, since no node pulls it", nullptr, images)
                               .arg(platform)});
    }
    std::set<quint32> assumedNodes;
    for (const PrewarmMove& move : moves) {
        if (problem.targets[move.target].isOneOfSeveral && problem.nodes[move.node].isPlatformAssumed) {
            assumedNodes.insert(move.node);
        }
    }
    QStringList assumed;
    QString platform;
    for (const quint32 node : assumedNodes) {
        assumed << problem.nodes[node].name;
        platform = problem.nodes[node].worth.platform.value_or(QString());
    }
    if (!assumed.isEmpty()) {
        effects.push_back({QStringLiteral("assumed"), platform, 0,
                           //: %1 are nodes, %2 is a platform such as linux/arm64
                           Words::tr("%1 is/are taken for %2: nothing on it/them tells, and no node is known "
                                     "to pull anything else",
                                     nullptr, static_cast<int>(assumed.size()))
                               .arg(someNames(assumed), platform)});
    }
}

} // namespace

std::vector<PrewarmEffect> prewarmEffects(const PrewarmStock& now, const PrewarmStock& planned,
                                          std::span<const PrewarmMove> moves)
{
    std::vector<PrewarmEffect> effects;
    if (!moves.empty()) {
        addCopies(now, planned, effects);
        addReads(now.problem(), moves, effects);
        addOnlyHolders(now, moves, effects);
        addDisks(planned, effects);
    }
    addPlatforms(now.problem(), moves, effects);
    return effects;
}

} // namespace stowage
