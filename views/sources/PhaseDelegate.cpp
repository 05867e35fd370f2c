// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/PhaseDelegate.h"

#include "views/sources/PhaseBar.h"
#include "views/sources/Phases.h"
#include "views/widgets/BarGeometry.h"

namespace stowage {

namespace {

constexpr int TextWidth = 54;

} // namespace

PhaseDelegate::PhaseDelegate(const Theme& theme, Table& table, Reader reader)
    : CellDelegate(theme, table), m_reader(std::move(reader))
{
}

void PhaseDelegate::paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const PhaseTimes times = m_reader(index);
    const auto total = totalOf(times);
    if (!total) {
        drawText(painter, room, Qt::AlignRight, tr("not measured"), Token::Text2);
        return;
    }
    const BarGeometry geometry = barGeometry(room, 1, TextWidth);
    if (geometry.track.isValid()) {
        drawPhases(painter, geometry.track, times, theme());
    }
    drawText(painter, geometry.text, Qt::AlignRight, formatMicros(*total), Token::Text);
}

QString PhaseDelegate::wholeText(const QRect& /*room*/, const QModelIndex& index) const
{
    return phasesText(m_reader(index));
}

} // namespace stowage
