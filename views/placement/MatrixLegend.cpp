// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixLegend.h"

#include "models/core/Listed.h"
#include "views/placement/CellTiles.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"

#include <QPainter>

namespace stowage {

namespace {

constexpr int Swatch = 13;
constexpr int Space = 16; // between one entry and the next

} // namespace

MatrixLegend::MatrixLegend(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Legend"));
    say();
}

void MatrixLegend::showLoss(bool shown)
{
    m_hasLoss = shown;
    say();
}

void MatrixLegend::showChanges(bool shown)
{
    m_hasChanges = shown;
    say();
}

void MatrixLegend::say()
{
    QStringList words;
    for (const Entry& entry : entries()) {
        words << entry.word;
    }
    setAccessibleDescription(listed(words));
    update();
}

std::vector<MatrixLegend::Entry> MatrixLegend::entries() const
{
    std::vector<Entry> entries;
    if (m_hasLoss) {
        entries = {{MatrixCell::of(CellLook::Held, false, CellMark::Lost), tr("would be lost")},
                   {MatrixCell::of(CellLook::Held, false, CellMark::MayBeLost), tr("may be lost")}};
    }
    if (m_hasChanges) {
        entries.push_back({MatrixCell::of(CellLook::Held, false, CellMark::Gained), tr("gained")});
        entries.push_back({MatrixCell::of(CellLook::Absent, false, CellMark::Dropped), tr("dropped")});
    }
    const Entry always[] = {
        {MatrixCell::of(CellLook::Held, false), tr("held")},
        {MatrixCell::of(CellLook::Sole, false), tr("only copy")},
        {MatrixCell::of(CellLook::Absent, false), tr("absent")},
        {MatrixCell::of(CellLook::Unknown, false), tr("unknown")},
        {MatrixCell::of(CellLook::Down, false), tr("node gone or unable")},
        {MatrixCell::of(CellLook::Held, true), tr("dim: older than 2 sweeps")},
    };
    entries.insert(entries.end(), std::begin(always), std::end(always));
    return entries;
}

int MatrixLegend::widthOf(const Entry& entry) const
{
    return Swatch + metrics::Grid + QFontMetrics(fonts::label()).horizontalAdvance(entry.word);
}

QSize MatrixLegend::sizeHint() const
{
    int width = 0;
    for (const Entry& entry : entries()) {
        width += widthOf(entry) + Space;
    }
    return {width, metrics::DenseRow};
}

QSize MatrixLegend::minimumSizeHint() const
{
    return {0, metrics::DenseRow};
}

void MatrixLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(fonts::label());
    painter.setPen(m_theme.color(Token::Text2));
    const qreal scale = devicePixelRatioF();
    CellTiles tiles;
    tiles.paint(m_theme, QSize(qRound((Swatch + 2) * scale), qRound((Swatch + 2) * scale)), scale, true);
    int x = metrics::Margin;
    for (const Entry& entry : entries()) {
        if (x + widthOf(entry) > width()) {
            break;
        }
        QImage tile = tiles.image(entry.cell);
        tile.setDevicePixelRatio(scale);
        painter.drawImage(QPointF(x, (height() - Swatch) / 2.0), tile);
        painter.drawText(QRect(x + Swatch + metrics::Grid, 0, width(), height()),
                         Qt::AlignLeft | Qt::AlignVCenter, entry.word);
        x += widthOf(entry) + Space;
    }
}

} // namespace stowage
