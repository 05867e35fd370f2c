// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/HostJson.h"

#include "models/hosts/HostWords.h"
#include "models/metrics/MetricInfo.h"

#include <algorithm>

namespace stowage {
namespace {

Json jsonAge(Timestamp seenAt, Timestamp now)
{
    return seenAt == Timestamp{} ? Json(nullptr) : Json(std::max(Millis{0}, now - seenAt).count());
}

Json jsonTime(Timestamp at)
{
    return jsonText(toRfc3339(at));
}

Json jsonStrings(const QStringList& list)
{
    Json array = Json::array();
    for (const QString& text : list) {
        array.push_back(jsonText(text));
    }
    return array;
}

Json jsonKey(const SubjectKey& key)
{
    return {{"source", jsonText(key.source)}, {"subject", jsonText(key.subject)}};
}

Json jsonSubject(const HostSubject& subject, Timestamp now)
{
    Json json = jsonKey(subject.key);
    json["state"] = jsonText(hostStateName(subject.state));
    json["freshness"] = jsonText(freshnessName(subject.freshness));
    json["ageMs"] = jsonAge(subject.seenAt, now);
    json["duplicate"] = subject.isDuplicate;
    return json;
}

Json jsonForecast(const HostForecast& forecast)
{
    return {{"metric", jsonText(forecast.series.metric)},
            {"limit", forecast.limit},
            {"reachesAt", jsonTime(forecast.reachesAt)},
            {"earliest", jsonTime(forecast.earliest)},
            {"latest", jsonTime(forecast.latest)}};
}

} // namespace

Json jsonHost(const HostBook& book, HostId id)
{
    const Host& host = book.host(id);
    const Timestamp now = book.now();
    const QStringList sources = host.sources();
    Json metrics = Json::object();
    Json stale = Json::array();
    for (const HostValue& value : host.values) {
        metrics[jsonText(value.metric)] = value.value;
        if (value.isStale(now)) {
            stale.push_back(jsonText(value.metric));
        }
    }
    Json subjects = Json::array();
    for (const HostSubject& subject : host.subjects) {
        subjects.push_back(jsonSubject(subject, now));
    }
    const bool hasNode = host.node.isValid();
    return {{"name", jsonText(host.name)},
            {"source", jsonText(sources.isEmpty() ? QString() : sources.first())},
            {"sources", jsonStrings(sources)},
            {"kind", jsonText(hostKindName(host.kind))},
            {"zone", jsonText(host.zone)},
            {"node", hasNode ? Json(jsonText(book.fleet().node(host.node).seen.name)) : Json(nullptr)},
            {"state", jsonText(hostStateName(host.state))},
            {"freshness", jsonText(freshnessName(host.freshness))},
            {"reason", jsonText(host.reason)},
            {"ageMs", jsonAge(host.seenAt, now)},
            {"cpuLimit", host.cpuLimit ? Json(*host.cpuLimit) : Json(nullptr)},
            {"metrics", std::move(metrics)},
            {"stale", std::move(stale)},
            {"quarantined", jsonStrings(quarantinedMetrics(host))},
            {"duplicate", host.isDuplicate},
            {"subjects", std::move(subjects)}};
}

Json jsonHosts(const HostBook& book)
{
    std::vector<HostId> ids;
    for (const Host& host : book.hosts()) {
        if (host.isAlive) {
            ids.push_back(host.id);
        }
    }
    std::ranges::sort(ids, {}, [&book](HostId id) { return std::pair(book.host(id).name, id); });
    Json array = Json::array();
    for (const HostId id : ids) {
        array.push_back(jsonHost(book, id));
    }
    return array;
}

Json jsonHostWithForecasts(const HostBook& book, const HostForecasts& forecasts, HostId id)
{
    Json json = jsonHost(book, id);
    Json& list = json["forecasts"] = Json::array();
    for (const HostForecast& forecast : forecasts.of(id)) {
        list.push_back(jsonForecast(forecast));
    }
    return json;
}

Json jsonAmbiguities(const HostBook& book)
{
    Json array = Json::array();
    for (const HostAmbiguity& doubt : book.ambiguities()) {
        array.push_back({{"one", jsonKey(doubt.one)},
                         {"other", jsonKey(doubt.other)},
                         {"shared", jsonStrings(doubt.shared)},
                         {"why", jsonText(doubt.why)}});
    }
    return array;
}

Json jsonAlarms(const HostBook& book)
{
    Json array = Json::array();
    for (const HostAlarm& alarm : book.alarms()) {
        array.push_back({{"kind", jsonText(hostAlarmKindName(alarm.kind))},
                         {"subject", jsonKey(alarm.subject)},
                         {"before", jsonKey(alarm.before)},
                         {"at", jsonTime(alarm.at)},
                         {"text", jsonText(alarm.text())}});
    }
    return array;
}

Json seriesDocument(const SeriesExtract& extract, Timestamp now, const QString& context)
{
    const SeriesData& data = extract.data;
    Json document = jsonDocument("series", now, context);
    document["host"] = jsonText(extract.host);
    document["metric"] = jsonText(data.key.metric);
    document["unit"] = jsonText(metricInfo(data.key.metric).symbol);
    document["sources"] = jsonStrings(extract.sources);
    document["from"] = jsonTime(extract.range.from);
    document["to"] = jsonTime(extract.range.to);
    document["resolutionMs"] = data.resolution.count();
    Json& points = document["points"] = Json::array();
    for (const SeriesPoint& point : data.points) {
        points.push_back({jsonTime(point.at), point.mean});
    }
    Json& quarantined = document["quarantined"] = Json::array();
    for (const QuarantinedSample& bad : data.quarantined) {
        quarantined.push_back({jsonTime(bad.sample.at), bad.sample.value,
                               jsonText(sampleReasonText(bad.reason)),
                               jsonText(sampleReasonName(bad.reason))});
    }
    Json& gaps = document["gaps"] = Json::array();
    for (const TimeRange& gap : data.gaps) {
        gaps.push_back({jsonTime(gap.from), jsonTime(gap.to)});
    }
    document["partial"] = data.isPartial ? Json(jsonText(data.note)) : Json(nullptr);
    return document;
}

} // namespace stowage
