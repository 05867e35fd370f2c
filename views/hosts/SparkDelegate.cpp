// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/SparkDelegate.h"

#include "views/hosts/Sparklines.h"
#include "views/theme/Theme.h"

#include <QPainter>

namespace stowage {
namespace {

constexpr qreal Pen = 1.25;

} // namespace

SparkDelegate::SparkDelegate(const Theme& theme, Table& table, Reader reader)
    : CellDelegate(theme, table), m_reader(std::move(reader))
{
}

void SparkDelegate::paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const Cell cell = m_reader(index);
    if (cell.lines == nullptr || cell.lines->empty()) {
        return;
    }
    const QSizeF size = Sparklines::Size;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(room);
    painter.translate(room.left(), room.top() + (room.height() - size.height()) / 2);
    painter.setPen(QPen(theme().color(cell.ink), Pen));
    painter.drawLines(cell.lines->data(), static_cast<int>(cell.lines->size()));
    painter.restore();
}

QString SparkDelegate::wholeText(const QRect& /*room*/, const QModelIndex& index) const
{
    return m_reader(index).whole;
}

} // namespace stowage
