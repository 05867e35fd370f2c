// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/TileButton.h"

#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Words.h"

#include <QKeyEvent>
#include <QPainter>

namespace stowage {

namespace {

constexpr int RoomBeside = 60;

} // namespace

TileButton::TileButton(const Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void TileButton::setTile(const TileText& tile)
{
    if (m_tile != tile) {
        m_tile = tile;
        tell();
        update();
    }
}

void TileButton::setWhere(const QString& where)
{
    m_where = where;
    tell();
}

void TileButton::tell()
{
    const QString whole = tileInWords(m_tile);
    setAccessibleName(words::visible(whole));
    setAccessibleDescription(m_where);
    setToolTip(words::toolTip(m_where.isEmpty() ? whole : QStringLiteral("%1 → %2").arg(whole, m_where)));
}

QSize TileButton::sizeHint() const
{
    return {metrics::TileMinWidth + RoomBeside, metrics::TileHeight};
}

QSize TileButton::minimumSizeHint() const
{
    return {metrics::TileMinWidth, metrics::TileHeight};
}

void TileButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    if (event->key() == Qt::Key_Space) {
        event->ignore(); // the shell's: it freezes the screen
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void TileButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    drawTile(painter, rect(), m_tile, m_theme);
    if (hasFocus() || underMouse()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(hasFocus() ? Token::Accent : Token::Text3), hasFocus() ? 2 : 1));
        const qreal inset = hasFocus() ? 1 : 0.5;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), metrics::PanelRadius,
                                metrics::PanelRadius);
    }
}

} // namespace stowage
