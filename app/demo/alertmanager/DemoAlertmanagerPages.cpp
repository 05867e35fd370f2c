// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/alertmanager/DemoAlertmanagerPages.h"

#include <QUrl>

#include <map>

namespace stowage {
namespace {

/// Four times Prometheus' resend delay.
constexpr Millis StandsFor = std::chrono::minutes(4);

QByteArray member(const char* name, const QByteArray& json)
{
    return gojson::string(name) + ':' + json;
}

QByteArray object(const QByteArrayList& members)
{
    return '{' + members.join(',') + '}';
}

QByteArray texts(const QByteArrayList& list)
{
    QByteArrayList quoted;
    for (const QByteArray& text : list) {
        quoted << gojson::string(text);
    }
    return '[' + quoted.join(',') + ']';
}

QByteArray stamp(Timestamp at)
{
    return gojson::string(toRfc3339(at).toLatin1());
}

QByteArray alertJson(const DemoStandingAlert& standing, Timestamp began, const QByteArray& generator)
{
    const DemoRuleAlert& alert = standing.alert;
    const QByteArray expression =
        QUrl::toPercentEncoding(QString::fromLatin1(DemoRules::rules().at(alert.rule).expression), " ")
            .replace(' ', '+');
    return object(
        {member("annotations", gojson::labels(alert.annotations())),
         member("endsAt", stamp(began + standing.sentAt + StandsFor)),
         member("fingerprint", gojson::string(standing.fingerprint)),
         member("receivers", R"([{"name":"none"}])"), member("startsAt", stamp(began + alert.firedAt)),
         member("status",
                object({member("inhibitedBy", texts(standing.inhibitedBy)),
                        member("silencedBy", texts(standing.silencedBy)),
                        member("state", standing.isSuppressed() ? "\"suppressed\"" : "\"active\"")})),
         member("updatedAt", stamp(began + standing.sentAt)),
         member("generatorURL", gojson::string(generator + "/graph?g0.expr=" + expression + "&g0.tab=1")),
         member("labels", gojson::labels(alert.labels()))});
}

} // namespace

MicroResponse alertmanagerAnswer(const QByteArray& json)
{
    return {200, {{"Content-Type", "application/json"}, {"Vary", "Origin"}}, json + '\n', -1};
}

MicroResponse alertmanagerNotFound(const QByteArray& path)
{
    return {
        404,
        {{"Content-Type", "application/json"}, {"Vary", "Origin"}},
        object({member("code", "404"), member("message", gojson::string("path " + path + " was not found"))}),
        -1};
}

QByteArray alertsJson(const std::vector<DemoStandingAlert>& alerts, Timestamp began,
                      const QByteArray& generator)
{
    QByteArrayList list;
    for (const DemoStandingAlert& alert : alerts) {
        list << alertJson(alert, began, generator);
    }
    return '[' + list.join(',') + ']';
}

QByteArray alertGroupsJson(const std::vector<DemoStandingAlert>& alerts, Timestamp began,
                           const QByteArray& generator)
{
    std::map<QByteArray, QByteArrayList> groups;
    for (const DemoStandingAlert& alert : alerts) {
        groups[alert.alert.alertname()] << alertJson(alert, began, generator);
    }
    QByteArrayList list;
    for (const auto& [name, members] : groups) {
        list << object({member("alerts", '[' + members.join(',') + ']'),
                        member("labels", gojson::labels({{"alertname", name}})),
                        member("receiver", R"({"name":"none"})")});
    }
    return '[' + list.join(',') + ']';
}

QByteArray silencesJson(const std::vector<DemoSilence>& silences, Timestamp began, Millis now)
{
    QByteArrayList list;
    for (const DemoSilence& silence : silences) {
        const QByteArray state = now < silence.startsAt ? "pending"
                                 : now < silence.endsAt ? "active"
                                                        : "expired";
        list << object({member("id", gojson::string(silence.id)),
                        member("status", object({member("state", gojson::string(state))})),
                        member("updatedAt", stamp(began + silence.startsAt)),
                        member("comment", gojson::string(silence.comment)),
                        member("createdBy", gojson::string(silence.createdBy)),
                        member("endsAt", stamp(began + silence.endsAt)),
                        member("matchers", '[' +
                                               object({member("isEqual", "true"), member("isRegex", "false"),
                                                       member("name", gojson::string(silence.label)),
                                                       member("value", gojson::string(silence.value))}) +
                                               ']'),
                        member("startsAt", stamp(began + silence.startsAt))});
    }
    return '[' + list.join(',') + ']';
}

QByteArray alertmanagerStatusJson(Timestamp startedAt)
{
    const QByteArray config = "route:\n  receiver: none\n  group_by:\n  - alertname\n  continue: false\n"
                              "receivers:\n- name: none\ntemplates: []\n";
    return object(
        {member("cluster", R"({"peers":[],"status":"disabled"})"),
         member("config", object({member("original", gojson::string(config))})),
         member("uptime", stamp(startedAt)),
         member("versionInfo", R"({"branch":"debian/sid","buildDate":"20230409-09:50:43",)"
                               R"("buildUser":"team+pkg-go@tracker.debian.org","goVersion":"go1.19.8",)"
                               R"("revision":"0.25.0-1+b4","version":"0.25.0"})")});
}

} // namespace stowage
