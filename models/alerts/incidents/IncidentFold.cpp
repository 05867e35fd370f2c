// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentFold.h"

#include "models/alerts/incidents/IncidentCollectives.h"
#include "models/alerts/incidents/IncidentJoining.h"
#include "models/alerts/incidents/PersonActs.h"

namespace stowage {
namespace {

GroupMember memberOf(const IncidentTurn& turn, const JoiningChoice& choice)
{
    GroupMember member;
    member.alert = turn.alert;
    member.code = member.lastCode = turn.uid;
    member.episode = turn.episode;
    member.facts = turn.facts;
    member.first = member.last = member.fired = turn.at;
    member.messages = turn.messages;
    member.why = choice.why;
    member.whyDetail = choice.detail;
    return member;
}

} // namespace

void IncidentFold::apply(const IncidentTurn& turn)
{
    switch (turn.kind) {
    case AlertEventKind::Fired:
        fire(turn);
        break;
    case AlertEventKind::Ended:
        end(turn);
        break;
    case AlertEventKind::Lost:
    case AlertEventKind::Unjudged:
        setUnknown(turn, true);
        break;
    case AlertEventKind::Found:
    case AlertEventKind::Judged:
        setUnknown(turn, false);
        break;
    case AlertEventKind::Changed:
        change(turn);
        break;
    case AlertEventKind::HeldBack:
        swing(turn);
        break;
    default:
        PersonActs(m_state).apply(turn);
        break;
    }
}

void IncidentFold::fire(const IncidentTurn& turn)
{
    const JoiningChoice choice = IncidentJoining(m_state).choose(turn);
    const auto place = m_state.places.constFind(turn.alert);
    const bool isAgain =
        choice.group != 0 && place != m_state.places.constEnd() && place->group == choice.group;
    const quint32 group = choice.group != 0 ? choice.group : m_state.open(turn.uid, turn.at);
    if (isAgain) {
        fireAgain(group, turn);
    } else {
        if (m_state.find(group)->isResolved() && choice.group != 0) {
            ++m_state.edit(group).reopened;
        }
        m_state.putIn(group, memberOf(turn, choice));
    }
    IncidentGroup& joined = m_state.edit(group);
    joined.resolvedAt = {};
    joined.told += turn.messages;
    if (choice.why == BelongingKind::Storm) {
        m_state.storms[turn.facts->sourceKey].note(turn.at);
    }
    if (!joined.isSplit) {
        IncidentJoining::leaveTraces(m_state, group, *turn.facts, turn.at);
    }
    if (choice.group == 0) {
        IncidentCollectives(m_state).opened(group, turn.facts, turn.at);
    }
    // Its end has been told already, dated before its beginning.
    const auto ended = m_state.endedEarly.constFind(turn.episode);
    if (ended != m_state.endedEarly.constEnd()) {
        m_state.endedEarly.erase(ended);
        end(turn);
    }
}

void IncidentFold::fireAgain(quint32 group, const IncidentTurn& turn)
{
    IncidentGroup& in = m_state.edit(group);
    if (in.isResolved()) {
        ++in.reopened;
    }
    GroupMember& member = in.members.at(m_state.places.value(turn.alert).index);
    in.open += member.isOpen ? 0 : 1;
    in.unknown -= member.isOpen && member.isUnknown ? 1 : 0;
    member.isOpen = true;
    member.isUnknown = false;
    member.facts = turn.facts;
    member.last = std::max(member.last, turn.at);
    member.fired = std::max(member.fired, turn.at);
    member.lastCode = turn.uid;
    member.episode = turn.episode;
    member.messages = turn.messages;
    ++member.episodes;
    in.lastAt = std::max(in.lastAt, turn.at);
    in.lastFired = std::max(in.lastFired, turn.at);
}

void IncidentFold::end(const IncidentTurn& turn)
{
    const GroupMember* const known = m_state.member(turn.alert);
    // One that fired anew at the moment in which it ended stands. Its own end, dated before its beginning, is
    // told by a clock that was set back in between.
    const auto isOfEarlier = [&] {
        return turn.at <= known->fired && turn.episode != known->episode;
    };
    if (!known || !known->isOpen || isOfEarlier()) {
        m_state.endedEarly.insert(turn.episode, turn.at);
        return;
    }
    const MemberPlace place = m_state.places.value(turn.alert);
    IncidentGroup& group = m_state.edit(place.group);
    GroupMember& member = group.members.at(place.index);
    count(group, member, turn.messages);
    --group.open;
    group.unknown -= member.isUnknown ? 1 : 0;
    const Timestamp at = std::max(turn.at, member.fired);
    member.isOpen = false;
    member.isUnknown = false;
    member.last = at;
    group.lastAt = std::max(group.lastAt, at);
    if (group.isResolved()) {
        group.resolvedAt = at;
    }
}

void IncidentFold::setUnknown(const IncidentTurn& turn, bool isUnknown)
{
    const GroupMember* const known = m_state.member(turn.alert);
    if (!known || !known->isOpen || known->isUnknown == isUnknown) {
        return;
    }
    const MemberPlace place = m_state.places.value(turn.alert);
    IncidentGroup& group = m_state.edit(place.group);
    GroupMember& member = group.members.at(place.index);
    member.isUnknown = isUnknown;
    member.last = std::max(member.last, turn.at);
    group.unknown += isUnknown ? 1U : ~0U;
    group.lastAt = std::max(group.lastAt, turn.at);
}

void IncidentFold::change(const IncidentTurn& turn)
{
    const GroupMember* const known = m_state.member(turn.alert);
    if (!known) {
        return;
    }
    const MemberPlace place = m_state.places.value(turn.alert);
    IncidentGroup& group = m_state.edit(place.group);
    GroupMember& member = group.members.at(place.index);
    member.facts = turn.facts;
    member.last = std::max(member.last, turn.at);
    group.lastAt = std::max(group.lastAt, turn.at);
    count(group, member, turn.messages);
}

/// The alert stands all the while; only how often it came is more.
void IncidentFold::swing(const IncidentTurn& turn)
{
    if (!m_state.member(turn.alert)) {
        return;
    }
    const MemberPlace place = m_state.places.value(turn.alert);
    IncidentGroup& group = m_state.edit(place.group);
    GroupMember& member = group.members.at(place.index);
    if (turn.hasSwungIn) {
        group.told += turn.messages;
        member.messages = turn.messages;
        ++member.episodes;
    } else {
        count(group, member, turn.messages);
    }
}

/// What its source has sent since it last told.
void IncidentFold::count(IncidentGroup& group, GroupMember& member, quint32 messages)
{
    if (messages > member.messages) {
        group.told += messages - member.messages;
        member.messages = messages;
    }
}

} // namespace stowage
