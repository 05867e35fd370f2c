// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ManualClock.h"
#include "tests/views/placement/SampleFleet.h"
#include "views/placement/MatrixAccessible.h"
#include "views/placement/MatrixView.h"
#include "views/theme/Theme.h"

#include <QAccessible>
#include <QScrollBar>
#include <QToolTip>

using namespace stowage;
using namespace stowage::test;

namespace {

const QString NodeA = QStringLiteral("eu-a-01");
const QString NodeB = QStringLiteral("eu-a-02");
const QString NodeC = QStringLiteral("eu-b-01");

/// Layer "one" is held by a alone, "two" by a and b, "none" by nobody; c never answered for any.
struct World
{
    ManualClock clock;
    Fleet fleet{clock};
    SampleFleet sample{fleet};
    Theme theme = Theme::builtIn(QStringLiteral("dark"));

    World()
    {
        PlatformImage platform;
        for (const QString& name : {QStringLiteral("none"), QStringLiteral("one"), QStringLiteral("two")}) {
            platform.layers.push_back(SampleFleet::layer(name, 1'000'000));
        }
        sample.tellImages(
            {SampleFleet::image(QStringLiteral("team/web"), QStringLiteral("2.0"), {platform})});
        sample.tellStatus(sample.fine(QStringLiteral("peers"), QStringLiteral("spegel")));
        for (const QString& node : {NodeA, NodeB, NodeC}) {
            sample.tellNode(node, NodeState::Live, clock.now());
        }
        tell(NodeA, "none", Presence::Absent);
        tell(NodeB, "none", Presence::Absent);
        tell(NodeA, "one", Presence::Held);
        tell(NodeB, "one", Presence::Absent);
        tell(NodeA, "two", Presence::Held);
        tell(NodeB, "two", Presence::Held);
        fleet.flush();
    }

    void tell(const QString& node, const char* layer, Presence presence)
    {
        sample.tellCell(node, Digest::of(layer), presence, clock.now());
    }

    void pass(Millis time)
    {
        clock.advance(time);
        fleet.judgeAges();
        fleet.flush();
    }
};

struct Shown
{
    explicit Shown(World& world, QSize size = {500, 300})
        : model(world.fleet), view(model, world.clock, world.theme)
    {
        view.resize(size);
        view.show();
    }

    QImage grab() { return view.viewport()->grab().toImage(); }

    /// The colours within a cell, and how often each.
    QHash<QRgb, int> colors(int row, int column)
    {
        const QImage image = grab();
        const QRect cell = view.matrixLayout().cellRect(row, column);
        QHash<QRgb, int> counts;
        for (int y = cell.top(); y <= cell.bottom(); ++y) {
            for (int x = cell.left(); x <= cell.right(); ++x) {
                ++counts[image.pixel(x, y)];
            }
        }
        return counts;
    }

    QRgb middle(int row, int column)
    {
        return grab().pixel(view.matrixLayout().cellRect(row, column).center());
    }

    MatrixModel model;
    MatrixView view;
};

QRgb mix(const QColor& over, const QColor& base, double opacity)
{
    const auto channel = [opacity](int a, int b) {
        return qRound(a * opacity + b * (1 - opacity));
    };
    return qRgb(channel(over.red(), base.red()), channel(over.green(), base.green()),
                channel(over.blue(), base.blue()));
}

bool isNear(QRgb a, QRgb b)
{
    return qAbs(qRed(a) - qRed(b)) <= 2 && qAbs(qGreen(a) - qGreen(b)) <= 2 && qAbs(qBlue(a) - qBlue(b)) <= 2;
}

// Rows by risk: 0 head, 1 "none", 2 "one", 3 "two".
constexpr int None = 1;
constexpr int One = 2;
constexpr int Two = 3;

} // namespace

class TestMatrixView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paintsHeld()
    {
        World world;
        Shown shown(world);
        const QRgb held = world.theme.color(Token::Held).rgb();
        QCOMPARE(shown.middle(Two, 0), held);
        // All of it but the gap of two pixels at the right and below.
        QCOMPARE(shown.colors(Two, 0).value(held), 13 * 13);
        QVERIFY(!shown.colors(Two, 0).contains(world.theme.color(Token::Warning).rgb()));
    }

    void ringsTheOnlyCopy()
    {
        World world;
        Shown shown(world);
        const QHash<QRgb, int> colors = shown.colors(One, 0);
        QCOMPARE(colors.value(world.theme.color(Token::Warning).rgb()), 13 * 13 - 9 * 9);
        QCOMPARE(colors.value(world.theme.color(Token::Held).rgb()), 9 * 9);
    }

    void paintsAbsentFaintly()
    {
        World world;
        Shown shown(world);
        QCOMPARE(shown.middle(None, 0), world.theme.color(Token::Raised).rgb());
        QVERIFY(!shown.colors(None, 0).contains(world.theme.color(Token::Held).rgb()));
    }

    void hatchesUnknownAndMoreSoTheNodeThatIsGone()
    {
        World world;
        Shown shown(world);
        const auto brightest = [](const QHash<QRgb, int>& colors) {
            int most = 0;
            for (auto it = colors.cbegin(); it != colors.cend(); ++it) {
                most = qMax(most, qGray(it.key()));
            }
            return most;
        };
        const QHash<QRgb, int> unknown = shown.colors(Two, 2);
        QVERIFY(unknown.size() > 4); // stripes with smooth edges
        QVERIFY(brightest(unknown) > qGray(world.theme.color(Token::Raised).rgb()) + 15);
        world.sample.tellNode(NodeC, NodeState::Gone, world.clock.now());
        world.fleet.flush();
        QCOMPARE(shown.model.column(2).state, NodeState::Gone);
        QVERIFY(brightest(shown.colors(Two, 2)) > brightest(unknown) + 20);
        // Its label is in warning colour.
        const QImage image = shown.grab();
        const QRect head(shown.view.matrixLayout().columnLeft(2), 0, 15,
                         shown.view.matrixLayout().metrics().headHeight);
        bool found = false;
        for (int y = head.top(); y <= head.bottom(); ++y) {
            for (int x = head.left() - 2; x <= head.right(); ++x) {
                const QColor color = image.pixelColor(x, y);
                found = found || (color.red() > 150 && color.blue() < color.red() - 60);
            }
        }
        QVERIFY(found);
    }

    void dimsWhatIsOldTo45PerCent()
    {
        World world;
        Shown shown(world);
        world.pass(Millis{31'000});
        const QColor panel = world.theme.color(Token::Panel);
        const QRgb dim = mix(world.theme.color(Token::Held), panel, 0.45);
        QVERIFY2(isNear(shown.middle(Two, 0), dim), qPrintable(QString::number(shown.middle(Two, 0), 16)));
        QVERIFY(isNear(shown.middle(One, 0), dim));
        // That the last copy is old is no reason to hide that it is the last.
        QVERIFY(shown.colors(One, 0).contains(world.theme.color(Token::Warning).rgb()));
    }

    void repaintsWhatChanged()
    {
        World world;
        Shown shown(world);
        world.clock.advance(Millis{10});
        world.tell(NodeB, "none", Presence::Held);
        world.tell(NodeA, "none", Presence::Held);
        world.fleet.flush();
        const auto place =
            shown.model.find({shown.model.shape().groups[0].image, 0,
                              *world.fleet.findLayer(Digest::of("none")), *world.fleet.findNode(NodeB)});
        QVERIFY(place);
        QCOMPARE(shown.middle(place->first, place->second), world.theme.color(Token::Held).rgb());
    }

    void walksByKeys()
    {
        World world;
        Shown shown(world);
        shown.view.setFocus();
        QTRY_VERIFY(shown.view.hasFocus());
        const auto at = [&] {
            return shown.view.currentCell().value_or(std::pair(-1, -1));
        };
        QCOMPARE(at(), std::pair(None, 0)); // the keyboard needs somewhere to begin
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QTest::keyClick(&shown.view, key, modifiers);
            return at();
        };
        QCOMPARE(press(Qt::Key_Right), std::pair(None, 1));
        QCOMPARE(press(Qt::Key_Down), std::pair(One, 1));
        QCOMPARE(press(Qt::Key_End), std::pair(One, 2));
        QCOMPARE(press(Qt::Key_Right), std::pair(One, 2));
        QCOMPARE(press(Qt::Key_Home), std::pair(One, 0));
        QCOMPARE(press(Qt::Key_Left), std::pair(One, 0));
        QCOMPARE(press(Qt::Key_End, Qt::ControlModifier), std::pair(Two, 2));
        QCOMPARE(press(Qt::Key_Home, Qt::ControlModifier), std::pair(None, 0));
        QCOMPARE(press(Qt::Key_Up), std::pair(None, 0));
        QCOMPARE(press(Qt::Key_PageDown), std::pair(Two, 0));
        QCOMPARE(press(Qt::Key_PageUp), std::pair(None, 0));
        QSignalSpy activated(&shown.view, &MatrixView::activated);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
    }

    void currentCellStaysWithItsLayerAndInSight()
    {
        World world;
        world.sample.plain(60, 300);
        Shown shown(world, {420, 260});
        shown.view.setFocus();
        QTest::keyClick(&shown.view, Qt::Key_End, Qt::ControlModifier);
        const auto last = shown.view.currentCell();
        QVERIFY(last);
        const MatrixLayout& layout = shown.view.matrixLayout();
        QVERIFY(layout.cellsArea().contains(layout.cellRect(last->first, last->second)));
        const auto place = shown.view.current();
        shown.model.setQuery({MatrixSort::Size, {}, MatrixGrouping::Image});
        QCOMPARE(shown.view.current(), place);
        shown.model.setQuery({MatrixSort::Size, QStringLiteral("no such thing"), MatrixGrouping::Image});
        QVERIFY(!shown.view.current());
    }

    void namesWhatIsUnderThePointer()
    {
        World world;
        Shown shown(world);
        world.clock.advance(Millis{3'000});
        const MatrixLayout& layout = shown.view.matrixLayout();
        const QString one = Digest::of("one").shortHex(8);
        const auto text = [&](int row, int column) {
            return shown.view.textAt(layout.hit(layout.cellRect(row, column).center()));
        };
        QCOMPARE(text(One, 0), QStringLiteral("layer %1 on eu-a-01: held, 3 s ago, only copy").arg(one));
        QCOMPARE(text(One, 1), QStringLiteral("layer %1 on eu-a-02: absent, 3 s ago").arg(one));
        QVERIFY(text(One, 2).startsWith(QStringLiteral("layer %1 on eu-b-01: unknown, ").arg(one)));
        QCOMPARE(shown.view.textAt(layout.hit({20, layout.rowTop(One) + 5})), Digest::of("one").toString());
        QCOMPARE(shown.view.textAt(layout.hit({20, layout.rowTop(0) + 5})), QStringLiteral("team/web:2.0"));
        QCOMPARE(shown.view.textAt(layout.hit({layout.columnLeft(1) + 4, 10})), NodeB);

        world.sample.tellNode(NodeA, NodeState::Gone, world.clock.now());
        world.fleet.flush();
        const auto row =
            shown.model.find({shown.model.shape().groups[0].image, 0,
                              *world.fleet.findLayer(Digest::of("one")), *world.fleet.findNode(NodeA)});
        QVERIFY(row);
        QCOMPARE(text(row->first, 0),
                 QStringLiteral("layer %1 on eu-a-01: unknown, node is gone, held when last seen, 3 s ago")
                     .arg(one));
        QCOMPARE(shown.view.textAt(layout.hit({layout.columnLeft(0) + 4, 10})),
                 QStringLiteral("eu-a-01: node is gone"));
    }

    void followsThePointer()
    {
        World world;
        Shown shown(world);
        QSignalSpy hovered(&shown.view, &MatrixView::hoveredChanged);
        QTest::mouseMove(shown.view.viewport(), shown.view.matrixLayout().cellRect(One, 1).center());
        QTRY_COMPARE(hovered.count(), 1);
        QCOMPARE(shown.view.hovered(), std::optional(shown.model.placeOf(One, 1)));
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, Qt::NoModifier,
                          shown.view.matrixLayout().cellRect(Two, 0).center());
        QCOMPARE(shown.view.currentCell(), std::optional(std::pair(Two, 0)));
    }

    void zoomsBetweenOnePixelAndWords()
    {
        World world;
        Shown shown(world);
        MatrixZoom zoom = shown.view.zoom();
        const auto cellWidth = [&] {
            return shown.view.matrixLayout().metrics().cellWidth;
        };
        int before = cellWidth();
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(&shown.view, Qt::Key_Minus);
            QVERIFY(cellWidth() < before || before == 1);
            before = cellWidth();
            QVERIFY(!shown.grab().isNull());
        }
        QCOMPARE(before, 1);
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(&shown.view, Qt::Key_Plus);
            QVERIFY(cellWidth() > before || before == 48);
            before = cellWidth();
            QVERIFY(!shown.grab().isNull());
        }
        QCOMPARE(before, 48);
        shown.view.setZoom(zoom);
        QCOMPARE(cellWidth(), 15);
    }

    void keepsWhatLiesUnderThePointerWhenItZooms()
    {
        World world;
        world.sample.plain(200, 400);
        Shown shown(world, {700, 500});
        shown.view.horizontalScrollBar()->setValue(900);
        shown.view.verticalScrollBar()->setValue(1500);
        const QPointF at(480, 333);
        const auto under = [&] {
            return shown.view.matrixLayout().hit(at.toPoint());
        };
        const MatrixHit before = under();
        for (const qreal size : {22.0, 34.0, 9.0, 5.0, 12.0, 30.0}) {
            MatrixZoom zoom = shown.view.zoom();
            zoom.setSize(size);
            shown.view.setZoom(zoom, at);
            QVERIFY2(qAbs(under().row - before.row) <= 1, qPrintable(QString::number(size)));
            QVERIFY(qAbs(under().column - before.column) <= 1);
        }
    }

    void fitsAllOfIt()
    {
        World world;
        world.sample.plain(120, 200);
        Shown shown(world, {900, 600});
        QVERIFY(shown.view.horizontalScrollBar()->maximum() > 0);
        QTest::keyClick(&shown.view, Qt::Key_0);
        QCOMPARE(shown.view.horizontalScrollBar()->maximum(), 0);
        QCOMPARE(shown.view.verticalScrollBar()->maximum(), 0);
        QVERIFY(shown.view.zoom().size() < MatrixZoom::Normal);
    }

    void selectsByKeysAndHeads()
    {
        World world;
        Shown shown(world);
        shown.view.setFocus();
        shown.view.setCurrentCell(None, 0);
        QVERIFY(shown.view.selection().isOneCell());
        QTest::keyClick(&shown.view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&shown.view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(shown.view.selection(), (MatrixBlock{{None, One + 1}, {0, 2}}));
        QVERIFY(!shown.grab().isNull());
        // What is selected stays selected when rows come in another order.
        shown.model.setQuery({MatrixSort::Name, {}, MatrixGrouping::Image});
        QCOMPARE(shown.view.selection().columns, (MatrixRange{0, 2}));
        QTest::keyClick(&shown.view, Qt::Key_Space, Qt::ShiftModifier);
        QCOMPARE(shown.view.selection().columns, (MatrixRange{0, 3}));
        QCOMPARE(shown.view.selection().rows.count(), 1);
        QTest::keyClick(&shown.view, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(shown.view.selection().rows, (MatrixRange{0, 4}));
        QCOMPARE(shown.view.selection().columns.count(), 1);
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QVERIFY(shown.view.selection().isOneCell());
        const MatrixLayout& layout = shown.view.matrixLayout();
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, {40, layout.rowTop(0) + 8});
        QCOMPARE(shown.view.selection(), (MatrixBlock{{1, 4}, {0, 3}}));
    }

    void headsTellWhatWasPressed()
    {
        World world;
        Shown shown(world);
        QSignalSpy nodes(&shown.view, &MatrixView::nodeClicked);
        QSignalSpy zones(&shown.view, &MatrixView::zoneClicked);
        const MatrixLayout& layout = shown.view.matrixLayout();
        const int head = layout.metrics().headHeight;
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, {layout.columnLeft(1) + 5, head - 8});
        QCOMPARE(nodes.count(), 1);
        QCOMPARE(nodes[0][0].value<NodeId>(), *world.fleet.findNode(NodeB));
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, {layout.columnLeft(2) + 5, 8});
        QCOMPARE(zones.count(), 1);
        QCOMPARE(zones[0][0].toString(), QStringLiteral("eu-b"));
    }

    void marksWhatWouldBeLostAndWhatChanged()
    {
        World world;
        Shown shown(world);
        MatrixOverlay overlay;
        overlay.going = {*world.fleet.findNode(NodeA)};
        overlay.lost.add(world.fleet.findLayer(Digest::of("one"))->value);
        overlay.mayBeLost.add(world.fleet.findLayer(Digest::of("two"))->value);
        overlay.since = std::make_shared<const PresenceSets>(world.fleet.presences());
        shown.view.setOverlay(overlay);
        QVERIFY(shown.colors(One, 0).contains(world.theme.color(Token::Critical).rgb()));
        QVERIFY(shown.colors(Two, 0).contains(world.theme.color(Token::Warning).rgb()));
        QVERIFY(!shown.colors(Two, 1).contains(world.theme.color(Token::Warning).rgb()));
        QVERIFY(shown.view.cellName(One, 0).endsWith(QStringLiteral("would be lost")));
        world.clock.advance(Millis{10});
        world.tell(NodeB, "two", Presence::Absent);
        world.tell(NodeB, "one", Presence::Held);
        world.fleet.flush();
        const auto nameOf = [&](const char* layer) {
            const auto at =
                shown.model.find({shown.model.shape().groups[0].image, 0,
                                  *world.fleet.findLayer(Digest::of(layer)), *world.fleet.findNode(NodeB)});
            return shown.view.cellName(at->first, at->second);
        };
        QVERIFY(nameOf("two").endsWith(QStringLiteral("dropped since then")));
        QVERIFY(nameOf("one").endsWith(QStringLiteral("gained since then")));
        QVERIFY(!shown.grab().isNull());
    }

    void showsEachLayerOnceWithoutGroups()
    {
        World world;
        PlatformImage platform;
        platform.layers = {SampleFleet::layer(QStringLiteral("one"), 1'000'000),
                           SampleFleet::layer(QStringLiteral("new"), 9'000'000)};
        world.sample.tellImages(
            {SampleFleet::image(QStringLiteral("team/api"), QStringLiteral("1.0"), {platform})});
        world.fleet.flush();
        Shown shown(world);
        shown.view.setCurrentCell(One, 0);
        const auto place = shown.view.current();
        shown.model.setQuery({MatrixSort::Risk, {}, MatrixGrouping::None});
        QCOMPARE(shown.model.rowCount(), 4);
        QVERIFY(shown.view.current() && shown.view.current()->layer == place->layer);
        QVERIFY(!shown.grab().isNull());
    }

    void isATableToAssistiveTechnology()
    {
        World world;
        Shown shown(world);
        shown.view.setFocus();
        QAccessibleInterface* table = QAccessible::queryAccessibleInterface(&shown.view);
        QVERIFY(table);
        QCOMPARE(table->role(), QAccessible::Table);
        QVERIFY(!table->text(QAccessible::Name).isEmpty());
        QVERIFY(table->tableInterface());
        QCOMPARE(table->tableInterface()->rowCount(), 4);
        QCOMPARE(table->tableInterface()->columnCount(), 3);
        QCOMPARE(table->childCount(), 12);
        QCOMPARE(table->tableInterface()->columnDescription(1), NodeB);
        for (int i = 0; i < table->childCount(); ++i) {
            QAccessibleInterface* cell = table->child(i);
            QVERIFY(cell && cell->isValid());
            QVERIFY(!cell->text(QAccessible::Name).isEmpty());
            QCOMPARE(cell->parent(), table);
            QCOMPARE(table->indexOfChild(cell), i);
        }
        QAccessibleInterface* head = table->tableInterface()->cellAt(0, 0);
        QCOMPARE(head->text(QAccessible::Name), QStringLiteral("image team/web:2.0"));
        QCOMPARE(head->tableCellInterface()->columnExtent(), 3);
        QAccessibleInterface* one = table->tableInterface()->cellAt(One, 0);
        QCOMPARE(one->text(QAccessible::Name), QStringLiteral("layer %1 on eu-a-01: held, 0 s ago, only copy")
                                                   .arg(Digest::of("one").shortHex(8)));
        QVERIFY(!one->state().selected);
        shown.view.setCurrentCell(One, 0);
        QVERIFY(one->state().selected);
        QCOMPARE(table->tableInterface()->selectedCellCount(), 1);
        QVERIFY(!table->tableInterface()->cellAt(9, 0));
        QVERIFY(!table->child(12));
        // Cells of a former shape are not given out again.
        shown.model.setQuery({MatrixSort::Name, QStringLiteral("node:eu-a"), MatrixGrouping::Image});
        QCOMPARE(table->childCount(), 8);
        QVERIFY(table->child(7)->isValid());
    }

    void holdsAtLargeSizes_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("layers");
        QTest::newRow("48 x 120") << 48 << 120;
        QTest::newRow("500 x 2000") << 500 << 2000;
        QTest::newRow("no node") << 0 << 10;
        QTest::newRow("no layer") << 3 << 0;
    }

    void holdsAtLargeSizes()
    {
        QFETCH(int, nodes);
        QFETCH(int, layers);
        ManualClock clock;
        Fleet fleet(clock);
        SampleFleet(fleet).plain(nodes, layers);
        const Theme theme = Theme::builtIn(QStringLiteral("light"));
        MatrixModel model(fleet);
        MatrixView view(model, clock, theme);
        view.resize(900, 600);
        view.show();
        QCOMPARE(model.columnCount(), nodes);
        QCOMPARE(model.rowCount(), layers + (layers + 9) / 10);
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
        QVERIFY(!view.grab().isNull());
        QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(view.verticalScrollBar()->value() <= view.matrixLayout().metrics().imageHead, true);
        QCOMPARE(view.current().has_value(), nodes > 0 && layers > 0);
    }
};

QTEST_MAIN(TestMatrixView)
#include "tst_matrixview.moc"
