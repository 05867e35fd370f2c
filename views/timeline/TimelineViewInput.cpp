// SPDX-License-Identifier: GPL-3.0-or-later
// What TimelineView does on keys, wheel and mouse.
#include "views/timeline/TimelineView.h"
#include "views/widgets/Words.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

constexpr double PanShare = 0.15;
constexpr double ZoomFactor = 0.7;
constexpr double NotchAngle = 120; // of a wheel, in eighths of a degree
constexpr double DragAfter = 4;    // pixels

} // namespace

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void TimelineView::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    viewport()->update();
}

void TimelineView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    const bool looksOtherwise = event->type() == QEvent::PaletteChange ||
                                event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange ||
                                event->type() == QEvent::LanguageChange;
    if (looksOtherwise) {
        m_painter.forget();
        viewport()->update();
    }
}

bool TimelineView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), words::toolTip(textAt(help->pos())), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hovered = 0;
        m_pointer.reset();
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain =
        (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == Qt::NoModifier;
    if (isPlain && (zoomByKey(*event) || moveByKey(*event))) {
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        activate();
        return;
    }
    event->ignore(); // the page and the shell have keys as well
}

bool TimelineView::zoomByKey(const QKeyEvent& event)
{
    // About what is chosen where that is seen.
    const std::optional<Timestamp> chosen = chosenTime();
    const bool isSeen = chosen && *chosen >= m_window.shown().from && *chosen <= m_window.shown().to;
    const auto zoom = [&](double factor) {
        move([&](ChartWindow& window) { isSeen ? window.zoom(factor, *chosen) : window.zoom(factor); });
    };
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(ZoomFactor);
        return true;
    case Qt::Key_Minus:
        zoom(1 / ZoomFactor);
        return true;
    case Qt::Key_0:
        showWhole();
        return true;
    default:
        return false;
    }
}

bool TimelineView::moveByKey(const QKeyEvent& event)
{
    const bool isShift = event.modifiers().testFlag(Qt::ShiftModifier);
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool forward = event.key() == Qt::Key_Right;
        if (isShift) {
            step(forward);
        } else {
            move([&](ChartWindow& window) { window.pan(forward ? PanShare : -PanShare); });
        }
        return true;
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
        stepRow(event.key() == Qt::Key_Down);
        return true;
    case Qt::Key_Home:
        move([](ChartWindow& window) { window.toBegin(); });
        return true;
    case Qt::Key_End:
        move([](ChartWindow& window) { window.toEnd(); });
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        verticalScrollBar()->triggerAction(event.key() == Qt::Key_PageUp ? QScrollBar::SliderPageStepSub
                                                                         : QScrollBar::SliderPageStepAdd);
        return true;
    default:
        return false;
    }
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    const QPoint turn = event->angleDelta();
    const bool isOverHeads = event->position().x() < TimelineFrame::Heads;
    if (isOverHeads || event->modifiers().testFlag(Qt::ShiftModifier)) {
        const int by = turn.y() != 0 ? turn.y() : turn.x();
        verticalScrollBar()->setValue(verticalScrollBar()->value() -
                                      static_cast<int>(by / NotchAngle * 3 * TimelineLayout::RowHeight));
    } else if (std::abs(turn.x()) > std::abs(turn.y())) {
        move([&](ChartWindow& window) { window.pan(-turn.x() / NotchAngle * PanShare); });
    } else if (turn.y() != 0) {
        const Timestamp anchor = frame().timeAt(event->position().x());
        move([&](ChartWindow& window) { window.zoom(std::pow(ZoomFactor, turn.y() / NotchAngle), anchor); });
    }
    event->accept();
}

bool TimelineView::isChevron(quint32 entry, const QPointF& at) const
{
    constexpr double Room = TimelineLayout::MarkRoom + 18;
    const double left = std::max<double>(rectOf(entry).left(), TimelineFrame::Heads);
    return m_content.entries[entry].isStorm && at.x() >= left && at.x() <= left + Room;
}

bool TimelineView::pressColumn(const QPointF& at)
{
    const TimelineLayout::Column* column = columnAt(at);
    if (column == nullptr) {
        return false;
    }
    lookCloser(*column);
    return true;
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !frame().lanes().contains(event->position().toPoint())) {
        event->ignore();
        return;
    }
    m_pressed = event->position();
    m_before = m_window.shown();
    m_isDragging = false;
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    const bool isInside = frame().lanes().contains(at.toPoint());
    if (m_pressed && std::abs(at.x() - m_pressed->x()) > DragAfter) {
        m_isDragging = true;
    }
    if (m_isDragging) {
        const double share = (m_pressed->x() - at.x()) / frame().timeWidth();
        const Millis by{std::llround(share * static_cast<double>((m_before.to - m_before.from).count()))};
        showRange({m_before.from + by, m_before.to + by});
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    const auto entry = entryAt(at);
    m_hovered = entry ? m_content.entries[*entry].id : 0;
    m_pointer = isInside ? std::optional(frame().timeAt(at.x())) : std::nullopt;
    viewport()->setCursor(entry || columnAt(at) != nullptr ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_pressed) {
        return;
    }
    const QPointF at = *std::exchange(m_pressed, std::nullopt);
    viewport()->setCursor(Qt::ArrowCursor);
    if (std::exchange(m_isDragging, false) || event->button() != Qt::LeftButton) {
        return;
    }
    if (const auto entry = entryAt(at)) {
        const bool opens = isChevron(*entry, at);
        choose(*entry);
        if (opens) {
            activate();
        }
    } else {
        pressColumn(at);
    }
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const auto entry = event->button() == Qt::LeftButton ? entryAt(event->position()) : std::nullopt;
    if (entry && !isChevron(*entry, event->position())) {
        choose(*entry);
        activate();
    }
}

void TimelineView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    tellAccessibility();
}

void TimelineView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace stowage
