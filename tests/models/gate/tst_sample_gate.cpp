// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/gate/GateFixture.h"

#include <QTest>

#include <cmath>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(stowage::SampleReason)

namespace {

constexpr double GiB = 0x1p30;
constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double Infinity = std::numeric_limits<double>::infinity();

/// Not quite the same each minute.
double around(double value, int minute, double share = 0.01)
{
    return value * (1 + share * std::sin(minute * 2.4));
}

} // namespace

/// What is let through, what is not, and why.
class TestSampleGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bounds_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<double>("value");
        QTest::addColumn<SampleReason>("reason");
        const auto row = [](const char* name, const QString& metric, double value,
                            SampleReason reason = SampleReason::None) {
            QTest::newRow(name) << metric << value << reason;
        };
        row("all cores busy", u"cpu.percent"_s, 100);
        row("rounded up", u"cpu.percent"_s, 100.3);
        row("rounded below zero", u"cpu.iowait.percent"_s, -0.02);
        row("not a number", u"cpu.percent"_s, NaN, SampleReason::NotANumber);
        row("infinite", u"load.1m"_s, Infinity, SampleReason::NotANumber);
        row("infinite and negative", u"temperature.celsius"_s, -Infinity, SampleReason::NotANumber);
        row("more than all", u"cpu.percent"_s, 143, SampleReason::AboveWhole);
        row("less than nothing", u"memory.percent"_s, -4, SampleReason::Negative);
        row("a negative rate", u"net.sent.bytesPerSecond"_s, -120, SampleReason::Negative);
        row("busy over the tick", u"disk.busy.percent"_s, 103.2);
        row("frost", u"temperature.celsius"_s, -12);
        row("absolute zero", u"temperature.celsius"_s, -273.15, SampleReason::Negative);
        row("a sensor's all ones", u"temperature.celsius"_s, 255, SampleReason::AboveDevice);
        row("hung mounts", u"load.1m"_s, 4'200);
        row("no load at all", u"load.1m"_s, 3e7, SampleReason::AboveDevice);
        row("559 TB/s", u"net.received.bytesPerSecond"_s, 559e12, SampleReason::AboveDevice);
        row("a fast unknown link", u"net.received.bytesPerSecond"_s, 12e9);
        row("what eth0 can do", u"net.sent.bytesPerSecond[eth0]"_s, 124e6);
        row("what eth0 cannot", u"net.sent.bytesPerSecond[eth0]"_s, 200e6, SampleReason::AboveDevice);
        row("eth0 is not all", u"net.sent.bytesPerSecond"_s, 200e6);
        row("an NVMe array", u"disk.read.bytesPerSecond"_s, 14e9);
        row("no disk", u"disk.write.bytesPerSecond"_s, 9.9e13, SampleReason::AboveDevice);
        row("all memory", u"memory.used.bytes"_s, 16 * GiB);
        row("more memory than there is", u"memory.used.bytes"_s, 18 * GiB, SampleReason::AboveWhole);
        row("more disk than there is", u"disk.used.bytes[/data]"_s, 120e9, SampleReason::AboveWhole);
        row("a disk of unknown size", u"disk.used.bytes[/other]"_s, 120e12);
        row("threads of cores", u"process.cpu.cores"_s, 7.9);
        row("more cores than there are", u"process.cpu.cores"_s, 12, SampleReason::AboveDevice);
        row("a container on several cores", u"container.cpu.percent"_s, 350);
        row("not ours, below zero", u"balance"_s, -7);
        row("not ours, not a number", u"balance"_s, NaN, SampleReason::NotANumber);
    }

    void bounds()
    {
        QFETCH(QString, metric);
        QFETCH(double, value);
        QFETCH(SampleReason, reason);
        GateFixture f;
        HostFacts facts;
        facts.cores = 4;
        facts.memoryBytes = 16 * GiB;
        facts.diskBytes[u"/data"_s] = 100e9;
        facts.linkBitsPerSecond[u"eth0"_s] = 1e9;
        f.gate.setFacts(f.subject, facts);
        f.gate.setFacts(f.subject, {}); // what is absent stays
        const auto batches = f.tell({{metric, value}});
        QCOMPARE(GateFixture::reasonOf(batches.front()), reason);
        QCOMPARE(batches.front().samples.size() + batches.front().quarantined.size(), 1U);
        QCOMPARE(f.gate.quarantined(f.key(metric)), quint64(reason == SampleReason::None ? 0 : 1));
    }

    void aPeakIsJudgedByItself()
    {
        GateFixture f;
        const QString metric = u"net.sent.bytesPerSecond"_s;
        const SampleBatch batch = f.give(metric, {f.now, 9'000, 559e12});
        QCOMPARE(batch.samples, (std::vector<Sample>{{f.now, 9'000, 9'000}}));
        QCOMPARE(batch.quarantined.size(), 1U);
        QCOMPARE(batch.quarantined.front().sample.value, 559e12);
        QCOMPARE(batch.quarantined.front().reason, SampleReason::AboveDevice);
    }

    void stamps()
    {
        GateFixture f;
        const QString cpu = u"cpu.percent"_s;
        f.tellFor(10, [&](int minute) { return GateFixture::Values{{cpu, 20.0 + minute}}; });
        QCOMPARE(GateFixture::reasonOf(f.give(cpu, {f.now + 7h, 30, 30})), SampleReason::FromTheFuture);
        QCOMPARE(GateFixture::reasonOf(f.give(cpu, {Timestamp{}, 30, 30})), SampleReason::Ancient);
        QCOMPARE(GateFixture::reasonOf(f.give(cpu, {f.now - 20min, 30, 30})), SampleReason::OutOfOrder);
        QCOMPARE(GateFixture::reasonOf(f.give(cpu, {f.now - 1min, 30, 30})), SampleReason::Repeated);
        QCOMPARE(GateFixture::reasonOf(f.give(cpu, {f.now + 1min, 30, 30})), SampleReason::None);
    }

    void whatWasToldBeforeIsDropped()
    {
        GateFixture f;
        const QString cpu = u"cpu.percent"_s;
        f.tell({{cpu, 20}});
        const Sample good{f.now, 20, 20};
        const SampleBatch again = f.give(cpu, good);
        QVERIFY(again.samples.empty() && again.quarantined.empty());
        f.tell({{cpu, NaN}});
        const SampleBatch bad = f.give(cpu, {f.now, NaN, NaN});
        QVERIFY(bad.samples.empty() && bad.quarantined.empty());
        QCOMPARE(f.gate.quarantined(f.key(cpu)), 1U);
    }

    void aSkewedSourceIsBelieved()
    {
        GateFixture f;
        const QString cpu = u"cpu.percent"_s;
        for (int minute = 0; minute < 30; ++minute) {
            f.now += 1min;
            QCOMPARE(GateFixture::reasonOf(f.give(cpu, {f.now + 3h, 20.0 + minute, 20})), SampleReason::None);
        }
        QCOMPARE(f.gate.skew(u"hub"_s), Millis(3h));
        QCOMPARE(GateFixture::reasonOf(f.give(cpu, {f.now + 8h, 20, 20})), SampleReason::FromTheFuture);
        // Its clock is set right: what it tells lies before what it told.
        for (int minute = 0; minute < 30; ++minute) {
            f.now += 1min;
            QCOMPARE(GateFixture::reasonOf(f.give(cpu, {f.now, 20.0 + minute, 20})), SampleReason::None);
        }
        QCOMPARE(f.gate.skew(u"hub"_s), Millis(0));
    }

    void aSkewedSourceMayTellOfThePastFirst()
    {
        GateFixture f;
        const QString cpu = u"cpu.percent"_s;
        QCOMPARE(GateFixture::reasonOf(f.give(cpu, {f.now + 2h, 20, 20}, true)), SampleReason::None);
        QCOMPARE(GateFixture::reasonOf(f.give(cpu, {f.now + 3h, 20, 20})), SampleReason::None);
        QCOMPARE(GateFixture::reasonOf(f.give(cpu, {f.now + 5h, 20, 20}, true)), SampleReason::FromTheFuture);
    }

    void aBackfillDisturbsNothing()
    {
        GateFixture f;
        const QString used = u"disk.used.bytes"_s;
        f.tellFor(20, [&](int) { return GateFixture::Values{{used, 6e9}}; });
        std::vector<SampleBatch> past;
        for (const int minutes : {480, 10, 120}) { // tiers in any order, of another level
            SampleBatch tier{f.key(used), std::chrono::minutes(minutes), true, {}};
            for (int i = 40; i > 0; --i) {
                tier.samples.push_back({f.now - std::chrono::minutes(minutes * i), 6e6, 7e6});
            }
            past.push_back(tier);
        }
        f.gate.judge(past, f.now);
        for (const SampleBatch& tier : past) {
            QCOMPARE(tier.samples.size(), 40U);
            QVERIFY(tier.quarantined.empty());
        }
        QCOMPARE(GateFixture::reasonOf(f.tell({{used, 6e9}}).front()), SampleReason::None);
        QCOMPARE(GateFixture::reasonOf(f.tell({{used, 6e6}}).front()), SampleReason::UnitSlip);
    }

    void anAbsurdPast()
    {
        GateFixture f;
        const QString sent = u"net.sent.bytesPerSecond"_s;
        std::vector<SampleBatch> past{{f.key(sent), Millis(60'000), true, {}}};
        for (int i = 60; i > 0; --i) {
            const double value = i == 30 ? 559e12 : 9'000 + i;
            past.front().samples.push_back({f.now - std::chrono::minutes(i), value, value});
        }
        f.gate.judge(past, f.now);
        QCOMPARE(past.front().samples.size(), 59U);
        QCOMPARE(past.front().quarantined.size(), 1U);
        QCOMPARE(past.front().quarantined.front().sample.value, 559e12);
    }

    void aLevelInAnotherUnit()
    {
        GateFixture f;
        const QString used = u"memory.used.bytes"_s;
        f.tellFor(20, [&](int minute) { return GateFixture::Values{{used, around(6 * GiB, minute)}}; });
        QCOMPARE(GateFixture::reasonOf(f.tell({{used, 6 * GiB / 1024}}).front()), SampleReason::UnitSlip);
        QCOMPARE(GateFixture::reasonOf(f.tell({{used, 6 * GiB}}).front()), SampleReason::None);
        QCOMPARE(GateFixture::reasonOf(f.tell({{used, 6 * GiB * 2.6}}).front()), SampleReason::None);
        QCOMPARE(GateFixture::reasonOf(f.tell({{used, 6 * GiB * 8}}).front()), SampleReason::None);
    }

    /// Used, total and percent of one moment.
    void aShare_data()
    {
        QTest::addColumn<double>("used");
        QTest::addColumn<double>("total");
        QTest::addColumn<double>("percent");
        QTest::addColumn<QString>("wrong"); ///< the one that is quarantined
        QTest::addColumn<SampleReason>("reason");
        const auto row = [](const char* name, double used, double total, double percent,
                            const QString& wrong = {}, SampleReason reason = SampleReason::None) {
            QTest::newRow(name) << used << total << percent << wrong << reason;
        };
        const QString used = u"disk.used.bytes"_s;
        const QString total = u"disk.total.bytes"_s;
        const QString percent = u"disk.percent"_s;
        row("as before", 10e9, 100e9, 16);
        row("much was copied", 50e9, 100e9, 80);
        row("all was deleted", 1e9, 100e9, 1.6);
        row("a disk eight times as large", 10e9, 800e9, 2);
        row("a disk a thousand times as large", 10e9, 100e12, 0.016);
        row("all but formatted", 10e6, 100e9, 0.016);
        row("total in thousandths", 10e9, 100e12, 16, total, SampleReason::UnitSlip);
        row("used in bits", 80e9, 100e9, 16, used, SampleReason::UnitSlip);
        row("used in kilobytes", 10e6, 100e9, 16, used, SampleReason::UnitSlip);
        row("more used than there is", 130e9, 100e9, 16, used, SampleReason::AboveWhole);
        row("a percent that nothing explains", 10e9, 100e9, 70, percent, SampleReason::Contradicted);
        row("a used that nothing explains", 45e9, 100e9, 16, used, SampleReason::Contradicted);
        row("a total that nothing explains", 10e9, 15e9, 16, total, SampleReason::Contradicted);
        row("another's reserve by and by", 10e9, 100e9, 19);
    }

    void aShare()
    {
        QFETCH(double, used);
        QFETCH(double, total);
        QFETCH(double, percent);
        QFETCH(QString, wrong);
        QFETCH(SampleReason, reason);
        GateFixture f;
        const auto values = [](double u, double t, double p) {
            return GateFixture::Values{
                {u"disk.used.bytes"_s, u}, {u"disk.total.bytes"_s, t}, {u"disk.percent"_s, p}};
        };
        // Six parts of a hundred that others use are told in the percent alone.
        f.tellFor(20, [&](int) { return values(10e9, 100e9, 16); });
        for (const SampleBatch& batch : f.tell(values(used, total, percent))) {
            const SampleReason expected = batch.key.metric == wrong ? reason : SampleReason::None;
            QVERIFY2(GateFixture::reasonOf(batch) == expected,
                     qPrintable(batch.key.metric + u": "_s + sampleReasonName(GateFixture::reasonOf(batch))));
        }
    }

    void aFactMadeOfADoubtedSample()
    {
        GateFixture f;
        const auto values = [](double total) {
            return GateFixture::Values{
                {u"disk.used.bytes"_s, 10e9}, {u"disk.total.bytes"_s, total}, {u"disk.percent"_s, 16}};
        };
        f.tellFor(20, [&](int) { return values(100e9); });
        HostFacts facts;
        facts.diskBytes[QString()] = 100e6;
        f.gate.setFacts(f.subject, facts);
        const auto batches = f.tell(values(100e6));
        QCOMPARE(GateFixture::reasonOf(batches, u"disk.total.bytes"_s), SampleReason::UnitSlip);
        QCOMPARE(GateFixture::reasonOf(batches, u"disk.used.bytes"_s), SampleReason::None);
        QCOMPARE(GateFixture::reasonOf(batches, u"disk.percent"_s), SampleReason::None);
    }

    void aDiskThatDoesNothing()
    {
        GateFixture f;
        const QString written = u"disk.write.bytesPerSecond[/data]"_s;
        const auto values = [&](double rate, double busy) {
            return GateFixture::Values{{written, rate}, {u"disk.busy.percent[/data]"_s, busy}};
        };
        f.tellFor(10, [&](int minute) { return values(1e6, 1 + minute % 3); });
        QCOMPARE(GateFixture::reasonOf(f.tell(values(2e9, 0)), written), SampleReason::Contradicted);
        QCOMPARE(GateFixture::reasonOf(f.tell(values(2e9, 60)), written), SampleReason::None);
        QCOMPARE(GateFixture::reasonOf(f.tell(values(2e8, 0)), written), SampleReason::None);
        // In a minute a disk cannot be written from end to end and again.
        HostFacts facts;
        facts.diskBytes[u"/data"_s] = 100e9;
        f.gate.setFacts(f.subject, facts);
        QCOMPARE(GateFixture::reasonOf(f.tell(values(9e9, 90)), written), SampleReason::Contradicted);
        QCOMPARE(GateFixture::reasonOf(f.tell(values(3e9, 90)), written), SampleReason::None);
    }

    void countersThatBeginAnew()
    {
        GateFixture f;
        const QString sent = u"net.sent.bytesPerSecond"_s;
        const QString received = u"net.received.bytesPerSecond"_s;
        const auto values = [&](double s, double r) {
            return GateFixture::Values{{sent, s}, {received, r}};
        };
        f.tellFor(20, [&](int minute) { return values(around(40e3, minute), around(90e3, minute)); });
        const double wrapped = 0x1p32 / 60;
        QCOMPARE(GateFixture::reasonOf(f.tell(values(0x1p64 / 60, 90e3)), sent), SampleReason::CounterReset);
        QCOMPARE(GateFixture::reasonOf(f.tell(values(wrapped, 90e3)), sent), SampleReason::None); // by chance
        f.tellFor(20, [&](int minute) { return values(around(40e3, minute), around(90e3, minute)); });
        QCOMPARE(GateFixture::reasonOf(f.tell(values(wrapped, wrapped * 0.999)), sent),
                 SampleReason::CounterReset);
    }

    void uptime()
    {
        GateFixture f;
        const QString uptime = u"uptime.seconds"_s;
        f.tellFor(20, [&](int minute) { return GateFixture::Values{{uptime, 90'000.0 + 60 * minute}}; });
        const auto next = [&](double value) {
            return GateFixture::reasonOf(f.tell({{uptime, value}}).front());
        };
        QCOMPARE(next(80'000), SampleReason::WentBack);
        QCOMPARE(next(91'260), SampleReason::None);
        QCOMPARE(next(91'260), SampleReason::None); // told once more while nothing answered
        QCOMPARE(next(9e7), SampleReason::WentBack);
        QCOMPARE(next(25), SampleReason::None); // restarted
        QCOMPARE(next(85), SampleReason::None);
    }

    void theFirstAfterASilence_data()
    {
        QTest::addColumn<bool>("isLinkKnown");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("receivedValue");
        QTest::addColumn<SampleReason>("reason");
        using Reason = SampleReason;
        constexpr double Usual = 91e3;
        QTest::newRow("all of a counter") << true << 5e9 << Usual << Reason::FirstAfterGap;
        QTest::newRow("all of a counter, nothing known") << false << 9e13 << Usual << Reason::AboveDevice;
        QTest::newRow("it catches up") << true << 120e6 << Usual << Reason::None;
        QTest::newRow("it catches up by an unknown link") << false << 5e9 << Usual << Reason::None;
        QTest::newRow("what was missed, in one") << true << 40e3 * 121 << 90e3 * 121 << Reason::FirstAfterGap;
        QTest::newRow("as much by chance") << true << 40e3 * 121 << Usual << Reason::None;
        QTest::newRow("as before") << true << 40.2e3 << Usual << Reason::None;
    }

    void theFirstAfterASilence()
    {
        QFETCH(bool, isLinkKnown);
        QFETCH(double, value);
        QFETCH(double, receivedValue);
        QFETCH(SampleReason, reason);
        GateFixture f;
        if (isLinkKnown) {
            HostFacts facts;
            facts.linkBitsPerSecond[u"eth0"_s] = 1e9;
            f.gate.setFacts(f.subject, facts);
        }
        const QString sent = u"net.sent.bytesPerSecond"_s;
        const QString received = u"net.received.bytesPerSecond"_s;
        f.tellFor(30, [&](int minute) {
            return GateFixture::Values{{sent, around(40e3, minute)}, {received, around(90e3, minute)}};
        });
        f.now += 2h;
        const GateFixture::Values values{{sent, value}, {received, receivedValue}};
        QCOMPARE(GateFixture::reasonOf(f.tell(values), sent), reason);
        QCOMPARE(GateFixture::reasonOf(f.tell(values), sent),
                 reason == SampleReason::AboveDevice ? reason : SampleReason::None);
    }

    void whatStaysIsTheTruth()
    {
        GateFixture f;
        const QString used = u"disk.used.bytes"_s;
        f.tellFor(20, [&](int) { return GateFixture::Values{{used, 6e9}}; });
        int quarantined = 0;
        for (int minute = 0; minute < 20; ++minute) {
            quarantined += GateFixture::reasonOf(f.tell({{used, 6e12}}).front()) != SampleReason::None;
        }
        QCOMPARE(quarantined, GateLimits{}.newNormalAfter);
    }

    void forgetting()
    {
        GateFixture f;
        f.tell({{u"cpu.percent"_s, 400}});
        QCOMPARE(f.gate.quarantined(f.key(u"cpu.percent"_s)), 1U);
        f.gate.forget(f.subject);
        QCOMPARE(f.gate.quarantined(f.key(u"cpu.percent"_s)), 0U);
    }
};

QTEST_GUILESS_MAIN(TestSampleGate)
#include "tst_sample_gate.moc"
