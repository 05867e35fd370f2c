// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/gate/SampleGate.h"

#include <rapidcheck.h>

#include <QTest>

#include <algorithm>
#include <bit>
#include <limits>
#include <map>
#include <set>

using namespace stowage;
using namespace Qt::StringLiterals;

namespace {

using Bits = std::tuple<qint64, quint64, quint64>;

Bits bitsOf(const Sample& sample)
{
    return {sample.at.time_since_epoch().count(), std::bit_cast<quint64>(sample.value),
            std::bit_cast<quint64>(sample.peak)};
}

Timestamp begin()
{
    return *fromRfc3339(u"2026-11-21T22:00:00.000Z");
}

rc::Gen<double> anyValue()
{
    return rc::gen::oneOf(
        rc::gen::element(0.0, 1.0, 42.0, 50.0, 100.0, 101.0, -1.0, 1e6, 1.024e9, 559e12, 0x1p64,
                         std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
                         -std::numeric_limits<double>::infinity(), std::numeric_limits<double>::max(),
                         std::numeric_limits<double>::denorm_min()),
        rc::gen::arbitrary<double>(), rc::gen::map(rc::gen::inRange(0, 10), [](int v) { return v * 10.0; }));
}

rc::Gen<Timestamp> anyStamp()
{
    const auto near = rc::gen::map(rc::gen::inRange(-30, 30),
                                   [](int minutes) { return begin() + std::chrono::minutes(minutes); });
    const auto far = rc::gen::map(rc::gen::inRange<qint64>(-4'000'000'000'000, 9'000'000'000'000),
                                  [](qint64 at) { return Timestamp(Millis(at)); });
    const auto farthest = rc::gen::element(Timestamp::min(), Timestamp::max(), Timestamp{});
    return rc::gen::weightedOneOf<Timestamp>({{18, near}, {1, far}, {1, farthest}});
}

rc::Gen<Sample> anySample()
{
    return rc::gen::apply(
        [](Timestamp at, double value, double peak, bool isPeakTold) {
            return Sample{at, value, isPeakTold ? peak : value};
        },
        anyStamp(), anyValue(), anyValue(), rc::gen::arbitrary<bool>());
}

rc::Gen<SampleBatch> anyBatch()
{
    return rc::gen::apply(
        [](const std::string& subject, const std::string& metric, int span, bool isBackfill,
           const std::vector<Sample>& samples) {
            return SampleBatch{{{u"hub"_s, QString::fromStdString(subject)}, QString::fromStdString(metric)},
                               std::chrono::seconds(span),
                               isBackfill,
                               samples};
        },
        rc::gen::element<std::string>("a", "b"),
        rc::gen::element<std::string>("cpu.percent", "memory.used.bytes", "memory.total.bytes",
                                      "memory.percent", "disk.used.bytes[/data]", "disk.total.bytes[/data]",
                                      "disk.write.bytesPerSecond[/data]", "disk.busy.percent[/data]",
                                      "net.sent.bytesPerSecond", "uptime.seconds", "temperature.celsius",
                                      "process.cpu.cores", "of.another", ""),
        rc::gen::element(-5, 0, 1, 60, 60, 60, 600, 28'800), rc::gen::element(false, false, true),
        rc::gen::container<std::vector<Sample>>(anySample()));
}

} // namespace

/// Whatever comes in whatever order: nothing is lost and nothing is made up.
class TestGateRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noSampleIsLost()
    {
        const bool isTrue = rc::check([] {
            SampleGate gate;
            HostFacts facts;
            facts.memoryBytes = 1e9;
            facts.linkBitsPerSecond[u"eth0"_s] = 1e9;
            gate.setFacts({u"hub"_s, u"a"_s}, facts);
            const auto calls =
                *rc::gen::scale(0.2, rc::gen::container<std::vector<std::vector<SampleBatch>>>(
                                         rc::gen::container<std::vector<SampleBatch>>(anyBatch())));
            std::map<std::pair<QString, QString>, std::set<Bits>> before;
            Timestamp now = begin();
            for (const std::vector<SampleBatch>& told : calls) {
                std::vector<SampleBatch> judged = told;
                gate.judge(judged, now);
                now += std::chrono::minutes(1);
                RC_ASSERT(judged.size() == told.size());
                for (size_t i = 0; i < told.size(); ++i) {
                    checkBatch(told[i], judged[i], before[{told[i].key.subject.subject, told[i].key.metric}]);
                }
            }
        });
        QVERIFY(isTrue);
    }

private:
    /// Every sample told is kept, quarantined, or known to the last bit; one whose peak alone is false is
    /// kept without it, and the peak is quarantined.
    static void checkBatch(const SampleBatch& told, const SampleBatch& judged, std::set<Bits>& before)
    {
        RC_ASSERT(judged.key == told.key);
        RC_ASSERT(std::ranges::is_sorted(judged.samples, {}, &Sample::at));
        std::set<Bits> kept;
        std::set<Bits> quarantined;
        for (const Sample& sample : judged.samples) {
            RC_ASSERT(std::isfinite(sample.value) && std::isfinite(sample.peak));
            kept.insert(bitsOf(sample));
        }
        for (const QuarantinedSample& sample : judged.quarantined) {
            RC_ASSERT(sample.reason != SampleReason::None);
            quarantined.insert(bitsOf(sample.sample));
        }
        std::set<Bits> possible; // of what was told
        size_t most = 0;
        for (const Sample& sample : told.samples) {
            const Bits own = bitsOf(sample);
            const Bits withoutPeak = bitsOf({sample.at, sample.value, sample.value});
            const Bits peak = bitsOf({sample.at, sample.peak, sample.peak});
            RC_ASSERT(kept.contains(own) || quarantined.contains(own) || before.contains(own) ||
                      (kept.contains(withoutPeak) && quarantined.contains(peak)));
            possible.insert({own, withoutPeak, peak});
            most += own == withoutPeak ? 1 : 2;
        }
        for (const Sample& sample : told.samples) {
            before.insert(bitsOf(sample));
            before.insert(bitsOf({sample.at, sample.value, sample.value}));
        }
        RC_ASSERT(judged.samples.size() + judged.quarantined.size() <= most);
        RC_ASSERT(std::ranges::includes(possible, kept) && std::ranges::includes(possible, quarantined));
    }
};

QTEST_GUILESS_MAIN(TestGateRandom)
#include "tst_gate_random.moc"
