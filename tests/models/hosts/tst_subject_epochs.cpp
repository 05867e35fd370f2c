// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/EpochReader.h"
#include "tests/models/hosts/MemorySeries.h"
#include "tests/support/ManualClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HostObservation machine(const QString& id, Timestamp at)
{
    HostObservation host;
    host.subject = u"x"_s;
    host.state = HostState::Up;
    host.identity.name = u"n1"_s;
    host.identity.machineId = id;
    host.at = at;
    return host;
}

Delta deltaOf(const HostObservation& host)
{
    Delta delta;
    delta.source = u"prom"_s;
    delta.hosts = {host};
    return delta;
}

/// Tells of one machine, and whose name it has now; "!" where an alarm was raised.
QString tell(SubjectEpochs& epochs, const HostObservation& host, Timestamp now)
{
    Delta delta = deltaOf(host);
    const auto alarms = epochs.apply(delta, now);
    return delta.hosts.front().subject + (alarms.empty() ? QString() : u"!"_s);
}

const SubjectKey X{u"prom"_s, u"x"_s};
const SubjectKey X2{u"prom"_s, u"x#2"_s};
const SeriesKey Cpu{X, u"cpu.percent"_s};

} // namespace

/// Machines that follow each other under one id of a source.
class TestSubjectEpochs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherMachineGetsAHistoryOfItsOwn()
    {
        ManualClock clock;
        SubjectEpochs epochs;
        QCOMPARE(tell(epochs, machine(u"aa"_s, clock.now()), clock.now()), u"x"_s);
        QCOMPARE(tell(epochs, machine(u"aa"_s, clock.now()), clock.now()), u"x"_s);
        clock.advance(1h);
        const Timestamp turned = clock.now();
        Delta delta = deltaOf(machine(u"bb"_s, turned));
        delta.samples.push_back({Cpu,
                                 1min,
                                 true,
                                 {{turned - 10min, 1, 1}, {turned - 5min, 2, 2}, {turned + 1min, 3, 3}},
                                 {{{turned + 2min, 9, 9}, SampleReason::AboveWhole}}});
        delta.samples.push_back(
            {{{u"prom"_s, u"other"_s}, u"cpu.percent"_s}, 1min, false, {{turned, 7, 7}}, {}});
        const auto alarms = epochs.apply(delta, turned);
        QCOMPARE(alarms.size(), size_t(1));
        QCOMPARE(alarms.front().kind, HostAlarm::Kind::MachineId);
        QCOMPARE(alarms.front().subject, X2);
        QCOMPARE(alarms.front().before, X);
        QCOMPARE(alarms.front().from, u"aa"_s);
        QCOMPARE(alarms.front().to, u"bb"_s);
        QCOMPARE(delta.hosts.front().subject, u"x#2"_s);
        QCOMPARE(delta.removedHosts, std::vector{u"x"_s});
        QCOMPARE(delta.samples.size(), size_t(3));
        QCOMPARE(delta.samples[0].key.subject.subject, u"other"_s);
        QCOMPARE(delta.samples[1].key.subject, X);
        QCOMPARE(delta.samples[1].samples.size(), size_t(2));
        QCOMPARE(delta.samples[2].key.subject, X2);
        QCOMPARE(delta.samples[2].samples.size(), size_t(1));
        QCOMPARE(delta.samples[2].quarantined.size(), size_t(1));
    }

    void whoComesBackIsKnownAgain()
    {
        ManualClock clock;
        SubjectEpochs epochs;
        const auto next = [&](const QString& id) {
            clock.advance(1h);
            return tell(epochs, machine(id, clock.now()), clock.now());
        };
        QCOMPARE(next(u"aa"_s), u"x"_s);
        QCOMPARE(next(u"bb"_s), u"x#2!"_s);
        QCOMPARE(next(u"aa"_s), u"x!"_s);
        QCOMPARE(next(u"cc"_s), u"x#3!"_s);
        QCOMPARE(next(u"bb"_s), u"x#2!"_s);
        QCOMPARE(epochs.placeOf(X).ranges.size(), size_t(2));
        QCOMPARE(epochs.placeOf(X2).ranges.size(), size_t(2));
        QCOMPARE(epochs.placeOf(X2).subject, X);
        const SubjectKey other{u"prom"_s, u"y"_s};
        QCOMPARE(epochs.placeOf(other).subject, other);
        QVERIFY(epochs.placeOf(other).ranges.empty());
    }

    void whatIsNoOtherMachine_data()
    {
        QTest::addColumn<bool>("isService");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("name");
        QTest::newRow("another process of a service") << true << u"instance"_s << u"x"_s;
        QTest::newRow("another agent") << false << u"instance"_s << u"x#2!"_s;
        QTest::newRow("renamed") << false << u"hostname"_s << u"x"_s;
        QTest::newRow("more memory") << false << u"memory"_s << u"x"_s;
        QTest::newRow("other parts under another name") << false << u"hostname memory"_s << u"x#2!"_s;
        QTest::newRow("a little less memory under another name") << false << u"hostname less"_s << u"x"_s;
        QTest::newRow("nothing told") << false << u"nothing"_s << u"x"_s;
    }

    void whatIsNoOtherMachine()
    {
        QFETCH(const bool, isService);
        QFETCH(const QString, change);
        ManualClock clock;
        SubjectEpochs epochs;
        HostObservation host = machine({}, clock.now());
        host.kind = isService ? HostKind::Service : HostKind::Machine;
        host.identity.instance = u"one"_s;
        host.identity.hostname = u"n1"_s;
        host.facts.memoryBytes = 8e9;
        QCOMPARE(tell(epochs, host, clock.now()), u"x"_s);
        if (change.contains(u"instance"_s)) {
            host.identity.instance = u"two"_s;
        }
        if (change.contains(u"hostname"_s)) {
            host.identity.hostname = u"n9"_s;
        }
        if (change.contains(u"memory"_s)) {
            host.facts.memoryBytes = 16e9;
        }
        if (change.contains(u"less"_s)) {
            host.facts.memoryBytes = 7.9e9;
        }
        if (change == u"nothing"_s) {
            host.identity = {};
        }
        QTEST(tell(epochs, host, clock.now()), "name");
    }

    void theNextRunRemembers()
    {
        ManualClock clock;
        SubjectEpochs first;
        tell(first, machine(u"aa"_s, clock.now()), clock.now());
        clock.advance(1h);
        tell(first, machine(u"bb"_s, clock.now()), clock.now());
        QVERIFY(first.revision() > 0);
        SubjectEpochs second;
        second.restore(first.known());
        QCOMPARE(second.known(), first.known());
        QCOMPARE(second.revision(), quint64(0));
        clock.advance(1h);
        QCOMPARE(tell(second, machine(u"bb"_s, clock.now()), clock.now()), u"x#2"_s);
        QCOMPARE(tell(second, machine(u"cc"_s, clock.now()), clock.now()), u"x#3!"_s);
        SubjectEpochs third;
        KnownMachines broken{X, {{1, u"aa"_s, {}, {}, {}, {}, {}}}, {{7, clock.now()}}};
        third.restore({broken, KnownMachines{}});
        QVERIFY(third.known().empty());
    }

    void aFlickeringBalancerIsNotRememberedForEver()
    {
        ManualClock clock;
        SubjectEpochs epochs;
        for (int i = 0; i < 1'000; ++i) {
            clock.advance(1min);
            tell(epochs, machine(i % 2 == 0 ? u"aa"_s : u"bb"_s, clock.now()), clock.now());
        }
        QVERIFY(epochs.known().front().turns.size() <= 64);
        QCOMPARE(epochs.known().front().prints.size(), size_t(2));
    }

    void removalsAreOfTheOneThatIsThere()
    {
        ManualClock clock;
        SubjectEpochs epochs;
        tell(epochs, machine(u"aa"_s, clock.now()), clock.now());
        tell(epochs, machine(u"bb"_s, clock.now()), clock.now());
        Delta gone;
        gone.source = u"prom"_s;
        gone.removedHosts = {u"x"_s, u"never"_s};
        epochs.apply(gone, clock.now());
        QCOMPARE(gone.removedHosts, (std::vector{u"x#2"_s, u"never"_s}));
    }

    void aSourceIsAskedUnderItsOwnId()
    {
        ManualClock clock;
        SubjectEpochs epochs;
        tell(epochs, machine(u"aa"_s, clock.now()), clock.now());
        const Timestamp turned = clock.now() + 30min;
        tell(epochs, machine(u"bb"_s, turned), turned + 1min);
        MemorySeries source;
        std::vector<double> values(60, 1.0);
        source.put(Cpu, values, turned + 30min, 1min);
        EpochReader reader(source, epochs);
        QSignalSpy answered(&reader, &SeriesReader::answered);
        const SeriesKey second{X2, u"cpu.percent"_s};
        const SeriesKey other{{u"prom"_s, u"y"_s}, u"cpu.percent"_s};
        const quint64 ticket = reader.read({{Cpu, second, other}, {turned - 1h, turned + 1h}, 0});
        const quint64 unwanted = reader.read({{Cpu}, {turned - 1h, turned + 1h}, 0});
        reader.cancel(unwanted);
        QTRY_COMPARE(answered.size(), 1);
        QCOMPARE(answered.at(0).at(0).toULongLong(), ticket);
        const auto answer = answered.at(0).at(1).value<SeriesAnswer>();
        QVERIFY(answer);
        QCOMPARE(answer->at(0).key, Cpu);
        QCOMPARE(answer->at(0).points.size(), size_t(29));
        QVERIFY(answer->at(0).points.back().at < turned);
        QCOMPARE(answer->at(1).key, second);
        QCOMPARE(answer->at(1).points.size(), size_t(31));
        QVERIFY(answer->at(2).points.empty());
        source.fails = true;
        reader.read({{Cpu}, {turned - 1h, turned + 1h}, 0});
        QTRY_COMPARE(answered.size(), 2);
        QVERIFY(!answered.at(1).at(1).value<SeriesAnswer>());
    }
};

QTEST_GUILESS_MAIN(TestSubjectEpochs)
#include "tst_subject_epochs.moc"
