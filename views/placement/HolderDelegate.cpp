// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/HolderDelegate.h"

#include "views/placement/PlacementSummary.h"
#include "views/placement/PlacementWords.h"
#include "views/widgets/Table.h"

namespace stowage {

HolderDelegate::HolderDelegate(const Theme& theme, Table& table, const RiskModel& model)
    : CellDelegate(theme, table), m_model(model)
{
    const auto forget = [this] {
        m_last.clear();
    };
    connect(&model, &RiskModel::dataChanged, this, forget);
    connect(&model, &RiskModel::layoutChanged, this, forget);
    connect(&model, &RiskModel::rowsInserted, this, forget);
    connect(&model, &RiskModel::modelReset, this, forget);
}

QString HolderDelegate::textOf(const QModelIndex& index) const
{
    const QString holder = index.data(EntityTableModel::SortRole).toString();
    const LayerId layer = m_model.layerAt(index.row());
    if (!holder.isEmpty() || m_model.fleet().layer(layer).held > 0) {
        return holder;
    }
    QString& text = m_last[layer.value];
    if (text.isEmpty()) {
        const std::vector<NodeId> last = lastHolders(m_model.fleet(), layer);
        //: a layer that no node is known to hold
        text = last.empty() ? tr("no node") : tr("last on %1").arg(words::nodes(m_model.fleet(), last, 1));
    }
    return text;
}

void HolderDelegate::paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    drawText(painter, room, Qt::AlignLeft, textOf(index), Token::Text2);
}

QString HolderDelegate::wholeText(const QRect& room, const QModelIndex& index) const
{
    const QString text = textOf(index);
    return QFontMetrics(font()).horizontalAdvance(text) > room.width() ? text : QString();
}

} // namespace stowage
