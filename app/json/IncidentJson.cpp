// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/IncidentJson.h"

#include "app/json/AlertJson.h"

namespace stowage {
namespace {

Json jsonNames(const std::vector<AlertSubject>& subjects)
{
    Json names = Json::array();
    for (const AlertSubject& subject : subjects) {
        names.push_back(jsonText(subject.name));
    }
    return names;
}

Json jsonMember(const IncidentMember& member)
{
    const char* const state = member.isUnknown ? "unknown" : member.isOpen ? "open" : "resolved";
    return {{"alert", jsonText(member.alert)},
            {"name", jsonText(member.name)},
            {"subject", jsonText(member.subject.name)},
            {"severity", jsonText(alertSeverityName(member.severity))},
            {"state", state},
            {"episodes", member.episodes},
            {"first", jsonMoment(member.first)},
            {"last", jsonMoment(member.last)},
            {"why", jsonText(belongingName(member.why))},
            {"whyDetail", jsonText(member.whyDetail)}};
}

/// Who, or null where nobody.
Json jsonPerson(const QString& name)
{
    return name.isEmpty() ? Json(nullptr) : Json(jsonText(name));
}

Json jsonAcknowledgement(const Incident& incident)
{
    if (incident.acknowledgedAt == Timestamp{}) {
        return nullptr;
    }
    return {{"by", jsonText(incident.acknowledgedBy)}, {"at", jsonMoment(incident.acknowledgedAt)}};
}

Json jsonMute(const Incident& incident, Timestamp now)
{
    if (!incident.isMuted(now)) {
        return nullptr;
    }
    return {{"by", jsonText(incident.mutedBy)}, {"until", jsonMoment(incident.mutedUntil)}};
}

} // namespace

Json jsonIncident(const Incident& incident, Timestamp now)
{
    return {{"id", jsonText(incident.id)},
            {"title", jsonText(incident.title)},
            {"detail", jsonText(incident.detail)},
            {"severity", jsonText(alertSeverityName(incident.severity))},
            {"state", jsonText(incidentStateName(incident.state))},
            {"impact", incident.impact},
            {"opened", jsonMoment(incident.openedAt)},
            {"last", jsonMoment(incident.lastAt)},
            {"resolved", jsonMoment(incident.resolvedAt)},
            {"reopened", incident.reopened},
            {"alerts", incident.members.size()},
            {"told", incident.told},
            {"storm", incident.isStorm},
            {"subjects", jsonNames(incident.subjects)},
            {"zone", jsonText(incident.zone)},
            {"owner", jsonPerson(incident.owner)},
            {"acknowledged", jsonAcknowledgement(incident)},
            {"note", jsonText(incident.note)},
            {"muted", jsonMute(incident, now)},
            {"cause", nullptr}};
}

Json jsonIncidentWithMembers(const Incident& incident, Timestamp now)
{
    Json json = jsonIncident(incident, now);
    Json& members = json["members"] = Json::array();
    for (const IncidentMember& member : incident.members) {
        members.push_back(jsonMember(member));
    }
    return json;
}

} // namespace stowage
