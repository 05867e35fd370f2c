// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/alertmanager/ScriptedAlertmanager.h"

namespace stowage::test {

QByteArray alertJson(const QByteArray& name, const QByteArray& status)
{
    const QByteArray plain = R"({"inhibitedBy":[],"silencedBy":[],"state":"active"})";
    return R"({"annotations":{"summary":"what )" + name +
           R"( says"},"endsAt":"2026-11-21T22:03:00.000Z","fingerprint":"f-)" + name +
           R"(","receivers":[{"name":"none"}],"startsAt":"2026-11-21T21:00:00.000Z","status":)" +
           (status.isEmpty() ? plain : status) +
           R"(,"updatedAt":"2026-11-21T21:59:00.000Z","generatorURL":"http://prom.example.test/graph?g0.expr=up",)"
           R"("labels":{"alertname":")" +
           name + R"(","instance":"10.0.0.1:9100","severity":"page"}})";
}

ServerAnswer listAnswer(const QList<QByteArray>& items)
{
    return ServerAnswer::json('[' + items.join(',') + "]\n").with("Date", "Sat, 21 Nov 2026 22:00:00 GMT");
}

ServerAnswer statusAnswer(const QByteArray& startedAt)
{
    return ServerAnswer::json(R"({"cluster":{"status":"disabled"},"uptime":")" + startedAt +
                              R"(","versionInfo":{"version":"0.25.0"}})");
}

AlertmanagerScript AlertmanagerScript::twoAlerts()
{
    return {
        listAnswer({alertJson("A"),
                    alertJson("B", R"({"inhibitedBy":[],"silencedBy":["s-1"],"state":"suppressed"})")}),
        listAnswer({
            R"({"id":"s-1","status":{"state":"active"},"comment":"works","createdBy":"mira","startsAt":"2026-11-21T20:00:00.000Z",)"
            R"("endsAt":"2026-11-22T20:00:00.000Z","matchers":[{"isEqual":true,"isRegex":false,"name":"alertname","value":"B"}]})",
        }),
        statusAnswer("2026-11-20T22:00:00.000Z"),
    };
}

ServerHandler AlertmanagerScript::handler() const
{
    return [script = *this](const RecordedRequest& request) {
        if (request.path == "/api/v2/alerts") {
            return script.alerts;
        }
        if (request.path == "/api/v2/silences") {
            return script.silences;
        }
        if (request.path == "/api/v2/status") {
            return script.status;
        }
        return ServerAnswer::json(R"({"code":404,"message":"path was not found"})", 404);
    };
}

} // namespace stowage::test
