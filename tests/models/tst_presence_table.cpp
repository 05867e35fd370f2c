// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/PresenceTable.h"
#include "tests/support/ManualClock.h"

#include <QTest>

#include <random>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr NodeId Node{0};
constexpr LayerId Layer{5};
const FreshnessLimits Limits;

/// A table told cell by cell at the time of a clock.
struct Told
{
    ManualClock clock;
    PresenceTable table;

    PresenceTable::Step tell(Presence presence, LayerId layer = Layer, NodeId node = Node)
    {
        return tellAt(clock.now(), presence, layer, node);
    }

    PresenceTable::Step tellAt(Timestamp at, Presence presence, LayerId layer = Layer, NodeId node = Node)
    {
        table.beginBatch(node, SourceId{0}, at);
        const auto step = table.record(layer, presence, Evidence::LocalHit, clock.now(), Limits);
        table.endBatch();
        return step;
    }
};

} // namespace

/// The bitmaps of who holds what.
class TestPresenceTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsSayWhatChanged()
    {
        Told told;
        auto step = told.tell(Presence::Held);
        QCOMPARE(step.before, Presence::Unknown);
        QCOMPARE(step.after, Presence::Held);
        QVERIFY(step.isVisible);
        told.clock.advance(Millis{10});
        QVERIFY(!told.tell(Presence::Held).isVisible);
        QCOMPARE(told.table.seenAt(Layer, Node), told.clock.now());
        told.clock.advance(Limits.staleAfter + Millis{1});
        QVERIFY(told.tell(Presence::Held).isVisible); // from stale to live
    }

    void olderSightingIsDroppedUnlessTheClockWasSetBack()
    {
        Told told;
        told.tell(Presence::Held);
        QCOMPARE(told.tellAt(told.clock.now() - Millis{1}, Presence::Absent).after, Presence::Held);
        QCOMPARE(told.table.current(Layer, Node), Presence::Held);
        told.clock.advance(std::chrono::hours{-1});
        QCOMPARE(told.tell(Presence::Absent).after, Presence::Absent);
        QCOMPARE(told.table.seenAt(Layer, Node), told.clock.now());
    }

    void setsFollowTheCells()
    {
        Told told;
        told.tell(Presence::Held, LayerId{1});
        told.tell(Presence::Absent, LayerId{2});
        told.tell(Presence::Held, LayerId{3});
        told.tell(Presence::Unknown, LayerId{3});
        QCOMPARE(told.table.held(Node).toString(), std::string("{1}"));
        QCOMPARE(told.table.absent(Node).toString(), std::string("{2}"));
        QCOMPARE(told.table.lastDefinite(LayerId{3}, Node), Presence::Held);
        told.table.dropLayer(LayerId{1});
        QVERIFY(told.table.held(Node).isEmpty());
        QCOMPARE(told.table.seenAt(LayerId{1}, Node), Timestamp{});
    }

    void whatIsNotThereIsUnknown()
    {
        const PresenceTable table;
        QCOMPARE(table.current(Layer, Node), Presence::Unknown);
        QCOMPARE(table.lastDefinite(Layer, NodeId{}), Presence::Unknown);
        QCOMPARE(table.evidence(LayerId{}, Node), Evidence::NotAsked);
        QVERIFY(table.held(Node).isEmpty());
    }

    void turnsAreToldOnce()
    {
        Told told;
        const auto turned = [&told] {
            return told.table.judge(Node, told.clock.now(), Limits);
        };
        told.tell(Presence::Held);
        QVERIFY(!turned());
        told.clock.advance(Limits.staleAfter);
        QVERIFY(!turned());
        told.clock.advance(Millis{1});
        QVERIFY(turned());
        QVERIFY(!turned());
        told.clock.advance(Limits.offlineAfter);
        QVERIFY(turned());
        told.clock.advance(Limits.offlineAfter);
        QVERIFY(!turned());
    }

    /// More than a cell has two bytes for; each cell keeps its own.
    void eachCellAtAnotherMoment()
    {
        constexpr uint32_t Cells = 70'000;
        Told told;
        const Timestamp begin = told.clock.now();
        told.clock.advance(Millis{Cells});
        for (uint32_t i = 0; i < Cells; ++i) {
            told.tellAt(begin + Millis{i}, i % 2 == 0 ? Presence::Held : Presence::Absent, LayerId{i});
        }
        for (uint32_t i = 0; i < Cells; i += 997) {
            QCOMPARE(told.table.seenAt(LayerId{i}, Node), begin + Millis{i});
        }
        QCOMPARE(told.table.momentCount(), size_t{Cells});
        for (uint32_t i = 0; i < Cells; ++i) {
            told.tellAt(told.clock.now(), Presence::Held, LayerId{i});
        }
        QCOMPARE(told.table.seenAt(LayerId{Cells - 1}, Node), told.clock.now());
        QCOMPARE(told.table.seenAt(LayerId{Cells}, Node), Timestamp{});
        told.table.dropNode(Node);
        QCOMPARE(told.table.momentCount(), size_t{0});
    }

    void momentsAreGivenBack()
    {
        Told told;
        std::mt19937 random(3);
        for (int round = 0; round < 5'000; ++round) {
            told.clock.advance(Millis{1});
            told.tell(static_cast<Presence>(random() % 3), LayerId{static_cast<uint32_t>(random() % 10)},
                      NodeId{static_cast<uint32_t>(random() % 3)});
            if (random() % 50 == 0) {
                told.table.dropLayer(LayerId{static_cast<uint32_t>(random() % 10)});
            }
            QVERIFY(told.table.momentCount() <= 30);
        }
        for (uint32_t node = 0; node < 3; ++node) {
            told.table.dropNode(NodeId{node});
        }
        QCOMPARE(told.table.momentCount(), size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestPresenceTable)
#include "tst_presence_table.moc"
