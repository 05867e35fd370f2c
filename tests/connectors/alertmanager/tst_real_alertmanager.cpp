// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alertmanager/AlertmanagerConnector.h"
#include "connectors/prometheus/PrometheusConnector.h"
#include "models/alerts/AlertBook.h"
#include "models/core/SystemClock.h"
#include "tests/connectors/alertmanager/AlertCollector.h"
#include "tests/connectors/alertmanager/AlertPosts.h"
#include "tests/support/MemoryMeter.h"
#include "tests/support/RealAlertmanager.h"
#include "tests/support/RealPrometheus.h"
#include "tests/support/StallMeter.h"

#include <malloc.h>

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Patience = 180'000;

const char* const Rules =
    "groups:\n"
    "- name: lab\n"
    "  rules:\n"
    "  - {alert: TargetDown, expr: up == 0, for: 2s, labels: {severity: page},"
    " annotations: {summary: \"target {{ $labels.instance }} is down\"}}\n"
    "  - {alert: Later, expr: up == 0, for: 1h}\n"
    "  - {alert: Broken, expr: 'label_replace(up, \"x\", \"$1\", \"instance\", \"(\") == 0'}\n";

/// A target that answers a scrape, if with nothing.
class Target
{
public:
    bool listen(quint16 port)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                    if (socket->readAll().contains("\r\n\r\n")) {
                        socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4\r\n"
                                      "Content-Length: 4\r\nConnection: close\r\n\r\nx 1\n");
                        socket->disconnectFromHost();
                    }
                });
            }
        });
        return m_server.listen(QHostAddress::LocalHost, port);
    }

private:
    QTcpServer m_server;
};

class NoPlaces final : public AlertPlaces
{
public:
    AlertPlace place(const QString&, const AlertObservation& alert) const override
    {
        return {{SubjectKind::Unknown, alert.subject}, {}, {}};
    }
};

} // namespace

/// Debian's Alertmanager, alone and behind Debian's Prometheus.
class TestRealAlertmanager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mallopt(M_MMAP_THRESHOLD, 256 * 1024); } ///< as the program does
    void init();
    void cleanup();
    void silenceAndInhibition();
    void resolved();
    void restartIsNoEnd();
    void oneAlertSeenByTwo();
    void killed();
    void flood();

private:
    void connectAlertmanager();
    HttpResult post(const char* path, const QByteArray& body);
    const AlertObservation* seen(const char* name) const { return m_seen->find(name); }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RealAlertmanager> m_alertmanager;
    std::unique_ptr<HttpEngine> m_engine;
    std::unique_ptr<AlertmanagerConnector> m_connector;
    std::unique_ptr<AlertCollector> m_seen;
    EndpointId m_writing; ///< the test's own way in; Stowage has none
};

void TestRealAlertmanager::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_alertmanager = std::make_unique<RealAlertmanager>(m_folder->filePath(QStringLiteral("alertmanager")));
    QVERIFY2(m_alertmanager->start(), qPrintable(m_alertmanager->error()));
    m_engine = std::make_unique<HttpEngine>();
    Endpoint writing;
    writing.source = QStringLiteral("test");
    writing.baseUrl = m_alertmanager->url();
    writing.readOnly = false;
    m_writing = m_engine->addEndpoint(writing);
    connectAlertmanager();
}

void TestRealAlertmanager::cleanup()
{
    m_connector.reset();
    m_seen.reset();
    m_engine.reset();
    m_alertmanager.reset();
    m_folder.reset();
}

void TestRealAlertmanager::connectAlertmanager()
{
    AlertmanagerSettings settings;
    settings.id = QStringLiteral("am");
    settings.endpoint.source = settings.id;
    settings.endpoint.baseUrl = m_alertmanager->url();
    settings.pollInterval = Millis{200};
    m_connector = std::make_unique<AlertmanagerConnector>(*m_engine, m_clock, settings);
    m_seen = std::make_unique<AlertCollector>(*m_connector);
    m_connector->start();
}

HttpResult TestRealAlertmanager::post(const char* path, const QByteArray& body)
{
    HttpRequest request;
    request.method = HttpMethod::Post;
    request.target = path;
    request.headers.add("Content-Type", "application/json");
    request.body = body;
    HttpResult result = fail({});
    bool isFinished = false;
    HttpCall* call = m_engine->send(m_writing, request, this);
    connect(call, &HttpCall::finished, this, [&](const HttpResult& told) {
        result = told;
        isFinished = true;
    });
    return QTest::qWaitFor([&] { return isFinished; }, Patience) ? result : HttpResult(fail({}));
}

/// Told apart by the real one: what a person silenced, and what another alert stands above.
void TestRealAlertmanager::silenceAndInhibition()
{
    const auto posted = post("/api/v2/alerts", variousAlerts(m_clock.now()));
    QVERIFY(posted);
    QCOMPARE(posted->status, 200);
    for (const char* name : {"Works", "Both"}) {
        const auto silenced =
            post("/api/v2/silences", silenceOf("alertname", QByteArray(name) + ".*", true, m_clock.now()));
        QVERIFY(silenced);
        QCOMPARE(silenced->status, 200);
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_seen->last.alerts.size() == 6 && m_seen->silences.size() == 2 &&
                                 seen("Both") && !seen("Both")->silencedBy.isEmpty() &&
                                 !seen("Works")->silencedBy.isEmpty(),
                             Patience);
    QVERIFY(seen("Above")->silencedBy.isEmpty() && seen("Above")->inhibitedBy.isEmpty());
    QCOMPARE(seen("Below")->inhibitedBy, QStringList{seen("Above")->key});
    QVERIFY(seen("Below")->silencedBy.isEmpty());
    QVERIFY(seen("Works")->inhibitedBy.isEmpty());
    QCOMPARE(seen("Works")->silencedBy.size(), 1);
    QVERIFY(!seen("Both")->silencedBy.isEmpty() && !seen("Both")->inhibitedBy.isEmpty());
    const QString id = seen("Works")->silencedBy.front();
    const auto silence = std::find_if(m_seen->silences.begin(), m_seen->silences.end(),
                                      [&id](const AlertSilence& one) { return one.id == id; });
    QVERIFY(silence != m_seen->silences.end());
    QCOMPARE(silence->matchers, QStringLiteral("{alertname=~\"Works.*\"}"));
    QVERIFY(silence->isActive);
    QCOMPARE(silence->createdBy, QStringLiteral("mira"));

    // All stand, whatever makes them silent; keys are the fingerprints that the server made.
    for (const AlertObservation& alert : m_seen->last.alerts) {
        QCOMPARE(alert.phase, AlertPhase::Firing);
        QVERIFY(alert.link.isEmpty());
    }
    QVERIFY(seen("Odd\\x01\\x1b[31m<b>") != nullptr);
    QVERIFY(seen("Tomorrow")->startedAt > m_clock.now());
    QCOMPARE(m_seen->status.version, QStringLiteral("0.25.0"));
    QVERIFY(m_seen->last.isYoung); // it has just begun

    // An expression that is none is refused by the server itself.
    const auto broken = post("/api/v2/silences", silenceOf("a", "(", true, m_clock.now()));
    QVERIFY(broken);
    QCOMPARE(broken->status, 400);
}

/// What is resolved is gone from the list at once, and that is all that is said of it.
void TestRealAlertmanager::resolved()
{
    const QByteArray labels = "{\"alertname\":\"A\",\"instance\":\"x\"}";
    QVERIFY(post("/api/v2/alerts", oneAlert(labels)));
    QTRY_VERIFY_WITH_TIMEOUT(seen("A") != nullptr, Patience);
    const Timestamp began = seen("A")->startedAt;
    QVERIFY(m_clock.now() - began < std::chrono::minutes(5));
    const QByteArray over = ",\"endsAt\":\"" + stampOf(m_clock.now()) + '"';
    QVERIFY(post("/api/v2/alerts", oneAlert(labels, over)));
    QTRY_VERIFY_WITH_TIMEOUT(seen("A") == nullptr, Patience);
    QVERIFY(m_seen->last.isWhole);
    QCOMPARE(m_seen->ended, 0);
}

/// Silences survive a restart, alerts do not: for a while what is missing is unknown.
void TestRealAlertmanager::restartIsNoEnd()
{
    QVERIFY(post("/api/v2/alerts", oneAlert("{\"alertname\":\"A\"}")));
    QVERIFY(post("/api/v2/silences", silenceOf("a", "b", false, m_clock.now())));
    QTRY_VERIFY_WITH_TIMEOUT(seen("A") != nullptr && m_seen->silences.size() == 1, Patience);
    m_alertmanager->stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_seen->status.state, Freshness::Offline, Patience);
    QVERIFY(seen("A") != nullptr); // nothing was told since
    const int before = m_seen->reports;
    QVERIFY2(m_alertmanager->start(), qPrintable(m_alertmanager->error()));
    QTRY_VERIFY_WITH_TIMEOUT(m_seen->reports > before, Patience);
    QVERIFY(m_seen->last.isYoung && m_seen->last.alerts.empty());
    QCOMPARE(m_seen->silences.size(), 1U);
    QCOMPARE(m_seen->status.state, Freshness::Live);
}

/// A dead target is one alert to whoever compares what Prometheus and Alertmanager tell.
void TestRealAlertmanager::oneAlertSeenByTwo()
{
    RealPrometheus prometheus(m_folder->filePath(QStringLiteral("prometheus")));
    prometheus.setAlerting({Rules, m_alertmanager->authority(), {}});
    const quint16 port = freePort();
    const QByteArray instance = "127.0.0.1:" + QByteArray::number(port);
    QVERIFY2(prometheus.start({{"node", {instance}}}), qPrintable(prometheus.error()));
    PrometheusSettings settings;
    settings.id = QStringLiteral("prom");
    settings.endpoint.source = settings.id;
    settings.endpoint.baseUrl = prometheus.url();
    settings.pollInterval = Millis{300};
    PrometheusConnector connector(*m_engine, m_clock, settings);
    AlertCollector told(connector);
    connector.start();

    QTRY_VERIFY_WITH_TIMEOUT(seen("TargetDown") != nullptr && told.find("TargetDown") != nullptr &&
                                 told.find("TargetDown")->phase == AlertPhase::Firing,
                             Patience);
    const AlertObservation here = *seen("TargetDown");
    const AlertObservation there = *told.find("TargetDown");
    QCOMPARE(here.identity, there.identity);
    QCOMPARE(here.key, there.key);
    QCOMPARE(here.subject, QString::fromLatin1(instance));
    QCOMPARE(here.summary, there.summary);
    QCOMPARE(there.value, std::optional(0.0));
    QVERIFY(there.startedAt <= here.startedAt); // pending before it fired
    QVERIFY2(here.link.startsWith(QLatin1String("http")), qPrintable(here.link));

    // What is pending is told by Prometheus alone; what cannot be evaluated is neither firing nor fine.
    QVERIFY(told.find("Later") != nullptr);
    QCOMPARE(told.find("Later")->phase, AlertPhase::Pending);
    QVERIFY(seen("Later") == nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(told.last.failures && told.last.failures->size() == 1, Patience);
    const AlertRuleFailure failure = told.last.failures->front();
    QCOMPARE(failure.key, QStringLiteral("lab/Broken"));
    QCOMPARE(failure.name, QStringLiteral("Broken"));
    QVERIFY2(failure.error.message.contains(QLatin1String("label_replace")),
             qPrintable(failure.error.text()));
    QVERIFY(failure.at > Timestamp{});

    // It lives, and is over for both.
    Target target;
    QVERIFY(target.listen(port));
    QTRY_VERIFY_WITH_TIMEOUT(told.find("TargetDown") == nullptr && seen("TargetDown") == nullptr, Patience);
    QVERIFY(told.last.isWhole && m_seen->last.isWhole);

    // A Prometheus that is gone ends nothing.
    const int before = told.reports;
    prometheus.stop();
    QTRY_COMPARE_WITH_TIMEOUT(told.status.state, Freshness::Offline, Patience);
    QVERIFY(told.reports - before <= 1);
}

void TestRealAlertmanager::killed()
{
    QVERIFY(post("/api/v2/alerts", oneAlert("{\"alertname\":\"A\"}")));
    QTRY_VERIFY_WITH_TIMEOUT(seen("A") != nullptr, Patience);
    m_alertmanager->kill();
    QTRY_COMPARE_WITH_TIMEOUT(m_seen->status.state, Freshness::Offline, Patience);
    QVERIFY(m_seen->status.error.has_value());
    QVERIFY(seen("A") != nullptr); // the last that was told still holds it
    QCOMPARE(m_seen->ended, 0);
    const int before = m_seen->reports;
    const int polls = m_seen->polls;
    QTRY_VERIFY_WITH_TIMEOUT(m_seen->polls > polls + 2, Patience);
    QCOMPARE(m_seen->reports, before);
}

/// Ten thousand alerts within a minute: all are read into the book, and the window does not stand still.
void TestRealAlertmanager::flood()
{
    constexpr int Alerts = 10'000;
    constexpr int AtOnce = 500;
    QTRY_VERIFY_WITH_TIMEOUT(m_seen->reports > 0, Patience);
    m_seen->isCounting = true; // the book keeps them
    NoPlaces places;
    AlertBook book(places, {}, m_clock);
    connect(m_connector.get(), &Connector::delta, &book, [&book](const Delta& delta) {
        if (!delta.alerts.isEmpty()) {
            book.take(delta.source, delta.alerts, delta.at);
        }
    });
    MemoryMeter memory;
    StallMeter stalls;
    QElapsedTimer taken;
    taken.start();
    for (int first = 0; first < Alerts; first += AtOnce) {
        const auto posted = post("/api/v2/alerts", floodAlerts(first, AtOnce));
        QVERIFY(posted);
        QCOMPARE(posted->status, 200);
    }
    const qint64 posted = taken.elapsed();
    QTRY_COMPARE_WITH_TIMEOUT(m_seen->alertsTold, static_cast<size_t>(Alerts), Patience);
    const qint64 read = taken.elapsed();
    const int polls = m_seen->polls;
    QTRY_VERIFY_WITH_TIMEOUT(m_seen->polls >= polls + 2 && !book.isBusy(), Patience);
    const qint64 mostInFlood = memory.most();
    memory.forgetMost();
    QTRY_VERIFY_WITH_TIMEOUT(m_seen->polls >= polls + 10, Patience); // and again, unchanged
    const auto firing = std::count_if(book.alerts().begin(), book.alerts().end(), [](const Alert& alert) {
        return !alert.key.isEmpty() && alert.state == AlertState::Firing;
    });
    QCOMPARE(firing, Alerts);
    QCOMPARE(book.leftOut(), 0U);
    QCOMPARE(m_seen->status.error, std::nullopt);
    m_connector->stop(); // between two polls, where it is nearly always outside of tests
    QVERIFY(QThreadPool::globalInstance()->waitForDone(Patience));
    QTest::qWait(0); // what is to be deleted later
    const qint64 most = memory.most();
    MemoryMeter::trim();
    qInfo("10,000 alerts: posted in %lld ms, read in %lld ms, longest stall %lld ms, memory grew by %.1f MB, "
          "by %.1f MB at most while they are read again, and by %.1f MB in the flood",
          static_cast<long long>(posted), static_cast<long long>(read),
          static_cast<long long>(stalls.longest().count()), static_cast<double>(memory.grown()) / 1e6,
          static_cast<double>(most) / 1e6, static_cast<double>(mostInFlood) / 1e6);
    QVERIFY2(stalls.longest() <= LongestStall, qPrintable(QString::number(stalls.longest().count())));
#if !defined(__SANITIZE_ADDRESS__)
    QVERIFY2(most < 45'000'000, qPrintable(QString::number(most)));
#endif
}

QTEST_GUILESS_MAIN(TestRealAlertmanager)
#include "tst_real_alertmanager.moc"
