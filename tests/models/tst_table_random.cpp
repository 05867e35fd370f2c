// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/FoldedText.h"
#include "models/table/EntityTableModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace stowage;
using namespace Qt::StringLiterals;

namespace {

struct Thing
{
    QString name;
    std::optional<qint64> size;
    bool isMember = true;
};

/// Things that come, change and go by chance, and the table that follows.
class Things final : public EntityTableModel
{
public:
    std::map<RowId, Thing> all;

    Things()
    {
        begin(
            {Column::ofText(u"name"_s, u"Name"_s, [this](RowId id) { return thing(id).name; }),
             Column::ofNumber(u"size"_s, u"Size"_s, Unit::Bytes, [this](RowId id) { return thing(id).size; })
                 .searchedAs([](RowId id) { return u"Odd%1"_s.arg(id % 2); })
                 .soughtBy([](std::string_view needle) {
                     return [word = std::string(needle)](RowId id) {
                         return folded(u"Odd%1"_s.arg(id % 2)).find(word) != std::string::npos;
                     };
                 }),
             Column::ofText(u"crowd"_s, u"Crowd"_s, [](RowId id) { return u"Crowd %1"_s.arg(id / 8); })
                 .groupedBy([](RowId id) { return id / 8; })
                 .fixed(),
             Column::ofText(u"made"_s, u"Made"_s, [this](RowId id) { return made[id]; }).fixed()});
    }

    const Thing& thing(RowId id) const
    {
        static const Thing none;
        const auto found = all.find(id);
        return found == all.end() ? none : found->second;
    }

    using EntityTableModel::applyChanges;
    mutable std::map<RowId, QString> made;

protected:
    std::vector<RowId> allRows() const override
    {
        std::vector<RowId> ids;
        std::ranges::transform(all, std::back_inserter(ids), [](const auto& each) { return each.first; });
        return ids;
    }
    bool isMember(RowId id) const override { return thing(id).isMember; }
    QString state(RowId) const override { return {}; }
    std::optional<Millis> age(RowId) const override { return {}; }
};

/// A row as the language knows it, asked one at a time.
class NaiveRow final : public FilterRow
{
public:
    NaiveRow(const Things& things, RowId id) : m_things(things), m_id(id) {}
    QString text(int column) const override
    {
        return m_things.columns()[static_cast<size_t>(column)].whole(m_id);
    }
    std::optional<qint64> number(int column) const override
    {
        return m_things.columns()[static_cast<size_t>(column)].number(m_id);
    }

private:
    const Things& m_things;
    RowId m_id;
};

bool naiveBefore(const Things& things, RowId a, RowId b)
{
    if (things.sortColumn() >= 0) {
        const Column& column = things.columns()[static_cast<size_t>(things.sortColumn())];
        int order = 0;
        if (isNumeric(column.unit)) {
            const auto left = column.number(a);
            const auto right = column.number(b);
            if (left.has_value() != right.has_value()) {
                return left.has_value();
            }
            order = left == right ? 0 : left < right ? -1 : 1;
        } else {
            order = compareFolded(folded(column.whole(a)), folded(column.whole(b)));
        }
        if (order != 0) {
            return (order < 0) == (things.sortOrder() == Qt::AscendingOrder);
        }
    }
    return a < b;
}

std::vector<RowId> naiveRows(const Things& things)
{
    std::vector<RowId> rows;
    for (const auto& [id, thing] : things.all) {
        if (thing.isMember && things.filter().matches(NaiveRow(things, id))) {
            rows.push_back(id);
        }
    }
    std::ranges::sort(rows, [&things](RowId a, RowId b) { return naiveBefore(things, a, b); });
    return rows;
}

std::vector<RowId> shownRows(const Things& things)
{
    std::vector<RowId> rows;
    for (int row = 0; row < things.rowCount(); ++row) {
        rows.push_back(things.rowId(row));
    }
    return rows;
}

/// What a view that believes every signal would show.
class Mirror : public QObject
{
public:
    std::vector<RowId> rows;

    explicit Mirror(const Things& things) : rows(shownRows(things))
    {
        const auto at = [this](int row) {
            return rows.begin() + row;
        };
        connect(&things, &QAbstractItemModel::rowsInserted, this,
                [this, at, &things](const QModelIndex&, int first, int last) {
                    for (int row = first; row <= last; ++row) {
                        rows.insert(at(row), things.rowId(row));
                    }
                });
        connect(&things, &QAbstractItemModel::rowsRemoved, this,
                [this, at](const QModelIndex&, int first, int last) { rows.erase(at(first), at(last + 1)); });
        connect(&things, &QAbstractItemModel::layoutChanged, this,
                [this, &things] { rows = shownRows(things); });
    }
};

/// Rows that somebody holds on to.
struct Kept
{
    QPersistentModelIndex index;
    RowId id = 0;
};

} // namespace

/// A table that changes by chance against one that is made anew after each step.
class TestTableRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithANaiveTable_data()
    {
        QTest::addColumn<unsigned>("seed");
        QTest::addColumn<size_t>("size");
        for (unsigned seed = 1; seed <= 6; ++seed) {
            QTest::addRow("few, seed %u", seed) << seed << size_t{12};
            QTest::addRow("some, seed %u", seed) << seed << size_t{150};
        }
        QTest::addRow("many") << 1U << size_t{900};
    }

    void agreesWithANaiveTable()
    {
        QFETCH(const unsigned, seed);
        QFETCH(const size_t, size);
        m_random.seed(seed);
        Things things;
        const QAbstractItemModelTester tester(&things, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const Mirror mirror(things);
        QSignalSpy reset(&things, &QAbstractItemModel::modelReset);
        for (int step = 0; step < 120; ++step) {
            hold(things);
            happen(things, size);
            QCOMPARE(shownRows(things), naiveRows(things));
            QCOMPARE(mirror.rows, shownRows(things));
            QCOMPARE(things.unfilteredCount(), std::ranges::count_if(things.all, [](const auto& each) {
                         return each.second.isMember;
                     }));
            checkHeld(things);
        }
        QCOMPARE(reset.size(), 0);
        m_kept.clear();
    }

    void preparesInSlices()
    {
        Things things;
        Changes<RowId> changes;
        for (RowId id = 0; id < 20'000; ++id) {
            things.all[id] = {u"n%1"_s.arg(id), qint64{1}, true};
            changes.added.push_back(id);
        }
        things.applyChanges(changes);
        things.prepareSearch();
        things.prepareSearch();
        things.all[5].name = u"other"_s; // changes are taken in between
        things.applyChanges({{}, {5}, {}});
        QCoreApplication::processEvents();
        things.setFilter(things.parseFilter(u"n19999 or other"_s).value());
        QCOMPARE(shownRows(things), (std::vector<RowId>{5, 19'999}));
        for (int i = 0; i < 30; ++i) {
            QCoreApplication::processEvents();
        }
        things.setFilter(things.parseFilter(u"name=n4 or name=n5"_s).value());
        QCOMPARE(shownRows(things), (std::vector<RowId>{4}));
    }

private:
    size_t below(size_t bound) { return m_random() % bound; }

    QString word()
    {
        static const QStringList words{u"a"_s, u"B"_s, u"1"_s, u"2"_s, u"10"_s, u"-"_s, u"Ä"_s, u"007"_s};
        QString text;
        for (size_t left = 1 + below(4); left > 0; --left) {
            text += words[static_cast<qsizetype>(below(8))];
        }
        return text;
    }

    Thing thing()
    {
        return {word(), below(5) == 0 ? std::nullopt : std::optional(static_cast<qint64>(below(9)) - 4),
                below(6) != 0};
    }

    void happen(Things& things, size_t size)
    {
        switch (below(6)) {
        case 0:
            things.sort(static_cast<int>(below(5)) - 1,
                        below(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        case 1:
            things.setFilter(things.parseFilter(question()).value());
            break;
        default:
            change(things, size, 1 + below(below(2) == 0 ? 3 : size));
        }
    }

    QString question()
    {
        static const QStringList questions{{},
                                           u"a"_s,
                                           u"ä or 10"_s,
                                           u"not b"_s,
                                           u"size>0"_s,
                                           u"size!=2"_s,
                                           u"name:1 b"_s,
                                           u"name<b"_s,
                                           u"size:odd1"_s,
                                           u"crowd:1 not size:odd0"_s,
                                           u"made:2"_s,
                                           u"name=a"_s,
                                           u"not (a or b) size<=1"_s,
                                           u"nothing here"_s,
                                           u"size:1"_s};
        return questions[static_cast<qsizetype>(below(static_cast<size_t>(questions.size())))];
    }

    void change(Things& things, size_t size, size_t count)
    {
        Changes<RowId> changes;
        for (size_t i = 0; i < count; ++i) {
            const RowId id = below(size);
            const bool isKnown = things.all.contains(id);
            const auto isIn = [id](const std::vector<RowId>& ids) {
                return std::ranges::find(ids, id) != ids.end();
            };
            if (isIn(changes.added) || isIn(changes.changed) || isIn(changes.removed)) {
                continue;
            }
            if (isKnown && below(4) == 0) {
                things.all.erase(id);
                changes.removed.push_back(id);
                continue;
            }
            things.all[id] = thing();
            const bool isMade = !isKnown || below(5) == 0; // anew, perhaps
            if (isMade) {
                things.made[id] = QString::number(below(30));
            }
            (isMade ? changes.added : changes.changed).push_back(id);
        }
        for (auto* ids : {&changes.added, &changes.changed, &changes.removed}) {
            std::ranges::sort(*ids);
        }
        things.applyChanges(changes);
    }

    void hold(Things& things)
    {
        if (things.rowCount() > 0 && m_kept.size() < 20) {
            const int row = static_cast<int>(below(static_cast<size_t>(things.rowCount())));
            m_kept.push_back({things.index(row, static_cast<int>(below(4))), things.rowId(row)});
        }
    }

    void checkHeld(const Things& things)
    {
        for (const Kept& kept : m_kept) {
            QCOMPARE(kept.index.isValid() ? kept.index.row() : -1,
                     kept.index.isValid() ? things.rowOf(kept.id) : -1);
        }
        std::erase_if(m_kept, [](const Kept& kept) { return !kept.index.isValid(); });
    }

    std::mt19937 m_random;
    std::vector<Kept> m_kept;
};

QTEST_GUILESS_MAIN(TestTableRandom)
#include "tst_table_random.moc"
