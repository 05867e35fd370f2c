// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubAcceptance.h"

#include <QTest>

using namespace stowage;
using namespace std::chrono_literals;

namespace {

constexpr int Systems = 100;
const Timestamp Began{1'000'000s};
const Timestamp Now = Began + 10s;

QString idOf(int number)
{
    return QStringLiteral("s%1").arg(number);
}

HubSystem systemOf(int number, Timestamp updated = Began)
{
    HubSystem system;
    system.id = idOf(number);
    system.name = system.id;
    system.host = QStringLiteral("10.0.0.%1").arg(number);
    system.state = HostState::Up;
    system.updated = updated;
    return system;
}

HubSnapshot snapshotOf(int systems)
{
    HubSnapshot snapshot;
    snapshot.collections = {HubCollection::Systems, HubCollection::Containers, HubCollection::SystemStats};
    HubStats page;
    for (int i = 0; i < systems; ++i) {
        snapshot.systems.push_back(systemOf(i));
        HostContainer container;
        container.name = QStringLiteral("web");
        snapshot.containers.push_back({idOf(i), container});
        StatsRow row;
        row.id = "r" + std::to_string(i);
        row.system = "s" + std::to_string(i);
        row.created = Began;
        row.span = 1min;
        row.first = static_cast<quint32>(i);
        row.count = 1;
        page.rows.push_back(row);
        page.values.push_back({HubMetric::Cpu, HubValue::NoDevice, 7, 7});
    }
    snapshot.stats.push_back(page);
    return snapshot;
}

/// What an acceptance goes into.
struct Known
{
    HubHosts hosts{1min, 5min};
    StatsBook stats{QStringLiteral("hub")};
    HubAlerts alerts{"http://127.0.0.1"};
    std::vector<SampleBatch> samples{};
    size_t mostSamples = 0;

    std::unique_ptr<HubAcceptance> accept(HubSnapshot snapshot)
    {
        return std::make_unique<HubAcceptance>(
            std::move(snapshot), QSet<QString>(), Began,
            HubAcceptance::Into{hosts, stats, alerts,
                                [this](const HubSystem& system, Timestamp now) { hosts.take(system, now); },
                                [this](std::vector<SampleBatch> batches) {
                                    mostSamples = std::max(mostSamples, batches.size());
                                    samples.insert(samples.end(), batches.begin(), batches.end());
                                }});
    }
};

} // namespace

/// A snapshot is taken up in steps between which anything may happen.
class TestHubAcceptance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAllInSmallSteps();
    void hostsAreWholeBeforeSamples();
    void givenUpItRemovesNothing();
    void streamIsNewer();
    void emptySnapshot();
    void alertsOfWhichSomeCannotBeRead();
};

void TestHubAcceptance::takesAllInSmallSteps()
{
    Known known;
    const auto acceptance = known.accept(snapshotOf(Systems));
    int steps = 1;
    while (acceptance->step(Now)) {
        ++steps;
    }
    QVERIFY(steps > Systems / 5);
    QVERIFY(known.mostSamples < Systems / 2);
    QCOMPARE(known.samples.size(), size_t(Systems));
    const std::vector<HostObservation> told = known.hosts.news(1'000);
    QCOMPARE(told.size(), size_t(Systems));
    for (const HostObservation& host : told) {
        QVERIFY(host.containers && host.containers->size() == 1);
    }
    QVERIFY(!acceptance->step(Now)); // over is over
    QCOMPARE(known.samples.size(), size_t(Systems));
}

void TestHubAcceptance::hostsAreWholeBeforeSamples()
{
    Known known;
    const auto acceptance = known.accept(snapshotOf(Systems));
    while (!acceptance->areHostsWhole()) {
        QVERIFY(known.samples.empty());
        QVERIFY(acceptance->step(Now));
    }
    for (const HostObservation& host : known.hosts.news(1'000)) {
        QVERIFY(host.containers.has_value());
    }
}

void TestHubAcceptance::givenUpItRemovesNothing()
{
    Known known;
    known.hosts.take(systemOf(7'000), Began - 1h);
    auto acceptance = known.accept(snapshotOf(Systems));
    QVERIFY(acceptance->step(Now));
    acceptance.reset();
    QVERIFY(known.hosts.knows(idOf(7'000)));
    QVERIFY(known.hosts.knows(idOf(0)));
    acceptance = known.accept(snapshotOf(Systems)); // the next list makes it whole
    while (acceptance->step(Now)) {
    }
    QVERIFY(!known.hosts.knows(idOf(7'000)));
    QCOMPARE(known.hosts.count(), qsizetype(Systems));
}

void TestHubAcceptance::streamIsNewer()
{
    Known known;
    const auto acceptance = known.accept(snapshotOf(Systems));
    QVERIFY(acceptance->step(Now));
    known.hosts.take(systemOf(8'000), Now); // told while the list was taken up
    HubSystem down = systemOf(Systems - 1, Began + 5s);
    down.state = HostState::Down;
    known.hosts.take(down, Now);
    known.hosts.remove(idOf(0));
    while (acceptance->step(Now)) {
    }
    QVERIFY(known.hosts.knows(idOf(8'000)));
    QVERIFY(!known.hosts.knows(idOf(0)));
    for (const HostObservation& host : known.hosts.news(1'000)) {
        QCOMPARE(host.state, host.subject == down.id ? HostState::Down : HostState::Up);
    }
}

void TestHubAcceptance::emptySnapshot()
{
    Known known;
    known.hosts.take(systemOf(1), Began - 1h);
    HubSnapshot nothing;
    nothing.collections = {HubCollection::Systems};
    const auto acceptance = known.accept(nothing);
    while (acceptance->step(Now)) {
    }
    QCOMPARE(known.hosts.count(), qsizetype(0));
    const auto ofOthers = known.accept({}); // no list was read
    known.hosts.take(systemOf(1), Began - 1h);
    while (ofOthers->step(Now)) {
    }
    QCOMPARE(known.hosts.count(), qsizetype(1));
}

void TestHubAcceptance::alertsOfWhichSomeCannotBeRead()
{
    Known known;
    HubAlert alert;
    alert.id = QStringLiteral("a1");
    alert.system = idOf(1);
    alert.name = QStringLiteral("CPU");
    alert.isTriggered = true;
    alert.updated = Began;
    known.alerts.take(alert, HubAction::Create, Began);
    known.alerts.news(Began);
    HubSnapshot snapshot;
    snapshot.collections = {HubCollection::Alerts};
    snapshot.areAlertsPartial = true;
    const auto partial = known.accept(snapshot);
    while (partial->step(Now)) {
    }
    AlertReport report = known.alerts.news(Now);
    QVERIFY(report.isWhole && report.isYoung && report.alerts.empty());
    snapshot.areAlertsPartial = false;
    const auto whole = known.accept(snapshot);
    while (whole->step(Now)) {
    }
    report = known.alerts.news(Now);
    QVERIFY(report.isWhole && !report.isYoung);
    QCOMPARE(report.alerts.size(), size_t(1));
    QCOMPARE(report.alerts.front().phase, AlertPhase::Ended);
}

QTEST_GUILESS_MAIN(TestHubAcceptance)
#include "tst_hub_acceptance.moc"
