// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/PlacementFilter.h"
#include "tests/support/ManualClock.h"
#include "tests/views/placement/SampleFleet.h"
#include "views/placement/MatrixWindow.h"

using namespace stowage;
using namespace stowage::test;

namespace {

struct World
{
    ManualClock clock;
    Fleet fleet{clock};
    SampleFleet sample{fleet};
};

int wholeNodes(MatrixModel& model, int row)
{
    if (model.isWholeOld(row)) {
        model.countWhole(row);
    }
    return model.wholeNodes(row).value_or(-1);
}

/// The matrix as text: a line a row, "#" held, "O" sole, "." absent, "?" unknown, "x" down, upper half stale
/// as "+".
QString picture(MatrixModel& model)
{
    QString text;
    for (int row = 0; row < model.rowCount(); ++row) {
        const MatrixLayer* layer = model.layerOf(row);
        text += layer ? layer->digest.shortHex(8) + QLatin1Char(' ') : model.groupOf(row).reference;
        for (int column = 0; layer && column < model.columnCount(); ++column) {
            static const char looks[] = {'.', '#', 'O', '?', 'x'};
            const MatrixCell cell = model.cell(row, column);
            text += QLatin1Char(cell.isStale() ? '+' : looks[static_cast<int>(cell.look())]);
        }
        text += layer ? QStringLiteral(" %1\n").arg(layer->held)
                      : QStringLiteral(" %1 whole\n").arg(wholeNodes(model, row));
    }
    return text;
}

QStringList heads(const MatrixModel& model)
{
    QStringList references;
    for (const MatrixGroup& group : model.shape().groups) {
        references << group.reference;
    }
    return references;
}

QStringList labels(const MatrixModel& model)
{
    QStringList all;
    for (const MatrixColumn& column : model.shape().columns) {
        all << column.label;
    }
    return all;
}

/// Two images that share a layer, on three nodes.
void fillSmall(World& world)
{
    PlatformImage web;
    web.layers = {SampleFleet::layer(QStringLiteral("shared"), 100),
                  SampleFleet::layer(QStringLiteral("web"), 900)};
    PlatformImage api;
    api.layers = {SampleFleet::layer(QStringLiteral("shared"), 100),
                  SampleFleet::layer(QStringLiteral("api"), 500)};
    world.sample.tellImages({SampleFleet::image(QStringLiteral("team/web"), QStringLiteral("2.0"), {web}),
                             SampleFleet::image(QStringLiteral("team/api"), QStringLiteral("1.1"), {api})});
    world.sample.tellStatus(world.sample.fine(QStringLiteral("peers"), QStringLiteral("spegel")));
    const Timestamp now = world.clock.now();
    for (const QString& node :
         {QStringLiteral("eu-a-01"), QStringLiteral("eu-a-02"), QStringLiteral("eu-b-01")}) {
        world.sample.tellNode(node, NodeState::Live, now);
        for (const QString& layer :
             {QStringLiteral("shared"), QStringLiteral("web"), QStringLiteral("api")}) {
            const bool held = layer != QStringLiteral("web") || node == QStringLiteral("eu-a-02");
            world.sample.tellCell(node, Digest::of(layer.toUtf8()), held ? Presence::Held : Presence::Absent,
                                  now);
        }
    }
    world.fleet.flush();
}

} // namespace

class TestMatrixModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsLayersUnderImages()
    {
        World world;
        fillSmall(world);
        MatrixModel model(world.fleet);
        const QString shared = Digest::of("shared").shortHex(8);
        const QString web = Digest::of("web").shortHex(8);
        const QString api = Digest::of("api").shortHex(8);
        // Most at risk first: web has a layer with one copy; no manifest was asked for, so no node is whole.
        QCOMPARE(picture(model), QStringLiteral("team/web:2.0 0 whole\n"
                                                "%1 .O. 1\n"
                                                "%2 ### 3\n"
                                                "team/api:1.1 0 whole\n"
                                                "%3 ### 3\n"
                                                "%2 ### 3\n")
                                     .arg(web, shared, api));
        QCOMPARE(labels(model),
                 QStringList({QStringLiteral("01"), QStringLiteral("02"), QStringLiteral("01")}));
        QCOMPARE(model.shape().zones.size(), size_t(2));
        QCOMPARE(model.shape().largest, 900);
    }

    void aNodeThatIsGoneIsDownAndItsCopiesDoNotCount()
    {
        World world;
        fillSmall(world);
        MatrixModel model(world.fleet);
        world.sample.tellNode(QStringLiteral("eu-b-01"), NodeState::Gone, world.clock.now());
        world.sample.tellNode(QStringLiteral("eu-a-02"), NodeState::Unable, world.clock.now());
        world.fleet.flush();
        const QString text = picture(model);
        QVERIFY2(text.contains(Digest::of("shared").shortHex(8) + QStringLiteral(" Oxx 1")),
                 qPrintable(text));
        QVERIFY2(text.contains(Digest::of("web").shortHex(8) + QStringLiteral(" .xx 0")), qPrintable(text));
    }

    void cellsGrowOld()
    {
        World world;
        fillSmall(world);
        MatrixModel model(world.fleet);
        world.clock.advance(Millis{31'000});
        world.fleet.judgeAges();
        world.fleet.flush();
        QVERIFY(picture(model).contains(Digest::of("shared").shortHex(8) + QStringLiteral(" +++ 3")));
    }

    void platformsHaveHeads()
    {
        World world;
        PlatformImage amd;
        amd.platform = QStringLiteral("linux/amd64");
        amd.layers = {SampleFleet::layer(QStringLiteral("shared"), 1),
                      SampleFleet::layer(QStringLiteral("amd"), 2)};
        PlatformImage arm;
        arm.platform = QStringLiteral("linux/arm64/v8");
        arm.layers = {SampleFleet::layer(QStringLiteral("shared"), 1),
                      SampleFleet::layer(QStringLiteral("arm"), 2)};
        world.sample.tellImages({SampleFleet::image(QStringLiteral("a"), QStringLiteral("1"), {amd, arm})});
        world.fleet.flush();
        const MatrixModel model(world.fleet);
        using enum MatrixRowKind;
        std::vector<MatrixRowKind> kinds;
        for (const MatrixRow& row : model.shape().rows) {
            kinds.push_back(row.kind);
        }
        QCOMPARE(kinds, (std::vector<MatrixRowKind>{Image, Platform, Layer, Layer, Platform, Layer, Layer}));
        QCOMPARE(model.shape().groups[0].platforms, QStringList({amd.platform, arm.platform}));
        QCOMPARE(model.shape().layers.size(), size_t(3));
    }

    void sorts()
    {
        World world;
        fillSmall(world);
        MatrixModel model(world.fleet);
        const QStringList apiFirst = {QStringLiteral("team/api:1.1"), QStringLiteral("team/web:2.0")};
        const QStringList webFirst = {apiFirst[1], apiFirst[0]};
        QCOMPARE(heads(model), webFirst);
        model.setQuery({MatrixSort::Name, {}, MatrixGrouping::Image});
        QCOMPARE(heads(model), apiFirst);
        model.setQuery({MatrixSort::Size, {}, MatrixGrouping::Image});
        QCOMPARE(heads(model), webFirst);
        QCOMPARE(model.layerOf(1)->bytes, 900);
    }

    void riskDecidesTheOrderAsItChanges()
    {
        World world;
        fillSmall(world);
        MatrixModel model(world.fleet);
        QSignalSpy rebuilt(&model, &MatrixModel::rebuilt);
        for (const QString& node :
             {QStringLiteral("eu-a-01"), QStringLiteral("eu-a-02"), QStringLiteral("eu-b-01")}) {
            world.sample.tellCell(node, Digest::of("api"), Presence::Absent, world.clock.now() + Millis{1});
        }
        world.clock.advance(Millis{200});
        world.fleet.flush();
        QCOMPARE(rebuilt.count(), 1);
        QCOMPARE(heads(model).first(), QStringLiteral("team/api:1.1"));
    }

    void nothingIsToldWhenNothingLooksOtherwise()
    {
        World world;
        fillSmall(world);
        MatrixModel model(world.fleet);
        QSignalSpy changed(&model, &MatrixModel::changed);
        QSignalSpy rebuilt(&model, &MatrixModel::rebuilt);
        world.clock.advance(Millis{1000});
        world.sample.tellCell(QStringLiteral("eu-a-01"), Digest::of("api"), Presence::Held,
                              world.clock.now());
        world.fleet.flush();
        QCOMPARE(changed.count() + rebuilt.count(), 0);
    }

    void findsItsPlacesAgain()
    {
        World world;
        fillSmall(world);
        MatrixModel model(world.fleet);
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; model.layerOf(row) && column < model.columnCount(); ++column) {
                QCOMPARE(model.find(model.placeOf(row, column)), std::optional(std::pair(row, column)));
            }
        }
        const MatrixPlace place = model.placeOf(1, 2);
        model.setQuery({MatrixSort::Name, {}, MatrixGrouping::Image});
        QCOMPARE(model.find(place), std::optional(std::pair(5, 2)));
        model.setQuery({MatrixSort::Name, QStringLiteral("api"), MatrixGrouping::Image});
        QCOMPARE(model.find(place), (std::optional<std::pair<int, int>>()));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QStringList>("images");
        QTest::addColumn<int>("layers");
        QTest::addColumn<int>("columns");
        const QString web = QStringLiteral("team/web:2.0");
        const QString api = QStringLiteral("team/api:1.1");
        const QString shared = Digest::of("shared").toString();
        QTest::newRow("none") << QString() << QStringList({web, api}) << 4 << 3;
        QTest::newRow("spaces") << QStringLiteral("  ") << QStringList({web, api}) << 4 << 3;
        QTest::newRow("repository") << QStringLiteral("WEB") << QStringList({web}) << 2 << 3;
        QTest::newRow("tag") << QStringLiteral("1.1") << QStringList({api}) << 2 << 3;
        QTest::newRow("digest") << shared.mid(7, 8) << QStringList({web, api}) << 2 << 3;
        QTest::newRow("whole digest") << shared << QStringList({web, api}) << 2 << 3;
        QTest::newRow("image and digest")
            << QStringLiteral("api digest:") + shared.mid(7, 2) << QStringList({api}) << 1 << 3;
        QTest::newRow("bare node") << QStringLiteral("eu-a-02") << QStringList({web, api}) << 4 << 1;
        QTest::newRow("node") << QStringLiteral("node:01") << QStringList({web, api}) << 4 << 2;
        QTest::newRow("zone") << QStringLiteral("zone:eu-a web") << QStringList({web}) << 2 << 2;
        QTest::newRow("nothing") << QStringLiteral("nowhere") << QStringList() << 0 << 3;
        QTest::newRow("one copy") << QStringLiteral("copies<2") << QStringList({web}) << 1 << 3;
        QTest::newRow("large") << QStringLiteral("bytes>=500 node:eu-b-01") << QStringList({web, api}) << 2
                               << 1;
        QTest::newRow("layers and nodes")
            << QStringLiteral("repository:team copies<2 node:eu-b") << QStringList({web}) << 1 << 1;
        QTest::newRow("words of both") << QStringLiteral("web eu-b-01") << QStringList({web}) << 2 << 1;
        QTest::newRow("either zone") << QStringLiteral("(zone:eu-b or node:02) held>=3")
                                     << QStringList({web, api}) << 3 << 2;
        QTest::newRow("not a node") << QStringLiteral("not node:01") << QStringList({web, api}) << 4 << 1;
        QTest::newRow("quoted") << QStringLiteral("tag=\"2.0\"") << QStringList({web}) << 2 << 3;
        QTest::newRow("no filter of one kind")
            << QStringLiteral("web or node:01") << QStringList({web, api}) << 4 << 3;
        QTest::newRow("not a filter") << QStringLiteral("node:") << QStringList({web, api}) << 4 << 3;
    }

    void aTermIsOfLayersOrOfNodes()
    {
        World world;
        fillSmall(world);
        for (const char* const mixed : {"web or node:01", "not (copies<2 node:a)", "(zone:a or bytes>1)"}) {
            const auto filter = PlacementFilter::parse(QString::fromLatin1(mixed), world.fleet);
            QVERIFY2(!filter, mixed);
            QCOMPARE(filter.error().kind, ErrorKind::Usage);
            QVERIFY(!filter.error().todo.isEmpty());
        }
        const auto filter = PlacementFilter::parse(QStringLiteral("copies<2 node:eu-b"), world.fleet);
        QVERIFY(filter && !filter->isForAllNodes());
        const auto matches = [&](const char* layer) {
            return filter->matches(world.fleet, world.fleet.layer(*world.fleet.findLayer(Digest::of(layer))));
        };
        QVERIFY(matches("web"));
        QVERIFY(!matches("api"));
    }

    void filters()
    {
        QFETCH(QString, filter);
        World world;
        fillSmall(world);
        MatrixModel model(world.fleet);
        model.setQuery({MatrixSort::Risk, filter, MatrixGrouping::Image});
        QTEST(heads(model), "images");
        const auto isLayer = [](const MatrixRow& row) {
            return row.kind == MatrixRowKind::Layer;
        };
        QTEST(static_cast<int>(std::ranges::count_if(model.shape().rows, isLayer)), "layers");
        QTEST(model.columnCount(), "columns");
    }

    void shortensNodeNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("shared");
        QTest::addColumn<QString>("label");
        const auto row = [](const char* name, const char* zone, const char* shared, const char* label) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(zone)
                                << QString::fromLatin1(shared) << QString::fromLatin1(label);
        };
        row("eu-b-17", "eu-b", "eu-b-", "17");
        row("n12", "a", "", "n12");
        row("node-3", "eu-b", "node-", "3");
        row("eu-b17", "eu-b", "", "eu-b17");
        row("eu-b", "eu-b", "", "eu-b");
        row("eu-b-", "eu-b", "", "eu-b-");
        row("ip-10-3-4-5.internal", "z", "ip-10-3-", "4-5.internal");
        row("plain", "", "", "plain");
    }

    void shortensNodeNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, zone);
        QFETCH(QString, shared);
        QTEST(shortNodeLabel(name, zone, shared), "label");
    }

    void ordersNodesByNumber()
    {
        World world;
        for (const char* name : {"z-10", "z-9", "nozone", "z-1"}) {
            world.sample.tellNode(QString::fromLatin1(name), NodeState::Live, world.clock.now());
        }
        world.fleet.flush();
        const MatrixModel model(world.fleet);
        QCOMPARE(labels(model), QStringList({QStringLiteral("1"), QStringLiteral("9"), QStringLiteral("10"),
                                             QStringLiteral("nozone")}));
    }

    void followsOnlyWhileLookedAt()
    {
        World world;
        fillSmall(world);
        MatrixModel model(world.fleet);
        model.setActive(false);
        QSignalSpy changed(&model, &MatrixModel::changed);
        QSignalSpy rebuilt(&model, &MatrixModel::rebuilt);
        world.sample.tellNode(QStringLiteral("eu-b-01"), NodeState::Gone, world.clock.now());
        world.fleet.flush();
        QCOMPARE(changed.count() + rebuilt.count(), 0);
        model.setActive(true);
        QCOMPARE(rebuilt.count(), 1);
        QCOMPARE(model.column(2).state, NodeState::Gone);
    }

    void theWindowShowsWhatTheCellsAre()
    {
        World world;
        world.sample.plain(12, 40);
        MatrixModel model(world.fleet);
        model.setQuery({MatrixSort::Risk, {}, MatrixGrouping::Image});
        MatrixWindow window(model);
        std::mt19937 random(7);
        const auto below = [&random](int end) {
            return static_cast<int>(random() % static_cast<unsigned>(end));
        };
        connect(&model, &MatrixModel::rebuilt, this, [&] { window.reread(); });
        connect(&model, &MatrixModel::changed, this, [&](const MatrixChange& change) {
            change.layers.empty() ? window.reread(change.columns) : window.reread();
        });
        for (int step = 0; step < 300; ++step) {
            if (step % 3 == 0) {
                changeSomething(world, below);
                world.fleet.judgeAges();
                world.fleet.flush();
            }
            const int row = below(model.rowCount());
            const int column = below(model.columnCount());
            const MatrixRange rows{row, row + 1 + below(model.rowCount() - row)};
            const MatrixRange columns{column, column + 1 + below(model.columnCount() - column)};
            window.show(rows, columns);
            for (int at = rows.first; at < rows.end; ++at) {
                const MatrixLayer* layer = model.layerOf(at);
                const auto shown = window.cells(at);
                QCOMPARE(shown.size(), layer ? static_cast<size_t>(columns.count()) : 0U);
                for (int i = columns.first; layer && i < columns.end; ++i) {
                    const MatrixColumn& node = model.column(i);
                    const Cell cell = world.fleet.cell(layer->id, node.node);
                    const bool isStale =
                        cell.presence != Presence::Unknown && cell.freshness != Freshness::Live;
                    const MatrixCell wanted =
                        toMatrixCell({cell.presence, isStale}, isDown(node.state), layer->held == 1);
                    QCOMPARE(shown[static_cast<size_t>(i - columns.first)].value, wanted.value);
                    QCOMPARE(model.cell(at, i).value, wanted.value);
                }
            }
        }
        QVERIFY(window.cells(model.rowCount() + 5).empty());
    }

    void incrementalEqualsRebuilt_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<QString>("filter");
        for (int seed = 1; seed <= 4; ++seed) {
            QTest::addRow("seed %d", seed) << seed << QString();
            QTest::addRow("seed %d, filtered", seed) << seed << QStringLiteral("app-1 zone:b");
        }
    }

    void incrementalEqualsRebuilt()
    {
        QFETCH(int, seed);
        QFETCH(QString, filter);
        World world;
        world.sample.plain(12, 40);
        MatrixModel model(world.fleet);
        model.setQuery({MatrixSort::Risk, filter, MatrixGrouping::Image});
        std::mt19937 random(static_cast<unsigned>(seed));
        const auto below = [&random](int end) {
            return static_cast<int>(random() % static_cast<unsigned>(end));
        };
        for (int step = 0; step < 120; ++step) {
            for (int i = below(6); i >= 0; --i) {
                changeSomething(world, below);
            }
            world.fleet.judgeAges();
            world.fleet.flush();
            MatrixModel fresh(world.fleet);
            fresh.setQuery(model.query());
            model.settle();
            QCOMPARE(picture(model), picture(fresh));
            QVERIFY(model.shape() == fresh.shape());
        }
    }

private:
    template <class Below>
    static void changeSomething(World& world, const Below& below)
    {
        static const QString zones[] = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        const QString node =
            QStringLiteral("%1-%2").arg(zones[below(3)]).arg(1 + below(5), 2, 10, QLatin1Char('0'));
        const Timestamp now = world.clock.now();
        const int what = below(100);
        if (what < 60) {
            const Digest digest = Digest::of(QStringLiteral("layer %1").arg(below(45)).toUtf8());
            world.sample.tellCell(node, digest, static_cast<Presence>(below(3)), now);
        } else if (what < 75) {
            const NodeState states[] = {NodeState::Live, NodeState::Live, NodeState::Gone, NodeState::Unable};
            world.sample.tellNode(node, states[below(4)], now);
        } else if (what < 80) {
            PlatformImage platform;
            for (int i = below(5); i >= 0; --i) {
                platform.layers.push_back(
                    SampleFleet::layer(QStringLiteral("layer %1").arg(below(50)), 1000));
            }
            const QString name = QStringLiteral("team/app-%1").arg(below(6));
            world.sample.tellImages({SampleFleet::image(name, QStringLiteral("1.0"), {platform})});
        } else if (what < 84) {
            Delta delta;
            delta.source = below(2) == 0 ? QStringLiteral("peers") : QStringLiteral("registry-1");
            delta.generation = 1;
            delta.at = now;
            if (delta.source == QStringLiteral("peers")) {
                delta.removedNodes = {node};
            } else {
                delta.removedImages = {
                    {delta.source, QStringLiteral("team/app-%1").arg(below(6)), QStringLiteral("1.0")}};
            }
            world.fleet.apply(delta);
        } else {
            world.clock.advance(Millis{below(9000)});
        }
    }
};

QTEST_GUILESS_MAIN(TestMatrixModel)
#include "tst_matrixmodel.moc"
