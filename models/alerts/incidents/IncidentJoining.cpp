// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentJoining.h"

namespace stowage {

JoiningChoice IncidentJoining::choose(const IncidentTurn& turn) const
{
    using Step = std::optional<JoiningChoice> (IncidentJoining::*)(const IncidentTurn&) const;
    static constexpr std::array<Step, 7> Steps{
        &IncidentJoining::sameAlert,    &IncidentJoining::sameSubject, &IncidentJoining::topology,
        &IncidentJoining::sharedLabels, &IncidentJoining::zone,        &IncidentJoining::commonName,
        &IncidentJoining::storm,
    };
    for (const Step step : Steps) {
        if (std::optional<JoiningChoice> choice = (this->*step)(turn)) {
            return std::move(*choice);
        }
        if (turn.facts->isAlone) {
            break; // it may have been there before, and that is all
        }
    }
    return {};
}

void IncidentJoining::leaveTraces(FoldState& state, quint32 group, const MemberFacts& facts, Timestamp at)
{
    if (facts.isAlone) {
        return;
    }
    const GroupTrace trace{group, at};
    if (facts.subjectKey != 0) {
        state.subjects.insert(facts.subjectKey, trace);
    }
    for (const TextKey touched : facts.touchKeys) {
        state.touches.insert(touched, trace);
    }
    for (const TextKey label : facts.labelKeys) {
        state.labels.insert(label, trace);
    }
    const IncidentGroup* const joined = state.find(group);
    if (!joined->zone.isEmpty() && joined->zone == facts.place.zone && facts.isHost()) {
        state.zones.insert(facts.zoneKey, trace);
        state.zoneNames.insert(facts.kindKey, trace);
        state.zones.insert(textKey(facts.zoneKey, facts.kindKey), trace);
    }
    if (joined->commonKind != 0 && joined->commonKind == facts.kindKey) {
        state.names.insert(facts.kindKey, trace);
    }
}

quint32 IncidentJoining::open(quint32 group, Timestamp at) const
{
    const quint32 current = m_state.current(group);
    const IncidentGroup* const found = m_state.find(current);
    if (!found || found->isSplit) {
        return 0;
    }
    const bool isTaking = !found->isResolved() || isNear(at, found->resolvedAt, m_state.rules().reopen);
    return isTaking ? current : 0;
}

quint32 IncidentJoining::follow(const GroupTraces& traces, TextKey key, Timestamp at, Millis within) const
{
    const auto trace = traces.constFind(key);
    const bool isFresh = key != 0 && trace != traces.constEnd() && isNear(at, trace->last, within);
    return isFresh ? open(trace->group, at) : 0;
}

QString IncidentJoining::causeOf(quint32 group) const
{
    return m_state.find(group)->members.front().facts->place.subject.name;
}

std::optional<JoiningChoice> IncidentJoining::sameAlert(const IncidentTurn& turn) const
{
    const GroupMember* const member = m_state.member(turn.alert);
    if (!member) {
        return std::nullopt;
    }
    const quint32 number = m_state.places.constFind(turn.alert)->group;
    const IncidentGroup& group = *m_state.find(number);
    const bool isTaking = !group.isResolved() || isNear(turn.at, group.resolvedAt, m_state.rules().reopen);
    if (!member->isOpen && (!isTaking || !isNear(turn.at, member->last, m_state.rules().sameAlert))) {
        return std::nullopt;
    }
    return JoiningChoice{number, member->why, member->whyDetail};
}

std::optional<JoiningChoice> IncidentJoining::sameSubject(const IncidentTurn& turn) const
{
    const TextKey subject = turn.facts->subjectKey;
    const auto trace = m_state.subjects.constFind(subject);
    if (subject == 0 || trace == m_state.subjects.constEnd()) {
        return std::nullopt;
    }
    const quint32 number = open(trace->group, turn.at);
    if (number == 0) {
        return std::nullopt;
    }
    const IncidentRules& rules = m_state.rules();
    const Millis within = m_state.find(number)->isResolved() ? rules.subjectClosed : rules.subjectOpen;
    if (!isNear(turn.at, trace->last, within)) {
        return std::nullopt;
    }
    return JoiningChoice{number, BelongingKind::Subject, {}};
}

std::optional<JoiningChoice> IncidentJoining::topology(const IncidentTurn& turn) const
{
    const MemberFacts& facts = *turn.facts;
    const Millis within = m_state.rules().topology;
    // Something failed, and this is told to fail with it.
    if (const quint32 group = follow(m_state.touches, facts.subjectKey, turn.at, within)) {
        return JoiningChoice{group, BelongingKind::Topology, causeOf(group)};
    }
    if (const quint32 group = follow(m_state.touches, facts.effectKey, turn.at, within)) {
        return JoiningChoice{group, BelongingKind::Topology, causeOf(group)};
    }
    if (facts.isDarkLine) { // many were missed before it was found out why
        const quint32 group = follow(m_state.names, textKey(QStringLiteral("gone")), turn.at, within);
        if (group != 0) {
            return JoiningChoice{group, BelongingKind::Topology, causeOf(group)};
        }
    }
    for (size_t i = 0; i < facts.touchKeys.size(); ++i) {
        // A source as a whole is touched by every host that it tells of: that alone ties nothing.
        const AlertSubject& touched = facts.touched[i];
        if (touched.kind == SubjectKind::Source || touched.kind == SubjectKind::Stowage) {
            continue;
        }
        // What fails with this has failed already; or something else has that it fails with, too.
        for (const GroupTraces* const traces : {&m_state.subjects, &m_state.touches}) {
            if (const quint32 group = follow(*traces, facts.touchKeys[i], turn.at, within)) {
                return JoiningChoice{group, BelongingKind::Topology, touched.name};
            }
        }
    }
    return std::nullopt;
}

std::optional<JoiningChoice> IncidentJoining::sharedLabels(const IncidentTurn& turn) const
{
    const MemberFacts& facts = *turn.facts;
    for (const TextKey key : facts.labelKeys) {
        const quint32 group = follow(m_state.labels, key, turn.at, m_state.rules().labels);
        if (group == 0) {
            continue;
        }
        for (const AlertLabel& label : facts.labels) {
            if (textKey(textKey(label.name), textKey(label.value)) == key) {
                const QString text = label.name + QLatin1Char('=') + label.value;
                return JoiningChoice{group, BelongingKind::Labels, text};
            }
        }
    }
    return std::nullopt;
}

std::optional<JoiningChoice> IncidentJoining::zone(const IncidentTurn& turn) const
{
    const MemberFacts& facts = *turn.facts;
    if (facts.zoneKey == 0) {
        // Nobody says which zone it is of: what befalls it tells.
        const quint32 group = follow(m_state.zoneNames, facts.kindKey, turn.at, m_state.rules().collective);
        return group == 0 ? std::nullopt
                          : std::optional(JoiningChoice{group, BelongingKind::Labels, facts.name});
    }
    if (!facts.isHost()) {
        return std::nullopt;
    }
    const TextKey key = textKey(facts.zoneKey, facts.kindKey);
    const quint32 group = follow(m_state.zones, key, turn.at, m_state.rules().collective);
    return group == 0 ? std::nullopt
                      : std::optional(JoiningChoice{group, BelongingKind::Zone, facts.place.zone});
}

std::optional<JoiningChoice> IncidentJoining::commonName(const IncidentTurn& turn) const
{
    const MemberFacts& facts = *turn.facts;
    const quint32 group = follow(m_state.names, facts.kindKey, turn.at, m_state.rules().collective);
    return group == 0 || facts.kindKey == 0
               ? std::nullopt
               : std::optional(JoiningChoice{group, BelongingKind::Labels, facts.name});
}

std::optional<JoiningChoice> IncidentJoining::storm(const IncidentTurn& turn) const
{
    const auto watch = m_state.storms.constFind(turn.facts->sourceKey);
    if (watch == m_state.storms.constEnd() || !watch->isOn(turn.at, m_state.rules())) {
        return std::nullopt;
    }
    const quint32 group = open(watch->group(), turn.at);
    return group == 0 ? std::nullopt
                      : std::optional(JoiningChoice{group, BelongingKind::Storm, turn.facts->source});
}

} // namespace stowage
