// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/ChartCanvas.h"
#include "views/chart/PlotItem.h"
#include "views/chart/PlotNotes.h"
#include "views/theme/Theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace stowage {

namespace {

TimeRange ordered(Timestamp a, Timestamp b)
{
    return {std::min(a, b), std::max(a, b)};
}

} // namespace

void ChartCanvas::paintEvent(QPaintEvent* event)
{
    placeNow();
    QChartView::paintEvent(event);
    if (hasFocus()) {
        QPainter painter(viewport());
        painter.setPen(QPen(m_theme.color(Token::Accent), 1));
        painter.drawRect(plotArea().toAlignedRect().adjusted(-1, -1, 0, 0));
    }
}

void ChartCanvas::mousePressEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (m_window.isEmpty() || !plotArea().contains(at)) {
        event->ignore();
        return;
    }
    if (event->button() == Qt::LeftButton) {
        const std::vector<QRectF> pins = PlotNotes::pinLabels(m_plot->plot());
        for (size_t i = 0; i < pins.size(); ++i) {
            if (pins[i].contains(at - plotArea().topLeft())) {
                Q_EMIT pinPressed(i);
                return;
            }
        }
    }
    const bool pans = event->button() == Qt::MiddleButton || (event->modifiers() & Qt::ControlModifier) != 0;
    m_drag = pans                                            ? Drag::Pan
             : event->button() != Qt::LeftButton             ? Drag::None
             : (event->modifiers() & Qt::ShiftModifier) != 0 ? Drag::Pin
                                                             : Drag::Select;
    m_dragFrom = at;
    m_dragTime = timeAt(at.x());
}

void ChartCanvas::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    switch (m_drag) {
    case Drag::None:
        setCross(plotArea().contains(at) ? std::optional(timeAt(at.x())) : std::nullopt);
        break;
    case Drag::Pan:
        Q_EMIT panned((m_dragFrom.x() - at.x()) / plotArea().width());
        m_dragFrom = at;
        break;
    case Drag::Select:
    case Drag::Pin:
        m_plot->setSelection(ordered(m_dragTime, timeAt(at.x())));
        break;
    }
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    if (drag != Drag::Select && drag != Drag::Pin) {
        return;
    }
    m_plot->setSelection(std::nullopt);
    if (std::abs(event->position().x() - m_dragFrom.x()) < QApplication::startDragDistance() / 2.0) {
        setCross(timeAt(event->position().x()));
        return;
    }
    const TimeRange range = ordered(m_dragTime, timeAt(event->position().x()));
    drag == Drag::Pin ? Q_EMIT pinned(range) : Q_EMIT selected(range);
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (plotArea().contains(event->position())) {
        Q_EMIT zoomed(2, timeAt(event->position().x()));
    }
}

void ChartCanvas::wheelEvent(QWheelEvent* event)
{
    const bool isPan = (event->modifiers() & Qt::ShiftModifier) != 0 ||
                       std::abs(event->angleDelta().x()) > std::abs(event->angleDelta().y());
    // With Alt, Qt gives the horizontal turn; with Shift it is the vertical one that was turned.
    const int turn = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    const double notches = turn / 120.0;
    if (isPan) {
        Q_EMIT panned(-notches * 0.1);
    } else {
        Q_EMIT zoomed(std::pow(0.8, notches), timeAt(event->position().x()));
    }
    event->accept();
}

void ChartCanvas::keyPressEvent(QKeyEvent* event)
{
    event->ignore(); // the chart's keys are the view's; a scroll area would swallow the arrows
}

void ChartCanvas::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void ChartCanvas::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

bool ChartCanvas::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        setCross(std::nullopt);
    }
    return QChartView::viewportEvent(event);
}

} // namespace stowage
