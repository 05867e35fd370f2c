// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/IncidentWords.h"

#include "app/run/TextTable.h"
#include "models/alerts/AlertModel.h"
#include "models/alerts/incidents/IncidentMemberModel.h"
#include "models/alerts/timeline/TimelineModel.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(IncidentWords)
};

constexpr size_t NamedSubjects = 3;
constexpr size_t LongestList = 40; ///< how many alerts or events a page shows before the rest is a number

QString memberState(const IncidentMember& member)
{
    return member.isUnknown ? incidentStateText(IncidentState::Unknown)
           : member.isOpen  ? incidentStateText(IncidentState::Open)
                            : incidentStateText(IncidentState::Resolved);
}

QStringList headLines(const Incident& incident, Timestamp now)
{
    QStringList lines;
    lines << QStringLiteral("%1  %2").arg(incident.id, incident.title);
    if (!incident.detail.isEmpty()) {
        lines << incident.detail;
    }
    lines << Words::tr("%1, %2; opened %3, %4 ago")
                 .arg(alertSeverityText(incident.severity), incidentStateText(incident.state),
                      toRfc3339(incident.openedAt), formatDuration(now - incident.openedAt));
    if (incident.state == IncidentState::Resolved) {
        lines << Words::tr("resolved %1").arg(toRfc3339(incident.resolvedAt));
    }
    if (incident.reopened > 0) {
        lines << Words::tr("reopened %n time(s)", nullptr, static_cast<int>(incident.reopened));
    }
    lines << (incident.owner.isEmpty() ? Words::tr("nobody has taken it over")
                                       : Words::tr("taken over by %1").arg(incident.owner));
    if (incident.acknowledgedAt != Timestamp{}) {
        lines << Words::tr("acknowledged by %1 at %2")
                     .arg(incident.acknowledgedBy, toRfc3339(incident.acknowledgedAt));
    }
    if (!incident.note.isEmpty()) {
        lines << Words::tr("note: %1").arg(incident.note);
    }
    if (incident.isMuted(now)) {
        lines << Words::tr("muted by %1 until %2").arg(incident.mutedBy, toRfc3339(incident.mutedUntil));
    }
    return lines;
}

QString memberTable(const Incident& incident)
{
    std::vector<QStringList> rows{{Words::tr("State"), Words::tr("Severity"), Words::tr("Alert"),
                                   Words::tr("Subject"), Words::tr("Since"), Words::tr("Why it belongs")}};
    for (const IncidentMember& member : incident.members) {
        if (rows.size() > LongestList) {
            break;
        }
        rows.push_back({memberState(member), alertSeverityText(member.severity),
                        TextTable::printable(member.name), TextTable::printable(member.subject.name),
                        toRfc3339(member.first), TextTable::printable(belongingText(member))});
    }
    QString text = TextTable::print(rows, std::vector<bool>(rows.front().size(), false));
    if (incident.members.size() > LongestList) {
        text += Words::tr("  and %n more alert(s)", nullptr,
                          static_cast<int>(incident.members.size() - LongestList)) +
                QLatin1Char('\n');
    }
    return text;
}

} // namespace

QString incidentStateText(IncidentState state)
{
    switch (state) {
    case IncidentState::Open:
        //: an incident
        return Words::tr("open");
    case IncidentState::Unknown:
        //: an incident, because its sources are silent
        return Words::tr("unknown");
    case IncidentState::Resolved:
        break;
    }
    //: an incident
    return Words::tr("resolved");
}

QString subjectNames(const Incident& incident)
{
    QStringList names;
    for (const AlertSubject& subject : incident.subjects) {
        if (names.size() == NamedSubjects) {
            return Words::tr("%1 and %2 more")
                .arg(names.join(QStringLiteral(", ")))
                .arg(incident.subjects.size() - NamedSubjects);
        }
        names << subject.name;
    }
    return names.join(QStringLiteral(", "));
}

QString eventWords(const AlertEvent& event)
{
    QString text = alertEventKindText(event.kind);
    const QString subject = event.alert.isEmpty() ? QString() : event.place.subject.name;
    for (const QString& part : {event.name, subject, event.summary}) {
        if (!part.isEmpty()) {
            text += QStringLiteral("  ") + part;
        }
    }
    if (!event.actor.isEmpty()) {
        //: what happened, by whom
        text = Words::tr("%1 by %2").arg(text, event.actor);
    }
    if (event.until != Timestamp{}) {
        //: what happened, until when
        text = Words::tr("%1 until %2").arg(text, toRfc3339(event.until));
    }
    if (!event.note.isEmpty()) {
        text = Words::tr("%1: %2").arg(text, event.note);
    }
    return TextTable::printable(text);
}

QString incidentWords(const Incident& incident, const std::vector<AlertEvent>& events, Timestamp now)
{
    QString text;
    for (const QString& line : headLines(incident, now)) {
        text += TextTable::printable(line) + QLatin1Char('\n');
    }
    text += QLatin1Char('\n') + memberTable(incident);
    if (!events.empty()) {
        text += QLatin1Char('\n') + Words::tr("What happened, the newest first:") + QLatin1Char('\n');
    }
    for (size_t i = 0; i < std::min(events.size(), LongestList); ++i) {
        text += QStringLiteral("  %1  %2\n").arg(toRfc3339(events[i].at), eventWords(events[i]));
    }
    return text;
}

QString incidentLines(std::span<const Incident> incidents, Timestamp now)
{
    QString text;
    size_t shown = 0;
    size_t open = 0;
    for (const Incident& incident : incidents) {
        if (!incident.isOpen() || ++open > LongestList) {
            continue;
        }
        ++shown;
        const QString mark = incident.state == IncidentState::Unknown       ? QStringLiteral("◌")
                             : incident.severity == AlertSeverity::Critical ? QStringLiteral("▲")
                                                                            : QStringLiteral("◆");
        text += QStringLiteral("%1 %2  %3  %4  (%5)\n")
                    .arg(mark, incident.id, TextTable::printable(incident.title),
                         Words::tr("%n alert(s)", nullptr, static_cast<int>(incident.members.size())),
                         formatDuration(now - incident.openedAt));
    }
    if (open > shown) {
        text += Words::tr("  and %n more incident(s)", nullptr, static_cast<int>(open - shown)) +
                QLatin1Char('\n');
    }
    return text;
}

} // namespace stowage
