// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/gate/GateTrace.h"
#include "tests/models/gate/RecordedSamples.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Count
{
    qint64 told = 0;
    qint64 kept = 0;
    QStringList quarantined;

    void add(const std::vector<SampleBatch>& batches)
    {
        for (const SampleBatch& batch : batches) {
            kept += static_cast<qint64>(batch.samples.size());
            for (const QuarantinedSample& sample : batch.quarantined) {
                quarantined << u"%1 %2 %3 %4 at %5"_s.arg(batch.key.subject.subject, batch.key.metric)
                                   .arg(sample.sample.value)
                                   .arg(sampleReasonName(sample.reason), toRfc3339(sample.sample.at));
            }
        }
    }
};

std::vector<SampleBatch> batchesOf(const RecordedTelling& telling, bool isBackfill = false)
{
    std::vector<SampleBatch> batches;
    for (const auto& [metric, value] : telling.values) {
        batches.push_back({{{u"hub"_s, telling.subject}, metric},
                           Millis(60'000),
                           isBackfill,
                           {{telling.at, value, value}}});
    }
    return batches;
}

/// All that a list tells of one series, in the order in which it tells it.
std::vector<SampleBatch> listOf(const std::vector<RecordedTelling>& list, bool isBackfill)
{
    std::map<std::pair<QString, QString>, SampleBatch> series;
    for (const RecordedTelling& telling : list) {
        for (SampleBatch& batch : batchesOf(telling, isBackfill)) {
            const auto [known, isNew] = series.try_emplace({telling.subject, batch.key.metric}, batch);
            if (!isNew) {
                known->second.samples.push_back(batch.samples.front());
            }
        }
    }
    std::vector<SampleBatch> batches;
    for (auto& [key, batch] : series) {
        batches.push_back(std::move(batch));
    }
    return batches;
}

} // namespace

/// What is true is never quarantined.
class TestGateClean : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedData_data()
    {
        QTest::addColumn<qint64>("hoursOff"); ///< of the hub's clock
        QTest::newRow("clock right") << qint64(0);
        QTest::newRow("clock three hours ahead") << qint64(3);
        QTest::newRow("clock seven hours behind") << qint64(-7);
    }

    void recordedData()
    {
        QFETCH(qint64, hoursOff);
        const RecordedSamples recorded;
        QVERIFY(recorded.list().size() >= 6);
        QVERIFY(recorded.stream().size() >= 14);
        SampleGate gate;
        for (const auto& [subject, facts] : recorded.facts()) {
            gate.setFacts({u"hub"_s, subject}, facts);
        }
        Count count;
        const auto judge = [&](std::vector<SampleBatch> batches, Timestamp at) {
            for (const SampleBatch& batch : batches) {
                count.told += static_cast<qint64>(batch.samples.size());
            }
            gate.judge(batches, at + 300ms - std::chrono::hours(hoursOff));
            count.add(batches);
        };
        for (const RecordedTelling& telling : recorded.stream()) {
            judge(batchesOf(telling), telling.at);
        }
        // After the stream the hub is asked for its list, newest first: once more as of now, once as the
        // past.
        const Timestamp end = recorded.list().front().at;
        judge(listOf(recorded.list(), false), end);
        judge(listOf(recorded.list(), true), end);
        qInfo("%lld recorded samples, %lld quarantined", count.told, qint64(count.quarantined.size()));
        QCOMPARE(count.quarantined, QStringList());
        QVERIFY(count.kept > 100 && count.kept < count.told); // some are told twice
    }

    void longLives_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (const unsigned seed : {101U, 102U, 103U, 104U}) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void longLives()
    {
        QFETCH(unsigned, seed);
        constexpr int Days = 3;
        GateTrace trace(seed, 2);
        SampleGate gate;
        for (size_t host = 0; host < trace.hosts(); ++host) {
            gate.setFacts(trace.subject(host), trace.facts(host));
        }
        Count count;
        for (int minute = 0; minute < Days * 1'440; ++minute) {
            for (GateTrace::Minute& told : trace.next()) {
                for (const SampleBatch& batch : told.batches) {
                    count.told += static_cast<qint64>(batch.samples.size());
                }
                gate.judge(told.batches, told.now);
                count.add(told.batches);
            }
        }
        qInfo("%lld true samples, %lld quarantined", count.told, qint64(count.quarantined.size()));
        for (const QString& line : count.quarantined) {
            qInfo("%s", qPrintable(line));
        }
        QCOMPARE(count.quarantined, QStringList());
        QCOMPARE(gate.skew(u"skewed"_s) > 2h, true);
        QCOMPARE(gate.skew(u"hub"_s), Millis(0));
    }
};

QTEST_GUILESS_MAIN(TestGateClean)
#include "tst_gate_clean.moc"
