// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/PaddedDelegate.h"

#include "views/theme/Metrics.h"

#include <QApplication>
#include <QPainter>

namespace stowage {

void PaddedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, QString());
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const QRect room = item.rect.adjusted(metrics::Gap, 0, -metrics::Gap, 0);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(item.palette.color(QPalette::Text));
    painter->drawText(room, static_cast<int>(item.displayAlignment) | Qt::TextSingleLine,
                      item.fontMetrics.elidedText(text, item.textElideMode, room.width()));
    painter->restore();
}

} // namespace stowage
