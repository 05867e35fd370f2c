// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/BitGrid.h"
#include "models/placement/PrewarmMove.h"
#include "models/placement/PrewarmStock.h"

#include <unordered_map>

namespace stowage {

/// Puts pulls into waves. What nobody holds one node fetches from upstream at first, so that a registry is
/// read once. In each zone where nobody holds a piece one node, the seed, fetches it from another zone. All
/// others wait until it has arrived, and then fetch it within the zone. No holder serves more than
/// `nodesPerHolder` nodes in a wave, and no registry more than `nodesPerUpstream`. What one node pulls in a
/// wave it pulls one after another.
class PrewarmScheduler
{
public:
    /// Before any pull: who holds what now. Both outlive it.
    PrewarmScheduler(const PrewarmProblem& problem, const PrewarmStock& now);

    /// By wave. Pulls that find everything there already are left out.
    std::vector<PrewarmMove> schedule(const PrewarmStock& planned);

private:
    /// Where a piece may come from, or that it must wait.
    struct Source
    {
        bool mustWait = false;
        std::optional<quint32> holder;
    };

    std::vector<PrewarmMove> inOrder(const PrewarmStock& planned) const;
    bool place(PrewarmMove& move);
    Source sourceOf(quint32 piece, const PrewarmMove& move) const;
    std::optional<quint32> freeHolder(const std::vector<quint32>& holders, const PrewarmMove& move) const;
    bool maySupply(quint32 holder, const PrewarmMove& move) const;
    bool mayRead(const PrewarmMove& move) const;
    void commit(PrewarmMove& move);
    void endWave(const std::vector<PrewarmMove>& placed);

    const std::vector<quint32>& holders(quint32 piece, quint32 zone) const
    {
        return m_holders[piece * m_zones + zone];
    }

    const PrewarmProblem& m_problem;
    const PrewarmStock& m_now;
    size_t m_zones;
    std::vector<std::vector<quint32>> m_holders; ///< by piece × zone, live nodes as of the wave's begin
    BitGrid m_has;                               ///< node × piece, this wave's arrivals included

    // Of this wave.
    std::vector<std::vector<quint32>> m_served;                  ///< by holder: the nodes it serves
    std::unordered_map<QString, std::vector<quint32>> m_readers; ///< by registry: the nodes that read from it
    std::unordered_map<size_t, quint32> m_seeds;                 ///< by piece × zone: who fetches it first
    std::unordered_map<size_t, quint32>
        m_firsts; ///< by piece: who fetches it where it was nowhere in the zone
};

} // namespace stowage
