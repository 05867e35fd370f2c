// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixTwinModel.h"

#include "models/ports/Clock.h"
#include "views/placement/PlacementWords.h"
#include "views/theme/Fonts.h"
#include "views/widgets/Words.h"

#include <algorithm>

namespace stowage {

MatrixTwinModel::MatrixTwinModel(const MatrixModel& matrix, const Clock& clock, QObject* parent)
    : QAbstractTableModel(parent), m_matrix(matrix), m_clock(clock)
{
    readRows();
    connect(&matrix, &MatrixModel::aboutToRebuild, this, &MatrixTwinModel::beginResetModel);
    connect(&matrix, &MatrixModel::rebuilt, this, &MatrixTwinModel::reread);
    connect(&matrix, &MatrixModel::changed, this, &MatrixTwinModel::tell);
}

void MatrixTwinModel::reread()
{
    readRows();
    endResetModel();
}

void MatrixTwinModel::readRows()
{
    m_rows.clear();
    for (int row = 0; row < m_matrix.rowCount(); ++row) {
        if (m_matrix.layerOf(row)) {
            m_rows.push_back(row);
        }
    }
    m_nodes = m_matrix.columnCount();
}

void MatrixTwinModel::tell(const MatrixChange& change)
{
    if (m_rows.empty()) {
        return;
    }
    const int last = rowCount() - 1;
    if (!change.layers.empty()) {
        // With the copies the words of every holder change.
        Q_EMIT dataChanged(index(0, CopiesColumn), index(last, columnCount() - 1));
        return;
    }
    for (size_t i = 0; i < change.columns.size();) {
        size_t end = i + 1;
        while (end < change.columns.size() && change.columns[end] == change.columns[end - 1] + 1) {
            ++end;
        }
        Q_EMIT dataChanged(index(0, FirstNode + change.columns[i]),
                           index(last, FirstNode + change.columns[end - 1]));
        Q_EMIT headerDataChanged(Qt::Horizontal, FirstNode + change.columns[i],
                                 FirstNode + change.columns[end - 1]);
        i = end;
    }
}

void MatrixTwinModel::setOverlay(MatrixOverlay overlay)
{
    m_overlay = std::move(overlay);
    if (!m_rows.empty() && m_nodes > 0) {
        Q_EMIT dataChanged(index(0, FirstNode), index(rowCount() - 1, columnCount() - 1));
    }
}

int MatrixTwinModel::rowOf(int matrixRow) const
{
    const auto found = std::ranges::lower_bound(m_rows, matrixRow);
    return found != m_rows.end() && *found == matrixRow ? static_cast<int>(found - m_rows.begin()) : -1;
}

int MatrixTwinModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MatrixTwinModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstNode + m_nodes;
}

QString MatrixTwinModel::cellText(MatrixCell cell) const
{
    QString text;
    switch (cell.look()) {
    case CellLook::Absent:
        text = tr("absent");
        break;
    case CellLook::Held:
        text = tr("held");
        break;
    case CellLook::Sole:
        text = tr("only copy");
        break;
    case CellLook::Unknown:
        text = tr("unknown");
        break;
    case CellLook::Down:
        text = tr("unknown, node down");
        break;
    }
    //: added to a state that was seen some time ago: "held, old"
    text = cell.isStale() ? tr("%1, old").arg(text) : text;
    const QString mark = words::mark(cell.mark());
    return mark.isEmpty() ? text : QStringLiteral("%1, %2").arg(text, mark);
}

QString MatrixTwinModel::text(int matrixRow, int column) const
{
    const MatrixGroup& group = m_matrix.groupOf(matrixRow);
    const MatrixLayer& layer = *m_matrix.layerOf(matrixRow);
    switch (column) {
    case ImageColumn:
        return group.reference;
    case PlatformColumn:
        return group.platforms.value(m_matrix.row(matrixRow).platform);
    case LayerColumn:
        return layer.digest.shortHex(12);
    case SizeColumn:
        return formatBytes(layer.bytes);
    case CopiesColumn:
        return QString::number(layer.held);
    default:
        return cellText(m_overlay.marked(m_matrix.cell(matrixRow, column - FirstNode), layer.id,
                                         m_matrix.column(column - FirstNode).node));
    }
}

QVariant MatrixTwinModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const int row = matrixRow(index.row());
    const int column = index.column();
    const bool isNumber = column == SizeColumn || column == CopiesColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (column >= FirstNode) {
            const MatrixPlace place = m_matrix.placeOf(row, column - FirstNode);
            const QString name = words::cellName(m_matrix.fleet(), place.layer, place.node, m_clock.now());
            return role == Qt::ToolTipRole ? words::toolTip(name) : name;
        }
        return column == LayerColumn ? QVariant(m_matrix.layerOf(row)->digest.toString()) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole:
        return column == LayerColumn ? QVariant(fonts::mono()) : QVariant();
    default:
        return {};
    }
}

QVariant MatrixTwinModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == SizeColumn || section == CopiesColumn;
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case ImageColumn:
        return tr("Image");
    case PlatformColumn:
        return tr("Platform");
    case LayerColumn:
        return tr("Layer");
    case SizeColumn:
        return tr("Size");
    case CopiesColumn:
        return tr("Copies");
    default:
        return m_matrix.column(section - FirstNode).name;
    }
}

} // namespace stowage
