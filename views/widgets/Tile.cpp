// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/Tile.h"

#include "models/core/Listed.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Surface.h"
#include "views/widgets/Words.h"

#include <QPainter>

namespace stowage {

namespace {

// Base lines of the three lines, from the tile's top.
constexpr int LabelBase = 23;
constexpr int ValueBase = 48;
constexpr int NoteBase = 68;
constexpr int SuffixGap = 6;

} // namespace

void drawTile(QPainter& painter, const QRect& rect, const TileText& text, const Theme& theme)
{
    drawSurface(painter, rect, theme);
    const int left = rect.left() + metrics::Margin;
    const int room = rect.width() - 2 * metrics::Margin;
    const auto line = [&](int x, int base, int space, const QFont& font, Token ink, const QString& said) {
        const QFontMetrics measure(font);
        QString shown = words::visible(said);
        int wide = measure.horizontalAdvance(shown);
        if (wide > space) {
            shown = measure.elidedText(shown, Qt::ElideRight, space);
            wide = measure.horizontalAdvance(shown);
        }
        painter.setFont(font);
        painter.setPen(theme.color(ink));
        painter.drawText(x, rect.top() + base, shown);
        return wide;
    };
    line(left, LabelBase, room, fonts::label(), Token::Text2, text.label);
    const int used = line(left, ValueBase, room, fonts::value(), text.ink, text.value) + SuffixGap;
    line(left + used, ValueBase, room - used, fonts::body(), text.suffixInk, text.suffix);
    line(left, NoteBase, room, fonts::label(), Token::Text2, text.note);
}

QString tileInWords(const TileText& text)
{
    const QString head = QStringLiteral("%1: %2 %3").arg(text.label, text.value, text.suffix).trimmed();
    return text.note.isEmpty() ? head : listed({head, text.note});
}

Tile::Tile(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Tile::setText(const TileText& text)
{
    if (m_text == text) {
        return;
    }
    m_text = text;
    const QString whole = tileInWords(text);
    setAccessibleName(words::visible(whole));
    setToolTip(words::toolTip(whole));
    update();
}

QSize Tile::sizeHint() const
{
    return {metrics::TileMinWidth + 60, metrics::TileHeight};
}

QSize Tile::minimumSizeHint() const
{
    return {metrics::TileMinWidth, metrics::TileHeight};
}

void Tile::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    drawTile(painter, rect(), m_text, m_theme);
}

} // namespace stowage
