// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/TextCache.h"

#include <QPainter>

namespace stowage {

void TextCache::draw(QPainter& painter, int slot, const QFont& font, const QRectF& room,
                     Qt::AlignmentFlag side, const QString& text)
{
    if (m_texts.size() >= Most) {
        m_texts.clear();
    }
    QStaticText& shaped = m_texts[{slot, text}];
    if (shaped.text() != text) {
        shaped.setText(text);
        shaped.setTextFormat(Qt::PlainText);
        shaped.setPerformanceHint(QStaticText::AggressiveCaching);
        shaped.prepare(painter.transform(), font);
    }
    const QSizeF size = shaped.size();
    const qreal x = side == Qt::AlignRight ? room.right() - size.width() : room.left();
    painter.setFont(font);
    painter.drawStaticText(QPointF(x, room.center().y() - size.height() / 2), shaped);
}

} // namespace stowage
