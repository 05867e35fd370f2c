// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/FoldState.h"

namespace stowage {

/// Sees what alerts have in common that nothing explained one by one: a zone whose hosts fail together, many
/// hosts that fail in one way, a storm. Their groups become one then.
class IncidentCollectives
{
public:
    explicit IncidentCollectives(FoldState& state) : m_state(state) {}

    /// An alert has just opened a group.
    void opened(quint32 group, const MemberFactsPtr& facts, Timestamp at);

private:
    using Openings = std::vector<GroupOpening>;

    template <class Condition>
    Openings recent(Timestamp at, Millis within, Condition condition) const;
    bool foldZone(const GroupOpening& last);
    bool foldName(const GroupOpening& last);
    void foldStorm(const GroupOpening& last);
    bool joinStorm(const GroupOpening& last);
    bool isZoneAlone(const Openings& openings) const;
    quint32 foldInto(const Openings& openings, BelongingKind why, const QString& detail);
    void markZone(quint32 group, const MemberFacts& facts, Timestamp at);
    void markName(quint32 group, const MemberFacts& facts, Timestamp at);
    /// Into the one that opened first, unless a person has had a hand in the other; gives where it goes on.
    quint32 mergeYoung(quint32 other, quint32 group);
    /// Zones that fail in one way at one time are not two things.
    void unite(const GroupTrace& zone, quint32 group, const MemberFacts& facts, Timestamp at);

    FoldState& m_state;
};

} // namespace stowage
