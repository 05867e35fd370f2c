// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/Scrim.h"

#include "views/theme/Theme.h"

#include <QPainter>

namespace stowage {

namespace {

constexpr qreal Opacity = 0.6;

} // namespace

Scrim::Scrim(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    hide();
}

void Scrim::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    QColor color = m_theme.color(Token::Window);
    color.setAlphaF(Opacity);
    painter.fillRect(rect(), color);
}

void Scrim::mousePressEvent(QMouseEvent* /*event*/)
{
    Q_EMIT pressed();
}

} // namespace stowage
