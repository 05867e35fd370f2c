// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmSearch.h"

#include <array>

namespace stowage {

/// Chooses which image is pulled on which node, so that every piece comes as near to its goal as can be for
/// few bytes: a greedy first choice, then target by target, and by pairs that share pieces, a search for a
/// cheaper one while the others stand, until nothing gets cheaper or the work is used up. Work is counted,
/// not timed: the same problem is always chosen for alike.
class PrewarmChooser
{
public:
    /// How much is tried; None shows what the greedy choice alone is worth.
    enum class Effort : quint8
    {
        None,
        Full
    };

    /// Nothing is pulled in the stock yet.
    explicit PrewarmChooser(PrewarmStock& stock);

    void choose(Effort effort = Effort::Full);

private:
    using Pulls = std::vector<quint32>; ///< the nodes of a target

    void findCandidates(quint32 target);
    bool reachesAsFar(quint32 target, const std::vector<PrewarmCandidate>& some,
                      const std::vector<PrewarmCandidate>& all) const;
    void aimAtWhatCanBeHad();
    std::vector<quint32> order() const;

    Pulls solve(quint32 target, qint64 budget);
    Pulls dropAll(quint32 target);
    double pullAll(quint32 target, const Pulls& nodes);
    double missing(std::span<const quint32> targets) const;
    double leastCost(quint32 target) const;

    void improveAll(const std::vector<quint32>& targets);
    bool improve(std::span<const quint32> targets);
    std::vector<std::array<quint32, 2>> pairs(const std::vector<quint32>& targets) const;

    PrewarmStock& m_stock;
    std::vector<std::vector<PrewarmCandidate>> m_candidates; ///< by target, in node order
    std::vector<bool> m_isWasteful; ///< by target: its pulls fetch more than is needed
    qint64 m_searchBudget = 0;
    qint64 m_work = 0; ///< what is left of it
};

} // namespace stowage
