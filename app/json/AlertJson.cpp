// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/AlertJson.h"

namespace stowage {
namespace {

Json jsonHold(const AlertHold& hold)
{
    return {{"kind", jsonText(alertHoldName(hold.kind))},
            {"since", jsonMoment(hold.since)},
            {"until", jsonMoment(hold.until)},
            {"by", jsonText(hold.by)}};
}

Json jsonWitness(const AlertWitness& witness)
{
    return {{"source", jsonText(witness.source)},
            {"key", jsonText(witness.key)},
            {"phase", jsonText(alertPhaseName(witness.phase))},
            {"silent", witness.isSilent},
            {"since", jsonMoment(witness.startedAt)},
            {"seen", jsonMoment(witness.seenAt)}};
}

template <class T, class Print>
Json jsonList(const std::vector<T>& list, Print print)
{
    Json array = Json::array();
    for (const T& each : list) {
        array.push_back(print(each));
    }
    return array;
}

Json jsonNumber(const std::optional<double>& number)
{
    return number ? Json(*number) : Json(nullptr);
}

Json jsonIdOrNull(const QString& id)
{
    return id.isEmpty() ? Json(nullptr) : Json(jsonText(id));
}

} // namespace

Json jsonMoment(Timestamp at)
{
    return at == Timestamp{} ? Json(nullptr) : Json(jsonText(toRfc3339(at)));
}

Json jsonSubject(const AlertSubject& subject)
{
    return {{"kind", jsonText(subjectKindName(subject.kind))}, {"name", jsonText(subject.name)}};
}

Json jsonLabels(const std::vector<AlertLabel>& labels)
{
    Json object = Json::object();
    for (const AlertLabel& label : labels) {
        object[jsonText(label.name)] = jsonText(label.value);
    }
    return object;
}

Json jsonAlert(const Alert& alert, const QString& incident)
{
    const bool hasWitness = !alert.witnesses.empty();
    return {{"source", hasWitness ? Json(jsonText(alert.witnesses.front().source)) : Json(nullptr)},
            {"fingerprint", jsonText(alert.key)},
            {"name", jsonText(alert.name)},
            {"state", jsonText(alertStateName(alert.state))},
            {"since", jsonMoment(alert.since)},
            {"ended", jsonMoment(alert.endedAt)},
            {"seen", jsonMoment(alert.seenAt)},
            {"severity", jsonText(alertSeverityName(alert.severity))},
            {"subject", jsonText(alert.place.subject.name)},
            {"subjectKind", jsonText(subjectKindName(alert.place.subject.kind))},
            {"zone", jsonText(alert.place.zone)},
            {"touches", jsonList(alert.place.touches, jsonSubject)},
            {"summary", jsonText(alert.summary)},
            {"labels", jsonLabels(alert.labels)},
            {"annotations", jsonLabels(alert.annotations)},
            {"threshold", jsonNumber(alert.threshold)},
            {"value", jsonNumber(alert.value)},
            {"unit", jsonText(alert.unit)},
            {"episodes", alert.episodes},
            {"flappingSince", jsonMoment(alert.flappingSince)},
            {"transient", alert.isTransient},
            {"heldBack", jsonList(alert.holds, jsonHold)},
            {"witnesses", jsonList(alert.witnesses, jsonWitness)},
            {"link", jsonIdOrNull(alert.link)},
            {"incident", jsonIdOrNull(incident)}};
}

Json jsonSilence(const AlertSilence& silence)
{
    return {{"id", jsonText(silence.id)},
            {"matchers", jsonText(silence.matchers)},
            {"starts", jsonMoment(silence.startsAt)},
            {"ends", jsonMoment(silence.endsAt)},
            {"by", jsonText(silence.createdBy)},
            {"comment", jsonText(silence.comment)},
            {"active", silence.isActive},
            {"deliveryOnly", silence.isDeliveryOnly}};
}

Json jsonEvent(const AlertEvent& event)
{
    return {{"number", event.number},
            {"kind", jsonText(alertEventKindName(event.kind))},
            {"at", jsonMoment(event.at)},
            {"seen", jsonMoment(event.seenAt)},
            {"source", jsonIdOrNull(event.source)},
            {"alert", jsonIdOrNull(event.alert)},
            {"name", jsonText(event.name)},
            {"severity", jsonText(alertSeverityName(event.severity))},
            {"subject", jsonText(event.place.subject.name)},
            {"summary", jsonText(event.summary)},
            {"incident", jsonIdOrNull(event.incident)},
            {"actor", jsonIdOrNull(event.actor)},
            {"note", jsonText(event.note)},
            {"until", jsonMoment(event.until)},
            {"past", event.isPast}};
}

} // namespace stowage
