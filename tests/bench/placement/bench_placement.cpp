// SPDX-License-Identifier: GPL-3.0-or-later
// Goal 6 of the performance goals: a frame of the placement matrix at one pixel a cell against copying that
// frame, and with a word in each cell against a QTableView that shows the same.
#include "tests/bench/Bench.h"
#include "tests/support/ManualClock.h"
#include "tests/views/placement/SampleFleet.h"
#include "views/placement/MatrixView.h"
#include "views/theme/ThemeStyle.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>

#include <cstdio>
#include <cstring>

using namespace stowage;

namespace {

struct World
{
    World(int nodes, int layers) { test::SampleFleet(fleet).plain(nodes, layers); }

    test::ManualClock clock;
    Fleet fleet{clock};
};

MatrixLayout pixelLayout(const MatrixModel& model)
{
    std::vector<MatrixRowKind> rows;
    for (const MatrixRow& row : model.shape().rows) {
        rows.push_back(row.kind);
    }
    MatrixLayout layout;
    layout.setMetrics({1, 1, 0, 0, 0, 0, 0});
    layout.setRows(std::move(rows));
    layout.setZones(std::vector<int>{model.columnCount()});
    layout.setViewport({1000, 1000});
    return layout;
}

bool pixels(const Theme& theme)
{
    const World world(1000, 1000);
    const MatrixModel model(world.fleet);
    const MatrixLayout layout = pixelLayout(model);
    MatrixWindow window(model);
    window.show(layout.visibleRows(), layout.visibleColumns());
    MatrixPainter painter(theme);
    painter.prepare(layout, 1);
    QImage frame(1000, 1000, QImage::Format_RGB32);
    QImage copy = frame.copy();
    return bench::compare(
        {QStringLiteral("placement.frame.pixels"), QStringLiteral("1000 x 1000 cells at 1 px; frame memcpy"),
         3.0},
        101,
        [&] {
            QPainter canvas(&frame);
            painter.paintCells(canvas, layout, window);
        },
        [&] {
            std::memcpy(copy.bits(), frame.constBits(), static_cast<size_t>(frame.sizeInBytes()));
            bench::keep(copy.constBits());
        });
}

/// What the matrix shows, as a table would be fed.
class Words final : public QAbstractTableModel
{
public:
    Words(const MatrixModel& matrix, const Theme& theme) : m_held(theme.color(Token::Held)), m_window(matrix)
    {
        m_window.show({0, matrix.rowCount()}, {0, matrix.columnCount()});
        for (int row = 0; row < matrix.rowCount(); ++row) {
            if (matrix.layerOf(row)) {
                m_rows.push_back(m_window.cells(row));
                m_heads << matrix.layerOf(row)->digest.shortHex(8) + QLatin1Char(' ') +
                               formatBytes(matrix.layerOf(row)->bytes);
            }
        }
    }

    int rowCount(const QModelIndex& = {}) const override { return static_cast<int>(m_rows.size()); }
    int columnCount(const QModelIndex& = {}) const override
    {
        return static_cast<int>(m_rows.front().size());
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        const MatrixCell cell = m_rows[static_cast<size_t>(index.row())][static_cast<size_t>(index.column())];
        if (role == Qt::DisplayRole) {
            return cell.isHeld() ? QStringLiteral("held") : QStringLiteral("–");
        }
        return role == Qt::BackgroundRole && cell.isHeld() ? QVariant(m_held) : QVariant();
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (role != Qt::DisplayRole) {
            return {};
        }
        return orientation == Qt::Vertical ? m_heads[section] : QString::number(section + 1);
    }

private:
    QStringList m_heads;
    QColor m_held;
    MatrixWindow m_window;
    std::vector<std::span<const MatrixCell>> m_rows;
};

bool words(const Theme& theme)
{
    World world(60, 200);
    MatrixModel model(world.fleet);
    MatrixView view(model, world.clock, theme);
    MatrixZoom zoom = view.zoom();
    zoom.setSize(MatrixZoom::WithWord);
    view.setZoom(zoom);
    const QSize cell(view.matrixLayout().metrics().cellWidth, view.matrixLayout().metrics().cellHeight);
    view.resize(view.matrixLayout().contentSize().grownBy({260, 100, 0, 0}));
    view.show();

    Words data(model, theme);
    QTableView table;
    table.setModel(&data);
    table.horizontalHeader()->setMinimumSectionSize(1);
    table.verticalHeader()->setMinimumSectionSize(1);
    table.horizontalHeader()->setDefaultSectionSize(cell.width());
    table.verticalHeader()->setDefaultSectionSize(cell.height());
    table.resize(60 * cell.width() + 260, 200 * cell.height() + 100);
    table.show();

    // The matrix fills all of itself; on a screen nothing is painted beneath it, so nothing is here.
    const auto paintMatrix = [&view](QImage& image) {
        view.render(&image, {}, {}, QWidget::DrawChildren);
    };
    QImage ours(view.size(), QImage::Format_RGB32);
    QImage peer(table.size(), QImage::Format_RGB32);
    return bench::compare(
        {QStringLiteral("placement.frame.words"), QStringLiteral("200 x 60 cells with a word; QTableView"),
         1.0 / 15},
        21, [&] { paintMatrix(ours); }, [&] { table.render(&peer); });
}

/// A figure without a peer: what looking elsewhere costs at the largest size, which no event may exceed 50 ms
/// with. A page of the window is scrolled, then all nodes report changes at once.
void largest()
{
    test::ManualClock clock;
    Fleet fleet(clock);
    test::SampleFleet sample(fleet);
    sample.large(5000, 20'000);
    const Theme theme = Theme::builtIn(QStringLiteral("dark"));
    MatrixModel model(fleet);
    MatrixView view(model, clock, theme);
    view.resize(1240, 900);
    view.show();
    MatrixZoom zoom = view.zoom();
    zoom.setSize(1);
    const auto timed = [](const char* what, auto&& act) {
        QElapsedTimer timer;
        timer.start();
        act();
        const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        std::printf("{\"name\":\"placement.largest.%s\",\"workload\":\"5000 nodes x 20000 layers at 1 px\","
                    "\"ours\":%.1f,\"unit\":\"ms\"}\n",
                    what, ms);
    };
    timed("zoom", [&] { view.setZoom(zoom); });
    timed("scroll", [&] { view.verticalScrollBar()->setValue(5000); });
    QImage image(view.size(), QImage::Format_RGB32);
    timed("frame", [&] { view.render(&image, {}, {}, QWidget::DrawChildren); });
    clock.advance(Millis{100});
    sample.changeCells(100'000);
    timed("change", [&] { fleet.flush(); });
    timed("settle", [&] { model.settle(); });
    timed("rebuild", [&] { model.rebuild(); });
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const Theme theme = Theme::builtIn(QStringLiteral("dark"));
    applyTheme(application, theme); // both as they would look in the program
    const bool metPixels = pixels(theme);
    const bool metWords = words(theme);
    if (argc > 1 && qstrcmp(argv[1], "--largest") == 0) {
        largest(); // takes a minute to fill
    }
    return metPixels && metWords ? 0 : 1;
}
