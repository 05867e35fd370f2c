// SPDX-License-Identifier: GPL-3.0-or-later
// Goal 8 of the performance goals: filtering a table of 100,000 rows in a view that repaints, against
// QSortFilterProxyModel over the same cells ready made; beside it sorting, changes of rank, and the longest
// that the window would wait for any of it.
#include "models/fleet/LayerModel.h"
#include "models/fleet/PlacementTableModel.h"
#include "tests/bench/Bench.h"
#include "tests/bench/tables/LargeFleet.h"
#include "tests/bench/tables/PlainTable.h"

#include <QApplication>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>
#include <ctime>

using namespace stowage;
using namespace stowage::bench;

namespace {

constexpr double StallLimit = 50; ///< ms

/// A view as the program shows one, without its delegates: both sides paint with Qt's own.
class View
{
public:
    /// Shows these columns; all of them for none.
    explicit View(QAbstractItemModel& model, const std::vector<int>& columns = {})
    {
        m_view.setModel(&model);
        m_view.verticalHeader()->hide();
        m_view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        m_view.verticalHeader()->setDefaultSectionSize(28);
        m_view.setWordWrap(false);
        for (int column = 0; column < model.columnCount() && !columns.empty(); ++column) {
            m_view.setColumnHidden(column, std::ranges::find(columns, column) == columns.end());
        }
        m_view.resize(1200, 800);
        m_view.show();
        m_view.selectRow(10);
        repaint();
    }

    void repaint()
    {
        QCoreApplication::processEvents();
        m_view.viewport()->repaint();
    }

private:
    QTableView m_view;
};

/// Of this thread on the CPU, in ms: everything here is one thread's work, and other programs' is left out.
double timeOf(const std::function<void()>& run)
{
    const auto now = [] {
        timespec spent{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
        return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
    };
    const double before = now();
    run();
    return now() - before;
}

double middleOf(int times, const std::function<double()>& measure)
{
    std::vector<double> took;
    std::generate_n(std::back_inserter(took), times, measure);
    std::ranges::nth_element(took, took.begin() + times / 2);
    return took[static_cast<size_t>(times / 2)];
}

/// Both sides over the same rows.
struct Bench
{
    LargeFleet world;
    PlacementTableModel table{world.fleet};
    std::vector<int> texts{column("image"), column("layer"), column("platforms"), column("single"),
                           column("source")};
    PlainTable plain{table, texts};
    QSortFilterProxyModel proxy;

    Bench()
    {
        proxy.setSourceModel(&plain);
        proxy.setFilterKeyColumn(-1);
        proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    }

    int column(const char* id) const { return table.columnOf(QString::fromLatin1(id)); }
    void filter(const QString& word) { table.setFilter(table.parseFilter(word).value()); }
};

bool few(Bench& bench)
{
    View ours(bench.table, bench.texts);
    View peer(bench.proxy);
    const QString word = QStringLiteral("app-77");
    const double oursTook = middleOf(7, [&] {
        bench.filter({});
        ours.repaint();
        return timeOf([&] {
            bench.filter(word);
            ours.repaint();
        });
    });
    const double peerTook = middleOf(7, [&] {
        bench.proxy.setFilterFixedString({});
        peer.repaint();
        return timeOf([&] {
            bench.proxy.setFilterFixedString(word);
            peer.repaint();
        });
    });
    bench.filter({});
    bench.proxy.setFilterFixedString({});
    return report(
        {QStringLiteral("tables.filter"),
         QStringLiteral(
             "100,000 rows, a word in five columns that keeps 1,110, and repaint; QSortFilterProxyModel"),
         1.0 / 15},
        oursTook, peerTook);
}

/// The peer's time is measured once: it is many seconds.
bool half(Bench& bench)
{
    const QString word = QStringLiteral("arm64");
    double oursTook = 0;
    {
        View ours(bench.table, bench.texts);
        oursTook = middleOf(7, [&] {
            bench.filter({});
            ours.repaint();
            return timeOf([&] {
                bench.filter(word);
                ours.repaint();
            });
        });
        bench.filter({});
    }
    View peer(bench.proxy);
    const double peerTook = timeOf([&] {
        bench.proxy.setFilterFixedString(word);
        peer.repaint();
    });
    bench.proxy.setSourceModel(nullptr); // quicker than to put the rows in again
    bench.proxy.setFilterFixedString({});
    bench.proxy.setSourceModel(&bench.plain);
    return report(
        {QStringLiteral("tables.filter.half"),
         QStringLiteral("100,000 rows, a word that keeps every other, and repaint; QSortFilterProxyModel"),
         1.0 / 100},
        oursTook, peerTook);
}

bool ranks(Bench& bench)
{
    constexpr int Changes = 1'000;
    const int held = bench.column("held");
    bench.table.sort(held);
    View ours(bench.table, {held});
    const double oursTook = middleOf(7, [&] {
        bench.world.turnCells(Changes);
        return timeOf([&] {
            bench.world.fleet.flush();
            ours.repaint();
        });
    });
    PlainTable plain(bench.table, {held});
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&plain);
    proxy.sort(0);
    View peer(proxy);
    const double peerTook = timeOf([&] {
        for (int i = 0; i < Changes; ++i) {
            const int row = i * (plain.rowCount() / Changes);
            plain.set(row, 0, QVariant::fromValue<qlonglong>(i % 9));
        }
        peer.repaint();
    });
    bench.table.sort(-1);
    return report({QStringLiteral("tables.ranks"),
                   QStringLiteral("100,000 rows sorted by a number of which 1,000 change, and repaint; "
                                  "QSortFilterProxyModel"),
                   1.0 / 15},
                  oursTook, peerTook);
}

bool sorting(Bench& bench)
{
    View ours(bench.table, bench.texts);
    View peer(bench.proxy);
    const int layer = bench.column("layer");
    const double oursTook = middleOf(3, [&] {
        bench.table.sort(-1);
        ours.repaint();
        return timeOf([&] {
            bench.table.sort(layer);
            ours.repaint();
        });
    });
    const double peerTook = middleOf(3, [&] {
        bench.proxy.sort(-1);
        peer.repaint();
        return timeOf([&] {
            bench.proxy.sort(1);
            peer.repaint();
        });
    });
    bench.table.sort(-1);
    bench.proxy.sort(-1);
    return report({QStringLiteral("tables.sort"),
                   QStringLiteral("100,000 rows by a text, and repaint; QSortFilterProxyModel"), 1.0 / 3},
                  oursTook, peerTook);
}

/// Each thing a person or the fleet does to a table, on tables that nobody has asked anything before.
template <class Model>
bool stalls(LargeFleet& world, const QString& name)
{
    Model table(world.fleet);
    View view(table);
    double longest = 0;
    QString what;
    const auto step = [&](const QString& does, const std::function<void()>& run) {
        const double took = timeOf([&] {
            run();
            view.repaint();
        });
        if (took > longest) {
            longest = took;
            what = does;
        }
    };
    for (int column = 0; column < table.columnCount(); ++column) {
        const QString id = table.columns()[static_cast<size_t>(column)].id;
        step(QStringLiteral("sort ") + id, [&] { table.sort(column); });
        step(QStringLiteral("sort -") + id, [&] { table.sort(column, Qt::DescendingOrder); });
    }
    Model fresh(
        world.fleet); // its keys are prepared between the key that opens the filter and the first letter
    View freshView(fresh);
    step(QStringLiteral("/"), [&] { fresh.prepareSearch(); });
    for (int slice = 0; slice < 1'000; ++slice) {
        step(QStringLiteral("prepare"), [] { QCoreApplication::processEvents(QEventLoop::AllEvents, 0); });
    }
    for (const QString& filter :
         {QStringLiteral("a"), QStringLiteral("ar"), QStringLiteral("arm"), QStringLiteral("not arm"),
          QStringLiteral("a or 1"), QStringLiteral("bytes>1MiB"), QStringLiteral("held:eu-a"),
          QStringLiteral("unknown:eu"), QStringLiteral("sha256:0"), QString()}) {
        step(QStringLiteral("filter ") + filter, [&] {
            fresh.setFilter(fresh.parseFilter(filter).value());
            freshView.repaint();
        });
    }
    for (const char* filter : {"", "arm or 1"}) {
        fresh.setFilter(fresh.parseFilter(QString::fromLatin1(filter)).value());
        world.turnCells(10'000);
        step(QStringLiteral("10,000 changes, filter ") + QString::fromLatin1(filter),
             [&] { world.fleet.flush(); });
    }
    return report({QStringLiteral("tables.stall.") + name,
                   QStringLiteral(
                       "100,000 rows, the longest of sorting by each column, typing and 10,000 changes (%1); "
                       "50 ms")
                       .arg(what),
                   1},
                  longest, StallLimit);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    bool isMet = true;
    {
        Bench bench;
        for (const auto figure : {&few, &sorting, &ranks, &half}) {
            isMet = figure(bench) && isMet;
        }
    }
    LargeFleet world;
    isMet = stalls<PlacementTableModel>(world, QStringLiteral("placement")) && isMet;
    isMet = stalls<LayerModel>(world, QStringLiteral("layers")) && isMet;
    return isMet ? 0 : 1;
}
