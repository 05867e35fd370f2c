// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ManualClock.h"
#include "tests/views/placement/SampleFleet.h"
#include "views/placement/CellDetails.h"
#include "views/placement/ChangesChip.h"
#include "views/placement/MatrixPanel.h"
#include "views/placement/MatrixTwinModel.h"
#include "views/placement/MatrixView.h"
#include "views/placement/PlacementPage.h"
#include "views/placement/PlacementSide.h"
#include "views/placement/PlacementTiles.h"
#include "views/placement/ProposalPanel.h"
#include "views/placement/RiskPanel.h"
#include "views/placement/WhatIfControl.h"
#include "views/placement/WhatIfPanel.h"
#include "views/placement/plan/PlanDialog.h"
#include "views/theme/Theme.h"
#include "views/widgets/LineList.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/Table.h"

#include <QAbstractItemModelTester>
#include <QTableView>

using namespace stowage;
using namespace stowage::test;

namespace {

struct World
{
    ManualClock clock;
    Fleet fleet{clock};
    SampleFleet sample{fleet};
    Theme theme = Theme::builtIn(QStringLiteral("dark"));
};

struct Shown
{
    explicit Shown(World& world)
        : tracker(world.fleet), watch(tracker, policies(), world.clock),
          page({world.fleet, tracker, watch, nullptr}, world.clock, world.theme)
    {
        page.resize(1364, 828);
        page.show();
        page.setActive(true);
    }

    static PlacementPolicies policies()
    {
        PlacementPolicies policies;
        policies.base = {3, 2};
        return policies;
    }

    RiskModel& risks() { return page.side().risk().model(); }

    PlacementTracker tracker;
    PlacementWatch watch;
    PlacementPage page;
};

std::optional<PlacementState> stateOf(const Fleet& fleet)
{
    const MatrixModel model(fleet);
    return placementState(fleet, {}, model.rowCount() > 0, model.columnCount() > 0,
                          {fleet.now() - Millis{12'000}, fleet.now()});
}

} // namespace

class TestPlacementPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tilesCount()
    {
        World world;
        world.sample.pictured();
        const PlacementSummary summary = summarizePlacement(world.fleet);
        const auto tiles = placementTiles(world.fleet, summary, {{3, 2}, 0.9629}, world.clock.now());
        QCOMPARE(tiles[0].value, QString::number(summary.fleet.layers));
        QVERIFY(tiles[0].note.contains(QStringLiteral("20 images")));
        QCOMPARE(tiles[1].suffix, QStringLiteral("median"));
        QCOMPARE(tiles[1].note, QStringLiteral("goal ≥ 3 for 96.2 % of bytes"));
        QCOMPARE(tiles[2].value, QStringLiteral("3"));
        QCOMPARE(tiles[2].ink, Token::Warning);
        QCOMPARE(tiles[3].value, QStringLiteral("1"));
        QCOMPARE(tiles[3].note, QStringLiteral("unless a silent node holds them"));
        QCOMPARE(tiles[4].note, QStringLiteral("silent: eu-a-12, eu-b-17"));
    }

    void tilesTellHowTheSweepGoes()
    {
        World world;
        world.sample.pictured();
        SourceStatus peers = world.sample.fine(QStringLiteral("peers"), QStringLiteral("spegel"));
        const auto tile = [&] {
            world.sample.tellStatus(peers);
            return placementTiles(world.fleet, summarizePlacement(world.fleet), {}, world.clock.now())[5];
        };
        QCOMPARE(tile().value, QStringLiteral("–"));
        peers.sweep.emplace();
        peers.sweep->last = SweepRound{61'632, 61'632, world.clock.now() - Millis{6'800}, Millis{2'800}};
        QCOMPARE(tile().value, QStringLiteral("2.8 s"));
        QCOMPARE(tile().suffix, QStringLiteral("4 s ago"));
        QCOMPARE(tile().note, QStringLiteral("61,632 HEADs · 22 k/s"));
        peers.sweep->startedAt = world.clock.now();
        peers.sweep->cellsDone = 25'200;
        peers.sweep->cellsTotal = 61'632;
        peers.sweep->ratePerSecond = 840;
        QCOMPARE(tile().value, QStringLiteral("40 %"));
        QCOMPARE(tile().suffix, QStringLiteral("last 2.8 s"));
        QCOMPARE(tile().note, QStringLiteral("25,200 of 61,632 cells · 840/s"));
        peers.sweep->isPaused = true;
        QCOMPARE(tile().suffix, QStringLiteral("paused"));
    }

    void tilesSayNothingThatIsNotKnown()
    {
        World world;
        const auto tiles =
            placementTiles(world.fleet, summarizePlacement(world.fleet), {}, world.clock.now());
        for (const TileText& tile : tiles) {
            QCOMPARE(tile.value, QStringLiteral("–"));
            QVERIFY(!tile.note.isEmpty());
            QCOMPARE(tile.ink, Token::Text);
        }
        QCOMPARE(tiles[4].note, QStringLiteral("no node is known"));
    }

    void risksAreListedAndLeadToTheirCells()
    {
        World world;
        world.sample.pictured();
        Shown shown(world);
        RiskModel& risks = shown.risks();
        const QAbstractItemModelTester tester(&risks, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(risks.rowCount(), 4);
        for (int row = 0; row < risks.rowCount(); ++row) {
            const LayerId layer = risks.layerAt(row);
            Q_EMIT shown.page.side().risk().table().opened(row);
            const auto cell = shown.page.matrix().view().currentCell();
            QVERIFY(cell);
            const MatrixModel& model = shown.page.matrix().model();
            QCOMPARE(model.layerOf(cell->first)->id, layer);
            const bool lost = world.fleet.layer(layer).held == 0;
            QCOMPARE(model.cell(cell->first, cell->second).look(), lost ? CellLook::Down : CellLook::Sole);
        }
        world.clock.advance(Millis{100});
        world.sample.tellNode(QStringLiteral("eu-b-17"), NodeState::Live, world.clock.now());
        world.fleet.flush();
        QCOMPARE(risks.rowCount(), 4);
    }

    void whatIfFollowsHeadsKeysAndChips()
    {
        World world;
        world.sample.pictured();
        Shown shown(world);
        MatrixView& view = shown.page.matrix().view();
        WhatIfPanel& panel = shown.page.side().whatIf();
        QVERIFY(panel.lines().empty());
        const NodeId a01 = *world.fleet.findNode(QStringLiteral("eu-a-01"));
        const NodeId b05 = *world.fleet.findNode(QStringLiteral("eu-b-05"));
        Q_EMIT view.nodeClicked(a01);
        // Two nodes are silent and may hold it: it is not said to be lost.
        QCOMPARE(panel.lines()[0].value, QStringLiteral("0"));
        QCOMPARE(panel.lines()[2].name, QStringLiteral("Layers that may be lost"));
        QCOMPARE(panel.lines()[2].value, QStringLiteral("1"));
        QCOMPARE(panel.lines()[2].ink, Token::Warning);
        Q_EMIT view.nodeClicked(b05);
        QCOMPARE(panel.lines()[2].value, QStringLiteral("2"));
        QCOMPARE(panel.chipTexts(), QStringList({QStringLiteral("eu-a-01 ✕"), QStringLiteral("eu-b-05 ✕"),
                                                 QStringLiteral("+ zone eu-b")}));
        QVERIFY(view.overlay().going.contains(a01));
        QVERIFY(!shown.page.grab().isNull());
        Q_EMIT panel.zoneToggled(QStringLiteral("eu-b"));
        QCOMPARE(panel.chipTexts().first(), QStringLiteral("zone eu-b ✕"));
        QCOMPARE(shown.page.whatIf().answer().lost.nodes.size(), size_t(18));
        Q_EMIT panel.nodeToggled(QStringLiteral("eu-a-01"));
        QCOMPARE(shown.page.whatIf().answer().lost.nodes.size(), size_t(17));
        // The answer follows the fleet.
        const std::vector<WhatIfLine> before = panel.lines();
        const Digest lost = world.fleet.layer(shown.risks().layerAt(0)).descriptor.digest;
        world.clock.advance(Millis{100});
        world.sample.tellCell(QStringLiteral("eu-b-02"), lost, Presence::Held, world.clock.now());
        for (const char* const node : {"eu-a-01", "eu-a-10"}) {
            world.sample.tellCell(QString::fromLatin1(node), lost, Presence::Absent, world.clock.now());
        }
        world.fleet.flush();
        QVERIFY(panel.lines() != before);
        QVERIFY(shown.page.back());
        QVERIFY(shown.page.whatIf().choice().isEmpty());
        QVERIFY(view.overlay().isEmpty());
        shown.page.activateWindow();
        QTRY_VERIFY(view.hasFocus());
        QTest::keyClick(&view, Qt::Key_W);
        QCOMPARE(shown.page.whatIf().choice().nodes(), QStringList({QStringLiteral("eu-a-01")}));
        QTest::keyClick(&view, Qt::Key_W, Qt::ShiftModifier);
        QCOMPARE(shown.page.whatIf().choice().zones(), QStringList({QStringLiteral("eu-a")}));
        QVERIFY(shown.page.whatIf().choice().nodes().isEmpty());
        QTest::keyClick(&view, Qt::Key_W); // all of the zone but this one
        QCOMPARE(shown.page.whatIf().choice().nodes().size(), 16);
    }

    void changesAreMarkedSinceAKeptMoment()
    {
        World world;
        world.sample.pictured();
        Shown shown(world);
        MatrixPanel& matrix = shown.page.matrix();
        QCOMPARE(matrix.baselines().moments().size(), size_t(1));
        const Timestamp opened = matrix.baselines().moments()[0].at;
        const Digest digest = world.fleet.layer(shown.risks().layerAt(0)).descriptor.digest;
        world.clock.advance(Millis{1'000});
        world.sample.tellCell(QStringLiteral("eu-c-05"), digest, Presence::Held, world.clock.now());
        world.fleet.flush();
        matrix.changes().setSince(opened);
        QVERIFY(matrix.changes().text().startsWith(QStringLiteral("since 22:00")));
        QVERIFY(shown.page.open(QStringLiteral("layer/%1/eu-c-05").arg(digest.toString())));
        const auto cell = matrix.view().currentCell();
        QVERIFY(cell);
        QVERIFY(
            matrix.view().cellName(cell->first, cell->second).endsWith(QStringLiteral("gained since then")));
        Q_EMIT matrix.changes().nowRequested();
        QVERIFY(!matrix.view().cellName(cell->first, cell->second).contains(QStringLiteral("gained")));
        QVERIFY(shown.page.back());
        QVERIFY(matrix.view().overlay().isEmpty());
    }

    void baselinesThinOutAndKeepTheFirst()
    {
        Baselines baselines;
        const Timestamp first = ManualClock().now();
        for (int i = 0; i < 100; ++i) {
            const Timestamp now = first + i * Baselines::Between;
            QVERIFY(baselines.isDue(now));
            baselines.keep({}, now);
            QVERIFY(!baselines.isDue(now));
            QVERIFY(baselines.moments().size() <= Baselines::Most);
            QCOMPARE(baselines.moments().front().at, first);
            QCOMPARE(baselines.moments().back().at, now);
        }
    }

    void findingsAndProposalFollowTheWatch()
    {
        World world;
        world.sample.pictured();
        Shown shown(world);
        world.clock.advance(PlacementWatch::Pause);
        QTRY_VERIFY(shown.watch.isComputed());
        RiskPanel& risk = shown.page.side().risk();
        QTRY_VERIFY(!risk.findings().items().empty());
        QVERIFY(!risk.areFindingsShown());
        risk.showFindings(true);
        QVERIFY(!shown.page.grab().isNull());
        const QString proposal = shown.page.side().proposal().text();
        QVERIFY2(proposal.contains(QStringLiteral("≥ 3 copies in 2 zones")), qPrintable(proposal));
        Q_EMIT shown.page.side().proposal().previewRequested();
        auto* dialog = shown.page.findChild<PlanDialog*>();
        QVERIFY(dialog);
        QTRY_VERIFY(!dialog->view().plan().hash.isEmpty());
        // A step leads to its image and node.
        const ImageKey image = world.fleet.images().front().image.key;
        Q_EMIT dialog->view().stepOpened(image, QStringLiteral("eu-c-05"));
        QVERIFY(!dialog->isVisible());
        const auto cell = shown.page.matrix().view().current();
        QVERIFY(cell);
        QCOMPARE(world.fleet.image(cell->image).image.key, image);
        QCOMPARE(world.fleet.node(cell->node).seen.name, QStringLiteral("eu-c-05"));
    }

    void proposalsInWords()
    {
        PrewarmProposal proposal;
        proposal.goal = {3, 2};
        proposal.images = 3;
        proposal.bytesBelow = 4'400'000'000;
        QCOMPARE(proposalText(proposal),
                 QStringLiteral("Not at ≥ 3 copies in 2 zones: 3 images with 4.1 GiB of layers below"));
        proposal.pulls = 14;
        proposal.bytes = 10'307'921'510;
        proposal.time = Millis{240'000};
        QCOMPARE(proposalText(proposal),
                 QStringLiteral("Prewarm 3 images to ≥ 3 copies in 2 zones: 14 pulls, "
                                "9.6 GiB, about 4 min from peers"));
    }

    void whatIsOldSaysSo()
    {
        World world;
        world.sample.plain(6, 20);
        Shown shown(world);
        world.clock.advance(Millis{130'000});
        world.fleet.judgeAges();
        world.fleet.flush();
        shown.page.tick();
        QVERIFY(shown.page.matrix().state());
        QVERIFY(shown.page.matrix().state()->asOf);
        QVERIFY(shown.page.side().isVisible());
    }

    void nothingStandsBesideANotice()
    {
        World world;
        SourceStatus status = world.sample.fine(QStringLiteral("registry-1"), QStringLiteral("registry"));
        status.state = Freshness::Unseen;
        status.lastAnswer = {};
        status.settled = false;
        world.sample.tellStatus(status);
        world.fleet.flush();
        Shown shown(world);
        QVERIFY(!shown.page.side().isVisible());
        world.clock.advance(Millis{12'000});
        shown.page.tick();
        QCOMPARE(shown.page.matrix().state()->notice.why,
                 QStringLiteral("It was asked 12 s ago and has not answered yet."));
    }

    void detailsSayEverything()
    {
        World world;
        world.sample.pictured();
        Shown shown(world);
        LayerId lost;
        for (int row = 0; row < shown.risks().rowCount(); ++row) {
            const LayerId layer = shown.risks().layerAt(row);
            lost = world.fleet.layer(layer).held == 0 ? layer : lost;
        }
        QVERIFY(lost.isValid());
        QVERIFY(shown.page.open(
            QStringLiteral("layer/%1/eu-b-17").arg(world.fleet.layer(lost).descriptor.digest.toString())));
        const QString text = shown.page.side().details().plainText();
        for (const QString& part :
             {world.fleet.layer(lost).descriptor.digest.toString(), QStringLiteral("eu-b-17 in zone eu-b"),
              QStringLiteral("connection refused"), QStringLiteral("unknown: node is gone")}) {
            QVERIFY2(text.contains(part), qPrintable(text));
        }
    }

    void twinSaysWhatTheMatrixShows()
    {
        World world;
        world.sample.pictured();
        MatrixModel matrix(world.fleet);
        MatrixTwinModel twin(matrix, world.clock);
        const QAbstractItemModelTester tester(&twin, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(twin.columnCount(), MatrixTwinModel::FirstNode + 48);
        QHash<QString, int> words;
        for (int row = 0; row < twin.rowCount(); ++row) {
            for (int column = MatrixTwinModel::FirstNode; column < twin.columnCount(); ++column) {
                ++words[twin.index(row, column).data().toString()];
            }
        }
        for (const QString& word :
             {QStringLiteral("held"), QStringLiteral("absent"), QStringLiteral("only copy"),
              QStringLiteral("held, old"), QStringLiteral("unknown, node down")}) {
            QVERIFY2(words.contains(word), qPrintable(word));
        }
        QCOMPARE(words.value(QStringLiteral("only copy")), 3);
        // Follows what changes, and changes of shape.
        QSignalSpy changed(&twin, &QAbstractItemModel::dataChanged);
        world.clock.advance(Millis{31'000});
        world.fleet.judgeAges();
        world.fleet.flush();
        QVERIFY(changed.count() > 0);
        matrix.setQuery({MatrixSort::Size, QStringLiteral("team zone:eu-b"), MatrixGrouping::Image});
        QCOMPARE(twin.columnCount(), MatrixTwinModel::FirstNode + 17);
        matrix.setQuery({MatrixSort::Size, QStringLiteral("no such thing"), MatrixGrouping::Image});
        QCOMPARE(twin.rowCount(), 0);
    }

    void keysReachTheTwinAndBack()
    {
        World world;
        world.sample.pictured();
        Shown shown(world);
        MatrixPanel& matrix = shown.page.matrix();
        shown.page.activateWindow();
        QTRY_VERIFY(matrix.view().hasFocus());
        QTest::keyClick(&matrix.view(), Qt::Key_V);
        QVERIFY(matrix.isTwinShown());
        QTRY_VERIFY(matrix.twin().hasFocus());
        QTest::keyClick(&matrix.twin(), Qt::Key_Down);
        QTest::keyClick(&matrix.twin(), Qt::Key_Right);
        QCOMPARE(matrix.view().currentCell(), std::optional(std::pair(2, 1)));
        QTest::keyClick(&matrix.twin(), Qt::Key_V);
        QVERIFY(!matrix.isTwinShown());
        QTRY_VERIFY(matrix.view().hasFocus());
        QTest::keyClick(&matrix.view(), Qt::Key_Tab);
        QVERIFY(!matrix.view().hasFocus());
    }

    void filterKeepsTheLastGoodOne()
    {
        World world;
        world.sample.pictured();
        Shown shown(world);
        MatrixPanel& matrix = shown.page.matrix();
        const int all = matrix.model().rowCount();
        matrix.setFilter(QStringLiteral("team"));
        const int some = matrix.model().rowCount();
        QVERIFY(some > 0 && some < all);
        matrix.setFilter(QStringLiteral("team nonsense:"));
        QCOMPARE(matrix.model().rowCount(), some);
        QVERIFY(shown.page.back());
        QCOMPARE(matrix.model().rowCount(), all);
        QVERIFY(!shown.page.back());
    }

    void linksOpenWhatTheyName()
    {
        World world;
        world.sample.pictured();
        Shown shown(world);
        QVERIFY(shown.page.open(QStringLiteral("image/registry-1/ml/train:0.9")));
        const auto cell = shown.page.matrix().view().currentCell();
        QVERIFY(cell);
        QCOMPARE(shown.page.matrix().model().groupOf(cell->first).reference, QStringLiteral("ml/train:0.9"));
        const QString item = shown.page.item();
        QVERIFY(shown.page.open(QStringLiteral("image/registry-1/team/web:2.0")));
        QVERIFY(shown.page.open(item));
        QCOMPARE(shown.page.item(), item);
        QVERIFY(!shown.page.open(QStringLiteral("image/registry-1/none:1")));
        QVERIFY(!shown.page.open(QStringLiteral("layer/../../etc/passwd")));
        QVERIFY(!shown.page.open(QStringLiteral("elsewhere")));
    }

    void sideGivesWayAndComesBackOnEnter()
    {
        World world;
        world.sample.pictured();
        Shown shown(world);
        QVERIFY(shown.page.side().details().isVisible());
        shown.page.resize(700, 500);
        QTRY_VERIFY(!shown.page.side().details().isVisible());
        QTest::keyClick(&shown.page.matrix().view(), Qt::Key_Return);
        QVERIFY(shown.page.side().details().isVisible());
        QVERIFY(shown.page.back());
        QVERIFY(!shown.page.side().details().isVisible());
    }

    void states_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("instead");
        const auto row = [](const char* name, const char* says, bool instead) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(says) << instead;
        };
        row("nothing configured", "No registry is configured", true);
        row("loading", "Reading registry-1", true);
        row("failed", "registry-1 cannot be read", true);
        row("empty", "No images yet", true);
        row("no peers", "No cache peers are configured", true);
        row("partial", "Part of registry-1 was not seen", false);
        row("stale", "registry-1 has not answered for 2 min", false);
        row("restored", "What was last known is shown", false);
    }

    void states()
    {
        QFETCH(QString, what);
        World world;
        SourceStatus status = world.sample.fine(QStringLiteral("registry-1"), QStringLiteral("registry"));
        const bool withImages =
            what == u"no peers" || what == u"partial" || what == u"stale" || what == u"restored";
        if (withImages && what != u"no peers") {
            world.sample.plain(3, 10);
        } else if (withImages) {
            PlatformImage platform;
            platform.layers = {SampleFleet::layer(QStringLiteral("x"), 1)};
            world.sample.tellImages(
                {SampleFleet::image(QStringLiteral("a"), QStringLiteral("1"), {platform})});
        }
        if (what == u"loading" || what == u"failed" || what == u"restored") {
            status.state = Freshness::Unseen;
            status.lastAnswer = {};
            status.settled = what == u"failed";
        }
        if (what == u"partial") {
            status.coverage = Coverage{false, {QStringLiteral("team/api: HTTP 500")}};
        }
        if (what != u"nothing configured") {
            world.sample.tellStatus(status);
        }
        if (what == u"stale") {
            world.clock.advance(Millis{130'000});
            world.fleet.judgeAges();
        }
        world.fleet.flush();
        const auto state = stateOf(world.fleet);
        QVERIFY(state);
        QTEST(state->notice.what, "says");
        QTEST(state->insteadOfMatrix, "instead");
        QVERIFY(!state->notice.why.isEmpty());
        Shown shown(world);
        QVERIFY(!shown.page.grab().isNull());
    }

    void todoAsksForWhatItSays()
    {
        World world;
        world.sample.tellStatus(world.sample.fine(QStringLiteral("registry-1"), QStringLiteral("registry")));
        world.fleet.flush();
        Shown shown(world);
        QSignalSpy refresh(&shown.page, &Page::refreshRequested);
        auto* states = shown.page.findChild<StatefulView*>();
        QVERIFY(states);
        Q_EMIT states->todoClicked();
        QCOMPARE(refresh.count(), 1);
    }

    void fullAndFreshSaysNothing()
    {
        World world;
        world.sample.pictured();
        QVERIFY(!stateOf(world.fleet));
    }
};

QTEST_MAIN(TestPlacementPage)
#include "tst_placementpage.moc"
