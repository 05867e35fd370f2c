// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/KeyHint.h"

#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace stowage {

namespace {

constexpr int Height = 16;
constexpr int Padding = 5;

} // namespace

int keyHintWidth(const QString& key)
{
    return std::max(Height, QFontMetrics(fonts::label()).horizontalAdvance(key) + 2 * Padding);
}

void drawKeyHint(QPainter& painter, QPoint middleLeft, const QString& key, const Theme& theme)
{
    const QRect box(middleLeft.x(), middleLeft.y() - Height / 2, keyHintWidth(key), Height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::Line), 1));
    painter.setBrush(theme.color(Token::Raised));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(fonts::label());
    painter.setPen(theme.color(Token::Text));
    painter.drawText(box, Qt::AlignCenter, key);
    painter.restore();
}

} // namespace stowage
