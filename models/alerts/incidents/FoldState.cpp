// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/FoldState.h"

#include <algorithm>

namespace stowage {
namespace {

/// What lies behind, or so far ahead that only a clock that was wrong can have told it.
struct Outside
{
    Timestamp from;
    Timestamp to;

    bool operator()(Timestamp at) const { return at < from || at > to; }
};

void forgetTraces(GroupTraces& traces, const Outside& isOver)
{
    const bool isAnything = std::any_of(traces.cbegin(), traces.cend(),
                                        [&](const GroupTrace& trace) { return isOver(trace.last); });
    if (isAnything) {
        traces.removeIf([&](const GroupTraces::iterator& each) { return isOver(each.value().last); });
    }
}

/// What persons did to either; where both have something, the one that goes on has the word.
void takeCare(GroupCare& to, const GroupCare& from)
{
    if (to.owner.isEmpty()) {
        to.owner = from.owner;
    }
    if (to.acknowledgedAt == Timestamp{}) {
        to.acknowledgedAt = from.acknowledgedAt;
        to.acknowledgedBy = from.acknowledgedBy;
    }
    if (to.note.isEmpty()) {
        to.note = from.note;
    }
}

} // namespace

quint32 FoldState::current(quint32 group) const
{
    auto next = mergedInto.constFind(group);
    while (next != mergedInto.constEnd()) {
        group = next.value();
        next = mergedInto.constFind(group);
    }
    return groups.contains(group) ? group : 0;
}

const IncidentGroup* FoldState::find(quint32 group) const
{
    const auto found = groups.constFind(group);
    return found == groups.constEnd() ? nullptr : found.value().get();
}

IncidentGroup& FoldState::edit(quint32 group)
{
    std::shared_ptr<IncidentGroup>& shared = groups[group];
    if (shared.use_count() > 1) { // an earlier state has it too
        shared = std::make_shared<IncidentGroup>(*shared);
    }
    shared->version = ++version;
    return *shared;
}

const GroupMember* FoldState::member(TextKey alert) const
{
    const auto place = places.constFind(alert);
    if (place == places.constEnd()) {
        return nullptr;
    }
    const IncidentGroup* const group = find(place->group);
    return group ? &group->members.at(place->index) : nullptr;
}

quint32 FoldState::open(TextKey code, Timestamp at)
{
    auto group = std::make_shared<IncidentGroup>();
    group->version = ++version;
    group->code = code;
    group->openedAt = at;
    int length = 6;
    group->id = incidentId(code, length);
    while (ids.contains(group->id) && length < 12) {
        group->id = incidentId(code, ++length);
    }
    ids.insert(group->id);
    groups.insert(++lastGroup, group);
    return lastGroup;
}

void FoldState::merge(quint32 into, quint32 from)
{
    const std::shared_ptr<IncidentGroup> gone = groups.take(from);
    mergedInto.insert(from, into);
    IncidentGroup& group = edit(into);
    const Timestamp opened = std::min(group.openedAt, gone->openedAt);
    QHash<TextKey, size_t> known;
    for (size_t i = 0; i < group.members.size(); ++i) {
        known.insert(group.members[i].alert, i);
    }
    for (const GroupMember& member : gone->members) {
        const auto same = known.constFind(member.alert);
        if (same == known.constEnd()) {
            putIn(into, member, from);
        } else {
            putTogether(into, same.value(), member);
        }
    }
    group.openedAt = opened;
    group.told += gone->told;
    group.reopened += gone->reopened;
    group.isStorm = group.isStorm || gone->isStorm;
    group.lastAt = std::max(group.lastAt, gone->lastAt);
    group.lastFired = std::max(group.lastFired, gone->lastFired);
    group.resolvedAt = group.isResolved() ? std::max(group.resolvedAt, gone->resolvedAt) : Timestamp{};
    group.formerIds.append(gone->id);
    group.formerIds.append(gone->formerIds);
    takeCare(group.care, gone->care);
}

void FoldState::putIn(quint32 group, GroupMember member, quint32 from)
{
    IncidentGroup& to = edit(group);
    to.open += member.isOpen ? 1 : 0;
    to.unknown += member.isOpen && member.isUnknown ? 1 : 0;
    to.lastAt = std::max(to.lastAt, member.last);
    to.lastFired = std::max(to.lastFired, member.fired);
    to.openedAt = std::min(to.openedAt, member.first);
    to.noteJoined(member.fired, rules());
    // An alert that has fired elsewhere since is known by where it is now.
    const auto place = places.constFind(member.alert);
    if (from == 0 || place == places.constEnd() || place->group == from) {
        places.insert(member.alert, {group, static_cast<quint32>(to.members.size())});
    }
    to.members.push_back(std::move(member));
}

void FoldState::putTogether(quint32 group, size_t index, const GroupMember& member)
{
    IncidentGroup& in = edit(group);
    GroupMember& same = in.members.at(index);
    in.open -= same.isOpen ? 1 : 0;
    in.unknown -= same.isOpen && same.isUnknown ? 1 : 0;
    const bool isLater = member.fired > same.fired;
    same.facts = isLater ? member.facts : same.facts;
    same.messages = isLater ? member.messages : same.messages;
    same.isUnknown = isLater ? member.isUnknown : same.isUnknown;
    same.isOpen = isLater ? member.isOpen : same.isOpen;
    same.code = member.first < same.first ? member.code : same.code;
    same.first = std::min(same.first, member.first);
    same.last = std::max(same.last, member.last);
    same.fired = std::max(same.fired, member.fired);
    same.episodes += member.episodes;
    in.open += same.isOpen ? 1 : 0;
    in.unknown += same.isOpen && same.isUnknown ? 1 : 0;
    places.insert(same.alert, {group, static_cast<quint32>(index)});
}

GroupMember FoldState::takeOut(TextKey alert)
{
    const MemberPlace place = places.take(alert);
    IncidentGroup& from = edit(place.group);
    GroupMember member = std::move(from.members.at(place.index));
    from.members.erase(from.members.begin() + place.index);
    for (quint32 i = place.index; i < from.members.size(); ++i) {
        const auto other = places.find(from.members[i].alert);
        if (other != places.end() && other->group == place.group) {
            other->index = i;
        }
    }
    from.open -= member.isOpen ? 1 : 0;
    from.unknown -= member.isOpen && member.isUnknown ? 1 : 0;
    return member;
}

void FoldState::forget(Timestamp now)
{
    const Millis longest = std::max({rules().subjectOpen, rules().subjectClosed, rules().topology,
                                     rules().labels, rules().collective, rules().storm});
    for (GroupTraces* const traces : {&subjects, &touches, &labels, &zones, &zoneNames, &names}) {
        forgetTraces(*traces, {now - longest, now + longest});
    }
    const Outside isOver{now - rules().storm, now + longest};
    std::erase_if(openings, [&](const GroupOpening& each) { return isOver(each.at); });
    endedEarly.removeIf(
        [&](const QHash<TextKey, Timestamp>::iterator& each) { return isOver(each.value()); });
    storms.removeIf(
        [&](const QHash<TextKey, StormWatch>::iterator& each) { return isOver(each.value().last()); });
    forgetGroups(now);
}

void FoldState::forgetGroups(Timestamp now)
{
    std::vector<std::pair<Timestamp, quint32>> resolved;
    for (auto each = groups.cbegin(); each != groups.cend(); ++each) {
        if (each.value()->isResolved()) {
            const bool isAhead = each.value()->resolvedAt > now + rules().keep;
            resolved.emplace_back(isAhead ? Timestamp{} : each.value()->resolvedAt, each.key());
        }
    }
    std::sort(resolved.begin(), resolved.end());
    const Timestamp old = now - rules().keep;
    const Timestamp needed = now - std::max(rules().sameAlert, rules().reopen);
    const size_t kept = rules().keepAtMost;
    const size_t tooMany = resolved.size() > kept ? resolved.size() - kept : 0;
    for (size_t i = 0; i < resolved.size(); ++i) {
        if (resolved[i].first < (i < tooMany ? needed : old)) {
            drop(resolved[i].second);
        }
    }
    mergedInto.removeIf(
        [this](const QHash<quint32, quint32>::iterator& each) { return current(each.key()) == 0; });
}

void FoldState::drop(quint32 group)
{
    const std::shared_ptr<IncidentGroup> gone = groups.take(group);
    for (const GroupMember& member : gone->members) {
        const auto place = places.constFind(member.alert);
        if (place != places.constEnd() && place->group == group) {
            places.erase(place);
        }
    }
    ids.remove(gone->id);
    for (const QString& id : gone->formerIds) {
        ids.remove(id);
    }
}

} // namespace stowage
