// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ManualClock.h"
#include "tests/views/placement/SampleFleet.h"
#include "views/placement/AtRiskModel.h"
#include "views/placement/CellDetails.h"
#include "views/placement/MatrixPanel.h"
#include "views/placement/MatrixTwinModel.h"
#include "views/placement/MatrixView.h"
#include "views/placement/PlacementPage.h"
#include "views/placement/PlacementTiles.h"
#include "views/theme/Theme.h"
#include "views/widgets/StatefulView.h"

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
    explicit Shown(World& world) : page(world.fleet, world.clock, world.theme, {3})
    {
        page.resize(1364, 828);
        page.show();
        page.setActive(true);
    }

    PlacementPage page;
};

std::optional<PlacementState> stateOf(const Fleet& fleet)
{
    const MatrixModel model(fleet);
    return placementState(fleet, {}, model.rowCount() > 0, model.columnCount() > 0, fleet.now());
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
        const PlacementSummary summary = summarizePlacement(world.fleet, {3});
        const auto tiles =
            placementTiles(world.fleet, summary, {3}, world.clock.now() - Millis{2'800}, world.clock.now());
        QCOMPARE(tiles[0].value, QString::number(summary.fleet.layers));
        QVERIFY(tiles[0].note.contains(QStringLiteral("20 images")));
        QCOMPARE(tiles[1].suffix, QStringLiteral("median"));
        QVERIFY(tiles[1].note.startsWith(QStringLiteral("goal ≥ 3 for ")));
        QCOMPARE(tiles[2].value, QStringLiteral("3"));
        QCOMPARE(tiles[2].ink, Token::Warning);
        QCOMPARE(tiles[3].value, QStringLiteral("1"));
        QCOMPARE(tiles[3].note, QStringLiteral("unless a silent node holds them"));
        QCOMPARE(tiles[4].note, QStringLiteral("silent: eu-a-12, eu-b-17"));
        QCOMPARE(tiles[5].value, QStringLiteral("2 s"));
    }

    void tilesSayNothingThatIsNotKnown()
    {
        World world;
        const auto tiles =
            placementTiles(world.fleet, summarizePlacement(world.fleet, {}), {}, {}, world.clock.now());
        QCOMPARE(tiles[0].value, QStringLiteral("0"));
        for (const size_t tile : {1U, 2U, 3U, 5U}) {
            QCOMPARE(tiles[tile].value, QStringLiteral("–"));
            QVERIFY(!tiles[tile].note.isEmpty());
        }
        QCOMPARE(tiles[4].note, QStringLiteral("no node is known"));
    }

    void risksAreListedAndLeadToTheirCells()
    {
        World world;
        world.sample.pictured();
        Shown shown(world);
        QAbstractItemModel* risks = shown.page.risk().model();
        const QAbstractItemModelTester tester(risks, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(risks->rowCount(), 4);
        for (int row = 0; row < risks->rowCount(); ++row) {
            Q_EMIT shown.page.risk().clicked(risks->index(row, 0));
            const auto cell = shown.page.matrix().view().currentCell();
            QVERIFY(cell);
            const MatrixModel& model = shown.page.matrix().model();
            QCOMPARE(model.layerOf(cell->first)->digest.shortHex(8), risks->index(row, 0).data().toString());
            const CellLook look = model.cells(cell->first)[static_cast<size_t>(cell->second)].look();
            const bool lost =
                risks->index(row, AtRiskModel::CopiesColumn).data().toString() == QLatin1String("0");
            QCOMPARE(look, lost ? CellLook::Down : CellLook::Sole);
        }
        QVERIFY(risks->index(0, 0).isValid());
        world.clock.advance(Millis{100});
        world.sample.tellNode(QStringLiteral("eu-b-17"), NodeState::Live, world.clock.now());
        world.fleet.flush();
    }

    void detailsSayEverything()
    {
        World world;
        world.sample.pictured();
        Shown shown(world);
        const LayerId lost = summarizePlacement(world.fleet, {}).atRisk.back().layer;
        QVERIFY(shown.page.open(
            QStringLiteral("layer/%1/eu-b-17").arg(world.fleet.layer(lost).descriptor.digest.toString())));
        const QString text = shown.page.details().plainText();
        for (const QString& part :
             {world.fleet.layer(lost).descriptor.digest.toString(),
              QStringLiteral("application/vnd.oci.image.layer.v1.tar+gzip"),
              QStringLiteral("eu-b-17 in zone eu-b"), QStringLiteral("connection refused"),
              QStringLiteral("unknown: node is gone")}) {
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
        matrix.setQuery({MatrixSort::Size, QStringLiteral("team zone:eu-b")});
        QCOMPARE(twin.columnCount(), MatrixTwinModel::FirstNode + 17);
        matrix.setQuery({MatrixSort::Size, QStringLiteral("no such thing")});
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
        QVERIFY(shown.page.details().isVisible());
        shown.page.resize(700, 500);
        QTRY_VERIFY(!shown.page.details().isVisible());
        QTest::keyClick(&shown.page.matrix().view(), Qt::Key_Return);
        QVERIFY(shown.page.details().isVisible());
        QVERIFY(shown.page.back());
        QVERIFY(!shown.page.details().isVisible());
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
