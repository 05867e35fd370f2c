// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/CellTiles.h"

#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace stowage {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CellTiles)
};

constexpr qreal StaleOpacity = 0.45;

QColor mix(const QColor& over, const QColor& base, qreal opacity)
{
    const auto channel = [opacity](int a, int b) {
        return qRound(a * opacity + b * (1 - opacity));
    };
    return QColor(channel(over.red(), base.red()), channel(over.green(), base.green()),
                  channel(over.blue(), base.blue()));
}

QString word(CellLook look)
{
    switch (look) {
    case CellLook::Absent:
        return QStringLiteral("–");
    case CellLook::Held:
        //: Written into a cell of the placement matrix when cells are large; keep it as short as this.
        return Words::tr("held");
    case CellLook::Sole:
        //: Written into a cell of the placement matrix when cells are large; keep it as short as this.
        return Words::tr("only");
    case CellLook::Unknown:
        return QStringLiteral("?");
    case CellLook::Down:
        return QStringLiteral("×"); // a word would hide the hatch
    }
    return {};
}

/// Paints one cell into a tile; all lengths are device pixels.
class TilePainter
{
public:
    TilePainter(const Theme& theme, QImage& tile, qreal scale)
        : m_theme(theme), m_scale(scale), m_panel(theme.color(Token::Panel)), m_painter(&tile)
    {
        const int pitch = std::min(tile.width(), tile.height());
        const int gap = pitch >= qRound(8 * scale) ? qMax(1, qRound(2 * scale)) : pitch >= 4 ? 1 : 0;
        m_cell = QRect(0, 0, tile.width() - gap, tile.height() - gap);
        tile.fill(m_panel);
    }

    void paint(MatrixCell cell)
    {
        const QColor held = m_theme.color(Token::Held);
        switch (cell.look()) {
        case CellLook::Absent:
            m_painter.fillRect(m_cell, m_theme.color(Token::Raised));
            frame(1, mix(m_theme.color(Token::Line), m_panel, 0.55));
            break;
        case CellLook::Held:
        case CellLook::Sole:
            m_painter.fillRect(m_cell, held);
            break;
        case CellLook::Unknown:
            m_painter.fillRect(m_cell, m_theme.color(Token::Raised));
            hatch(mix(m_theme.color(Token::Unknown), m_panel, 0.5));
            break;
        case CellLook::Down:
            hatch(mix(m_theme.color(Token::Unknown), m_panel, 0.9));
            break;
        }
        if (cell.isStale()) {
            QColor veil = m_panel;
            veil.setAlphaF(static_cast<float>(1 - StaleOpacity));
            m_painter.fillRect(m_cell, veil);
        }
        // The ring stays bright when the cell has aged: that the last copy was seen long ago is no comfort.
        if (cell.look() == CellLook::Sole) {
            frame(qMin(qRound(2 * m_scale), qMax(1, m_cell.width() / 3)), m_theme.color(Token::Warning));
        }
    }

    void write(const QString& text, const QColor& color, bool ground)
    {
        QFont font = fonts::label();
        font.setPixelSize(qMax(1, qRound(font.pixelSize() * m_scale)));
        m_painter.setFont(font);
        if (ground) {
            const QRect box = m_painter.fontMetrics().boundingRect(m_cell, Qt::AlignCenter, text);
            m_painter.fillRect(box.adjusted(-2, 0, 2, 0), m_panel);
        }
        m_painter.setPen(color);
        m_painter.drawText(m_cell, Qt::AlignCenter, text);
    }

private:
    void frame(int width, const QColor& color)
    {
        if (m_cell.width() <= 2 * width || m_cell.height() <= 2 * width) {
            m_painter.fillRect(m_cell, color);
            return;
        }
        const QRect inner = m_cell.adjusted(width, width, -width, -width);
        m_painter.save();
        m_painter.setClipRegion(QRegion(m_cell) - inner);
        m_painter.fillRect(m_cell, color);
        m_painter.restore();
    }

    void hatch(const QColor& color)
    {
        const qreal step = 4 * m_scale;
        m_painter.save();
        m_painter.setClipRect(m_cell);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(QPen(color, 1.2 * m_scale));
        const qreal height = m_cell.height();
        for (qreal x = -height + step / 2; x < m_cell.width() + height; x += step) {
            m_painter.drawLine(QPointF(x, height), QPointF(x + height, 0));
        }
        m_painter.restore();
    }

    const Theme& m_theme;
    qreal m_scale;
    QColor m_panel;
    QPainter m_painter;
    QRect m_cell;
};

/// What a cell of one pixel shows: the mean of what a large one does, except that a ring there is all of it.
QRgb dotColor(MatrixCell cell, const Theme& theme)
{
    const QColor panel = theme.color(Token::Panel);
    QColor color;
    switch (cell.look()) {
    case CellLook::Absent:
        color = theme.color(Token::Raised);
        break;
    case CellLook::Held:
        color = theme.color(Token::Held);
        break;
    case CellLook::Sole:
        return theme.color(Token::Warning).rgb();
    case CellLook::Unknown:
        color = mix(theme.color(Token::Unknown), panel, 0.25);
        break;
    case CellLook::Down:
        color = mix(theme.color(Token::Unknown), panel, 0.45);
        break;
    }
    return (cell.isStale() ? mix(color, panel, StaleOpacity) : color).rgb();
}

} // namespace

void CellTiles::paint(const Theme& theme, QSize size, qreal scale)
{
    m_size = size;
    const bool withWords = size.width() >= WordWidth * scale;
    const bool tiny = std::min(size.width(), size.height()) < 4;
    for (int look = 0; look < CellLookCount; ++look) {
        for (const bool stale : {false, true}) {
            const MatrixCell cell = MatrixCell::of(static_cast<CellLook>(look), stale);
            m_colors[cell.value] = dotColor(cell, theme);
            QImage& tile = m_tiles[cell.value];
            tile = QImage(size, QImage::Format_RGB32);
            if (tiny) {
                tile.fill(m_colors[cell.value]);
                continue;
            }
            TilePainter painter(theme, tile, scale);
            painter.paint(cell);
            if (withWords) {
                const bool filled = cell.isHeld() && !stale;
                const QColor ink =
                    filled ? theme.textOn(theme.color(Token::Held)) : theme.color(Token::Text2);
                const bool hatched = cell.look() == CellLook::Unknown || cell.look() == CellLook::Down;
                painter.write(word(cell.look()), ink, hatched);
            }
        }
    }
}

} // namespace stowage
