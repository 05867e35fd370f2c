// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/alerts/StandInAlertmanager.h"

namespace stowage::test {
namespace {

QByteArray stamp(Timestamp at)
{
    return toRfc3339(at).toLatin1();
}

QByteArray alertJson(const QByteArray& name, Timestamp now)
{
    return R"({"annotations":{"summary":"what )" + name + R"( says"},"endsAt":")" +
           stamp(now + std::chrono::hours(24)) + R"(","fingerprint":"f-)" + name +
           R"(","receivers":[{"name":"none"}],"startsAt":")" + stamp(now - std::chrono::minutes(5)) +
           R"(","status":{"inhibitedBy":[],"silencedBy":[],"state":"active"},"updatedAt":")" + stamp(now) +
           R"(","generatorURL":"","labels":{"alertname":")" + name + R"(","instance":")" + name.toLower() +
           R"(:9100","severity":"warning"}})";
}

} // namespace

StandInAlertmanager::StandInAlertmanager(Timestamp now) : m_now(now)
{
    setAlerts({});
}

void StandInAlertmanager::setAlerts(const QByteArrayList& names)
{
    QByteArrayList alerts;
    for (const QByteArray& name : names) {
        alerts << alertJson(name, m_now);
    }
    const QByteArray list = '[' + alerts.join(',') + ']';
    const QByteArray status = R"({"cluster":{"status":"disabled"},"uptime":")" +
                              stamp(m_now - std::chrono::hours(24)) +
                              R"(","versionInfo":{"version":"0.25.0"}})";
    m_server.handle([list, status](const RecordedRequest& request) {
        if (request.path == "/api/v2/alerts") {
            return ServerAnswer::json(list);
        }
        if (request.path == "/api/v2/silences") {
            return ServerAnswer::json("[]");
        }
        return request.path == "/api/v2/status" ? ServerAnswer::json(status) : ServerAnswer::json("{}", 404);
    });
}

QByteArray StandInAlertmanager::sources() const
{
    return R"([{"id": "am", "kind": "alertmanager", "url": ")" + m_server.url() + R"(", "pollSeconds": 1}])";
}

} // namespace stowage::test
