// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmStock.h"

#include <optional>
#include <span>

namespace stowage {

/// A node that may pull a target.
struct PrewarmCandidate
{
    quint32 node = 0;
    quint32 reluctance = 0; ///< in thousandths of what it fetches

    /// What fetching this weight on it costs; half a weight for the pull itself, so that of two ways that
    /// fetch the same the one of fewer pulls is the cheaper.
    double cost(double fetched) const { return fetched * (1 + reluctance / 1000.0) + 0.5; }
};

/// Less than any difference of costs that should decide anything.
inline constexpr double PrewarmSliver = 0.25;

/// A cheap set of nodes on which to pull one target so that its pieces meet their aims, all other pulls
/// standing as they do: a greedy choice, then branch and bound for a cheaper one, over classes of nodes that
/// are alike. The cheapest, unless the budget ends first.
class PrewarmSearch
{
public:
    struct Solution
    {
        std::vector<quint32> nodes;
        double cost = 0;
    };

    /// The target has no pulls in the stock now.
    PrewarmSearch(const PrewarmStock& stock, quint32 target, std::span<const PrewarmCandidate> candidates);

    /// Visits at most `budget` partial sets beyond the greedy choice.
    Solution solve(qint64 budget);

private:
    /// Candidates of one zone and reluctance that lack the same pieces.
    struct Class
    {
        quint32 zone = 0; ///< numbered anew, over classes only
        double cost = 0;
        quint32 crowd = 0;          ///< copies of the target's pieces in the zone
        std::vector<quint32> nodes; ///< those with least to fetch so far first
    };
    /// Needed pieces that lie on the same nodes: they can only be had together.
    struct Bundle
    {
        double weight = 0;
        qint32 copiesShort = 0;
        qint32 zonesShort = 0;

        qint32 need() const { return std::max(copiesShort, zonesShort); }
    };
    struct State
    {
        std::vector<Bundle> bundles;
        std::vector<bool> inZone;   ///< bundle × zone
        std::vector<quint32> left;  ///< by class: nodes that may still be taken
        std::vector<quint32> taken; ///< by class
        double cost = 0;
    };

    void makeClasses(std::span<const PrewarmCandidate> candidates);
    void addClass(std::span<const PrewarmCandidate> candidates, std::span<const size_t> members);
    void makeBundles();
    bool lacks(size_t way, size_t bundle) const { return m_lacks.test(way, bundle); }
    bool helps(const State& state, size_t way, size_t bundle) const;
    double gain(const State& state, size_t way) const;
    void take(State& state, size_t way) const;
    State greedy() const;
    void visit(const State& state);
    double leastFurtherCost(const State& state) const;
    std::vector<size_t> waysFor(const State& state, size_t bundle) const;

    const PrewarmStock& m_stock;
    const std::vector<quint32>& m_pieces;
    std::vector<Class> m_classes;
    std::vector<quint32> m_zones; ///< of the stock, by number here
    BitGrid m_lacks;              ///< class × bundle
    State m_first;
    double m_leastReluctance = 0;
    double m_best = 0;
    std::vector<quint32> m_bestTaken; ///< by class
    qint64 m_budget = 0;
};

} // namespace stowage
