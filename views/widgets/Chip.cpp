// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/Chip.h"

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/KeyHint.h"

#include <QEvent>
#include <QPainter>

namespace stowage {

namespace {

constexpr int Padding = 9;
constexpr int MarkGap = 6;

} // namespace

Chip::Chip(const Theme& theme, Kind kind, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_kind(kind)
{
    setFont(fonts::body());
    setFocusPolicy(kind == Kind::Fact ? Qt::NoFocus : Qt::TabFocus);
    setAttribute(Qt::WA_Hover, kind != Kind::Fact);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (kind == Kind::Primary) {
        m_ink = Token::Accent;
    }
}

void Chip::setInk(Token ink)
{
    m_ink = ink;
    update();
}

void Chip::setStatus(std::optional<Status> status)
{
    m_status = status;
    updateGeometry();
    update();
}

void Chip::setKey(const QString& key)
{
    m_key = key;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    int width = 2 * Padding + fontMetrics().horizontalAdvance(text());
    if (m_status) {
        width += metrics::Mark + MarkGap;
    }
    if (!m_key.isEmpty()) {
        width += MarkGap + keyHintWidth(m_key);
    }
    return {width, metrics::Control};
}

bool Chip::event(QEvent* event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    }
    return QAbstractButton::event(event);
}

void Chip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool pressable = m_kind != Kind::Fact && isEnabled();
    const bool focused = hasFocus();
    const Token border = focused ? Token::Accent : m_kind == Kind::Control ? Token::Line : m_ink;
    const qreal pen = focused ? 2 : 1;
    painter.setPen(QPen(m_theme.color(isEnabled() ? border : Token::Line), pen));
    painter.setBrush(pressable && (underMouse() || isDown()) ? m_theme.color(Token::Hover)
                     : m_kind == Kind::Fact                  ? m_theme.blend(m_ink, Token::Panel, 0.08)
                                                             : m_theme.color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2),
                            metrics::ControlRadius, metrics::ControlRadius);
    int left = Padding;
    if (m_status) {
        drawStatusMark(painter, QRectF(left, (height() - metrics::Mark) / 2.0, metrics::Mark, metrics::Mark),
                       *m_status, m_theme);
        left += metrics::Mark + MarkGap;
    }
    painter.setFont(font());
    painter.setPen(m_theme.color(isEnabled() ? m_ink : Token::Text3));
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (!m_key.isEmpty()) {
        drawKeyHint(painter, QPoint(width() - Padding - keyHintWidth(m_key), height() / 2), m_key, m_theme);
    }
}

} // namespace stowage
