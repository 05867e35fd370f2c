// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/WindowStrip.h"

#include "views/chart/PlotScale.h"
#include "views/theme/Theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace stowage {

namespace {

constexpr double Reach = 5;       ///< pixels about an end where it is taken hold of
constexpr double LeastWindow = 3; ///< however short, it can be seen and taken hold of

} // namespace

WindowStrip::WindowStrip(const ChartWindow& window, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_window(window), m_theme(theme)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

double WindowStrip::xOf(Timestamp at) const
{
    return area().left() + PlotScale{m_window.bounds(), area().size()}.x(at);
}

Timestamp WindowStrip::timeAt(double x) const
{
    return PlotScale{m_window.bounds(), area().size()}.timeAt(x - area().left());
}

QRectF WindowStrip::windowRect() const
{
    const double left = std::clamp(xOf(m_window.shown().from), area().left(), area().right());
    const double right = std::clamp(xOf(m_window.shown().to), left, area().right());
    const double wide = std::max(right - left, LeastWindow);
    return {std::min(left, area().right() - wide), area().top(), wide, area().height()};
}

void WindowStrip::paintEvent(QPaintEvent* /*event*/)
{
    if (m_window.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.fillRect(area(), m_theme.color(Token::Window));
    paintGround(painter);
    const QRectF shown = windowRect();
    QColor color = m_theme.color(Token::Accent);
    constexpr float Tint = 0.2F;
    color.setAlphaF(Tint);
    painter.fillRect(shown, color);
    painter.setPen(QPen(m_theme.color(Token::Accent), 1));
    painter.drawRect(shown.adjusted(0.5, 0.5, -0.5, -0.5));
}

WindowStrip::Grip WindowStrip::gripAt(double x) const
{
    const QRectF window = windowRect();
    // Of a short one the middle is what is meant; its ends are taken hold of from outside.
    const double inner = std::min(Reach, window.width() / 4);
    if (x >= window.left() - Reach && x <= window.left() + inner) {
        return Grip::Begin;
    }
    if (x >= window.right() - inner && x <= window.right() + Reach) {
        return Grip::End;
    }
    return x > window.left() && x < window.right() ? Grip::Middle : Grip::New;
}

void WindowStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_window.isEmpty()) {
        event->ignore();
        return;
    }
    m_grip = gripAt(event->position().x());
    m_pressed = timeAt(event->position().x());
    m_before = m_window.shown();
    if (m_grip == Grip::New) {
        // A press beside it brings it there; a drag from there makes a new one.
        const Millis half = (m_before.to - m_before.from) / 2;
        Q_EMIT moved({m_pressed - half, m_pressed + half});
    }
}

void WindowStrip::mouseMoveEvent(QMouseEvent* event)
{
    const Timestamp at = timeAt(event->position().x());
    switch (m_grip) {
    case Grip::None: {
        const Grip grip = gripAt(event->position().x());
        setCursor(grip == Grip::Begin || grip == Grip::End ? Qt::SizeHorCursor
                  : grip == Grip::Middle                   ? Qt::OpenHandCursor
                                                           : Qt::ArrowCursor);
        break;
    }
    case Grip::Begin:
        Q_EMIT moved({std::min(at, m_before.to - ChartWindow::Least), m_before.to});
        break;
    case Grip::End:
        Q_EMIT moved({m_before.from, std::max(at, m_before.from + ChartWindow::Least)});
        break;
    case Grip::Middle:
        Q_EMIT moved({m_before.from + (at - m_pressed), m_before.to + (at - m_pressed)});
        break;
    case Grip::New:
        if (std::abs(xOf(at) - xOf(m_pressed)) > Reach) {
            Q_EMIT moved({std::min(at, m_pressed), std::max(at, m_pressed)});
        }
        break;
    }
}

void WindowStrip::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    m_grip = Grip::None;
}

} // namespace stowage
