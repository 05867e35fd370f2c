// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmRefusals.h"

#include "models/placement/PrewarmFitness.h"
#include "models/placement/PrewarmWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Prewarm)
};

/// The nodes that will not have the whole target, by what speaks against them.
struct Bystanders
{
    std::array<QStringList, 10> byFitness;
    QStringList full; ///< fit, but for their disks

    const QStringList& that(PrewarmFitness fitness) const
    {
        return byFitness.at(static_cast<size_t>(fitness));
    }
};

Bystanders bystandersOf(const PrewarmStock& planned, quint32 target)
{
    const PrewarmProblem& problem = planned.problem();
    Bystanders result;
    for (quint32 node = 0; node < problem.nodes.size(); ++node) {
        if (planned.isPulled(target, node)) {
            continue;
        }
        const auto& each = problem.nodes[node];
        const PrewarmFitness fitness = planned.fitness(target, node);
        if (fitness != PrewarmFitness::Fit) {
            result.byFitness.at(static_cast<size_t>(fitness)) << each.name;
        } else if (!planned.hasRoom(node, planned.offer(target, node).bytes)) {
            result.full << each.name;
        }
    }
    return result;
}

PrewarmObstacle obstacleOf(const PrewarmRefusal& refusal, const Bystanders& nodes, PlacementGoal goal)
{
    if (!nodes.that(PrewarmFitness::PlatformUnknown).isEmpty()) {
        return PrewarmObstacle::NoPlatform;
    }
    if (!nodes.that(PrewarmFitness::CellsUnknown).isEmpty()) {
        return PrewarmObstacle::UnknownCells;
    }
    if (!nodes.full.isEmpty()) {
        return PrewarmObstacle::NoDisk;
    }
    return refusal.copies >= goal.copies ? PrewarmObstacle::FewZones : PrewarmObstacle::FewNodes;
}

/// "n1 and n2 are gone; n3 is cordoned", in the order of what can be done about it.
QString whyNot(const Bystanders& nodes, const PrewarmProblem::Target& target)
{
    QStringList clauses;
    const auto say = [&clauses](const QStringList& names, auto words) {
        if (!names.isEmpty()) {
            clauses << words(static_cast<int>(names.size())).arg(someNames(names));
        }
    };
    say(nodes.that(PrewarmFitness::PlatformUnknown), [](int n) {
        return Words::tr("which platform %1 pull(s) is not known (--platform names it)", nullptr, n);
    });
    say(nodes.that(PrewarmFitness::CellsUnknown),
        [](int n) { return Words::tr("what lies on %1 is not known", nullptr, n); });
    say(nodes.full, [](int n) { return Words::tr("%1 has/have no room on disk", nullptr, n); });
    say(nodes.that(PrewarmFitness::Cordoned),
        [](int n) { return Words::tr("%1 is/are cordoned", nullptr, n); });
    say(nodes.that(PrewarmFitness::Stale),
        [](int n) { return Words::tr("nobody has told of %1 for too long", nullptr, n); });
    say(nodes.that(PrewarmFitness::Unable), [](int n) { return Words::tr("%1 cannot serve", nullptr, n); });
    say(nodes.that(PrewarmFitness::Gone), [](int n) { return Words::tr("%1 is/are gone", nullptr, n); });
    say(nodes.that(PrewarmFitness::Unseen),
        [](int n) { return Words::tr("%1 was/were never seen", nullptr, n); });
    say(nodes.that(PrewarmFitness::OtherPlatform), [&target](int n) {
        //: %1 are nodes, %2 is a platform such as linux/arm64
        return Words::tr("%1 pull(s) another platform than %2", nullptr, n)
            .arg(QStringLiteral("%1"), target.platform);
    });
    if (clauses.isEmpty()) {
        clauses << Words::tr("no other node is there");
    }
    return clauses.join(QStringLiteral("; "));
}

std::optional<PrewarmRefusal> refusalOf(const PrewarmStock& planned, quint32 target)
{
    const PrewarmProblem& problem = planned.problem();
    const auto& wanted = problem.targets[target];
    PrewarmRefusal refusal{
        PrewarmObstacle::FewNodes, wanted.image, wanted.platform, {}, UINT32_MAX, UINT32_MAX, {}};
    for (const quint32 piece : wanted.pieces) {
        if (planned.copies(piece) < wanted.goal.copies || planned.zonesOf(piece) < wanted.goal.zones) {
            refusal.pieces.push_back(problem.pieces[piece].digest);
            refusal.copies = std::min(refusal.copies, planned.copies(piece));
            refusal.zones = std::min(refusal.zones, planned.zonesOf(piece));
        }
    }
    if (refusal.pieces.empty()) {
        return std::nullopt;
    }
    const Bystanders nodes = bystandersOf(planned, target);
    refusal.obstacle = obstacleOf(refusal, nodes, wanted.goal);
    const QString reached = Words::tr("%n part(s) reach(es) only %1 of %2 copies", nullptr,
                                      static_cast<int>(refusal.pieces.size()))
                                .arg(refusal.copies)
                                .arg(wanted.goal.copies) +
                            QStringLiteral(", ") +
                            Words::tr("in %1 of %2 zones").arg(refusal.zones).arg(wanted.goal.zones);
    refusal.reason = reached + QStringLiteral(": ") + whyNot(nodes, wanted);
    return refusal;
}

} // namespace

std::vector<quint32> platformsLeftOut(const PrewarmProblem& problem)
{
    std::vector<quint32> found;
    for (quint32 target = 0; target < problem.targets.size(); ++target) {
        bool isOther = false;
        bool mayBe = false;
        for (const auto& node : problem.nodes) {
            const auto& platform = node.worth.platform;
            if (platform && !problem.targets[target].platform.isEmpty()) {
                (*platform == problem.targets[target].platform ? mayBe : isOther) = true;
            } else if (fitnessOf(node) == PrewarmFitness::Fit) {
                mayBe = true;
            }
        }
        if (isOther && !mayBe) {
            found.push_back(target);
        }
    }
    return found;
}

std::vector<PrewarmRefusal> prewarmRefusals(const PrewarmStock& planned)
{
    const PrewarmProblem& problem = planned.problem();
    const std::vector<quint32> leftOut = platformsLeftOut(problem);
    std::vector<PrewarmRefusal> refused;
    for (quint32 target = 0; target < problem.targets.size(); ++target) {
        if (std::ranges::binary_search(leftOut, target)) {
            continue;
        }
        if (auto refusal = refusalOf(planned, target)) {
            refused.push_back(std::move(*refusal));
        }
    }
    return refused;
}

} // namespace stowage
