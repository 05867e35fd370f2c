// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixLayout.h"

using namespace stowage;

namespace {

/// A head of 20, two layers of 10, a head of 20 and a platform of 16, three layers of 10: 106 high. Zones of
/// 3 and 2 columns of 10 with a gap of 5: 55 wide. Frozen 100 by 40.
MatrixLayout sample(QSize viewport = {140, 100})
{
    MatrixLayout layout;
    layout.setMetrics({10, 10, 5, 20, 16, 100, 40});
    using enum MatrixRowKind;
    layout.setRows({Image, Layer, Layer, Image, Platform, Layer, Layer, Layer});
    layout.setZones(std::vector<int>{3, 0, 2});
    layout.setViewport(viewport);
    return layout;
}

} // namespace

class TestMatrixLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void extent()
    {
        const MatrixLayout layout = sample();
        QCOMPARE(layout.contentSize(), QSize(55, 106));
        QCOMPARE(layout.cellsArea(), QRect(100, 40, 40, 60));
        QCOMPARE(layout.maxScroll(), QPoint(15, 46));
        QCOMPARE(sample({1000, 1000}).maxScroll(), QPoint(0, 0));
    }

    void hits_data()
    {
        QTest::addColumn<QPoint>("scroll");
        QTest::addColumn<QPoint>("at");
        QTest::addColumn<MatrixArea>("area");
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        using enum MatrixArea;
        QTest::newRow("corner") << QPoint() << QPoint(99, 39) << Corner << -1 << -1;
        QTest::newRow("head of the first node") << QPoint() << QPoint(100, 0) << Head << -1 << 0;
        QTest::newRow("head between zones") << QPoint() << QPoint(132, 10) << Head << -1 << -1;
        QTest::newRow("image head, frozen") << QPoint() << QPoint(0, 40) << Frozen << 0 << -1;
        QTest::newRow("image head beside cells") << QPoint() << QPoint(101, 59) << Cells << 0 << -1;
        QTest::newRow("first cell, first pixel") << QPoint() << QPoint(100, 60) << Cells << 1 << 0;
        QTest::newRow("first cell, last pixel") << QPoint() << QPoint(109, 69) << Cells << 1 << 0;
        QTest::newRow("next cell") << QPoint() << QPoint(110, 70) << Cells << 2 << 1;
        QTest::newRow("gap between zones") << QPoint() << QPoint(130, 60) << Cells << 1 << -1;
        QTest::newRow("second zone") << QPoint() << QPoint(135, 60) << Cells << 1 << 3;
        QTest::newRow("scrolled right") << QPoint(15, 0) << QPoint(139, 60) << Cells << 1 << 4;
        QTest::newRow("scrolled down") << QPoint(0, 46) << QPoint(100, 99) << Cells << 7 << 0;
        QTest::newRow("frozen when scrolled") << QPoint(15, 46) << QPoint(50, 99) << Frozen << 7 << -1;
        QTest::newRow("left of all") << QPoint() << QPoint(-1, 50) << Nowhere << -1 << -1;
        QTest::newRow("below all") << QPoint() << QPoint(50, 100) << Nowhere << -1 << -1;
    }

    void hits()
    {
        QFETCH(QPoint, scroll);
        QFETCH(QPoint, at);
        MatrixLayout layout = sample();
        layout.setScroll(scroll);
        const MatrixHit hit = layout.hit(at);
        QTEST(hit.area, "area");
        QTEST(hit.row, "row");
        QTEST(hit.column, "column");
    }

    void pastTheContentIsNoCell()
    {
        const MatrixLayout layout = sample({1000, 1000});
        QCOMPARE(layout.hit({100 + 55, 60}), (MatrixHit{MatrixArea::Cells, 1, -1}));
        QCOMPARE(layout.hit({100, 40 + 106}), (MatrixHit{MatrixArea::Cells, -1, -1}));
    }

    void everyCellIsHitAtItsCorners()
    {
        MatrixLayout layout = sample({1000, 1000});
        for (int row = 0; row < layout.rowCount(); ++row) {
            for (int column = 0; column < layout.columnCount(); ++column) {
                const QRect rect = layout.cellRect(row, column);
                const int expected = layout.kind(row) == MatrixRowKind::Layer ? column : -1;
                for (const QPoint corner : {rect.topLeft(), rect.bottomRight()}) {
                    QCOMPARE(layout.hit(corner), (MatrixHit{MatrixArea::Cells, row, expected}));
                }
            }
        }
    }

    void scrollStaysInside()
    {
        MatrixLayout layout = sample();
        layout.setScroll({500, -3});
        QCOMPARE(layout.scroll(), QPoint(15, 0));
    }

    void visibleRanges_data()
    {
        QTest::addColumn<QPoint>("scroll");
        QTest::addColumn<int>("firstRow");
        QTest::addColumn<int>("endRow");
        QTest::addColumn<int>("firstColumn");
        QTest::addColumn<int>("endColumn");
        QTest::newRow("start") << QPoint() << 0 << 4 << 0 << 4;
        QTest::newRow("the first row just gone") << QPoint(0, 20) << 1 << 6 << 0 << 4;
        QTest::newRow("one pixel of it left") << QPoint(0, 19) << 0 << 6 << 0 << 4;
        QTest::newRow("end") << QPoint(15, 46) << 3 << 8 << 1 << 5;
        QTest::newRow("one pixel of the first column") << QPoint(9, 0) << 0 << 4 << 0 << 5;
        QTest::newRow("the first column just gone") << QPoint(10, 0) << 0 << 4 << 1 << 5;
    }

    void visibleRanges()
    {
        QFETCH(QPoint, scroll);
        MatrixLayout layout = sample();
        layout.setScroll(scroll);
        QTEST(layout.visibleRows().first, "firstRow");
        QTEST(layout.visibleRows().end, "endRow");
        QTEST(layout.visibleColumns().first, "firstColumn");
        QTEST(layout.visibleColumns().end, "endColumn");
    }

    void visibleIsWhatTouchesTheArea()
    {
        MatrixLayout layout = sample({123, 71});
        for (int x = 0; x <= layout.maxScroll().x(); ++x) {
            for (int y = 0; y <= layout.maxScroll().y(); ++y) {
                layout.setScroll({x, y});
                const MatrixRange rows = layout.visibleRows();
                const MatrixRange columns = layout.visibleColumns();
                for (int row = 0; row < layout.rowCount(); ++row) {
                    for (int column = 0; column < layout.columnCount(); ++column) {
                        const bool listed = row >= rows.first && row < rows.end && column >= columns.first &&
                                            column < columns.end;
                        QCOMPARE(listed, layout.cellRect(row, column).intersects(layout.cellsArea()));
                    }
                }
            }
        }
    }

    void scrollToShowMovesNoFurtherThanNeeded()
    {
        MatrixLayout layout = sample();
        QCOMPARE(layout.scrollToShow(1, 0), QPoint(0, 0));
        QCOMPARE(layout.scrollToShow(7, 4), QPoint(15, 46));
        layout.setScroll({15, 46});
        QCOMPARE(layout.scrollToShow(7, 4), QPoint(15, 46));
        QCOMPARE(layout.scrollToShow(1, 0), QPoint(0, 20));
    }

    void stepsOverHeads()
    {
        const MatrixLayout layout = sample();
        QCOMPARE(layout.stepLayerRow(-1, 1), 1);
        QCOMPARE(layout.stepLayerRow(2, 1), 5);
        QCOMPARE(layout.stepLayerRow(5, -1), 2);
        QCOMPARE(layout.stepLayerRow(1, -1), 1);
        QCOMPARE(layout.stepLayerRow(7, 9), 7);
        QCOMPARE(layout.stepLayerRow(1, 100), 7);
        QCOMPARE(layout.stepLayerRow(8, -1), 7);
    }

    void nothingAtAll()
    {
        MatrixLayout layout;
        layout.setViewport({300, 200});
        QCOMPARE(layout.contentSize(), QSize(0, 0));
        QVERIFY(layout.visibleRows().isEmpty());
        QVERIFY(layout.visibleColumns().isEmpty());
        QCOMPARE(layout.stepLayerRow(-1, 1), -1);
        QVERIFY(!layout.hit({250, 150}).isCell());
        layout.setRows({});
        layout.setViewport({10, 10});
        QVERIFY(layout.cellsArea().isEmpty());
        QVERIFY(layout.visibleRows().isEmpty());
    }

    void onePixelACell()
    {
        MatrixLayout layout;
        layout.setMetrics({1, 1, 0, 0, 0, 0, 0});
        layout.setRows(std::vector<MatrixRowKind>(1000, MatrixRowKind::Layer));
        layout.setZones(std::vector<int>{1000});
        layout.setViewport({1000, 1000});
        QCOMPARE(layout.contentSize(), QSize(1000, 1000));
        QCOMPARE(layout.hit({734, 12}), (MatrixHit{MatrixArea::Cells, 12, 734}));
        QCOMPARE(layout.visibleColumns(), (MatrixRange{0, 1000}));
    }
};

QTEST_GUILESS_MAIN(TestMatrixLayout)
#include "tst_matrixlayout.moc"
