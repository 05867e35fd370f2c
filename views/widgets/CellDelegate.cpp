// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/CellDelegate.h"

#include "models/table/EntityTableModel.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Table.h"
#include "views/widgets/Words.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace stowage {

namespace {

constexpr int SelectionBar = 3;

Qt::Alignment alignmentOf(const QModelIndex& index)
{
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    return alignment.isValid() ? alignment.value<Qt::Alignment>()
                               : Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

CellDelegate::CellDelegate(const Theme& theme, Table& table)
    : QStyledItemDelegate(&table), m_theme(theme), m_table(table), m_font(fonts::body())
{
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const bool current = m_table.currentRow() == index.row();
    const bool selected = current || option.state.testFlag(QStyle::State_Selected);
    const bool hovered = m_table.hoveredRow() == index.row();
    const QRect& cell = option.rect;
    if (selected || hovered) {
        painter->fillRect(cell, selected ? m_theme.color(Token::Hover) : m_theme.color(Token::Raised));
    }
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), m_theme.color(Token::Line));
    if (current && cell.left() <= 0) {
        const Token bar = m_table.hasFocus() ? Token::Accent : Token::Text3;
        painter->fillRect(QRect(cell.left(), cell.top(), SelectionBar, cell.height() - 1),
                          m_theme.color(bar));
    }
    paintContent(*painter, cell.adjusted(Padding, 0, -Padding, -1), index);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const
{
    const int words = QFontMetrics(m_font).horizontalAdvance(index.data().toString());
    return {words + 2 * Padding, metrics::Row};
}

void CellDelegate::paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    // Why a number is not known is no number.
    const bool known = index.data(EntityTableModel::SortRole).isValid();
    drawText(painter, room, alignmentOf(index), index.data().toString(), known ? m_ink : Token::Text2);
}

void CellDelegate::drawText(QPainter& painter, const QRect& room, Qt::Alignment alignment,
                            const QString& text, Token ink) const
{
    painter.setFont(m_font);
    painter.setPen(m_theme.color(ink));
    // Of a megabyte no more is shaped than could be seen.
    const QString seen = words::visible(text.left(room.width() + 1));
    painter.drawText(room, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     QFontMetrics(m_font).elidedText(seen, Qt::ElideRight, room.width()));
}

QString CellDelegate::wholeText(const QRect& room, const QModelIndex& index) const
{
    const QString shown = index.data().toString();
    const QString whole = index.data(Qt::ToolTipRole).toString();
    if (!whole.isEmpty() && whole != shown) {
        return whole;
    }
    return QFontMetrics(m_font).horizontalAdvance(shown) > room.width() ? shown : QString();
}

bool CellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid()) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    const QString text = wholeText(option.rect.adjusted(Padding, 0, -Padding, 0), index);
    QToolTip::showText(event->globalPos(), words::toolTip(text), view);
    return true;
}

} // namespace stowage
