// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/baseline/BaselineKeeper.h"
#include "tests/models/baseline/MadeWeeks.h"
#include "tests/models/hosts/HostFixture.h"
#include "tests/models/hosts/MemorySeries.h"

#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

const QString Hub = QStringLiteral("hub");
const QString Registry = QStringLiteral("127.0.0.1:5001");

class Stage : public HostFixture
{
public:
    /// A registry with six weeks of p95 as usual, `factor` times of it within the last hour.
    explicit Stage(double factor)
    {
        HostObservation service = HostFixture::machine(Registry, QStringLiteral("registry-1"));
        service.kind = HostKind::Service;
        service.cpuLimit = 1.0;
        tell(Hub, service);
        sample(Hub, Registry, QStringLiteral("requests.perSecond"), 10);
        sample(Hub, Registry, QStringLiteral("latency.p95.seconds"), 0.1);
        book.flush();
        const Timestamp now = clock.now();
        const Timestamp from = now - 6 * Week;
        MadeWeeks made;
        SeriesData& p95 = series.kept[p95Key()];
        p95.points = made.points(from, now, [now, factor](Timestamp at, double value) {
            return now - at < std::chrono::hours(1) ? value * factor : value;
        });
        p95.key = p95Key();
    }

    SeriesKey p95Key() const { return {{Hub, Registry}, QStringLiteral("latency.p95.seconds")}; }

    void reckon()
    {
        QSignalSpy finished(&keeper, &BaselineKeeper::finished);
        keeper.refresh();
        QVERIFY(finished.wait(60'000));
    }

    MemorySeries series;
    BaselineBook baselines;
    BaselineKeeper keeper{book, series, baselines, clock};
};

} // namespace

class TestBaselineKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void learnsWhatIsUsualAndFindsDrift();
    void whatIsAsUsualDoesNotDrift();
    void theWeeksAreReadOnceAndTheLastHoursOften();
    void aReaderThatFailsLeavesWhatWasLearned();
    void aServiceThatGoesIsForgotten();
};

void TestBaselineKeeper::learnsWhatIsUsualAndFindsDrift()
{
    Stage stage(9);
    stage.reckon();
    const BaselineStanding* standing = stage.baselines.of(stage.p95Key());
    QVERIFY(standing != nullptr);
    QVERIFY(standing->usual.has_value());
    QVERIFY(standing->drift.drift.has_value());
    QVERIFY(standing->drift.drift->isAbove);
    QVERIFY(*standing->drift.drift->factor > 6);
    const auto since = stage.clock.now() - standing->drift.drift->since;
    QVERIFY(since >= std::chrono::minutes(40) && since <= std::chrono::minutes(80));
    QVERIFY(stage.baselines.loadOf({Hub, Registry}) != nullptr);
}

void TestBaselineKeeper::whatIsAsUsualDoesNotDrift()
{
    Stage stage(1);
    stage.reckon();
    const BaselineStanding* standing = stage.baselines.of(stage.p95Key());
    QVERIFY(standing != nullptr && standing->usual);
    QVERIFY(!standing->drift.drift);
    QCOMPARE(standing->drift.reason, NoDrift::Usual);
}

void TestBaselineKeeper::theWeeksAreReadOnceAndTheLastHoursOften()
{
    Stage stage(1);
    stage.reckon();
    QCOMPARE(stage.series.asked.size(), size_t(3));
    stage.reckon();
    QCOMPARE(stage.series.asked.size(), size_t(4));
    QVERIFY(stage.baselines.of(stage.p95Key())->usual.has_value());
}

void TestBaselineKeeper::aReaderThatFailsLeavesWhatWasLearned()
{
    Stage stage(1);
    stage.reckon();
    stage.series.fails = true;
    stage.reckon();
    QVERIFY(stage.baselines.of(stage.p95Key())->usual.has_value());
    QVERIFY(!stage.baselines.of(stage.p95Key())->latest);
}

void TestBaselineKeeper::aServiceThatGoesIsForgotten()
{
    Stage stage(1);
    stage.reckon();
    stage.remove(Hub, Registry);
    stage.book.flush();
    QVERIFY(stage.baselines.of(stage.p95Key()) == nullptr);
    QVERIFY(stage.baselines.loadOf({Hub, Registry}) == nullptr);
}

QTEST_GUILESS_MAIN(TestBaselineKeeper)
#include "tst_baseline_keeper.moc"
