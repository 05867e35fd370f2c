// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alertmanager/AlertmanagerConnector.h"
#include "tests/connectors/alertmanager/AlertCollector.h"
#include "tests/connectors/alertmanager/BadAlerts.h"
#include "tests/connectors/alertmanager/ScriptedAlertmanager.h"
#include "tests/connectors/faults/FaultWords.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Patience = 60'000;

/// A connector against a scripted server, on a clock that the test moves.
struct Rig
{
    explicit Rig(const AlertmanagerScript& script = AlertmanagerScript::twoAlerts(),
                 NastyServer::Protocol protocol = NastyServer::Plain)
        : server(protocol)
    {
        server.handle(script.handler());
        AlertmanagerSettings settings;
        settings.id = QStringLiteral("am");
        settings.endpoint = endpointAt(server, settings.id);
        settings.endpoint.longestDeadline = Millis{500};
        connector = std::make_unique<AlertmanagerConnector>(engine, clock, settings);
        seen = std::make_unique<AlertCollector>(*connector);
    }

    /// One poll, a moment of the clock later.
    bool poll(Millis later = Millis{10'000})
    {
        const int before = seen->polls;
        before == 0 ? connector->start() : clock.advance(later);
        return QTest::qWaitFor([&] { return seen->polls > before; }, Patience);
    }

    bool poll(const AlertmanagerScript& script)
    {
        server.handle(script.handler());
        return poll();
    }

    NastyServer server;
    ManualClock clock;
    HttpEngine engine{{"stowage", Millis{1}, Millis{5}, Millis{10}, 16}};
    std::unique_ptr<AlertmanagerConnector> connector;
    std::unique_ptr<AlertCollector> seen;
};

AlertmanagerScript withAlerts(const ServerAnswer& alerts)
{
    AlertmanagerScript script = AlertmanagerScript::twoAlerts();
    script.alerts = alerts;
    return script;
}

bool isHarmless(Fault fault)
{
    return fault == Fault::UnavailableBurst || fault == Fault::DateTenYearsOff;
}

} // namespace

/// An Alertmanager that answers well, badly, and not at all.
class TestAlertmanagerConnector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstDelta();
    void tellsAlertsAndSilences();
    void onlyReads();
    void whatChangesIsTold();
    void goneIsNotOver();
    void refusedIsNotOver();
    void silencesMayFail();
    void youngAfterRestart();
    void youngAtTheStart();
    void twoBehindOneAddress();
    void withoutStatus();
    void ranOutIsSaid();
    void clockOff();
    void stopsAndStarts();
    void refreshes();
    void badLists_data();
    void badLists();
    void noLists_data();
    void noLists();
    void nothingIsLost_data() { everyFault(); }
    void nothingIsLost();
    void nothingIsMadeUp_data() { everyFault(); }
    void nothingIsMadeUp();

private:
    static void everyFault()
    {
        QTest::addColumn<Fault>("fault");
        for (const Fault fault : allFaults()) {
            QTest::newRow(faultName(fault)) << fault;
        }
    }

    static void verifyWords(const SourceStatus& status)
    {
        QVERIFY2(areFitToShow(textsOf(status)), qPrintable(textsOf(status).join(QLatin1Char('\n'))));
        if (status.error) {
            QVERIFY2(status.error->where.contains(QLatin1String("am")), qPrintable(status.error->text()));
            QVERIFY2(saysWhatToDo(status.error->text()), qPrintable(status.error->text()));
        }
    }
};

void TestAlertmanagerConnector::firstDelta()
{
    Rig rig;
    rig.connector->start();
    QCOMPARE(rig.seen->deltas, 1);
    QCOMPARE(rig.seen->status.state, Freshness::Unseen);
    QCOMPARE(rig.seen->status.kind, QStringLiteral("alertmanager"));
    QVERIFY(!rig.seen->status.settled);
    QCOMPARE(rig.seen->reports, 0);
}

void TestAlertmanagerConnector::tellsAlertsAndSilences()
{
    Rig rig;
    QVERIFY(rig.poll());
    const AlertReport& report = rig.seen->last;
    QVERIFY(report.isWhole && !report.isYoung);
    QCOMPARE(report.alerts.size(), 2U);
    QVERIFY(rig.seen->find("A")->silencedBy.isEmpty());
    QCOMPARE(rig.seen->find("B")->silencedBy, QStringList{QStringLiteral("s-1")});
    QVERIFY(report.silences.has_value());
    QCOMPARE(report.silences->size(), 1U);
    QCOMPARE(report.silences->at(0).matchers, QStringLiteral("{alertname=\"B\"}"));
    QVERIFY(!report.failures.has_value()); // nobody asked it for rules
    QCOMPARE(rig.seen->status.state, Freshness::Live);
    QCOMPARE(rig.seen->status.version, QStringLiteral("0.25.0"));
    QVERIFY(rig.seen->status.coverage->complete);
    QCOMPARE(rig.seen->warnings(), QString());
}

void TestAlertmanagerConnector::onlyReads()
{
    Rig rig;
    QVERIFY(rig.poll());
    QVERIFY(rig.poll());
    for (const RecordedRequest& request : rig.server.requests()) {
        QCOMPARE(request.method, QByteArray("GET"));
    }
    QCOMPARE(rig.server.requestCount(), 6); // three a poll, however many alerts
}

void TestAlertmanagerConnector::whatChangesIsTold()
{
    Rig rig;
    QVERIFY(rig.poll());
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->reports, 1);              // nothing new
    QVERIFY(rig.poll(std::chrono::seconds(51))); // asked after ten of them
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->reports, 2); // but for the minute that has passed
    QCOMPARE(rig.seen->last.alerts.size(), 2U);
    QVERIFY(rig.seen->last.isWhole);
    AlertmanagerScript quieter = AlertmanagerScript::twoAlerts();
    quieter.silences = listAnswer({});
    QVERIFY(rig.poll(quieter));
    QCOMPARE(rig.seen->reports, 3);
    QVERIFY(!rig.seen->last.isWhole && rig.seen->last.alerts.empty()); // the silences alone
    QVERIFY(rig.seen->last.silences && rig.seen->last.silences->empty());
    QVERIFY(rig.poll(withAlerts(listAnswer({alertJson("B")}))));
    QVERIFY(rig.seen->last.isWhole);
    QCOMPARE(rig.seen->last.alerts.size(), 1U);
    QVERIFY(rig.poll(withAlerts(listAnswer({}))));
    QVERIFY(rig.seen->last.isWhole && rig.seen->last.alerts.empty());
}

void TestAlertmanagerConnector::goneIsNotOver()
{
    Rig rig;
    QVERIFY(rig.poll());
    rig.server.misbehave(Fault::Refuses);
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->status.state, Freshness::Offline);
    QVERIFY(rig.seen->status.error.has_value());
    QCOMPARE(rig.seen->reports, 1);
    QCOMPARE(rig.seen->ended, 0);
    rig.server.misbehave(Fault::None);
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->status.state, Freshness::Live);
    QCOMPARE(rig.seen->reports, 2);
}

void TestAlertmanagerConnector::refusedIsNotOver()
{
    for (const int status : {401, 403, 404, 500, 503}) {
        Rig rig;
        QVERIFY(rig.poll());
        QVERIFY(rig.poll(withAlerts(ServerAnswer::json("[]", status))));
        QCOMPARE(rig.seen->status.state, Freshness::Stale);
        QCOMPARE(rig.seen->reports, 1);
        verifyWords(rig.seen->status);
    }
}

void TestAlertmanagerConnector::silencesMayFail()
{
    Rig rig;
    AlertmanagerScript script = AlertmanagerScript::twoAlerts();
    script.silences = ServerAnswer::json("<html>", 500);
    QVERIFY(rig.poll(script));
    QVERIFY(rig.seen->last.isWhole);
    QCOMPARE(rig.seen->last.alerts.size(), 2U);
    QVERIFY(!rig.seen->last.silences.has_value()); // not known, which is not none
    QCOMPARE(rig.seen->status.state, Freshness::Live);
    QVERIFY(!rig.seen->status.coverage->complete);
    QVERIFY2(rig.seen->unseen().contains(QLatin1String("silences")), qPrintable(rig.seen->unseen()));
}

/// A restart loses every alert; for two minutes what is missing is unknown.
void TestAlertmanagerConnector::youngAfterRestart()
{
    Rig rig;
    QVERIFY(rig.poll());
    QVERIFY(!rig.seen->last.isYoung);
    AlertmanagerScript again = withAlerts(listAnswer({}));
    again.status = statusAnswer("2026-11-21T21:59:59.000Z");
    QVERIFY(rig.poll(again));
    QVERIFY(rig.seen->last.isYoung && rig.seen->last.isWhole && rig.seen->last.alerts.empty());
    QVERIFY2(rig.seen->warnings().contains(QLatin1String("anew")), qPrintable(rig.seen->warnings()));
    QVERIFY(rig.poll(std::chrono::seconds(100)));
    QVERIFY(rig.seen->last.isYoung);
    QVERIFY(rig.poll(std::chrono::seconds(20)));
    QVERIFY(!rig.seen->last.isYoung);
    QVERIFY(!rig.seen->warnings().contains(QLatin1String("anew")));
}

void TestAlertmanagerConnector::youngAtTheStart()
{
    AlertmanagerScript script = AlertmanagerScript::twoAlerts();
    script.status = statusAnswer("2026-11-21T21:59:00.000Z"); // a minute ago, by its own clock
    Rig rig(script);
    QVERIFY(rig.poll());
    QVERIFY(rig.seen->last.isYoung);
    QVERIFY(rig.poll(std::chrono::seconds(59)));
    QVERIFY(rig.seen->last.isYoung);
    QVERIFY(rig.poll());
    QVERIFY(!rig.seen->last.isYoung);
}

/// Behind a balancer two answer in turns: that is no restart each time.
void TestAlertmanagerConnector::twoBehindOneAddress()
{
    Rig rig;
    AlertmanagerScript other = AlertmanagerScript::twoAlerts();
    other.status = statusAnswer("2026-11-19T10:00:00.000Z");
    QVERIFY(rig.poll());
    QVERIFY(rig.poll(other));
    for (int i = 0; i < 14; ++i) {
        QVERIFY(rig.poll(i % 2 == 0 ? AlertmanagerScript::twoAlerts() : other));
    }
    QVERIFY(!rig.seen->last.isYoung);
}

void TestAlertmanagerConnector::withoutStatus()
{
    Rig rig;
    AlertmanagerScript script = AlertmanagerScript::twoAlerts();
    script.status = ServerAnswer::json("{}", 404);
    QVERIFY(rig.poll(script));
    QVERIFY(rig.seen->last.isWhole && !rig.seen->last.isYoung);
    QVERIFY2(rig.seen->unseen().contains(QLatin1String("status")), qPrintable(rig.seen->unseen()));
    // Who answers after an outage may have begun anew.
    rig.server.misbehave(Fault::Refuses);
    QVERIFY(rig.poll());
    rig.server.misbehave(Fault::None);
    QVERIFY(rig.poll());
    QVERIFY(rig.seen->last.isYoung);
}

void TestAlertmanagerConnector::ranOutIsSaid()
{
    Rig rig;
    QVERIFY(rig.poll());
    const auto at = [](ServerAnswer answer, const char* time) {
        answer.headers.back().second = QByteArray("Sat, 21 Nov 2026 ") + time + " GMT";
        return withAlerts(answer).handler();
    };
    rig.server.handle(at(listAnswer({alertJson("A"), alertJson("B")}), "22:02:30"));
    QVERIFY(rig.poll(std::chrono::seconds(150)));
    QVERIFY(!rig.seen->last.failures);
    rig.server.handle(at(listAnswer({}), "22:03:10"));
    QVERIFY(rig.poll(std::chrono::seconds(40)));
    QVERIFY2(rig.seen->warnings().contains(QLatin1String("ran out")), qPrintable(rig.seen->warnings()));
    QVERIFY(rig.seen->last.isWhole && rig.seen->last.failures);
    QCOMPARE(rig.seen->last.failures->size(), 2U);
    rig.server.handle(at(listAnswer({}), "22:20:00"));
    QVERIFY(rig.poll(std::chrono::minutes(16)));
    QCOMPARE(rig.seen->last.failures->size(), 2U);
    rig.server.handle(at(listAnswer({alertJson("A"), alertJson("B")}), "22:20:10"));
    QVERIFY(rig.poll());
    QVERIFY2(!rig.seen->warnings().contains(QLatin1String("ran out")), qPrintable(rig.seen->warnings()));
    QVERIFY(rig.seen->last.failures && rig.seen->last.failures->empty());
    QVERIFY(rig.poll(std::chrono::minutes(2))); // asked after ten seconds of them
    QVERIFY(rig.poll());
    QVERIFY(!rig.seen->last.failures);
}

void TestAlertmanagerConnector::clockOff()
{
    Rig rig;
    rig.clock.advance(std::chrono::hours(2)); // ours is ahead of the script's
    QVERIFY(rig.poll());
    QVERIFY2(rig.seen->warnings().contains(QLatin1String("behind")), qPrintable(rig.seen->warnings()));
    QVERIFY(!rig.seen->last.isYoung);
}

void TestAlertmanagerConnector::stopsAndStarts()
{
    Rig rig;
    QVERIFY(rig.poll());
    rig.connector->stop();
    const int deltas = rig.seen->deltas;
    rig.clock.advance(std::chrono::minutes(10));
    rig.connector->refresh();
    QTest::qWait(50);
    QCOMPARE(rig.seen->deltas, deltas);
    rig.connector->start();
    QTRY_COMPARE_WITH_TIMEOUT(rig.seen->reports, 2, Patience);
}

void TestAlertmanagerConnector::refreshes()
{
    Rig rig;
    QVERIFY(rig.poll());
    rig.connector->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(rig.seen->polls, 2, Patience);
}

void TestAlertmanagerConnector::badLists_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("alerts");
    QTest::addColumn<int>("leftOut");
    for (const BadAlerts& row : badAlerts()) {
        QTest::newRow(row.name) << row.body << row.alerts << row.leftOut;
    }
}

void TestAlertmanagerConnector::badLists()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, alerts);
    QFETCH(const int, leftOut);
    Rig rig(withAlerts(ServerAnswer::json(body)));
    StallMeter stalls;
    QVERIFY(rig.poll());
    QCOMPARE(static_cast<int>(rig.seen->last.alerts.size()), alerts);
    QCOMPARE(static_cast<int>(rig.seen->last.leftOut), leftOut);
    QCOMPARE(rig.seen->status.coverage->complete, leftOut == 0);
    QVERIFY2(stalls.longest() <= LongestStall, qPrintable(QString::number(stalls.longest().count())));
    verifyWords(rig.seen->status);
}

void TestAlertmanagerConnector::noLists_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    for (const NoAlerts& row : noAlerts()) {
        QTest::newRow(row.name) << row.body << row.status;
    }
}

void TestAlertmanagerConnector::noLists()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    Rig rig;
    QVERIFY(rig.poll());
    QVERIFY(rig.poll(withAlerts(ServerAnswer::json(body, status))));
    QCOMPARE(rig.seen->reports, 1);
    QVERIFY(rig.seen->status.error.has_value());
    QCOMPARE(rig.seen->status.state, Freshness::Stale);
    verifyWords(rig.seen->status);
}

void TestAlertmanagerConnector::nothingIsLost()
{
    QFETCH(const Fault, fault);
    Rig rig(AlertmanagerScript::twoAlerts(), needsTls(fault) ? NastyServer::Tls : NastyServer::Plain);
    QVERIFY(rig.poll());
    StallMeter stalls;
    rig.server.misbehave(fault, Millis{100});
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->status.error.has_value(), !isHarmless(fault));
    QCOMPARE(rig.seen->reports, 1); // nothing new, or nothing known
    QCOMPARE(rig.seen->ended, 0);
    QVERIFY2(stalls.longest() <= LongestStall, qPrintable(QString::number(stalls.longest().count())));
    verifyWords(rig.seen->status);
    rig.server.misbehave(Fault::None);
    QVERIFY(rig.poll());
    QVERIFY(!rig.seen->status.error);
    QCOMPARE(rig.seen->reports, isHarmless(fault) ? 1 : 2);
    QCOMPARE(rig.seen->last.alerts.size(), 2U);
}

void TestAlertmanagerConnector::nothingIsMadeUp()
{
    QFETCH(const Fault, fault);
    if (isHarmless(fault)) {
        return;
    }
    Rig rig(AlertmanagerScript::twoAlerts(), needsTls(fault) ? NastyServer::Tls : NastyServer::Plain);
    rig.server.misbehave(fault, Millis{100});
    QVERIFY(rig.poll());
    QVERIFY(rig.seen->status.error.has_value());
    QCOMPARE(rig.seen->reports, 0);
    verifyWords(rig.seen->status);
}

QTEST_GUILESS_MAIN(TestAlertmanagerConnector)
#include "tst_alertmanager_connector.moc"
