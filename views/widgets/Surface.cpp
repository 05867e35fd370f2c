// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/Surface.h"

#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"

#include <QPainter>

namespace stowage {

void drawSurface(QPainter& painter, const QRect& rect, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::Line), 1));
    painter.setBrush(theme.color(Token::Panel));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), metrics::PanelRadius,
                            metrics::PanelRadius);
    painter.restore();
}

} // namespace stowage
