// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartLines.h"
#include "views/chart/ChartPalette.h"
#include "views/chart/ChartWindow.h"

#include <QChartView>

#include <array>

class QCategoryAxis;

namespace stowage {

class PlotItem;
class Theme;

/// A chart on the screen: Qt Charts draws frame, axes and legend, an item of ours what lies within. Turns
/// what the pointer does into ranges; what comes of them is the owner's.
class ChartCanvas : public QChartView
{
    Q_OBJECT

public:
    /// What is referred to outlives the canvas; it is read anew when the owner says so.
    ChartCanvas(const ChartContent& content, const ChartWindow& window, const std::vector<PinnedRange>& pins,
                const Theme& theme, QWidget* parent = nullptr);

    /// The series are others.
    void takeContent();
    /// The series grew at their ends, or the range moved. What comes of it is made once, however often this
    /// is called before somebody looks.
    void takeRange();
    void takePins();
    void takeTheme();

    /// The names of the series that are not drawn, as their unit is a third one.
    QStringList undrawn();

    const ChartLines& lines();
    const ChartPalette& palette() const { return m_palette; }

    /// The plot, in coordinates of the viewport.
    QRectF plotArea();
    double xOf(Timestamp at);
    Timestamp timeAt(double x);
    /// How many pixels of the device it is wide.
    int columns();

    /// The cross hair: where the pointer or the keys put it.
    std::optional<Timestamp> cross() const;
    void setCross(std::optional<Timestamp> at);
    /// What its box says, line by line; empty without one.
    QStringList crossLines();

Q_SIGNALS:
    void selected(const stowage::TimeRange& range); ///< by a drag
    void pinned(const stowage::TimeRange& range);   ///< by a drag with Shift
    void pinPressed(size_t which);
    void zoomed(double factor, stowage::Timestamp anchor);
    void panned(double share);
    void crossMoved();
    void areaChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    enum class Drag : quint8
    {
        None,
        Select,
        Pin,
        Pan
    };

    void makeLegend();
    void placeLegend(int width);
    void makeAxes();
    void lookAs(QCategoryAxis& axis);
    void placeNow();
    void placeEverything();
    void fill(QCategoryAxis& axis, const std::vector<ChartTick>& ticks, double from, double to);
    QRectF areaFor(const QSize& size) const;
    double scaleWidth(size_t which) const;

    const ChartContent& m_content;
    const ChartWindow& m_window;
    const std::vector<PinnedRange>& m_pins;
    const Theme& m_theme;
    ChartPalette m_palette;
    ChartLines m_lines;
    QCategoryAxis* m_time;
    std::array<QCategoryAxis*, 2> m_values;
    PlotItem* m_plot;
    bool m_isPlaced = true; ///< false: placeEverything() is due
    int m_legendHeight = 0;
    Drag m_drag = Drag::None;
    QPointF m_dragFrom;
    Timestamp m_dragTime;
};

} // namespace stowage
