// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/BarDelegate.h"

#include "views/theme/Theme.h"
#include "views/widgets/BarGeometry.h"

#include <QPainter>

namespace stowage {

namespace {

constexpr int TextWidth = 62;
constexpr qreal Radius = 1.5;

} // namespace

BarDelegate::BarDelegate(const Theme& theme, Table& table, Fraction fraction)
    : CellDelegate(theme, table), m_fraction(std::move(fraction))
{
}

void BarDelegate::paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const std::optional<double> fraction = m_fraction(index);
    if (!fraction) {
        drawText(painter, room, Qt::AlignRight, index.data().toString(), Token::Text2);
        return;
    }
    const BarGeometry geometry = barGeometry(room, *fraction, TextWidth);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().color(Token::Hover));
    painter.drawRoundedRect(geometry.track, Radius, Radius);
    painter.setBrush(theme().color(Token::Held));
    painter.drawRoundedRect(geometry.filled, Radius, Radius);
    painter.restore();
    drawText(painter, geometry.text, Qt::AlignRight, index.data().toString(), ink());
}

} // namespace stowage
