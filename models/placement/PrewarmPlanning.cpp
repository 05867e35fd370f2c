// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmPlanning.h"

#include "models/core/Bytes.h"
#include "models/placement/PrewarmCanonical.h"
#include "models/placement/PrewarmChooser.h"
#include "models/placement/PrewarmEffects.h"
#include "models/placement/PrewarmRefusals.h"
#include "models/placement/PrewarmScheduler.h"
#include "models/placement/PrewarmTimes.h"
#include "models/placement/PrewarmWords.h"

namespace stowage {
namespace {

PrewarmSupply supplyOf(const PrewarmProblem& problem, const PrewarmMove& move,
                       const PrewarmMove::Supply& from)
{
    PrewarmSupply supply;
    if (from.holder) {
        supply.peer = problem.nodes[*from.holder].name;
    } else {
        supply.upstream = problem.targets[move.target].image.source;
    }
    supply.pieces = static_cast<quint32>(from.pieces.size());
    for (const quint32 piece : from.pieces) {
        supply.bytes = addBytes(supply.bytes, problem.pieces[piece].bytes);
    }
    return supply;
}

PrewarmStep stepOf(const PrewarmStock& now, const PrewarmMove& move)
{
    const PrewarmProblem& problem = now.problem();
    const auto& target = problem.targets[move.target];
    PrewarmStep step;
    step.node = problem.nodes[move.node].name;
    step.zone = problem.nodes[move.node].zone;
    step.image = target.image;
    step.platform = target.platform;
    step.pieces = static_cast<quint32>(target.pieces.size());
    step.held = step.pieces - static_cast<quint32>(move.pieces.size());
    step.wave = move.wave;
    for (const quint32 piece : move.pieces) {
        const auto& each = problem.pieces[piece];
        (each.kind == ContentKind::Layer ? step.layers : step.others).push_back(each.digest);
        step.bytes = addBytes(step.bytes, each.bytes);
    }
    for (const PrewarmMove::Supply& supply : move.supplies) {
        step.supplies.push_back(supplyOf(problem, move, supply));
    }
    step.reason = prewarmReason(now, move);
    return step;
}

/// The goal of all images; nothing when they differ.
std::optional<PlacementGoal> goalOf(const PrewarmProblem& problem)
{
    std::optional<PlacementGoal> goal;
    for (const auto& target : problem.targets) {
        if (goal && *goal != target.goal) {
            return std::nullopt;
        }
        goal = target.goal;
    }
    return goal;
}

} // namespace

PrewarmPlan planPrewarm(const PrewarmProblem& given, Timestamp now)
{
    const PrewarmProblem problem = canonical(given);
    const PrewarmStock before(problem);
    PrewarmStock planned(problem);
    PrewarmChooser(planned).choose();
    const std::vector<PrewarmMove> moves = PrewarmScheduler(problem, before).schedule(planned);

    PrewarmPlan plan;
    plan.hash = prewarmHash(problem);
    plan.made = now;
    plan.expires = now + PrewarmPlan::Validity;
    plan.goal = goalOf(problem);
    plan.targets = static_cast<quint32>(problem.targets.size());
    for (const PrewarmMove& move : moves) {
        plan.steps.push_back(stepOf(before, move));
    }
    plan.effects = prewarmEffects(before, planned, moves);
    plan.refused = prewarmRefusals(planned);
    plan.waveTimes = waveTimes(problem, moves);
    plan.isPeerRateMeasured = problem.rates.peerBytesPerSecond.has_value();
    plan.isUpstreamRateMeasured = problem.rates.upstreamBytesPerSecond.has_value();
    plan.peerBytesPerSecond = problem.rates.peerBytesPerSecond.value_or(AssumedPeerBytesPerSecond);
    plan.upstreamBytesPerSecond =
        problem.rates.upstreamBytesPerSecond.value_or(AssumedUpstreamBytesPerSecond);
    return plan;
}

} // namespace stowage
