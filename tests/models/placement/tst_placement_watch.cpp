// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PlacementWatch.h"
#include "tests/models/FleetFixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

/// The watch computes on a thread of Qt's pool, so these tests wait for it to report.
class TestPlacementWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheFleet()
    {
        FleetFixture fixture;
        fixture.images({fixture.image(u"web:1"_s, {u"a"_s})});
        fixture.nodes({fixture.node(u"n1"_s), fixture.node(u"n2"_s)});
        fixture.fleet.flush();
        PlacementTracker tracker(fixture.fleet);
        PlacementWatch watch(tracker, {}, fixture.clock);
        QSignalSpy changes(&watch, &PlacementWatch::changed);
        QVERIFY(!watch.isComputed());
        fixture.clock.advance(Millis{1});
        QVERIFY(changes.wait());
        QVERIFY(watch.isComputed());
        QVERIFY(watch.findings().empty()); // nobody has answered for anything
        QVERIFY(!watch.coverage().share());
        fixture.cells(u"n1"_s, u"+a"_s);
        fixture.cells(u"n2"_s, u"-a"_s);
        fixture.fleet.flush();
        fixture.clock.advance(PlacementWatch::Pause);
        QVERIFY(changes.wait());
        QCOMPARE(watch.findings().size(), size_t{2}); // one copy, and below the goal of two
        const Timestamp since = watch.findings().front().since;
        QCOMPARE(watch.coverage().share(), std::optional(0.0));
        fixture.clock.advance(PlacementWatch::Pause);
        fixture.cells(u"n2"_s, u"+a"_s);
        fixture.fleet.flush();
        QVERIFY(changes.wait());
        QVERIFY(watch.findings().empty());
        QCOMPARE(watch.coverage().share(), std::optional(1.0));
        QVERIFY(since <= fixture.clock.now());
    }

    void changesDuringAComputationAreNotLost()
    {
        FleetFixture fixture;
        fixture.images({fixture.image(u"web:1"_s, {u"a"_s})});
        fixture.nodes({fixture.node(u"n1"_s), fixture.node(u"n2"_s)});
        fixture.fleet.flush();
        PlacementTracker tracker(fixture.fleet);
        PlacementWatch watch(tracker, {}, fixture.clock);
        QSignalSpy changes(&watch, &PlacementWatch::changed);
        fixture.clock.advance(Millis{1}); // begun
        fixture.cells(u"n1"_s, u"-a"_s);
        fixture.cells(u"n2"_s, u"-a"_s);
        fixture.fleet.flush();
        QVERIFY(changes.wait());
        QVERIFY(watch.findings().empty());
        fixture.clock.advance(PlacementWatch::Pause);
        QVERIFY(changes.wait());
        QVERIFY(!watch.findings().empty());
    }

    void mayEndInTheMidstOfIt()
    {
        FleetFixture fixture;
        PlacementTracker tracker(fixture.fleet);
        for (int i = 0; i < 20; ++i) {
            const PlacementWatch watch(tracker, {}, fixture.clock);
            fixture.clock.advance(PlacementWatch::Pause);
        }
    }
};

QTEST_GUILESS_MAIN(TestPlacementWatch)
#include "tst_placement_watch.moc"
