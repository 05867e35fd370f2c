// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/AtRiskModel.h"

#include "views/placement/PlacementWords.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"
#include "views/widgets/Words.h"

#include <algorithm>

namespace stowage {

AtRiskModel::AtRiskModel(const Fleet& fleet, const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), m_fleet(fleet), m_theme(theme)
{
}

void AtRiskModel::setEntries(std::vector<LayerRisk> entries)
{
    const bool sameLayers = std::ranges::equal(entries, m_entries, {}, &LayerRisk::layer, &LayerRisk::layer);
    if (sameLayers) {
        m_entries = std::move(entries);
        if (!m_entries.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        }
        return;
    }
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int AtRiskModel::rowOf(LayerId layer) const
{
    const auto found = std::ranges::find(m_entries, layer, &LayerRisk::layer);
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int AtRiskModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int AtRiskModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AtRiskModel::onlyOn(const LayerRisk& entry) const
{
    if (entry.holder.isValid()) {
        return words::nodes(m_fleet, {entry.holder});
    }
    const std::vector<NodeId> last = lastHolders(m_fleet, entry.layer);
    //: a layer that no node is known to hold
    return last.empty() ? tr("no node") : tr("last on %1").arg(words::nodes(m_fleet, last, 1));
}

QString AtRiskModel::text(const LayerRisk& entry, int column) const
{
    const Layer& layer = m_fleet.layer(entry.layer);
    switch (column) {
    case LayerColumn:
        return layer.descriptor.digest.shortHex(8);
    case SizeColumn:
        return formatBytes(layer.descriptor.bytes);
    case CopiesColumn:
        return QString::number(layer.held);
    case OnlyOnColumn:
        return onlyOn(entry);
    default:
        return {};
    }
}

QString AtRiskModel::toolTip(const LayerRisk& entry) const
{
    const Layer& layer = m_fleet.layer(entry.layer);
    return words::toolTip(
        tr("%1\nneeded by %2\n%3")
            .arg(layer.descriptor.digest.toString(), words::images(m_fleet, layer.images, 8), onlyOn(entry)));
}

QVariant AtRiskModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const LayerRisk& at = entry(index.row());
    const bool isNumber = index.column() == SizeColumn || index.column() == CopiesColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(at, index.column());
    case Qt::ToolTipRole:
        return toolTip(at);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole:
        return index.column() == LayerColumn ? QVariant(fonts::mono()) : QVariant();
    case Qt::ForegroundRole:
        if (index.column() == CopiesColumn) {
            return m_theme.color(at.standing == LayerStanding::None ? Token::Critical : Token::Warning);
        }
        return index.column() == OnlyOnColumn ? QVariant(m_theme.color(Token::Text2)) : QVariant();
    default:
        return {};
    }
}

QVariant AtRiskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const bool isNumber = section == SizeColumn || section == CopiesColumn;
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case LayerColumn:
        return tr("Layer");
    case SizeColumn:
        return tr("Size");
    case CopiesColumn:
        return tr("Copies");
    case OnlyOnColumn:
        //: column: the node that alone holds the layer
        return tr("Only on");
    default:
        return {};
    }
}

} // namespace stowage
