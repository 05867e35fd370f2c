// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/RuleReader.h"
#include "models/alerts/rules/FactGatherer.h"
#include "models/metrics/baseline/BaselineKeeper.h"
#include "tests/models/baseline/MadeWeeks.h"
#include "tests/models/hosts/HostFixture.h"
#include "tests/models/hosts/MemorySeries.h"

#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

namespace {

const QString Source = u"hub"_s;
const QString Registry = u"127.0.0.1:5001"_s;

/// What a registry does.
struct Figures
{
    double p95Factor = 1; ///< times its usual at this hour
    double errors = 0.4;  ///< percent
    double hits = 90;     ///< likewise
    double cores = 0.3;   ///< of one
};

/// A registry with weeks behind it that were as Figures{}, and an hour as told.
class Stage : public HostFixture
{
public:
    Stage(const Figures& figures, int weeks) : m_figures(figures), m_p95(usualAt(clock.now()))
    {
        HostObservation service = HostFixture::machine(Registry, u"registry-1"_s);
        service.kind = HostKind::Service;
        service.cpuLimit = 1.0;
        tell(Source, service);
        tellFigures();
        book.flush();
        keep(
            u"latency.p95.seconds"_s, weeks, [](Timestamp, double value) { return value; },
            [this](Timestamp, double value) { return value * m_figures.p95Factor; });
        keep(
            u"errors.percent"_s, weeks, [](Timestamp, double) { return 0.4; },
            [this](Timestamp, double) { return m_figures.errors; });
        keep(
            u"hits.percent"_s, weeks, [](Timestamp, double) { return 90.0; },
            [this](Timestamp, double) { return m_figures.hits; });
        gatherer.recall({});
    }

    /// Ten minutes more of the same: names of the alerts that fire then.
    QString firing()
    {
        QSignalSpy finished(&keeper, &BaselineKeeper::finished);
        keeper.refresh();
        if (!finished.wait(60'000)) {
            return u"(no answer)"_s;
        }
        for (int minute = 0; minute < 10; ++minute) {
            tellFigures();
            status(Source, Freshness::Live, clock.now());
            clock.advance(1min);
            gatherer.gatherNow();
        }
        QStringList names;
        for (const AlertObservation& alert : gatherer.engine().report().alerts) {
            if (alert.phase == AlertPhase::Firing) {
                names << alert.name;
            }
        }
        names.sort();
        return names.join(u' ');
    }

private:
    void keep(const QString& metric, int weeks, const MadeWeeks::Change& before, const MadeWeeks::Change& now)
    {
        const Timestamp end = clock.now();
        const SeriesKey key{{Source, Registry}, metric};
        series.kept[key].key = key;
        series.kept[key].points =
            m_made.points(end - weeks * Week, end, [&before, &now, end](Timestamp at, double value) {
                return end - at < 1h ? now(at, value) : before(at, value);
            });
    }

    void tellFigures()
    {
        sample(Source, Registry, u"requests.perSecond"_s, 10);
        sample(Source, Registry, u"latency.p95.seconds"_s, m_p95 * m_figures.p95Factor);
        sample(Source, Registry, u"errors.percent"_s, m_figures.errors);
        sample(Source, Registry, u"hits.percent"_s, m_figures.hits);
        sample(Source, Registry, u"process.cpu.cores"_s, m_figures.cores);
    }

    const Figures m_figures;
    const double m_p95;
    MadeWeeks m_made;
    MemorySeries series;
    BaselineBook baselines;
    BaselineKeeper keeper{book, series, baselines, clock};
    FactGatherer gatherer{FactWorld{&fleet, &book, nullptr, nullptr, &baselines}, ownRules().value(), clock};
};

PeerMetricsObservation peer(const QString& node, double hits, double misses, Timestamp at)
{
    PeerMetricsObservation told{node, at, {}};
    told.metrics.cache.at(static_cast<size_t>(MetricWindow::FiveMinutes)) = CacheTraffic{5min, hits, misses};
    return told;
}

} // namespace

/// Stowage's own rules about what is usual: they fire where a person would look, and nowhere else.
class TestUsualRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registries_data();
    void registries();
    void hitRateOfPeers_data();
    void hitRateOfPeers();
};

void TestUsualRules::registries_data()
{
    QTest::addColumn<double>("p95Factor");
    QTest::addColumn<double>("errors");
    QTest::addColumn<double>("hits");
    QTest::addColumn<double>("cores");
    QTest::addColumn<int>("weeks");
    QTest::addColumn<QString>("firing");
    QTest::newRow("as usual") << 1.0 << 0.4 << 90.0 << 0.3 << 6 << QString();
    QTest::newRow("a little of everything") << 1.8 << 0.9 << 84.0 << 0.7 << 6 << QString();
    QTest::newRow("better than usual") << 0.2 << 0.0 << 99.0 << 0.1 << 6 << QString();
    QTest::newRow("slow") << 20.0 << 0.4 << 90.0 << 0.3 << 6 << u"registry-latency"_s;
    QTest::newRow("more errors") << 1.0 << 4.0 << 90.0 << 0.3 << 6 << u"registry-errors-unusual"_s;
    QTest::newRow("cache is cold") << 1.0 << 0.4 << 40.0 << 0.3 << 6 << u"registry-hits"_s;
    QTest::newRow("as in the stage registry-cpu")
        << 10.0 << 8.2 << 90.0 << 1.0 << 6
        << u"registry-cpu registry-errors registry-errors-unusual registry-latency"_s;
    // Nothing is usual yet; what is wrong at any time is told all the same.
    QTest::newRow("slow, too few weeks") << 20.0 << 0.4 << 40.0 << 0.3 << 2 << QString();
    QTest::newRow("errors, too few weeks")
        << 1.0 << 8.2 << 90.0 << 1.0 << 2 << u"registry-cpu registry-errors"_s;
}

void TestUsualRules::registries()
{
    QFETCH(const double, p95Factor);
    QFETCH(const double, errors);
    QFETCH(const double, hits);
    QFETCH(const double, cores);
    QFETCH(const int, weeks);
    Stage stage({p95Factor, errors, hits, cores}, weeks);
    QTEST(stage.firing(), "firing");
}

void TestUsualRules::hitRateOfPeers_data()
{
    QTest::addColumn<double>("hits");
    QTest::addColumn<double>("misses");
    QTest::addColumn<QString>("firing");
    QTest::newRow("most is found") << 90.0 << 10.0 << QString();
    QTest::newRow("little is found") << 30.0 << 70.0 << u"hit-rate"_s;
    QTest::newRow("hardly anything is asked for") << 3.0 << 7.0 << QString();
    QTest::newRow("nothing is asked for") << 0.0 << 0.0 << QString();
}

void TestUsualRules::hitRateOfPeers()
{
    QFETCH(const double, hits);
    QFETCH(const double, misses);
    FleetFixture mesh;
    FactGatherer gatherer(FactWorld{&mesh.fleet}, ownRules().value(), mesh.clock);
    gatherer.recall({});
    QStringList names;
    for (int minute = 0; minute < 12; ++minute) {
        Delta delta = mesh.from(u"peers"_s);
        SourceStatus status;
        status.id = u"peers"_s;
        status.kind = u"spegel"_s;
        status.state = Freshness::Live;
        status.settled = true;
        status.capabilities = QStringList{u"placement"_s};
        status.lastAnswer = mesh.clock.now();
        delta.status = status;
        delta.nodes = {mesh.node(u"n1"_s), mesh.node(u"n2"_s)};
        delta.metrics = {peer(u"n1"_s, hits, misses, mesh.clock.now()),
                         peer(u"n2"_s, hits, misses, mesh.clock.now())};
        mesh.fleet.apply(delta);
        gatherer.gatherNow();
        names.clear();
        for (const AlertObservation& alert : gatherer.engine().report().alerts) {
            if (alert.phase == AlertPhase::Firing) {
                names << alert.name;
            }
        }
        mesh.clock.advance(1min);
    }
    QTEST(names.join(u' '), "firing");
}

QTEST_GUILESS_MAIN(TestUsualRules)
#include "tst_usual_rules.moc"
