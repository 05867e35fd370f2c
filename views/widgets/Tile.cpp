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
    const QString head = QStringLiteral("%1: %2 %3").arg(text.label, text.value, text.suffix).trimmed();
    const QString whole = text.note.isEmpty() ? head : listed({head, text.note});
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
    drawSurface(painter, rect(), m_theme);
    const int left = metrics::Margin;
    const int room = width() - 2 * metrics::Margin;
    const auto line = [&](int x, int base, int space, const QFont& font, Token ink, const QString& text) {
        const QFontMetrics measure(font);
        QString shown = words::visible(text);
        int wide = measure.horizontalAdvance(shown);
        if (wide > space) {
            shown = measure.elidedText(shown, Qt::ElideRight, space);
            wide = measure.horizontalAdvance(shown);
        }
        painter.setFont(font);
        painter.setPen(m_theme.color(ink));
        painter.drawText(x, base, shown);
        return wide;
    };
    line(left, LabelBase, room, fonts::label(), Token::Text2, m_text.label);
    const int used = line(left, ValueBase, room, fonts::value(), m_text.ink, m_text.value) + SuffixGap;
    line(left + used, ValueBase, room - used, fonts::body(), Token::Text2, m_text.suffix);
    line(left, NoteBase, room, fonts::label(), Token::Text2, m_text.note);
}

} // namespace stowage
