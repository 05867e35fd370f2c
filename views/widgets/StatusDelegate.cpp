// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/StatusDelegate.h"

#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"

#include <QPainter>

namespace stowage {

namespace {

constexpr int MarkGap = 8;
constexpr int ReasonGap = 8;
constexpr int LeastReason = 40;

} // namespace

StatusDelegate::StatusDelegate(const Theme& theme, Table& table, Reader reader)
    : CellDelegate(theme, table), m_reader(std::move(reader))
{
}

void StatusDelegate::paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const StatusCell cell = m_reader(index);
    const QRectF mark(room.left() + 4, room.top() + (room.height() - metrics::Mark) / 2.0, metrics::Mark,
                      metrics::Mark);
    drawStatusMark(painter, mark, cell.status, theme());
    QRect left = room.adjusted(4 + metrics::Mark + MarkGap, 0, 0, 0);
    drawText(painter, left, Qt::AlignLeft, cell.word,
             cell.status == Status::Fine ? Token::Text2 : Token::Text);
    left.setLeft(left.left() + QFontMetrics(font()).horizontalAdvance(cell.word) + ReasonGap);
    if (!cell.reason.isEmpty() && left.width() > LeastReason) {
        drawText(painter, left, Qt::AlignLeft, cell.reason, Token::Text2);
    }
}

QString StatusDelegate::wholeText(const QRect& /*room*/, const QModelIndex& index) const
{
    const StatusCell cell = m_reader(index);
    return cell.reason.isEmpty() ? cell.word : QStringLiteral("%1: %2").arg(cell.word, cell.reason);
}

} // namespace stowage
