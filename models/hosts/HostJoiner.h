// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostMatcher.h"

#include <map>
#include <utility>

namespace stowage {

/// One run of HostMatcher::match(): scores what pairs have in common, then joins groups from the highest
/// score to the lowest. Of one score a connected set of groups is joined whole or not at all, so that no
/// order decides.
class HostJoiner
{
public:
    /// The candidates must outlive it.
    HostJoiner(const HostMatcher& matcher, std::span<const HostCandidate> candidates,
               std::span<const HostDecision> decisions);

    HostGroups join();

private:
    using Index = quint32;
    using Pair = std::pair<Index, Index>; ///< the lesser first
    using Buckets = QHash<QString, std::vector<Index>>;

    /// What a candidate is found by.
    struct Marks
    {
        QString machineId; ///< folded, without dashes
        QString profileName;
        QStringList calls;
    };

    struct Evidence
    {
        int score = 0;
        QStringList shared;
    };

    void takeDecisions(std::span<const HostDecision> decisions);
    void gather(const Buckets& buckets, int score);
    void gatherAll();
    void joinScored(const std::vector<Pair>& pairs);
    void joinOrDoubt(const std::vector<Pair>& pairs);
    bool haveOneSourceApart(const Pair& pair) const;
    bool fit(const std::vector<Index>& members) const;
    bool areApart(Index a, Index b) const;
    bool isSecondRow(Index a, Index b) const;
    void doubt(const Pair& pair);
    QString whyNot(const Pair& pair) const;
    Index rootOf(Index index) const;
    void unite(Index a, Index b);

    std::span<const HostCandidate> m_candidates;
    std::vector<Marks> m_marks;
    std::map<Pair, Evidence> m_evidence;
    std::map<Pair, bool> m_decisions;
    std::vector<Index> m_parents;              ///< the least of a group is its root
    std::vector<std::vector<Index>> m_members; ///< by root
    std::vector<HostAmbiguity> m_doubts;
};

} // namespace stowage
