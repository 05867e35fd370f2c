// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/PersonActs.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr qsizetype LongestNote = 4'096;

void closeIfOver(IncidentGroup& group)
{
    group.resolvedAt = group.isResolved() ? group.lastAt : Timestamp{};
}

} // namespace

quint32 PersonActs::groupOf(const FoldState& state, QStringView id)
{
    const auto isSame = [id](const QString& other) {
        return id.compare(other, Qt::CaseInsensitive) == 0;
    };
    const IncidentIdMatch isCode(id);
    quint32 former = 0;
    quint32 ofMember = 0;
    // The smallest number where several would do: the order of a hash is no order.
    const auto prefer = [](quint32& best, quint32 number) {
        best = best == 0 ? number : std::min(best, number);
    };
    for (auto each = state.groups.cbegin(); each != state.groups.cend(); ++each) {
        const IncidentGroup& group = *each.value();
        if (isSame(group.id)) {
            return each.key();
        }
        if (std::any_of(group.formerIds.cbegin(), group.formerIds.cend(), isSame)) {
            prefer(former, each.key());
        } else if (std::any_of(group.members.cbegin(), group.members.cend(),
                               [&isCode](const GroupMember& member) {
                                   return isCode(member.code) || isCode(member.lastCode);
                               })) {
            prefer(ofMember, each.key());
        }
    }
    return former != 0 ? former : ofMember;
}

void PersonActs::apply(const IncidentTurn& turn)
{
    if (!turn.act) {
        return;
    }
    const AlertEvent& act = *turn.act;
    const quint32 group = groupOf(m_state, act.incident);
    if (group == 0) {
        return;
    }
    switch (act.kind) {
    case AlertEventKind::Split:
        split(group, act, turn.alert);
        break;
    case AlertEventKind::Merged:
        merge(group, act);
        break;
    default:
        care(group, act, turn.at);
        break;
    }
}

void PersonActs::care(quint32 group, const AlertEvent& act, Timestamp at)
{
    GroupCare& care = m_state.edit(group).care;
    if (!act.note.isEmpty()) {
        care.note = act.note.left(LongestNote);
    }
    switch (act.kind) {
    case AlertEventKind::Acknowledged:
        care.acknowledgedBy = act.actor;
        care.acknowledgedAt = at;
        break;
    case AlertEventKind::TakenOver:
        care.owner = act.actor;
        break;
    case AlertEventKind::Released:
        care.owner.clear();
        break;
    case AlertEventKind::Muted:
        care.mutedUntil = act.until;
        care.mutedBy = act.actor;
        break;
    case AlertEventKind::Unmuted:
        care.mutedUntil = {};
        care.mutedBy.clear();
        break;
    default:
        break;
    }
}

void PersonActs::split(quint32 group, const AlertEvent& act, TextKey alert)
{
    const auto place = m_state.places.constFind(alert);
    if (place == m_state.places.constEnd() || place->group != group ||
        m_state.find(group)->members.size() < 2) {
        return;
    }
    GroupMember member = m_state.takeOut(alert);
    IncidentGroup& left = m_state.edit(group);
    left.isPinned = true;
    closeIfOver(left);
    // The alerts of one act go out together: the first of them makes the new incident.
    quint32 into = 0;
    for (auto each = m_state.groups.cbegin(); each != m_state.groups.cend(); ++each) {
        into = each.value()->isSplit && each.value()->id == act.other ? each.key() : into;
    }
    if (into == 0) {
        into = m_state.open(member.code, member.first);
        IncidentGroup& made = m_state.edit(into);
        if (!act.other.isEmpty() && made.id != act.other && !m_state.ids.contains(act.other)) {
            m_state.ids.remove(made.id);
            m_state.ids.insert(act.other);
            made.id = act.other;
        }
        made.isSplit = true;
        made.isPinned = true;
    }
    member.why = BelongingKind::ByPerson;
    member.whyDetail = act.actor;
    member.isPinned = true;
    const quint32 told = member.episodes;
    m_state.putIn(into, std::move(member));
    IncidentGroup& to = m_state.edit(into);
    to.told += told;
    closeIfOver(to);
    IncidentGroup& from = m_state.edit(group);
    from.told -= std::min(from.told, told);
}

void PersonActs::merge(quint32 into, const AlertEvent& act)
{
    const quint32 from = groupOf(m_state, act.other);
    if (from == 0 || from == into) {
        return;
    }
    for (GroupMember& member : m_state.edit(from).members) {
        member.why = BelongingKind::ByPerson;
        member.whyDetail = act.actor;
        member.isPinned = true;
    }
    m_state.merge(into, from);
    IncidentGroup& both = m_state.edit(into);
    both.isPinned = true;
    both.isSplit = false;
}

} // namespace stowage
