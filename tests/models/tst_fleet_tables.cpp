// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/ImageModel.h"
#include "models/fleet/LayerModel.h"
#include "models/fleet/NodeModel.h"
#include "models/fleet/PlacementTableModel.h"
#include "models/fleet/RiskModel.h"
#include "models/fleet/SourceModel.h"
#include "tests/models/RandomFleet.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

namespace {

using Make = std::function<std::unique_ptr<EntityTableModel>(const Fleet&)>;

template <class Model>
Make maker()
{
    return [](const Fleet& fleet) {
        return std::make_unique<Model>(fleet);
    };
}

const std::vector<std::pair<const char*, Make>> Makers{
    {"nodes", maker<NodeModel>()},   {"images", maker<ImageModel>()},
    {"layers", maker<LayerModel>()}, {"sources", maker<SourceModel>()},
    {"risks", maker<RiskModel>()},   {"placement", maker<PlacementTableModel>()},
};

QStringList cellsOf(const EntityTableModel& model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            cells << model.index(row, column).data().toString();
        }
        rows << cells.join(u" | "_s);
    }
    return rows;
}

QString cell(const EntityTableModel& model, int row, const QString& column)
{
    return model.index(row, model.columnOf(column)).data().toString();
}

} // namespace

/// The tables of the fleet.
class TestFleetTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followTheFleet_data()
    {
        QTest::addColumn<int>("maker");
        QTest::addColumn<QString>("sort");
        QTest::addColumn<QString>("filter");
        const auto row = [](int maker, const char* sort, const char* filter) {
            QTest::addRow("%s by %s where %s", Makers.at(size_t(maker)).first, sort, filter)
                << maker << QString::fromLatin1(sort) << QString::fromLatin1(filter);
        };
        row(0, "name", "");
        row(0, "-layers", "state!=gone");
        row(0, "age", "age<20s");
        row(1, "tag", "");
        row(1, "-nodesWhole", "layers>2");
        row(1, "-age", "repository:image");
        row(2, "digest", "");
        row(2, "-held", "held>1 or single:n1");
        row(3, "id", "");
        row(4, "-weight", "");
        row(4, "node", "unknown>1");
        row(5, "held", "");
        row(5, "image", "held:n2 or absent:n3");
    }

    void followTheFleet()
    {
        QFETCH(int, maker);
        QFETCH(QString, sort);
        QFETCH(QString, filter);
        RandomFleet random(static_cast<unsigned>(maker) + 1);
        const Make& make = Makers.at(size_t(maker)).second;
        const auto prepare = [&](const Fleet& fleet) {
            auto model = make(fleet);
            if (!filter.isEmpty()) {
                model->setFilter(model->parseFilter(filter).value());
            }
            if (!model->sortBy(sort)) {
                model.reset();
            }
            return model;
        };
        const auto model = prepare(random.fixture.fleet);
        QVERIFY(model);
        QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto filterExpression = model->filter();
        for (int step = 0; step < 800; ++step) {
            random.step();
            if (step % 7 == 0) {
                // In the middle of an interval, when the tables are ahead of what was told.
                model->setFilter({});
                model->setFilter(filterExpression);
            }
            if (step % 5 == 0) {
                random.fixture.fleet.flush();
                model->refreshAges();
                QCOMPARE(cellsOf(*model), cellsOf(*prepare(random.fixture.fleet)));
            }
        }
    }

    void nodeThatIsGoneHoldsAnUnknownAmount()
    {
        FleetFixture f;
        const NodeModel model(f.fleet);
        f.nodes({f.node(u"n1"_s), f.node(u"n2"_s, NodeState::Gone)});
        f.images({f.image(u"api:1"_s, {u"a"_s, u"b"_s})});
        f.cells(u"n1"_s, u"+a +b"_s);
        f.fleet.flush();
        QCOMPARE(cellsOf(model),
                 QStringList({u"n1 | a | live |  | 2 | 200 B | peers | 0 s |  | 0 s | – | – | 0"_s,
                              u"n2 | a | gone |  | unknown | unknown | peers | 0 s |  | 0 s | – | – | 4"_s}));
        QCOMPARE(model.index(1, 0).data(EntityTableModel::StateRole).toString(), u"gone"_s);
    }

    void riskSaysThatItMayBeLess()
    {
        FleetFixture f;
        const RiskModel model(f.fleet);
        f.nodes({f.node(u"n1"_s), f.node(u"n2"_s), f.node(u"n3"_s)});
        f.images({f.image(u"api:1"_s, {u"a"_s, u"b"_s, u"c"_s, u"d"_s}), f.image(u"api:2"_s, {u"b"_s})});
        f.cells(u"n1"_s, u"+a -b +c"_s);
        f.cells(u"n2"_s, u"-a -b +c"_s);
        f.fleet.flush();
        // b weighs twice and has no known copy; c has two; d was never asked for.
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.layerAt(0), f.layerNamed(u"b"_s).id);
        QCOMPARE(cell(model, 0, u"risk"_s), u"no copy"_s);
        QCOMPARE(cell(model, 1, u"risk"_s), u"one copy"_s);
        QCOMPARE(cell(model, 1, u"node"_s), u"n1, 1 unknown"_s);
        QCOMPARE(cell(model, 1, u"unknown"_s), u"1: n3"_s);
    }

    void placementNamesWhoHoldsWhat()
    {
        FleetFixture f;
        const PlacementTableModel model(f.fleet);
        f.nodes({f.node(u"n1"_s), f.node(u"n2"_s), f.node(u"n3"_s)});
        f.images({f.image(u"api:1"_s, {u"a"_s}), f.image(u"web:1"_s, {u"a"_s})});
        f.cells(u"n1"_s, u"+a"_s);
        f.cells(u"n2"_s, u"-a"_s);
        f.fleet.flush();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 1, u"image"_s), u"web:1"_s);
        QCOMPARE(cell(model, 1, u"platforms"_s), u"linux/amd64"_s);
        QCOMPARE(cell(model, 1, u"held"_s), u"1: n1"_s);
        QCOMPARE(cell(model, 1, u"absent"_s), u"1: n2"_s);
        QCOMPARE(cell(model, 1, u"unknown"_s), u"1: n3"_s);
        QCOMPARE(cell(model, 1, u"single"_s), u"n1, 1 unknown"_s);
        QCOMPARE(model.index(1, 0).data(EntityTableModel::StateRole).toString(), u"single"_s);
        QCOMPARE(model.imageAt(1), *f.fleet.findImage({u"reg"_s, u"web"_s, u"1"_s}));
    }

    void sourceTellsItsErrorAndCoverage()
    {
        FleetFixture f;
        const SourceModel model(f.fleet);
        SourceStatus status;
        status.id = u"reg"_s;
        status.kind = u"registry"_s;
        status.state = Freshness::Live;
        status.lastAnswer = f.clock.now();
        status.coverage = Coverage{false, {u"team/api: HTTP 500"_s}};
        status.error = Error{ErrorKind::ServerFault, u"HTTP 500"_s, u"reg, team/api"_s, {}, {}};
        Delta delta = f.from(u"reg"_s);
        delta.status = status;
        f.fleet.apply(delta);
        f.fleet.flush();
        QCOMPARE(cell(model, 0, u"state"_s), u"live"_s);
        QCOMPARE(cell(model, 0, u"coverage"_s), u"1 not seen"_s);
        QCOMPARE(cell(model, 0, u"error"_s), u"reg, team/api: HTTP 500"_s);
        QCOMPARE(model.index(0, model.columnOf(u"coverage"_s)).data(EntityTableModel::SortRole).toString(),
                 u"team/api: HTTP 500"_s);
    }
};

QTEST_GUILESS_MAIN(TestFleetTables)
#include "tst_fleet_tables.moc"
