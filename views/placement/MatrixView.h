// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/MatrixPainter.h"
#include "views/placement/MatrixWindow.h"
#include "views/placement/MatrixZoom.h"

#include <QAbstractScrollArea>

class QGestureEvent;
class QNativeGestureEvent;

namespace stowage {

class Clock;

/// The matrix on the screen: which layer lies on which node. Arrows move the current cell, with Shift they
/// select, Enter shows it; the wheel with Ctrl, +, - and two fingers change the cells' size, 0 shows all.
/// Clicks on heads are told. To assistive technology it is a table.
class MatrixView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    MatrixView(MatrixModel& model, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    const MatrixModel& model() const { return m_model; }
    const MatrixLayout& matrixLayout() const { return m_layout; }

    /// The current cell; nothing while there is none.
    std::optional<MatrixPlace> current() const { return m_current; }
    std::optional<std::pair<int, int>> currentCell() const { return m_currentCell; }
    /// Makes the cell current and scrolls it into sight; heads and places outside are ignored. With `extend`
    /// the selection reaches from where it began to here.
    void setCurrentCell(int row, int column, bool extend = false);

    /// What is selected: the current cell, or all between it and where the selection began. Rows of a
    /// selection may be heads.
    MatrixBlock selection() const;
    void selectRows(int first, int last);
    void selectColumns(int first, int last);

    /// The cell under the pointer.
    std::optional<MatrixPlace> hovered() const { return m_hovered; }

    /// "layer 39c42bb9 on eu-b-17: held, 3 s ago, only copy"; for heads what they stand for.
    QString textAt(const MatrixHit& hit) const;
    QString cellName(int row, int column) const;

    const MatrixZoom& zoom() const { return m_zoom; }
    /// Changes the size so that what lies at `anchor` (device-independent, in the viewport) stays there.
    void setZoom(const MatrixZoom& zoom, const QPointF& anchor);
    /// About the current cell where it shows, else about the middle.
    void setZoom(const MatrixZoom& zoom);
    /// Shows all of it, as far as one pixel a cell allows.
    void zoomToFit();

    const MatrixOverlay& overlay() const { return m_window.overlay(); }
    void setOverlay(MatrixOverlay overlay);

    QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged();
    void selectionChanged();
    void hoveredChanged();
    void activated(); ///< Enter or a double click on the current cell
    void nodeClicked(stowage::NodeId node);
    void zoneClicked(const QString& zone);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void takeShape();
    void takeChange(const MatrixChange& change);
    MatrixMetrics metricsOf(const MatrixZoom& zoom) const;
    void placeEverything();
    void placeScrollBars();
    void look();
    void countWhole();
    void setHovered(const MatrixHit& hit);
    bool moveCurrent(const QKeyEvent& event);
    bool changeSize(const QKeyEvent& event);
    bool selectByKey(const QKeyEvent& event);
    void pinch(QGestureEvent& event);
    bool pinchTouchpad(const QNativeGestureEvent& event);
    void pressFrozen(const MatrixHit& hit, bool extend);
    void pressHead(const MatrixHit& hit, const QPoint& at);
    void setSelectionStart(const std::optional<MatrixPlace>& start);
    int zoneAt(const QPoint& device) const;
    int rowsPerPage() const;
    void tellAccessibility();
    QPoint toDevice(const QPoint& at) const;

    enum class Span : quint8
    {
        Cells,
        Rows,   ///< the selection is as wide as the matrix
        Columns ///< as high
    };

    MatrixModel& m_model;
    const Clock& m_clock;
    const Theme& m_theme;
    MatrixLayout m_layout;
    MatrixWindow m_window;
    MatrixPainter m_painter;
    MatrixZoom m_zoom;
    std::optional<MatrixPlace> m_current;
    std::optional<std::pair<int, int>> m_currentCell; ///< where m_current is now
    std::optional<MatrixPlace> m_start; ///< where the selection began; none: at the current cell
    std::optional<std::pair<int, int>> m_startCell;
    Span m_span = Span::Cells;
    std::optional<MatrixPlace> m_hovered;
    MatrixHit m_hover;
    qreal m_widestLabel = 0;
    qreal m_scale = 0;         ///< of the device that was last laid out for
    bool m_isCounting = false; ///< countWhole() goes on at the next turn
};

} // namespace stowage
