// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/AlertDesk.h"
#include "app/compose/FleetSession.h"
#include "app/profile/ProfileReader.h"
#include "connectors/http/HttpEngine.h"
#include "models/core/SystemClock.h"
#include "tests/app/alerts/AlertRig.h"
#include "tests/support/MemoryMeter.h"
#include "tests/support/RealAlertmanager.h"
#include "tests/support/StallMeter.h"

#include <malloc.h>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 180'000;
constexpr int Alerts = 10'000;
constexpr int AtOnce = 500;

QByteArray alert(const QByteArray& name, const QByteArray& instance, const QByteArray& beside)
{
    return "{\"labels\":{\"alertname\":\"" + name + "\",\"instance\":\"" + instance +
           "\",\"severity\":\"warning\",\"cluster\":\"lab\"," + beside + "},\"annotations\":{\"summary\":\"" +
           name + " at " + instance +
           "\"},\"generatorURL\":\"http://prom.example.test:9090/graph?g0.expr=up\"}";
}

/// The number of the cause, and what is told of it: containers of two hosts that ran out of memory, what
/// hosts cannot pull from one registry, and what is odd about hosts that have nothing in common.
QByteArray floodAlert(int i)
{
    const QByteArray number = QByteArray::number(i);
    const QByteArray anywhere =
        "10.77." + QByteArray::number(i / 250) + '.' + QByteArray::number(i % 250) + ":9100";
    switch (i % 4) {
    case 0:
        return alert("ContainerOomKilled", "10.1.0.1:9100", "\"container\":\"c" + number + '"');
    case 1:
        return alert("ContainerRestarting", "10.2.0.1:9100", "\"container\":\"c" + number + '"');
    case 2:
        return alert("PullsFailing", anywhere, "\"registry\":\"registry-3\"");
    default:
        return alert("Odd" + QByteArray::number(i % 97), anywhere, "\"job\":\"odd\"");
    }
}

QByteArray floodAlerts(int first)
{
    QByteArrayList list;
    for (int i = first; i < first + AtOnce; ++i) {
        list << floodAlert(i);
    }
    return '[' + list.join(',') + ']';
}

} // namespace

/// Ten thousand alerts within a minute, by Debian's Alertmanager and the whole of Stowage but its face: with
/// the log on disk, and the incidents.
class TestAlertFlood : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mallopt(M_MMAP_THRESHOLD, 256 * 1024); } ///< as the program does
    void oneIncidentACause();

private:
    bool post(HttpEngine& engine, EndpointId endpoint, const QByteArray& body);
};

bool TestAlertFlood::post(HttpEngine& engine, EndpointId endpoint, const QByteArray& body)
{
    HttpRequest request;
    request.method = HttpMethod::Post;
    request.target = "/api/v2/alerts";
    request.headers.add("Content-Type", "application/json");
    request.body = body;
    std::optional<HttpResult> told;
    connect(engine.send(endpoint, request, this), &HttpCall::finished, this,
            [&told](const HttpResult& result) { told = result; });
    return QTest::qWaitFor([&told] { return told.has_value(); }, Patience) && *told && (*told)->status == 200;
}

void TestAlertFlood::oneIncidentACause()
{
    const QTemporaryDir folder;
    RealAlertmanager alertmanager(folder.filePath(u"alertmanager"_s));
    QVERIFY2(alertmanager.start(), qPrintable(alertmanager.error()));
    HttpEngine engine;
    Endpoint endpoint;
    endpoint.source = u"test"_s;
    endpoint.baseUrl = alertmanager.url();
    endpoint.readOnly = false;
    const EndpointId writing = engine.addEndpoint(endpoint);

    const SystemClock clock;
    const auto profile =
        ProfileReader::read(AlertRig::profileOf("[{\"id\": \"am\", \"kind\": \"alertmanager\", \"url\": \"" +
                                                alertmanager.url() + "\", \"pollSeconds\": 1}]"),
                            u"lab"_s);
    QVERIFY(profile.has_value());
    FleetSession session(*profile, {folder.filePath(u"data"_s), std::chrono::seconds(2)}, clock);
    int reports = 0;
    connect(&session, &FleetSession::arrived, this,
            [&reports](const Delta& delta) { reports += delta.alerts.isWhole ? 1 : 0; });
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(session.alerts().isRestored() && reports > 0, Patience);

    MemoryMeter memory;
    StallMeter stalls;
    for (int first = 0; first < Alerts; first += AtOnce) {
        QVERIFY(post(engine, writing, floodAlerts(first)));
    }
    const auto standing = [&session] {
        return std::ranges::count_if(session.alerts().book().alerts(), [](const Alert& one) {
            return !one.key.isEmpty() && one.state == AlertState::Firing;
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(standing(), Alerts, Patience);
    const auto folded = [&session] {
        size_t members = 0;
        for (const Incident& incident : session.alerts().incidents().incidents()) {
            members += incident.members.size();
        }
        return members;
    };
    QTRY_COMPARE_WITH_TIMEOUT(folded(), static_cast<size_t>(Alerts), Patience);
    const auto incidents = session.alerts().incidents().incidents();
    for (const Incident& incident : incidents) {
        qInfo("%zu alerts: %s", incident.members.size(), qPrintable(incident.title));
    }
    QCOMPARE(incidents.size(), 4U);
    const qint64 most = memory.most();
    qInfo("10,000 alerts: longest stall %lld ms, memory grew by %.1f MB at most",
          static_cast<long long>(stalls.longest().count()), static_cast<double>(most) / 1e6);
    QVERIFY2(stalls.longest() <= LongestStall, qPrintable(QString::number(stalls.longest().count())));
    session.stop();
}

QTEST_GUILESS_MAIN(TestAlertFlood)
#include "tst_alert_flood.moc"
