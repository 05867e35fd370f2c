// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostSpark.h"
#include "tests/models/hosts/HostFixture.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

double valueOf(const Host& host, const QString& metric)
{
    const HostValue* value = host.value(metric);
    return value != nullptr ? value->value : -1;
}

} // namespace

/// The one store of hosts.
class TestHostBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneMachineOfTwoSources()
    {
        HostFixture f({{u"n1"_s, {u"10.0.0.1"_s}, u"a"_s}});
        f.tell(u"hub"_s, HostFixture::machine(u"id1"_s, u"lab"_s, u"10.0.0.1"_s));
        f.tell(u"prom"_s, HostFixture::machine(u"10.0.0.1:9100"_s, u"10.0.0.1:9100"_s, u"10.0.0.1"_s));
        f.tell(u"hub"_s, HostFixture::machine(u"id2"_s, u"n2"_s));
        QCOMPARE(f.all(), u"n1:2 n2:1"_s);
        const Host& host = f.host(u"hub"_s, u"id1"_s);
        QCOMPARE(host.zone, u"a"_s);
        QCOMPARE(host.sources(), (QStringList{u"hub"_s, u"prom"_s}));
        QCOMPARE(f.book.find(u"LAB"_s), std::vector{host.id});
        QCOMPARE(f.book.find(u"n1"_s), std::vector{host.id});
        QCOMPARE(f.book.find(u"nobody"_s).size(), size_t(0));
    }

    void theFinestFreshValueIsShown()
    {
        HostFixture f;
        f.tell(u"hub"_s, HostFixture::machine(u"a"_s, u"n1"_s));
        f.tell(u"prom"_s, HostFixture::machine(u"x"_s, u"n1"_s));
        f.sample(u"hub"_s, u"a"_s, u"cpu.percent"_s, 40);
        f.sample(u"prom"_s, u"x"_s, u"cpu.percent"_s, 42, 15s);
        f.sample(u"hub"_s, u"a"_s, u"disk.percent"_s, 7);
        const Host& host = f.host(u"hub"_s, u"a"_s);
        QCOMPARE(valueOf(host, u"cpu.percent"_s), 42.0);
        QCOMPARE(host.value(u"cpu.percent"_s)->from.source, u"prom"_s);
        QCOMPARE(valueOf(host, u"disk.percent"_s), 7.0);
        // Prometheus falls silent: what the hub tells is coarser, and new.
        f.clock.advance(4min);
        f.sample(u"hub"_s, u"a"_s, u"cpu.percent"_s, 55);
        QCOMPARE(valueOf(f.host(u"hub"_s, u"a"_s), u"cpu.percent"_s), 55.0);
    }

    void olderAndBackfilledSamplesChangeNothing()
    {
        HostFixture f;
        f.tell(u"hub"_s, HostFixture::machine(u"a"_s, u"n1"_s));
        f.sample(u"hub"_s, u"a"_s, u"cpu.percent"_s, 40);
        Delta past = f.from(u"hub"_s);
        past.samples.push_back({{{u"hub"_s, u"a"_s}, u"cpu.percent"_s},
                                10min,
                                true,
                                {{f.clock.now() - 1h, 90, 90}, {f.clock.now() - 10min, 91, 91}},
                                {}});
        f.book.apply(past);
        QCOMPARE(valueOf(f.host(u"hub"_s, u"a"_s), u"cpu.percent"_s), 40.0);
        const std::vector<double> spark = f.book.spark(f.host(u"hub"_s, u"a"_s).id);
        QCOMPARE(spark.size(), HostSpark::Buckets);
        QCOMPARE(spark.back(), 40.0);
        QCOMPARE(spark.at(HostSpark::Buckets - 3), 91.0);
        QVERIFY(std::isnan(spark.at(0)));
    }

    void quarantineIsCountedAndNeverShown()
    {
        HostFixture f;
        f.tell(u"hub"_s, HostFixture::machine(u"a"_s, u"n1"_s));
        f.sample(u"hub"_s, u"a"_s, u"disk.write.bytesPerSecond"_s, 9'000);
        f.clock.advance(1min);
        f.quarantine(u"hub"_s, u"a"_s, u"disk.write.bytesPerSecond"_s, 9.9e13);
        f.clock.advance(1min);
        f.quarantine(u"hub"_s, u"a"_s, u"disk.write.bytesPerSecond"_s, 9.8e13);
        const HostQuarantine* bad = f.host(u"hub"_s, u"a"_s).quarantine(u"disk.write.bytesPerSecond"_s);
        QVERIFY(bad != nullptr);
        QCOMPARE(bad->count, quint64(2));
        QCOMPARE(bad->value, 9.8e13);
        QCOMPARE(bad->reason, SampleReason::AboveDevice);
        QVERIFY(bad->isLatest);
        QCOMPARE(valueOf(f.host(u"hub"_s, u"a"_s), u"disk.write.bytesPerSecond"_s), 9'000.0);
        f.clock.advance(1min);
        f.sample(u"hub"_s, u"a"_s, u"disk.write.bytesPerSecond"_s, 8'000);
        QVERIFY(!f.host(u"hub"_s, u"a"_s).quarantine(u"disk.write.bytesPerSecond"_s)->isLatest);
    }

    void agesAreJudged()
    {
        HostFixture f;
        f.tell(u"hub"_s, HostFixture::machine(u"a"_s, u"n1"_s));
        HostObservation paused = HostFixture::machine(u"b"_s, u"n2"_s);
        paused.state = HostState::Paused;
        f.tell(u"hub"_s, paused);
        QCOMPARE(f.host(u"hub"_s, u"a"_s).freshness, Freshness::Live);
        f.clock.advance(4min);
        f.status(u"hub"_s, Freshness::Live, f.clock.now());
        f.book.judgeAges();
        QCOMPARE(f.host(u"hub"_s, u"a"_s).freshness, Freshness::Stale);
        QCOMPARE(f.host(u"hub"_s, u"a"_s).state, HostState::Up);
        // Nobody expects a paused one to tell anything.
        QCOMPARE(f.host(u"hub"_s, u"b"_s).freshness, Freshness::Live);
        QCOMPARE(f.host(u"hub"_s, u"b"_s).state, HostState::Paused);
    }

    void aFailedSourceIsNoHostThatIsDown()
    {
        HostFixture f;
        f.tell(u"hub"_s, HostFixture::machine(u"a"_s, u"n1"_s));
        f.sample(u"hub"_s, u"a"_s, u"cpu.percent"_s, 40);
        f.book.flush();
        QSignalSpy changed(&f.book, &HostBook::changed);
        f.status(u"hub"_s, Freshness::Offline, f.clock.now());
        f.fleet.flush();
        f.book.flush();
        QCOMPARE(changed.size(), 1);
        const Host& host = f.host(u"hub"_s, u"a"_s);
        QCOMPARE(host.state, HostState::Up);
        QCOMPARE(host.freshness, Freshness::Offline);
        QCOMPARE(valueOf(host, u"cpu.percent"_s), 40.0);
    }

    void upIsKnownBetterThanDown()
    {
        HostFixture f;
        HostObservation down = HostFixture::machine(u"a"_s, u"n1"_s);
        down.state = HostState::Down;
        f.tell(u"hub"_s, down);
        QCOMPARE(f.host(u"hub"_s, u"a"_s).state, HostState::Down);
        f.tell(u"prom"_s, HostFixture::machine(u"x"_s, u"n1"_s));
        QCOMPARE(f.host(u"hub"_s, u"a"_s).state, HostState::Up);
        QVERIFY(f.host(u"hub"_s, u"a"_s).reason.contains(u"hub"_s));
    }

    void aSecondRowIsShownAndCountedOnce()
    {
        HostFixture f;
        HostObservation old = HostFixture::machine(u"a"_s, u"n1"_s, u"10.0.0.1"_s);
        old.state = HostState::Down;
        old.isDuplicate = true;
        f.tell(u"hub"_s, old);
        f.tell(u"hub"_s, HostFixture::machine(u"b"_s, u"n1"_s, u"10.0.0.1"_s));
        QCOMPARE(f.all(), u"n1:2"_s);
        const Host& host = f.host(u"hub"_s, u"a"_s);
        QCOMPARE(host.state, HostState::Up);
        QVERIFY(host.reason.isEmpty());
        QVERIFY(!host.isDuplicate);
        QVERIFY(host.subjects.at(1).isDuplicate);
    }

    void whatIsAmbiguousIsSettledByAPerson()
    {
        HostFixture f;
        f.tell(u"hub"_s, HostFixture::machine(u"a"_s, u"n1"_s, u"10.0.0.1"_s));
        f.tell(u"hub"_s, HostFixture::machine(u"b"_s, u"n1"_s, u"10.0.0.2"_s));
        f.tell(u"prom"_s, HostFixture::machine(u"x"_s, u"n1"_s));
        QCOMPARE(f.all(), u"n1:1 n1:1 n1:1"_s);
        QCOMPARE(f.book.ambiguities().size(), size_t(2));
        QVERIFY(f.host(u"prom"_s, u"x"_s).isAmbiguous);
        QCOMPARE(f.book.ambiguities().front().shared, QStringList{u"n1"_s});
        f.book.flush();
        QSignalSpy decided(&f.book, &HostBook::decided);
        QSignalSpy changed(&f.book, &HostBook::changed);
        const SubjectKey b{u"hub"_s, u"b"_s};
        const SubjectKey x{u"prom"_s, u"x"_s};
        f.book.settle({b, x, true, f.clock.now()});
        f.book.flush();
        QCOMPARE(decided.size(), 1);
        QCOMPARE(f.all(), u"n1:1 n1:2"_s);
        QCOMPARE(f.book.find(b), f.book.find(x));
        QVERIFY(!f.host(u"hub"_s, u"b"_s).isAmbiguous);
        const auto changes = changed.at(0).at(0).value<HostChanges>();
        QVERIFY(changes.isAnythingToSettle);
        QCOMPARE(changes.hosts.removed.size(), size_t(1));
        f.book.unsettle(x, b);
        QCOMPARE(f.book.ambiguities().size(), size_t(2));
        QCOMPARE(f.all(), u"n1:1 n1:1 n1:1"_s);
    }

    void decisionsOfEarlierRunsHoldFromTheStart()
    {
        HostFixture f;
        f.book.setDecisions({{{u"hub"_s, u"a"_s}, {u"prom"_s, u"x"_s}, true, {}}});
        f.tell(u"hub"_s, HostFixture::machine(u"a"_s, u"one"_s));
        f.tell(u"prom"_s, HostFixture::machine(u"x"_s, u"two"_s));
        QCOMPARE(f.all(), u"one:2"_s);
    }

    void linksToTheNode()
    {
        HostFixture f({{u"n1"_s, {u"lab-1"_s}, {}}});
        f.tell(u"hub"_s, HostFixture::machine(u"a"_s, u"lab-1"_s));
        QVERIFY(!f.host(u"hub"_s, u"a"_s).node.isValid());
        NodeObservation node = f.node(u"n1"_s);
        node.zone = u"b"_s;
        f.nodes({node});
        f.fleet.flush();
        QCOMPARE(f.host(u"hub"_s, u"a"_s).node, *f.fleet.findNode(u"n1"_s));
        QCOMPARE(f.host(u"hub"_s, u"a"_s).zone, u"b"_s);
    }

    void whatIsRemovedGoes()
    {
        HostFixture f;
        f.tell(u"hub"_s, HostFixture::machine(u"a"_s, u"n1"_s));
        f.tell(u"prom"_s, HostFixture::machine(u"x"_s, u"n1"_s));
        f.sample(u"prom"_s, u"x"_s, u"cpu.percent"_s, 3);
        f.book.flush();
        f.remove(u"prom"_s, u"x"_s);
        QCOMPARE(f.all(), u"n1:1"_s);
        QCOMPARE(valueOf(f.host(u"hub"_s, u"a"_s), u"cpu.percent"_s), -1.0);
        f.remove(u"hub"_s, u"a"_s);
        QCOMPARE(f.all(), QString());
        QVERIFY(!f.book.find(SubjectKey{u"hub"_s, u"a"_s}));
        f.remove(u"hub"_s, u"a"_s);
        f.remove(u"hub"_s, u"never"_s);
        f.tell(u"hub"_s, HostFixture::machine(u"a"_s, u"n1"_s));
        QCOMPARE(f.all(), u"n1:1"_s);
    }

    void whatIsNotToldAgainStays()
    {
        HostFixture f;
        HostObservation first = HostFixture::machine(u"a"_s, u"n1"_s, u"10.0.0.1"_s);
        first.facts.memoryBytes = 8e9;
        first.containers = std::vector<HostContainer>{{u"web"_s, {}, {}, {}, {}, {}, {}, {}}};
        f.tell(u"hub"_s, first);
        HostObservation later;
        later.subject = u"a"_s;
        later.state = HostState::Down;
        f.tell(u"hub"_s, later);
        const Host& host = f.host(u"hub"_s, u"a"_s);
        QCOMPARE(host.name, u"n1"_s);
        QCOMPARE(host.state, HostState::Down);
        QCOMPARE(host.facts.memoryBytes, std::optional(8e9));
        QCOMPARE(host.containers.size(), size_t(1));
    }

    void changesAreCoalescedAndNet()
    {
        HostFixture f;
        QSignalSpy changed(&f.book, &HostBook::changed);
        f.tell(u"hub"_s, HostFixture::machine(u"a"_s, u"n1"_s));
        f.sample(u"hub"_s, u"a"_s, u"cpu.percent"_s, 3);
        f.sample(u"hub"_s, u"a"_s, u"cpu.percent"_s, 4);
        QCOMPARE(changed.size(), 0);
        f.clock.advance(Fleet::Coalesce);
        QCOMPARE(changed.size(), 1);
        const auto changes = changed.at(0).at(0).value<HostChanges>();
        QCOMPARE(changes.hosts.added.size(), size_t(1));
        QVERIFY(changes.hosts.changed.empty());
    }

    void anOlderGenerationIsDropped()
    {
        HostFixture f;
        Delta later = f.from(u"hub"_s, 2);
        later.hosts.push_back(HostFixture::machine(u"a"_s, u"n1"_s));
        f.book.apply(later);
        Delta earlier = f.from(u"hub"_s, 1);
        earlier.removedHosts.push_back(u"a"_s);
        f.book.apply(earlier);
        QCOMPARE(f.all(), u"n1:1"_s);
    }

    void alarmsStandUntilSeen()
    {
        HostFixture f;
        f.tell(u"hub"_s, HostFixture::machine(u"a"_s, u"n1"_s));
        f.book.flush();
        QSignalSpy changed(&f.book, &HostBook::changed);
        QSignalSpy dismissed(&f.book, &HostBook::dismissed);
        const SubjectKey a{u"hub"_s, u"a"_s};
        const HostAlarm alarm{HostAlarm::Kind::MachineId, a, a, u"aa"_s, u"bb"_s, f.clock.now()};
        f.book.raise(alarm);
        f.book.raise(alarm);
        f.book.flush();
        QCOMPARE(f.book.alarms().size(), size_t(1));
        QCOMPARE(changed.size(), 1);
        QVERIFY(f.book.alarms().front().text().contains(u"bb"_s));
        f.book.dismiss(a);
        f.book.dismiss(a);
        QCOMPARE(dismissed.size(), 1);
        QVERIFY(f.book.alarms().empty());
    }

    void samplesOfTheUnknownAreLeftOut()
    {
        HostFixture f;
        f.sample(u"hub"_s, u"nobody"_s, u"cpu.percent"_s, 3);
        QCOMPARE(f.all(), QString());
    }

    void aClockAheadMakesNothingYounger()
    {
        HostFixture f;
        HostObservation ahead = HostFixture::machine(u"a"_s, u"n1"_s);
        ahead.at = f.clock.now() + 3h;
        f.tell(u"hub"_s, ahead);
        QCOMPARE(f.host(u"hub"_s, u"a"_s).seenAt, f.clock.now());
    }

    void theHistoryFillsTheSparkline()
    {
        HostFixture f;
        f.tell(u"hub"_s, HostFixture::machine(u"a"_s, u"n1"_s));
        const HostId id = f.host(u"hub"_s, u"a"_s).id;
        QVERIFY(f.book.spark(id).empty());
        SeriesData past;
        past.key = {{u"hub"_s, u"a"_s}, u"cpu.percent"_s};
        past.points = {{f.clock.now() - 7h, 1min, 5, 5, 5, 1},
                       {f.clock.now() - 1h, 1min, 20, 20, 20, 1},
                       {f.clock.now() - 1h + 1min, 1min, 40, 40, 40, 1}};
        SeriesData other = past;
        other.key.metric = u"load.1m"_s;
        f.book.takeHistory({past, other, {}});
        const std::vector<double> spark = f.book.spark(id);
        QCOMPARE(spark.at(HostSpark::Buckets - 1 - 12), 30.0);
        QVERIFY(std::isnan(spark.front()));
    }
};

QTEST_GUILESS_MAIN(TestHostBook)
#include "tst_host_book.moc"
