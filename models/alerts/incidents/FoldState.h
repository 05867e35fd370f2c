// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/IncidentGroup.h"
#include "models/alerts/incidents/IncidentRules.h"
#include "models/alerts/incidents/StormWatch.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace stowage {

/// Which group last had something, and when.
struct GroupTrace
{
    quint32 group = 0;
    Timestamp last{};
};

using GroupTraces = QHash<TextKey, GroupTrace>;

/// An alert that nothing explained when it came: it opened a group. What many of them have in common is seen
/// a little later.
struct GroupOpening
{
    quint32 group = 0;
    Timestamp at{};
    MemberFactsPtr facts;
};

/// Where an alert is a member.
struct MemberPlace
{
    quint32 group = 0;
    quint32 index = 0;
};

/// All that folding turns has come to: a value, cheap to copy, since copies share what neither changes.
class FoldState
{
public:
    explicit FoldState(std::shared_ptr<const IncidentRules> rules) : m_rules(std::move(rules)) {}

    const IncidentRules& rules() const { return *m_rules; }

    QHash<quint32, std::shared_ptr<IncidentGroup>> groups; ///< by number, from 1 in the order they opened
    QHash<quint32, quint32> mergedInto;                    ///< groups that are no more
    QHash<TextKey, MemberPlace> places;                    ///< by alert
    GroupTraces subjects;                                  ///< by what alerts are about
    GroupTraces touches;                                   ///< by what fails with that
    GroupTraces labels;                                    ///< by joining labels
    GroupTraces zones;                                     ///< losses of zones, by zone, and by zone and kind
    GroupTraces zoneNames;                                 ///< the same by the name of their alerts
    GroupTraces names;                                     ///< what many hosts have in common
    std::vector<GroupOpening> openings;                    ///< the latest, oldest first
    QHash<TextKey, StormWatch> storms;                     ///< by source
    QHash<TextKey, Timestamp> endedEarly;                  ///< episodes whose end stands before their firing
    QSet<QString> ids;
    quint32 lastGroup = 0;
    quint64 version = 0; ///< of the group that was changed last

    /// The number under which a group goes on; 0 when it is forgotten.
    quint32 current(quint32 group) const;
    /// Null for 0.
    const IncidentGroup* find(quint32 group) const;
    /// To change a group; of a number that is current.
    IncidentGroup& edit(quint32 group);
    /// Null when the alert is in no group.
    const GroupMember* member(TextKey alert) const;

    /// A new empty group with an id that no other has.
    quint32 open(TextKey code, Timestamp at);
    /// Puts all of `from` into `into`; both current and not the same.
    void merge(quint32 into, quint32 from);
    /// Takes a member out; its group is there still, empty maybe.
    GroupMember takeOut(TextKey alert);
    /// Puts it in; `from`: the group that it comes from with all others.
    void putIn(quint32 group, GroupMember member, quint32 from = 0);

    /// Drops what no turn from `now` on can have to do with.
    void forget(Timestamp now);

private:
    /// What two groups know of one alert.
    void putTogether(quint32 group, size_t index, const GroupMember& member);
    void forgetGroups(Timestamp now);
    void drop(quint32 group);

    std::shared_ptr<const IncidentRules> m_rules;
};

/// Whether two moments are at most `within` apart, whichever is first.
inline bool isNear(Timestamp a, Timestamp b, Millis within)
{
    return a < b ? b - a <= within : a - b <= within;
}

} // namespace stowage
