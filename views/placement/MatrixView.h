// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/MatrixModel.h"
#include "views/placement/MatrixPainter.h"

#include <QAbstractScrollArea>

namespace stowage {

class Clock;

/// The matrix on the screen: which layer lies on which node. Arrows move the current cell, Enter shows it,
/// the wheel with Ctrl changes the cells' size; to assistive technology it is a table.
class MatrixView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    MatrixView(MatrixModel& model, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    const MatrixModel& model() const { return m_model; }
    const MatrixLayout& matrixLayout() const { return m_layout; }

    /// The current cell; nothing while there is none.
    std::optional<MatrixPlace> current() const { return m_current; }
    std::optional<std::pair<int, int>> currentCell() const;
    /// Makes the cell current and scrolls it into sight; heads and places outside are ignored.
    void setCurrentCell(int row, int column);

    /// The cell under the pointer.
    std::optional<MatrixPlace> hovered() const { return m_hovered; }

    /// "layer 39c42bb9 on eu-b-17: held, 3 s ago, only copy"; for heads what they stand for.
    QString textAt(const MatrixHit& hit) const;
    QString cellName(int row, int column) const;

    /// Steps of size, 0 the smallest.
    int zoom() const { return m_zoom; }
    void setZoom(int zoom);
    static int zoomCount();

    QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged();
    void hoveredChanged();
    void activated(); ///< Enter or a double click on the current cell

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
    void placeEverything();
    void placeScrollBars();
    void setHovered(const MatrixHit& hit);
    bool moveCurrent(const QKeyEvent& event);
    int rowsPerPage() const;
    void tellAccessibility();
    QPoint toDevice(const QPoint& at) const;

    MatrixModel& m_model;
    const Clock& m_clock;
    const Theme& m_theme;
    MatrixLayout m_layout;
    MatrixPainter m_painter;
    std::optional<MatrixPlace> m_current;
    std::optional<MatrixPlace> m_hovered;
    MatrixHit m_hover;
    int m_zoom;
    qreal m_scale = 0; ///< of the device that was last laid out for
};

} // namespace stowage
