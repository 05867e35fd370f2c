// SPDX-License-Identifier: GPL-3.0-or-later
// What MatrixView does on keys, wheel, fingers and mouse.
#include "views/placement/MatrixHeads.h"
#include "views/placement/MatrixView.h"
#include "views/placement/PlacementWords.h"
#include "views/widgets/Words.h"

#include <QCursor>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <limits>

namespace stowage {

namespace {

constexpr qreal NotchAngle = 120; // of a wheel, in eighths of a degree

} // namespace

int MatrixView::rowsPerPage() const
{
    return qMax(1, m_layout.cellsArea().height() / m_layout.metrics().cellHeight - 2);
}

bool MatrixView::moveCurrent(const QKeyEvent& event)
{
    constexpr int All = std::numeric_limits<int>::max();
    const bool ctrl = event.modifiers().testFlag(Qt::ControlModifier);
    const bool extend = event.modifiers().testFlag(Qt::ShiftModifier);
    int row = m_currentCell ? m_currentCell->first : -1;
    int column = m_currentCell ? m_currentCell->second : 0;
    const int lastColumn = qMax(0, m_model.columnCount() - 1);
    switch (event.key()) {
    case Qt::Key_Left:
        column = ctrl ? 0 : column - 1;
        break;
    case Qt::Key_Right:
        column = ctrl ? lastColumn : column + 1;
        break;
    case Qt::Key_Up:
        row = m_layout.stepLayerRow(row, ctrl ? -All : -1);
        break;
    case Qt::Key_Down:
        row = m_layout.stepLayerRow(row, ctrl ? All : 1);
        break;
    case Qt::Key_PageUp:
        row = m_layout.stepLayerRow(row, -rowsPerPage());
        break;
    case Qt::Key_PageDown:
        row = m_layout.stepLayerRow(row, rowsPerPage());
        break;
    case Qt::Key_Home:
        column = 0;
        row = ctrl ? m_layout.stepLayerRow(row, -All) : row;
        break;
    case Qt::Key_End:
        column = lastColumn;
        row = ctrl ? m_layout.stepLayerRow(row, All) : row;
        break;
    default:
        return false;
    }
    if (row < 0) {
        row = m_layout.stepLayerRow(-1, 1);
    }
    setCurrentCell(row, qBound(0, column, lastColumn), extend && m_currentCell.has_value());
    return true;
}

bool MatrixView::changeSize(const QKeyEvent& event)
{
    MatrixZoom zoom = m_zoom;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom.step(1);
        break;
    case Qt::Key_Minus:
        zoom.step(-1);
        break;
    case Qt::Key_0:
        zoomToFit();
        return true;
    default:
        return false;
    }
    setZoom(zoom);
    return true;
}

bool MatrixView::selectByKey(const QKeyEvent& event)
{
    if (!m_currentCell) {
        return false;
    }
    const bool ctrl = event.modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    const auto [row, column] = *m_currentCell;
    if (event.key() == Qt::Key_Space && shift) {
        selectRows(row, row);
    } else if (event.key() == Qt::Key_Space && ctrl) {
        selectColumns(column, column);
    } else if (event.key() == Qt::Key_A && ctrl) {
        selectRows(0, m_model.rowCount() - 1);
    } else if (event.key() == Qt::Key_Escape && !selection().isOneCell()) {
        setCurrentCell(row, column);
    } else {
        return false;
    }
    return true;
}

void MatrixView::keyPressEvent(QKeyEvent* event)
{
    if (moveCurrent(*event) || selectByKey(*event) || changeSize(*event)) {
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT activated();
        return;
    }
    event->ignore(); // the page and the shell have keys as well
}

void MatrixView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if (const int turn = event->angleDelta().y(); turn != 0) {
        MatrixZoom zoom = m_zoom;
        const qreal notches = turn / NotchAngle;
        // A touchpad sends many small turns, none of which may become a whole step.
        qAbs(notches) < 1 ? zoom.scaleBy(std::pow(MatrixZoom::Notch, notches)) : zoom.step(notches);
        setZoom(zoom, event->position());
    }
    event->accept();
}

void MatrixView::pinch(QGestureEvent& event)
{
    const auto* gesture = static_cast<const QPinchGesture*>(event.gesture(Qt::PinchGesture));
    if (gesture == nullptr) {
        return;
    }
    MatrixZoom zoom = m_zoom;
    zoom.scaleBy(gesture->scaleFactor());
    setZoom(zoom, viewport()->mapFromGlobal(gesture->hotSpot()));
    event.accept();
}

bool MatrixView::pinchTouchpad(const QNativeGestureEvent& event)
{
    if (event.gestureType() != Qt::ZoomNativeGesture) {
        return false;
    }
    MatrixZoom zoom = m_zoom;
    zoom.scaleBy(1 + event.value());
    setZoom(zoom, event.position());
    return true;
}

bool MatrixView::viewportEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = textAt(m_layout.hit(toDevice(help->pos())));
        QToolTip::showText(help->globalPos(), words::toolTip(text), viewport());
        return true;
    }
    case QEvent::Leave:
        setHovered({});
        break;
    case QEvent::Gesture:
        pinch(*static_cast<QGestureEvent*>(event));
        return true;
    case QEvent::NativeGesture:
        return pinchTouchpad(*static_cast<QNativeGestureEvent*>(event)) ||
               QAbstractScrollArea::viewportEvent(event);
    case QEvent::Paint:
        if (devicePixelRatioF() != m_scale) {
            placeEverything(); // moved to a screen of another scale
        }
        break;
    default:
        break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void MatrixView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    const bool looksOtherwise = event->type() == QEvent::PaletteChange ||
                                event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange ||
                                event->type() == QEvent::LanguageChange;
    if (looksOtherwise) {
        m_widestLabel = MatrixHeads::widestLabel(m_model);
        placeEverything();
    }
}

void MatrixView::mouseMoveEvent(QMouseEvent* event)
{
    const MatrixHit hit = m_layout.hit(toDevice(event->position().toPoint()));
    setHovered(hit);
    viewport()->setCursor(hit.area == MatrixArea::Head ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (event->buttons().testFlag(Qt::LeftButton) && hit.isCell() && m_currentCell) {
        setCurrentCell(hit.row, hit.column, true);
    }
}

int MatrixView::zoneAt(const QPoint& device) const
{
    const auto& zones = m_model.shape().zones;
    for (size_t i = 0; i < zones.size(); ++i) {
        const int end =
            m_layout.columnLeft(zones[i].first + zones[i].count - 1) + m_layout.metrics().cellWidth;
        if (device.x() >= m_layout.columnLeft(zones[i].first) && device.x() < end) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void MatrixView::pressHead(const MatrixHit& hit, const QPoint& at)
{
    if (at.y() < qRound(MatrixHeads::ZoneHeight * m_scale)) {
        if (const int zone = zoneAt(at); zone >= 0) {
            Q_EMIT zoneClicked(m_model.shape().zones[static_cast<size_t>(zone)].name);
        }
    } else if (hit.column >= 0) {
        Q_EMIT nodeClicked(m_model.column(hit.column).node);
    }
}

void MatrixView::pressFrozen(const MatrixHit& hit, bool extend)
{
    if (hit.row < 0) {
        return;
    }
    if (m_layout.kind(hit.row) == MatrixRowKind::Layer) {
        const int first = extend && m_currentCell ? selection().rows.first : hit.row;
        selectRows(qMin(first, hit.row), qMax(first, hit.row));
        return;
    }
    const MatrixGroup& group = m_model.groupOf(hit.row);
    selectRows(hit.row, group.endRow - 1);
}

void MatrixView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const QPoint at = toDevice(event->position().toPoint());
    const MatrixHit hit = m_layout.hit(at);
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (hit.area) {
    case MatrixArea::Cells:
        if (hit.isCell()) {
            setCurrentCell(hit.row, hit.column, extend && m_currentCell);
        }
        break;
    case MatrixArea::Head:
        pressHead(hit, at);
        break;
    case MatrixArea::Frozen:
        pressFrozen(hit, extend);
        break;
    case MatrixArea::Corner:
    case MatrixArea::Nowhere:
        break;
    }
}

void MatrixView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_layout.hit(toDevice(event->position().toPoint())).isCell()) {
        Q_EMIT activated();
    }
}

void MatrixView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    // The keyboard needs a cell to begin with.
    if (!m_currentCell && m_model.columnCount() > 0) {
        setCurrentCell(m_layout.stepLayerRow(-1, 1), 0);
    }
    viewport()->update();
    tellAccessibility();
}

void MatrixView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace stowage
