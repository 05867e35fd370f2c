// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/FoldArchive.h"

// Which fields each value has, in order, for writing and for reading. A field more is a new version in
// IncidentCodec.

namespace stowage::fields {

template <class Archive>
void archive(Archive& with, FoldSide<Archive, AlertSubject>& subject)
{
    with(subject.kind, subject.name);
}

template <class Archive>
void archive(Archive& with, FoldSide<Archive, AlertPlace>& place)
{
    with(place.subject, place.zone, place.touches);
}

template <class Archive>
void archive(Archive& with, FoldSide<Archive, AlertLabel>& label)
{
    with(label.name, label.value);
}

template <class Archive>
void archive(Archive& with, FoldSide<Archive, MemberFacts>& facts)
{
    with(facts.alert, facts.name, facts.source, facts.summary, facts.severity, facts.place, facts.labels);
}

template <class Archive>
void archive(Archive& with, FoldSide<Archive, AlertEvent>& event)
{
    with(event.number, event.uid, event.kind, event.at, event.seenAt, event.alert, event.name, event.severity,
         event.summary, event.incident, event.other, event.actor, event.note, event.until);
}

template <class Archive>
void archive(Archive& with, FoldSide<Archive, IncidentTurn>& turn)
{
    with(turn.order, turn.at, turn.seenAt, turn.uid, turn.episode, turn.alert, turn.kind, turn.messages,
         turn.hasSwungIn, turn.facts, turn.act);
}

template <class Archive>
void archive(Archive& with, FoldSide<Archive, GroupMember>& member)
{
    with(member.alert, member.code, member.lastCode, member.episode, member.facts, member.first, member.last,
         member.fired, member.episodes, member.messages, member.isOpen, member.isUnknown, member.isPinned,
         member.why, member.whyDetail);
}

template <class Archive>
void archive(Archive& with, FoldSide<Archive, GroupCare>& care)
{
    with(care.owner, care.acknowledgedBy, care.acknowledgedAt, care.note, care.mutedUntil, care.mutedBy);
}

template <class Archive>
void archive(Archive& with, FoldSide<Archive, IncidentGroup>& group)
{
    with(group.version, group.id, group.code, group.formerIds, group.members, group.open, group.unknown,
         group.told, group.reopened, group.openedAt, group.lastAt, group.lastFired, group.resolvedAt,
         group.latest, group.joined, group.isStorm, group.isSplit, group.isPinned, group.zone,
         group.commonKind, group.care);
}

template <class Archive>
void archive(Archive& with, FoldSide<Archive, GroupTrace>& trace)
{
    with(trace.group, trace.last);
}

template <class Archive>
void archive(Archive& with, FoldSide<Archive, GroupOpening>& opening)
{
    with(opening.group, opening.at, opening.facts);
}

template <class Archive>
void archive(Archive& with, FoldSide<Archive, MemberPlace>& place)
{
    with(place.group, place.index);
}

template <class Archive>
void archive(Archive& with, FoldSide<Archive, StormWatch>& watch)
{
    StormWatch::archive(with, watch);
}

template <class Archive>
void archive(Archive& with, FoldSide<Archive, FoldState>& state)
{
    with(state.groups, state.mergedInto, state.places, state.subjects, state.touches, state.labels,
         state.zones, state.zoneNames, state.names, state.openings, state.storms, state.endedEarly,
         state.lastGroup, state.version);
}

} // namespace stowage::fields
