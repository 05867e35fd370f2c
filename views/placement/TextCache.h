// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QRectF>
#include <QStaticText>

class QPainter;

namespace stowage {

/// Short texts that are painted again and again, shaped once. Shaping is most of what text costs in a frame.
class TextCache
{
public:
    /// Forgets everything: fonts or scale are others.
    void clear() { m_texts.clear(); }

    /// Draws on one line in the painter's pen, vertically centred. `font` is number `slot` among those used
    /// here.
    void draw(QPainter& painter, int slot, const QFont& font, const QRectF& room, Qt::AlignmentFlag side,
              const QString& text);

private:
    static constexpr qsizetype Most = 4096;

    QHash<std::pair<int, QString>, QStaticText> m_texts;
};

} // namespace stowage
