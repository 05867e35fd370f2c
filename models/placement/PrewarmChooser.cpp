// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmChooser.h"

#include "models/placement/PrewarmFitness.h"

#include <algorithm>
#include <numeric>

namespace stowage {
namespace {

constexpr qint64 SearchWork = 200'000;   // partial sets that all targets' searches visit at most, once around
constexpr qint64 LeastSearchWork = 100;  // that a search may visit at least
constexpr qint64 ChoiceWork = 6'000'000; // looks at a piece on a node that improvements may take
constexpr int MostRounds = 6;
constexpr size_t MostPairs = 2'000;
constexpr quint32 Unsteady = 1000; // reluctance beyond all that worth gives

} // namespace

PrewarmChooser::PrewarmChooser(PrewarmStock& stock)
    : m_stock(stock), m_candidates(stock.problem().targets.size()), m_isWasteful(m_candidates.size()),
      m_searchBudget(std::max(LeastSearchWork,
                              SearchWork / std::max<qint64>(1, static_cast<qint64>(m_candidates.size())))),
      m_work(ChoiceWork)
{
    for (quint32 target = 0; target < m_candidates.size(); ++target) {
        if (stock.isShort(target)) {
            findCandidates(target);
        }
    }
    aimAtWhatCanBeHad();
}

void PrewarmChooser::findCandidates(quint32 target)
{
    const PrewarmProblem& problem = m_stock.problem();
    std::vector<PrewarmCandidate> steady;
    std::vector<PrewarmCandidate> all;
    for (quint32 node = 0; node < problem.nodes.size(); ++node) {
        const auto& each = problem.nodes[node];
        if (m_stock.fitness(target, node) != PrewarmFitness::Fit ||
            !m_stock.hasRoom(node, m_stock.offer(target, node).bytes)) {
            continue;
        }
        PrewarmCandidate candidate{node, reluctance(each.worth)};
        if (isSteady(each.worth)) {
            steady.push_back(candidate);
        } else {
            candidate.reluctance += Unsteady;
        }
        all.push_back(candidate);
    }
    m_candidates[target] = reachesAsFar(target, steady, all) ? std::move(steady) : std::move(all);
}

bool PrewarmChooser::reachesAsFar(quint32 target, const std::vector<PrewarmCandidate>& some,
                                  const std::vector<PrewarmCandidate>& all) const
{
    if (some.size() == all.size()) {
        return true;
    }
    std::vector<bool> zones;
    const auto reach = [&](quint32 piece, const std::vector<PrewarmCandidate>& candidates) {
        quint32 copies = m_stock.copies(piece);
        quint32 zoneCount = m_stock.zonesOf(piece);
        zones.assign(m_stock.zoneCount(), false);
        for (const PrewarmCandidate& each : candidates) {
            const quint32 zone = m_stock.zoneOf(each.node);
            if (!m_stock.has(each.node, piece)) {
                ++copies;
                zoneCount += !zones[zone] && m_stock.copiesIn(piece, zone) == 0 ? 1 : 0;
                zones[zone] = true;
            }
        }
        const PlacementGoal goal = m_stock.goal(piece);
        return std::min(copies, goal.copies) + std::min(zoneCount, goal.zones);
    };
    return std::ranges::all_of(m_stock.problem().targets[target].pieces,
                               [&](quint32 piece) { return reach(piece, some) == reach(piece, all); });
}

void PrewarmChooser::aimAtWhatCanBeHad()
{
    const PrewarmProblem& problem = m_stock.problem();
    const size_t zoneCount = m_stock.zoneCount();
    BitGrid reachable(problem.pieces.size(), problem.nodes.size());
    BitGrid zones(problem.pieces.size(), zoneCount);
    std::vector<quint32> copies(problem.pieces.size());
    for (quint32 target = 0; target < m_candidates.size(); ++target) {
        for (const PrewarmCandidate& each : m_candidates[target]) {
            for (const quint32 piece : problem.targets[target].pieces) {
                if (!m_stock.has(each.node, piece) && !reachable.test(piece, each.node)) {
                    reachable.set(piece, each.node);
                    zones.set(piece, m_stock.zoneOf(each.node));
                    ++copies[piece];
                }
            }
        }
    }
    for (quint32 piece = 0; piece < problem.pieces.size(); ++piece) {
        quint32 inZones = m_stock.zonesOf(piece);
        for (quint32 zone = 0; zone < zoneCount; ++zone) {
            inZones += zones.test(piece, zone) && m_stock.copiesIn(piece, zone) == 0 ? 1 : 0;
        }
        const PlacementGoal goal = m_stock.goal(piece);
        m_stock.setAim(piece, {std::min(goal.copies, m_stock.copies(piece) + copies[piece]),
                               std::min(goal.zones, inZones)});
    }
}

void PrewarmChooser::choose(Effort effort)
{
    const std::vector<quint32> targets = order();
    for (const quint32 target : targets) {
        solve(target, 0);
    }
    if (effort == Effort::Full) {
        improveAll(targets);
    }
}

std::vector<quint32> PrewarmChooser::order() const
{
    std::vector<quint32> targets(m_candidates.size());
    std::iota(targets.begin(), targets.end(), 0U);
    std::erase_if(targets, [this](quint32 target) { return m_candidates[target].empty(); });
    // The most that is missing first: what small images share with large ones comes along with these.
    std::vector<double> weights(m_candidates.size());
    for (const quint32 target : targets) {
        weights[target] = missing(std::span(&target, 1));
    }
    std::ranges::stable_sort(targets, std::greater{}, [&](quint32 target) { return weights[target]; });
    return targets;
}

PrewarmChooser::Pulls PrewarmChooser::solve(quint32 target, qint64 budget)
{
    m_work -=
        static_cast<qint64>(m_candidates[target].size() * m_stock.problem().targets[target].pieces.size());
    Pulls nodes = PrewarmSearch(m_stock, target, m_candidates[target]).solve(budget).nodes;
    for (const quint32 node : nodes) {
        m_stock.pull(target, node);
    }
    return nodes;
}

PrewarmChooser::Pulls PrewarmChooser::dropAll(quint32 target)
{
    const auto pulls = m_stock.pullsOf(target);
    Pulls nodes(pulls.begin(), pulls.end());
    for (const quint32 node : nodes) {
        m_stock.drop(target, node);
    }
    return nodes;
}

double PrewarmChooser::pullAll(quint32 target, const Pulls& nodes)
{
    double cost = 0;
    for (const quint32 node : nodes) {
        const auto candidate =
            std::ranges::lower_bound(m_candidates[target], node, {}, &PrewarmCandidate::node);
        cost += candidate->cost(m_stock.offer(target, node).fetched);
        m_stock.pull(target, node);
    }
    return cost;
}

double PrewarmChooser::missing(std::span<const quint32> targets) const
{
    double weight = 0;
    for (const quint32 target : targets) {
        for (const quint32 piece : m_stock.problem().targets[target].pieces) {
            weight += m_stock.weight(piece) * m_stock.need(piece);
        }
    }
    return weight;
}

double PrewarmChooser::leastCost(quint32 target) const
{
    quint32 pulls = 0;
    quint32 least = UINT32_MAX;
    for (const quint32 piece : m_stock.problem().targets[target].pieces) {
        pulls = std::max(pulls, m_stock.need(piece));
    }
    for (const PrewarmCandidate& each : m_candidates[target]) {
        least = std::min(least, each.reluctance);
    }
    return missing(std::span(&target, 1)) * (1 + least / 1000.0) + 0.5 * pulls;
}

void PrewarmChooser::improveAll(const std::vector<quint32>& targets)
{
    bool isBetter = true;
    for (int round = 0; isBetter && round < MostRounds && m_work > 0; ++round) {
        isBetter = false;
        for (const quint32 target : targets) {
            isBetter |= improve(std::span(&target, 1));
        }
        for (const auto& pair : pairs(targets)) {
            isBetter |= improve(pair);
        }
    }
}

bool PrewarmChooser::improve(std::span<const quint32> targets)
{
    if (m_work <= 0) {
        return false;
    }
    std::vector<Pulls> best;
    for (const quint32 target : targets) {
        best.push_back(dropAll(target));
    }
    const double bound = targets.size() == 1 ? leastCost(targets.front()) : 0;
    const auto restore = [&](const std::vector<Pulls>& pulls) {
        double cost = 0;
        for (size_t i = 0; i < targets.size(); ++i) {
            cost += pullAll(targets[i], pulls[i]);
        }
        return cost;
    };
    double bestCost = restore(best);
    double leastMissing = missing(targets);
    if (targets.size() == 1) {
        m_isWasteful[targets.front()] = bestCost > bound + PrewarmSliver;
    }
    if (bestCost <= bound + PrewarmSliver && leastMissing <= 0) {
        return false;
    }
    bool isBetter = false;
    std::vector<size_t> turn(targets.size());
    std::iota(turn.begin(), turn.end(), size_t{0});
    do {
        std::ranges::for_each(targets, [this](quint32 target) { dropAll(target); });
        std::vector<Pulls> tried(targets.size());
        for (const size_t i : turn) {
            tried[i] = solve(targets[i], m_searchBudget);
        }
        const double stillMissing = missing(targets);
        std::ranges::for_each(targets, [this](quint32 target) { dropAll(target); });
        const double cost = restore(tried);
        if (stillMissing < leastMissing - PrewarmSliver ||
            (stillMissing <= leastMissing + PrewarmSliver && cost < bestCost - PrewarmSliver)) {
            best = std::move(tried);
            bestCost = cost;
            leastMissing = stillMissing;
            isBetter = true;
        }
    } while (std::ranges::next_permutation(turn).found);
    std::ranges::for_each(targets, [this](quint32 target) { dropAll(target); });
    restore(best);
    return isBetter;
}

std::vector<std::array<quint32, 2>> PrewarmChooser::pairs(const std::vector<quint32>& targets) const
{
    const auto sharesPieces = [this](quint32 first, quint32 second) {
        const auto& some = m_stock.problem().targets[first].pieces;
        const auto& others = m_stock.problem().targets[second].pieces;
        return std::ranges::any_of(some,
                                   [&](quint32 piece) { return std::ranges::binary_search(others, piece); });
    };
    std::vector<std::array<quint32, 2>> pairs;
    for (size_t i = 0; i < targets.size(); ++i) {
        for (size_t j = i + 1; j < targets.size() && pairs.size() < MostPairs; ++j) {
            if ((m_isWasteful[targets[i]] || m_isWasteful[targets[j]]) &&
                sharesPieces(targets[i], targets[j])) {
                pairs.push_back({targets[i], targets[j]});
            }
        }
    }
    return pairs;
}

} // namespace stowage
