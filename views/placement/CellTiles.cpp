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
constexpr qreal GoingVeil = 0.65;

QColor mix(const QColor& over, const QColor& base, qreal opacity)
{
    const auto channel = [opacity](int a, int b) {
        return qRound(a * opacity + b * (1 - opacity));
    };
    return QColor(channel(over.red(), base.red()), channel(over.green(), base.green()),
                  channel(over.blue(), base.blue()));
}

QString word(MatrixCell cell)
{
    switch (cell.mark()) {
    case CellMark::Lost:
        //: Written into a cell of the placement matrix when cells are large; keep it as short as this.
        return Words::tr("lost");
    case CellMark::MayBeLost:
        //: the same: it may be lost
        return Words::tr("lost?");
    case CellMark::Gained:
        return QStringLiteral("+");
    case CellMark::Dropped:
        return QStringLiteral("−");
    case CellMark::Going:
    case CellMark::None:
        break;
    }
    switch (cell.look()) {
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

/// Whether anything can be marked so.
bool isPossible(CellLook look, CellMark mark)
{
    const bool isHeld = look == CellLook::Held || look == CellLook::Sole;
    switch (mark) {
    case CellMark::Lost:
    case CellMark::MayBeLost:
    case CellMark::Gained:
        return isHeld;
    case CellMark::Dropped:
        return look == CellLook::Absent;
    case CellMark::Going:
    case CellMark::None:
        break;
    }
    return true;
}

/// The colour that stands for a mark.
Token inkOf(CellMark mark)
{
    switch (mark) {
    case CellMark::Lost:
        return Token::Critical;
    case CellMark::MayBeLost:
        return Token::Warning;
    case CellMark::Gained:
        return Token::Fine;
    case CellMark::Dropped:
        return Token::Text2;
    case CellMark::Going:
    case CellMark::None:
        break;
    }
    return Token::Panel;
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
        if (cell.mark() == CellMark::Lost || cell.mark() == CellMark::MayBeLost) {
            paintLoss(cell);
            return;
        }
        paintLook(cell.look());
        if (cell.isStale()) {
            veil(1 - StaleOpacity);
        }
        // The ring stays bright when the cell has aged: that the last copy was seen long ago is no comfort.
        if (cell.look() == CellLook::Sole) {
            frame(ringWidth(), m_theme.color(Token::Warning));
        }
        if (cell.mark() == CellMark::Going) {
            veil(GoingVeil);
        } else if (cell.mark() != CellMark::None) {
            frame(ringWidth(), m_theme.color(inkOf(cell.mark())));
            sign(cell.mark() == CellMark::Gained, m_theme.color(inkOf(cell.mark())));
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
    int ringWidth() const { return qMin(qRound(2 * m_scale), qMax(1, m_cell.width() / 3)); }

    void veil(qreal opacity)
    {
        QColor veil = m_panel;
        veil.setAlphaF(static_cast<float>(opacity));
        m_painter.fillRect(m_cell, veil);
    }

    void paintLook(CellLook look)
    {
        switch (look) {
        case CellLook::Absent:
            m_painter.fillRect(m_cell, m_theme.color(Token::Raised));
            frame(1, mix(m_theme.color(Token::Line), m_panel, 0.55));
            break;
        case CellLook::Held:
        case CellLook::Sole:
            m_painter.fillRect(m_cell, m_theme.color(Token::Held));
            break;
        case CellLook::Unknown:
            m_painter.fillRect(m_cell, m_theme.color(Token::Raised));
            hatch(mix(m_theme.color(Token::Unknown), m_panel, 0.5));
            break;
        case CellLook::Down:
            hatch(mix(m_theme.color(Token::Unknown), m_panel, 0.9));
            break;
        }
    }

    /// A cross: colour alone must not say it.
    void paintLoss(MatrixCell cell)
    {
        const QColor ink = m_theme.color(inkOf(cell.mark()));
        if (cell.mark() == CellMark::MayBeLost) {
            m_painter.fillRect(m_cell, mix(ink, m_panel, 0.3));
            frame(ringWidth(), ink);
        } else {
            m_painter.fillRect(m_cell, ink);
        }
        if (m_cell.width() < qRound(7 * m_scale) ||
            m_cell.width() >= qRound(CellTiles::WordWidth * m_scale - 2)) {
            return;
        }
        const qreal in = m_cell.width() * 0.28;
        const QRectF cross = QRectF(m_cell).adjusted(in, in, -in, -in);
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        const QColor stroke = cell.mark() == CellMark::Lost ? m_theme.textOn(ink) : ink;
        m_painter.setPen(QPen(stroke, 1.4 * m_scale));
        m_painter.drawLine(cross.topLeft(), cross.bottomRight());
        m_painter.drawLine(cross.topRight(), cross.bottomLeft());
        m_painter.restore();
    }

    /// Plus or minus, where there is room for one.
    void sign(bool plus, const QColor& color)
    {
        const int width = m_cell.width();
        if (width < qRound(10 * m_scale) || width >= qRound(CellTiles::WordWidth * m_scale - 2)) {
            return;
        }
        const int stroke = qMax(1, qRound(m_scale));
        const int half = qMax(2, width / 5);
        const QPoint middle = m_cell.center();
        m_painter.fillRect(middle.x() - half, middle.y() - stroke / 2, 2 * half + 1, stroke, color);
        if (plus) {
            m_painter.fillRect(middle.x() - stroke / 2, middle.y() - half, stroke, 2 * half + 1, color);
        }
    }

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
    if (cell.mark() != CellMark::None && cell.mark() != CellMark::Going) {
        return theme.color(inkOf(cell.mark())).rgb();
    }
    QColor color;
    switch (cell.look()) {
    case CellLook::Absent:
        color = theme.color(Token::Raised);
        break;
    case CellLook::Held:
        color = theme.color(Token::Held);
        break;
    case CellLook::Sole:
        color = theme.color(Token::Warning);
        break;
    case CellLook::Unknown:
        color = mix(theme.color(Token::Unknown), panel, 0.25);
        break;
    case CellLook::Down:
        color = mix(theme.color(Token::Unknown), panel, 0.45);
        break;
    }
    const bool isDim = cell.isStale() && cell.look() != CellLook::Sole;
    color = isDim ? mix(color, panel, StaleOpacity) : color;
    return (cell.mark() == CellMark::Going ? mix(color, panel, 1 - GoingVeil) : color).rgb();
}

} // namespace

void CellTiles::paint(const Theme& theme, QSize size, qreal scale, bool withMarks)
{
    m_size = size;
    for (int mark = 0; mark < (withMarks ? CellMarkCount : 1); ++mark) {
        for (int look = 0; look < CellLookCount; ++look) {
            for (const bool stale : {false, true}) {
                const auto as = static_cast<CellLook>(look);
                if (isPossible(as, static_cast<CellMark>(mark))) {
                    paintTile(MatrixCell::of(as, stale, static_cast<CellMark>(mark)), theme, scale);
                }
            }
        }
    }
}

void CellTiles::paintTile(MatrixCell cell, const Theme& theme, qreal scale)
{
    m_colors[cell.value] = dotColor(cell, theme);
    QImage& tile = m_tiles[cell.value];
    tile = QImage(m_size, QImage::Format_RGB32);
    if (std::min(m_size.width(), m_size.height()) < 4) {
        tile.fill(m_colors[cell.value]);
        return;
    }
    TilePainter painter(theme, tile, scale);
    painter.paint(cell);
    if (m_size.width() < WordWidth * scale) {
        return;
    }
    const bool isFilled = cell.isHeld() && !cell.isStale() && cell.mark() == CellMark::None;
    const bool isLost = cell.mark() == CellMark::Lost;
    const bool isGained = cell.mark() == CellMark::Gained;
    const QColor ground = theme.color(isLost ? Token::Critical : Token::Held);
    const QColor ink = isFilled || isLost || isGained ? theme.textOn(ground) : theme.color(Token::Text2);
    const bool isHatched = cell.look() == CellLook::Unknown || cell.look() == CellLook::Down;
    painter.write(word(cell), ink, isHatched);
}

} // namespace stowage
