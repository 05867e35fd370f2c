// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/EntityTableModel.h"
#include "models/table/TableUpdate.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace stowage;
using namespace Qt::StringLiterals;

namespace {

/// A table of numbered things that the test sets by hand.
class Things final : public EntityTableModel
{
public:
    std::map<RowId, qint64> values;
    mutable int asked = 0;

    Things()
    {
        begin({Column::ofText(u"name"_s, u"Name"_s, [](RowId id) { return u"t%1"_s.arg(id); }),
               Column::ofNumber(u"bytes"_s, u"Size"_s, Unit::Bytes, [this](RowId id) { return valueOf(id); })
                   .orElse(u"not weighed"_s),
               Column::ofNumber(u"age"_s, u"Age"_s, Unit::Age, [this](RowId id) { return valueOf(id); })});
    }

    /// Things with these ids come, or change when they are there.
    void put(const std::vector<RowId>& ids, qint64 value)
    {
        Changes<RowId> changes;
        for (const RowId id : ids) {
            (values.contains(id) ? changes.changed : changes.added).push_back(id);
            values[id] = value;
        }
        applyChanges(changes);
    }

    void take(const std::vector<RowId>& ids)
    {
        for (const RowId id : ids) {
            values.erase(id);
        }
        applyChanges({{}, {}, ids});
    }

    std::vector<RowId> shown() const
    {
        std::vector<RowId> ids;
        for (int row = 0; row < rowCount(); ++row) {
            ids.push_back(rowId(row));
        }
        return ids;
    }

    using EntityTableModel::applyChanges;

protected:
    std::vector<RowId> allRows() const override
    {
        std::vector<RowId> ids;
        for (const auto& [id, value] : values) {
            ids.push_back(id);
        }
        return ids;
    }
    QString state(RowId id) const override { return id == 1 ? u"first"_s : u"other"_s; }
    std::optional<Millis> age(RowId) const override { return Millis{7}; }

private:
    /// Negative stands for "not known".
    std::optional<qint64> valueOf(RowId id) const
    {
        ++asked;
        const auto found = values.find(id);
        return found == values.end() || found->second < 0 ? std::nullopt : std::optional(found->second);
    }
};

using Ids = std::vector<RowId>;

/// "first-last" of each emission, for rows given in the last two int arguments or as indexes.
QStringList ranges(const QSignalSpy& spy)
{
    QStringList all;
    for (const QList<QVariant>& arguments : spy) {
        const bool isData = arguments.first().metaType() == QMetaType::fromType<QModelIndex>() &&
                            arguments.at(1).metaType() == QMetaType::fromType<QModelIndex>();
        all << (isData ? u"%1-%2"_s.arg(arguments.at(0).toModelIndex().row())
                             .arg(arguments.at(1).toModelIndex().row())
                       : u"%1-%2"_s.arg(arguments.at(1).toInt()).arg(arguments.at(2).toInt()));
    }
    return all;
}

/// Watches what a table tells, and that it keeps the rules of models.
struct Watch
{
    explicit Watch(Things& things)
        : tester(&things, QAbstractItemModelTester::FailureReportingMode::Fatal),
          changed(&things, &QAbstractItemModel::dataChanged),
          inserted(&things, &QAbstractItemModel::rowsInserted),
          removed(&things, &QAbstractItemModel::rowsRemoved),
          layout(&things, &QAbstractItemModel::layoutChanged), reset(&things, &QAbstractItemModel::modelReset)
    {
    }

    QAbstractItemModelTester tester;
    QSignalSpy changed;
    QSignalSpy inserted;
    QSignalSpy removed;
    QSignalSpy layout;
    QSignalSpy reset;
};

Ids evenUpTo(RowId end)
{
    Ids ids;
    for (RowId id = 0; id < end; id += 2) {
        ids.push_back(id);
    }
    return ids;
}

} // namespace

/// Sorting, filtering and what is told of updates.
class TestTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neighboursAreOneRange()
    {
        Things things;
        Watch watch(things);
        things.put({1, 2, 3, 7, 8}, 5);
        QCOMPARE(ranges(watch.inserted), QStringList{u"0-4"_s});
        things.put({4, 5, 9}, 5);
        QCOMPARE(ranges(watch.inserted), QStringList({u"0-4"_s, u"3-4"_s, u"7-7"_s}));
        QCOMPARE(things.shown(), (Ids{1, 2, 3, 4, 5, 7, 8, 9}));
        things.put({1, 2, 3, 8}, 6);
        QCOMPARE(ranges(watch.changed), QStringList({u"0-2"_s, u"6-6"_s}));
        things.take({2, 3, 9});
        QCOMPARE(ranges(watch.removed), QStringList({u"7-7"_s, u"1-2"_s}));
        QCOMPARE(things.shown(), (Ids{1, 4, 5, 7, 8}));
        QCOMPARE(watch.layout.size(), 0);
    }

    void scatteredRowsComeAndGoInOneRange()
    {
        Things things;
        Watch watch(things);
        things.sort(0);
        Ids odd;
        for (RowId id = 1; id < 200; id += 2) {
            odd.push_back(id);
        }
        things.put(odd, 5);
        const QPersistentModelIndex kept(things.index(things.rowOf(151), 1));
        things.put(evenUpTo(200), 5);
        QCOMPARE(watch.inserted.size(), 2);
        QCOMPARE(things.rowOf(0), 0);
        QCOMPARE(things.rowOf(199), 199);
        QCOMPARE(kept.row(), 151);
        things.take(evenUpTo(200));
        QCOMPARE(watch.removed.size(), 1);
        QCOMPARE(things.shown(), odd);
        QCOMPARE(kept.row(), things.rowOf(151));
        QCOMPARE(kept.column(), 1);
        QCOMPARE(watch.reset.size(), 0);
    }

    void sortsByNumberUnknownLast()
    {
        Things things;
        Watch watch(things);
        things.put({1, 2, 3}, 30);
        things.put({4}, 10);
        things.put({5}, -1);
        things.sort(things.columnOf(u"bytes"_s));
        QCOMPARE(things.shown(), (Ids{4, 1, 2, 3, 5}));
        things.sort(things.columnOf(u"bytes"_s), Qt::DescendingOrder);
        QCOMPARE(things.shown(), (Ids{1, 2, 3, 4, 5}));
        things.sort(-1);
        QCOMPARE(things.shown(), (Ids{1, 2, 3, 4, 5}));
    }

    void changedRowMovesAndIsFollowed()
    {
        Things things;
        Watch watch(things);
        for (const RowId id : {1, 2, 3, 4}) {
            things.put({id}, static_cast<qint64>(id) * 10);
        }
        QVERIFY(things.sortBy(u"bytes"_s));
        watch.layout.clear();
        const QPersistentModelIndex second(things.index(things.rowOf(2), 0));
        things.put({2}, 25);
        QCOMPARE(watch.layout.size(), 0); // still between its neighbours
        things.put({2}, 99);
        QCOMPARE(watch.layout.size(), 1);
        QCOMPARE(things.shown(), (Ids{1, 3, 4, 2}));
        QCOMPARE(second.row(), 3);
        QCOMPARE(ranges(watch.changed), QStringList({u"1-1"_s, u"3-3"_s}));
    }

    void textsAreSortedAsPeopleCount()
    {
        Things things;
        things.put({1, 2, 10, 11}, 1);
        QVERIFY(things.sortBy(u"-name"_s));
        QCOMPARE(things.shown(), (Ids{11, 10, 2, 1}));
    }

    void filterFollowsChanges()
    {
        Things things;
        Watch watch(things);
        things.put({1, 2, 3}, 100);
        things.setFilter(things.parseFilter(u"bytes>=100").value());
        QCOMPARE(things.shown().size(), size_t{3});
        things.put({2}, 50);
        QCOMPARE(things.shown(), (Ids{1, 3}));
        things.put({4}, 50);
        things.put({5}, 500);
        QCOMPARE(things.shown(), (Ids{1, 3, 5}));
        things.put({2}, 100);
        QCOMPARE(things.shown(), (Ids{1, 2, 3, 5}));
        QCOMPARE(things.unfilteredCount(), 5);
        things.take({4});
        things.setFilter({});
        QCOMPARE(things.shown(), (Ids{1, 2, 3, 5}));
    }

    void whatIsKnownAlreadyIsNotAddedTwice()
    {
        Things things;
        Watch watch(things);
        things.put({1, 2}, 5);
        things.applyChanges({{1}, {}, {}});
        things.applyChanges({{}, {}, {77}});
        QCOMPARE(things.shown(), (Ids{1, 2}));
        QCOMPARE(ranges(watch.changed), QStringList{u"0-0"_s});
    }

    void agesAreToldAsOneRangeAndFilteredAnew()
    {
        Things things;
        Watch watch(things);
        things.put({1, 2, 3}, 1'000);
        things.setFilter(things.parseFilter(u"age<2s").value());
        things.values[2] = 3'000;
        things.refreshAges();
        QCOMPARE(things.shown(), (Ids{1, 3}));
        QCOMPARE(ranges(watch.changed), QStringList{u"0-1"_s});
        QCOMPARE(watch.changed.first().first().toModelIndex().column(), things.columnOf(u"age"_s));
    }

    void cellsSayWhatTheyAre()
    {
        Things things;
        things.put({1}, 3'327'664);
        things.put({2}, -1);
        const QModelIndex bytes = things.index(0, 1);
        QCOMPARE(bytes.data().toString(), u"3.2 MiB"_s);
        QCOMPARE(bytes.data(EntityTableModel::SortRole), QVariant(qlonglong{3'327'664}));
        QCOMPARE(bytes.data(EntityTableModel::IdRole).toULongLong(), 1ULL);
        QCOMPARE(bytes.data(EntityTableModel::StateRole).toString(), u"first"_s);
        QCOMPARE(bytes.data(EntityTableModel::AgeRole).toLongLong(), 7);
        QCOMPARE(bytes.data(Qt::TextAlignmentRole).value<Qt::Alignment>(), Qt::AlignRight | Qt::AlignVCenter);
        QCOMPARE(things.index(1, 1).data().toString(), u"not weighed"_s);
        QVERIFY(!things.index(1, 1).data(EntityTableModel::SortRole).isValid());
        QCOMPARE(things.headerData(1, Qt::Horizontal).toString(), u"Size"_s);
        QCOMPARE(things.headerData(1, Qt::Horizontal, EntityTableModel::IdRole).toString(), u"bytes"_s);
    }

    void onlyVisibleCellsAreFetched()
    {
        Things things;
        Ids many = evenUpTo(20'000);
        things.put(many, 5);
        QCOMPARE(things.asked, 0);
        QVERIFY(things.index(17, 1).data().isValid());
        QCOMPARE(things.asked, 1);
    }

    void unknownSortColumnNamesTheNearest()
    {
        Things things;
        const auto sorted = things.sortBy(u"-byte"_s);
        QVERIFY(!sorted);
        QCOMPARE(sorted.error().kind, ErrorKind::Usage);
        QVERIFY2(sorted.error().text().contains(u"Did you mean bytes?"_s), qPrintable(sorted.error().text()));
    }
};

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
