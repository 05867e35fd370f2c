// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/MemberDelegate.h"

#include "models/alerts/incidents/IncidentMemberModel.h"
#include "views/now/ShownAlerts.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Words.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace stowage {

namespace {

constexpr int LineHeight = 18;
constexpr int MarkGap = 8;
constexpr int BesideGap = 8;
constexpr int LeastBeside = 40;

void write(QPainter& painter, const QRect& room, Qt::Alignment alignment, const QString& text)
{
    painter.drawText(room, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(words::visible(text), Qt::ElideRight, room.width()));
}

} // namespace

MemberDelegate::MemberDelegate(const Theme& theme, const IncidentMemberModel& model,
                               const ShownAlerts& alerts, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_model(model), m_alerts(alerts),
      m_strong(fonts::strong()), m_body(fonts::body()), m_second(fonts::secondary())
{
}

MemberRow MemberDelegate::row(const QModelIndex& index) const
{
    const IncidentMember* member = m_model.member(index);
    return member == nullptr ? kindRow(index, m_now) : alertRow(*member, m_alerts.find(member->alert), m_now);
}

void MemberDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const QRect& cell = option.rect;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(cell, m_theme.color(isSelected ? Token::Hover : Token::Raised));
    }
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), m_theme.color(Token::Line));
    const MemberRow shown = row(index);
    const int top = cell.top() + (cell.height() - 2 * LineHeight) / 2;
    drawStatusMark(
        *painter, QRectF(cell.left(), top + (LineHeight - metrics::Mark) / 2.0, metrics::Mark, metrics::Mark),
        shown.status, m_theme);
    QRect upper(cell.left() + metrics::Mark + MarkGap, top, 0, LineHeight);
    upper.setRight(cell.right() - metrics::Margin);
    const QRect lower = upper.translated(0, LineHeight);
    painter->setFont(m_second);
    painter->setPen(m_theme.color(Token::Text2));
    write(*painter, upper, Qt::AlignRight, shown.state);
    write(*painter, lower, Qt::AlignLeft, shown.below);
    upper.setRight(upper.right() - painter->fontMetrics().horizontalAdvance(shown.state) - BesideGap);
    painter->setFont(index.parent().isValid() ? m_body : m_strong);
    painter->setPen(m_theme.color(Token::Text));
    write(*painter, upper, Qt::AlignLeft, shown.title);
    upper.setLeft(upper.left() + painter->fontMetrics().horizontalAdvance(shown.title) + BesideGap);
    if (!shown.beside.isEmpty() && upper.width() > LeastBeside) {
        painter->setFont(m_second);
        painter->setPen(m_theme.color(Token::Text2));
        write(*painter, upper, Qt::AlignLeft, shown.beside);
    }
}

QSize MemberDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const
{
    return {0, RowHeight};
}

bool MemberDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                               const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid()) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    QToolTip::showText(event->globalPos(), words::toolTip(rowInWords(row(index))), view);
    return true;
}

} // namespace stowage
