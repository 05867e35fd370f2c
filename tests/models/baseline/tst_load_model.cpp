// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/baseline/LoadModel.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <random>

using namespace stowage;
using namespace std::chrono_literals;

namespace {

using Latency = std::function<double(double)>;

Latency bentAt(double knee)
{
    return [knee](double load) {
        return 0.05 + 0.002 * std::max(0.0, load - knee);
    };
}

/// One server's queue: half of its capacity is the knee where all of the time is waiting.
Latency queueOf(double capacity, double fixed = 0)
{
    return [=](double load) {
        return fixed + 0.02 / (1 - load / capacity);
    };
}

/// Two days of minutes with loads between the two, a tenth of noise, and one point in fifty that is anything.
std::vector<LoadPoint> measured(double from, double to, const Latency& latency, double noise = 0.1,
                                size_t count = 2'880)
{
    std::mt19937 random(42);
    std::normal_distribution<double> normal;
    std::vector<LoadPoint> points;
    for (size_t i = 0; i < count; ++i) {
        const double wave = 0.5 + 0.5 * std::sin(static_cast<double>(i) / 229);
        const double load = from + (to - from) * wave;
        double p95 = latency(load) * std::exp(noise * normal(random));
        p95 = random() % 50 == 0 ? 30 : p95;
        points.push_back({load, p95, 0.05 + 0.002 * load + 0.01 * normal(random)});
    }
    return points;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<stowage::LoadPoint>)

class TestLoadModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kneesAreFound_data()
    {
        QTest::addColumn<std::vector<LoadPoint>>("points");
        QTest::addColumn<double>("knee");
        QTest::addColumn<bool>("isBeyond");
        QTest::newRow("bend at 200 of 400") << measured(50, 400, bentAt(200)) << 200.0 << false;
        QTest::newRow("bend at 330 of 400") << measured(20, 400, bentAt(330)) << 330.0 << false;
        QTest::newRow("bend without noise") << measured(20, 400, bentAt(250), 0) << 250.0 << false;
        QTest::newRow("queue of 500, seen to 450") << measured(20, 450, queueOf(500)) << 250.0 << false;
        QTest::newRow("queue of 1000, seen to 480") << measured(40, 480, queueOf(1'000)) << 500.0 << true;
        // Of 0.05 + 0.02 / (1 - x), the least of it by x is at 0.6525.
        QTest::newRow("queue with a fixed part") << measured(20, 470, queueOf(500, 0.05)) << 326.2 << false;
    }
    void kneesAreFound()
    {
        QFETCH(std::vector<LoadPoint>, points);
        QFETCH(double, knee);
        QFETCH(bool, isBeyond);
        const LoadModel model = modelLoad(points);
        QVERIFY2(model.knee, qPrintable(QString::number(static_cast<int>(model.reason))));
        QVERIFY2(std::abs(model.knee->perSecond - knee) < 0.15 * knee,
                 qPrintable(QString::number(model.knee->perSecond)));
        QVERIFY(model.knee->least <= model.knee->perSecond && model.knee->perSecond <= model.knee->most);
        QVERIFY2(model.knee->least < 1.05 * knee && model.knee->most > 0.95 * knee,
                 qPrintable(QStringLiteral("%1 to %2").arg(model.knee->least).arg(model.knee->most)));
        QCOMPARE(model.knee->isBeyond, isBeyond);
        QCOMPARE(model.reason, NoKnee::None);
        QVERIFY(model.bins.size() >= 20);
        size_t drawn = 0;
        for (const LoadBin& bin : model.bins) {
            drawn += bin.points;
            QVERIFY(bin.p95Seconds < 10); // outliers are in no middle
        }
        QCOMPARE(drawn, points.size());
    }

    void whereNoneIsNoneIsTold_data()
    {
        QTest::addColumn<std::vector<LoadPoint>>("points");
        QTest::addColumn<NoKnee>("reason");
        const Latency flat = [](double) {
            return 0.05;
        };
        QTest::newRow("constant load") << measured(100, 101, bentAt(50)) << NoKnee::TooNarrow;
        QTest::newRow("exactly one load") << measured(100, 100, flat) << NoKnee::TooNarrow;
        QTest::newRow("a third more") << measured(100, 133, queueOf(140)) << NoKnee::TooNarrow;
        QTest::newRow("an hour of minutes is enough, ten are not")
            << measured(10, 400, bentAt(200), 0.1, 10) << NoKnee::TooLittle;
        QTest::newRow("nothing") << std::vector<LoadPoint>{} << NoKnee::TooLittle;
        QTest::newRow("no numbers") << std::vector<LoadPoint>(100, {std::nan(""), 1, {}})
                                    << NoKnee::TooLittle;
        QTest::newRow("nobody asks") << std::vector<LoadPoint>(100, {0, 0.1, {}}) << NoKnee::TooLittle;
        QTest::newRow("flat") << measured(20, 400, flat) << NoKnee::Flat;
        QTest::newRow("evenly") << measured(20, 400, [](double x) { return 0.02 + 0.001 * x; })
                                << NoKnee::Straight;
    }
    void whereNoneIsNoneIsTold()
    {
        QFETCH(std::vector<LoadPoint>, points);
        QFETCH(NoKnee, reason);
        const LoadModel model = modelLoad(points, 1.0);
        QVERIFY2(!model.knee, model.knee ? qPrintable(QString::number(model.knee->perSecond)) : "");
        QCOMPARE(model.reason, reason);
    }

    /// Far below its capacity a queue looks like anything.
    void fromFarAwayNothingIsForetold()
    {
        const LoadModel model = modelLoad(measured(10, 60, queueOf(2'000)));
        QVERIFY(!model.knee);
    }

    void theLimitOfTheCpuIsForetold()
    {
        const LoadModel model = modelLoad(measured(50, 300, bentAt(200)), 1.0);
        QVERIFY(std::abs(model.coresARequest - 0.002) < 0.0001);
        QVERIFY(std::abs(model.idleCores - 0.05) < 0.02);
        QVERIFY(model.fullCpu);
        QVERIFY(std::abs(model.fullCpu->perSecond - 475) < 25);
        QVERIFY(model.fullCpu->least <= model.fullCpu->perSecond);
        QVERIFY(model.fullCpu->most >= model.fullCpu->perSecond);
        QVERIFY(model.fullCpu->isBeyond);
        QVERIFY(!modelLoad(measured(50, 300, bentAt(200))).fullCpu); // no limit, nothing to reach
    }

    /// At its limit it uses no more, whatever is asked: those points say nothing of the cost.
    void pointsAtTheLimitDoNotBendTheCost()
    {
        auto points = measured(50, 900, bentAt(450));
        for (LoadPoint& point : points) {
            point.cores = std::min(1.0, *point.cores);
        }
        const LoadModel model = modelLoad(points, 1.0);
        QVERIFY(model.fullCpu);
        QVERIFY2(std::abs(model.fullCpu->perSecond - 475) < 25,
                 qPrintable(QString::number(model.fullCpu->perSecond)));
        QVERIFY(!model.fullCpu->isBeyond);
    }

    void withoutCpuThereIsStillAKnee()
    {
        auto points = measured(50, 400, bentAt(200));
        for (LoadPoint& point : points) {
            point.cores.reset();
        }
        const LoadModel model = modelLoad(points, 1.0);
        QVERIFY(model.knee);
        QVERIFY(!model.fullCpu);
        QCOMPARE(model.coresARequest, 0.0);
    }

    void seriesMeetWhereAllTell()
    {
        const auto at = [](int minute, double value) {
            return SeriesPoint{Timestamp(Millis(minute * 60'000)), 1min, value, value, value, 1};
        };
        const std::vector<SeriesPoint> requests{at(1, 10), at(2, 20), at(3, 0), at(4, 40),
                                                at(5, std::nan(""))};
        const std::vector<SeriesPoint> p95{at(2, 0.2), at(3, 0.3), at(4, 0.4), at(5, 0.5)};
        const std::vector<SeriesPoint> cores{at(1, 0.1), at(4, 0.4)};
        QCOMPARE(loadPoints(requests, p95, cores),
                 (std::vector<LoadPoint>{{20, 0.2, std::nullopt}, {40, 0.4, 0.4}}));
        QVERIFY(loadPoints({}, p95, cores).empty());
    }
};

QTEST_GUILESS_MAIN(TestLoadModel)
#include "tst_load_model.moc"
