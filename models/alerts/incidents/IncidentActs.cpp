// SPDX-License-Identifier: GPL-3.0-or-later
// What persons do to incidents: the part of IncidentBook that makes events of it.
#include "models/alerts/incidents/IncidentBook.h"
#include "models/alerts/incidents/IncidentPublisher.h"
#include "models/alerts/incidents/PlainText.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(stowage::IncidentBook)
};

constexpr qsizetype LongestActor = 128;
constexpr qsizetype LongestNote = 4'096;

tl::unexpected<Error> refused(ErrorKind kind, const QString& message, const QString& where,
                              const QString& todo)
{
    return fail({kind, message, where, todo, {}});
}

} // namespace

Result<const Incident*> IncidentBook::wanted(QStringView id, const QString& actor) const
{
    const QString shownId = plainLine(id.toString(), 40);
    if (actor.trimmed().isEmpty()) {
        return refused(ErrorKind::Usage, Words::tr("nobody is named who does this"), shownId,
                       Words::tr("Say who you are."));
    }
    const Incident* const incident = find(id);
    if (!incident) {
        return refused(ErrorKind::NotFound, Words::tr("there is no incident of this id"), shownId,
                       Words::tr("It may have been resolved long ago; the timeline knows it still."));
    }
    return incident;
}

AlertEvent IncidentBook::actOn(const Incident& incident, AlertEventKind kind, const QString& actor) const
{
    AlertEvent event;
    event.uid = alertEventKindName(kind) + QLatin1Char('/') + incident.id + QLatin1Char('/') +
                QUuid::createUuid().toString(QUuid::WithoutBraces);
    event.kind = kind;
    event.at = event.seenAt = m_clock.now();
    event.name = incident.id;
    event.severity = incident.severity;
    event.summary = incident.title;
    event.incident = incident.id;
    event.actor = plainLine(actor, LongestActor);
    return event;
}

Result<void> IncidentBook::act(QStringView id, AlertEventKind kind, const QString& actor, const QString& note)
{
    const Result<const Incident*> incident = wanted(id, actor);
    if (!incident) {
        return fail(incident.error());
    }
    AlertEvent event = actOn(**incident, kind, actor);
    event.note = note.trimmed().left(LongestNote);
    Q_EMIT acted({event});
    return {};
}

Result<void> IncidentBook::acknowledge(QStringView id, const QString& actor, const QString& note)
{
    return act(id, AlertEventKind::Acknowledged, actor, note);
}

Result<void> IncidentBook::takeOver(QStringView id, const QString& actor)
{
    return act(id, AlertEventKind::TakenOver, actor, {});
}

Result<void> IncidentBook::release(QStringView id, const QString& actor)
{
    return act(id, AlertEventKind::Released, actor, {});
}

Result<void> IncidentBook::note(QStringView id, const QString& actor, const QString& text)
{
    if (text.trimmed().isEmpty()) {
        return refused(ErrorKind::Usage, Words::tr("the note is empty"), plainLine(id.toString(), 40),
                       Words::tr("Write what others should know."));
    }
    return act(id, AlertEventKind::Noted, actor, text);
}

Result<void> IncidentBook::mute(QStringView id, const QString& actor, Timestamp until, const QString& note)
{
    const Result<const Incident*> incident = wanted(id, actor);
    if (!incident) {
        return fail(incident.error());
    }
    const Timestamp now = m_clock.now();
    const QString todo = Words::tr("Name an end within the next %n days.", nullptr,
                                   static_cast<int>(LongestMute.count() / 24));
    if (until == Timestamp{}) {
        return refused(ErrorKind::Usage, Words::tr("nothing is muted without an end"), (*incident)->id, todo);
    }
    if (until <= now) {
        return refused(ErrorKind::Usage, Words::tr("the end of the mute has passed"), (*incident)->id, todo);
    }
    if (until - now > LongestMute) {
        return refused(ErrorKind::Usage, Words::tr("the end of the mute is too far off"), (*incident)->id,
                       todo);
    }
    AlertEvent event = actOn(**incident, AlertEventKind::Muted, actor);
    event.until = until;
    event.note = note.trimmed().left(LongestNote);
    Q_EMIT acted({event});
    return {};
}

Result<void> IncidentBook::unmute(QStringView id, const QString& actor)
{
    return act(id, AlertEventKind::Unmuted, actor, {});
}

QString IncidentBook::freeId(const Incident& of, const QSet<QString>& alertKeys) const
{
    // What the earliest of them would have given, made longer where that is known already.
    const FoldState& state = m_publisher->state();
    for (const IncidentMember& member : of.members) {
        const GroupMember* const known = state.member(textKey(member.alert));
        if (!known || !alertKeys.contains(member.alert)) {
            continue;
        }
        int length = 6;
        while (length < 12 && state.ids.contains(incidentId(known->code, length))) {
            ++length;
        }
        return incidentId(known->code, length);
    }
    return {};
}

Result<void> IncidentBook::split(QStringView id, const QStringList& alertKeys, const QString& actor)
{
    const Result<const Incident*> incident = wanted(id, actor);
    if (!incident) {
        return fail(incident.error());
    }
    QSet<QString> members(alertKeys.begin(), alertKeys.end());
    QSet<QString> known;
    for (const IncidentMember& member : (*incident)->members) {
        known.insert(member.alert);
    }
    members.intersect(known);
    if (members.isEmpty()) {
        return refused(ErrorKind::Usage, Words::tr("none of these alerts belongs to the incident"),
                       (*incident)->id, Words::tr("Name alerts of it."));
    }
    if (members == known) {
        return refused(ErrorKind::Usage, Words::tr("all alerts of the incident would leave it"),
                       (*incident)->id, Words::tr("Leave one at least."));
    }
    const QString made = freeId(**incident, members);
    std::vector<AlertEvent> events;
    for (const QString& member : members) {
        AlertEvent event = actOn(**incident, AlertEventKind::Split, actor);
        event.alert = member;
        event.other = made;
        events.push_back(std::move(event));
    }
    Q_EMIT acted(events);
    return {};
}

Result<void> IncidentBook::merge(QStringView into, QStringView from, const QString& actor)
{
    const Result<const Incident*> target = wanted(into, actor);
    const Result<const Incident*> other = wanted(from, actor);
    if (!target || !other) {
        return fail(!target ? target.error() : other.error());
    }
    if (*target == *other) {
        return refused(ErrorKind::Usage, Words::tr("this is one incident already"), (*target)->id,
                       Words::tr("Name two."));
    }
    AlertEvent event = actOn(**target, AlertEventKind::Merged, actor);
    event.other = (*other)->id;
    Q_EMIT acted({event});
    return {};
}

} // namespace stowage
