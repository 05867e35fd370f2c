// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/BeszelConnector.h"
#include "models/core/SystemClock.h"
#include "tests/connectors/faults/FaultWords.h"
#include "tests/connectors/faults/SmallHub.h"

#include <QSignalSpy>

#include <set>

using namespace stowage;
using namespace stowage::test;

namespace {

const QString SourceName = QStringLiteral("hub");
const QByteArray Everything = "*";

EngineOptions quickOptions()
{
    EngineOptions options;
    options.backoffBase = Millis{5};
    options.backoffCap = Millis{20};
    options.retryAfterCap = Millis{100};
    return options;
}

/// What it does not spoil.
bool isHarmless(Fault fault)
{
    return fault == Fault::UnavailableBurst || fault == Fault::DateTenYearsOff;
}

BeszelSettings settingsFor(const NastyServer& server)
{
    BeszelSettings settings;
    settings.id = SourceName;
    settings.endpoint = endpointAt(server, SourceName);
    settings.endpoint.credentials = {};
    settings.endpoint.longestDeadline = Millis{500};
    settings.user = QStringLiteral("reader");
    settings.password = Secret(Password);
    settings.pollInterval = std::chrono::hours(1);
    settings.listInterval = std::chrono::hours(1);
    settings.firstBackoff = std::chrono::hours(1);
    settings.longestBackoff = std::chrono::hours(1);
    return settings;
}

struct Rig
{
    explicit Rig(const NastyServer& server)
        : connector(engine, clock, settingsFor(server)), deltas(&connector, &Connector::delta)
    {
        QObject::connect(&connector, &Connector::delta, &connector, [this](const Delta& delta) {
            for (const HostObservation& host : delta.hosts) {
                hosts.insert(host.subject);
            }
            removed += delta.removedHosts.size();
            if (delta.status) {
                status = *delta.status;
            }
        });
    }

    bool fill()
    {
        connector.start();
        return until([this] { return hosts.size() == 2 && status.settled && !status.error; });
    }

    bool until(const std::function<bool()>& holds)
    {
        while (!holds()) {
            if (!deltas.wait(30'000)) {
                return false;
            }
        }
        return true;
    }

    SystemClock clock;
    HttpEngine engine{quickOptions()};
    BeszelConnector connector;
    QSignalSpy deltas;
    SourceStatus status;
    std::set<QString> hosts;
    size_t removed = 0;
};

} // namespace

/// That a hub may do what it likes: what is known of the machines stays, and what is wrong is said.
class TestConnectorFaultsHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLost_data() { everyFault(); }

    void nothingIsLost()
    {
        QFETCH(Fault, fault);
        NastyServer server(needsTls(fault) ? NastyServer::Tls : NastyServer::Plain);
        server.handle(&SmallHub::answer);
        Rig rig(server);
        QVERIFY2(rig.fill(), qPrintable(textsOf(rig.status).join(QLatin1Char('\n'))));
        StallMeter stalls;
        server.misbehave(fault, Millis{100});
        const auto before = rig.deltas.size();
        rig.connector.refresh();
        QVERIFY(rig.until([&] {
            return isHarmless(fault) ? rig.deltas.size() > before && rig.status.progress.isEmpty()
                                     : rig.status.error.has_value();
        }));
        QCOMPARE(rig.hosts.size(), size_t{2});
        QCOMPARE(rig.removed, size_t{0});
        QVERIFY2(stalls.longest() <= LongestStall, qPrintable(QString::number(stalls.longest().count())));
        verifyWords(rig.status);
        server.misbehave(Fault::None);
        rig.connector.refresh();
        QVERIFY(rig.until([&rig] { return !rig.status.error && rig.status.progress.isEmpty(); }));
    }

    void nothingIsMadeUp_data() { everyFault(); }

    void nothingIsMadeUp()
    {
        QFETCH(Fault, fault);
        if (isHarmless(fault)) {
            return;
        }
        NastyServer server(needsTls(fault) ? NastyServer::Tls : NastyServer::Plain);
        server.handle(&SmallHub::answer);
        server.misbehave(fault, Millis{100});
        Rig rig(server);
        rig.connector.start();
        QVERIFY(rig.until([&rig] { return rig.status.error.has_value(); }));
        QVERIFY(rig.hosts.empty());
        verifyWords(rig.status);
    }

    /// One path alone is bad: a page that is none is no empty fleet.
    void noEmptyFleet_data()
    {
        QTest::addColumn<ServerAnswer>("answer");
        QTest::newRow("HTML") << ServerAnswer::of(Fault::HtmlWith200);
        QTest::newRow("an object") << ServerAnswer::json("{}");
        QTest::newRow("a list") << ServerAnswer::json("[]");
        QTest::newRow("null") << ServerAnswer::json("null");
        QTest::newRow("nothing") << ServerAnswer::json("");
        QTest::newRow("items that are none") << ServerAnswer::json(R"({"items":{"a":1},"page":1})");
        QTest::newRow("an error with 200") << ServerAnswer::json(R"({"status":500,"message":"oops"})");
        QTest::newRow("500") << ServerAnswer::json(R"({"status":500,"message":"oops"})", 500);
        QTest::newRow("403") << ServerAnswer::json(R"({"status":403,"message":"no"})", 403);
        QTest::newRow("429") << ServerAnswer::json(R"({"status":429,"message":"slowly"})", 429);
    }

    void noEmptyFleet()
    {
        QFETCH(ServerAnswer, answer);
        NastyServer server;
        server.handle(&SmallHub::answer);
        Rig rig(server);
        QVERIFY(rig.fill());
        server.on("GET", SmallHub::SystemsPath, {answer});
        rig.connector.refresh();
        QVERIFY(rig.until([&rig] { return rig.status.error.has_value(); }));
        QCOMPARE(rig.removed, size_t{0});
        verifyWords(rig.status);
    }

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
            QVERIFY2(status.error->where.contains(SourceName), qPrintable(status.error->text()));
            QVERIFY2(saysWhatToDo(status.error->text()), qPrintable(status.error->text()));
        }
    }
};

QTEST_GUILESS_MAIN(TestConnectorFaultsHub)
#include "tst_connector_faults_hub.moc"
