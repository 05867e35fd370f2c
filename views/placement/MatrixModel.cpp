// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixModel.h"

#include <algorithm>
#include <utility>

namespace stowage {

namespace {

/// With no more rows than this, order follows every change set.
constexpr size_t FewRows = 4'000;

template <class T>
void sortUnique(std::vector<T>& values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace

MatrixModel::MatrixModel(const Fleet& fleet, QObject* parent) : QObject(parent), m_fleet(fleet)
{
    rebuild();
    connect(&fleet, &Fleet::changed, this, &MatrixModel::take);
}

void MatrixModel::setQuery(const MatrixQuery& query)
{
    if (query == m_query) {
        return;
    }
    m_query = query;
    rebuild();
}

const MatrixLayer* MatrixModel::layerOf(int row) const
{
    const int layer = this->row(row).layer;
    return layer < 0 ? nullptr : &m_shape.layers[static_cast<size_t>(layer)];
}

MatrixCell MatrixModel::cell(int row, int column) const
{
    const MatrixLayer* layer = layerOf(row);
    if (layer == nullptr) {
        return {};
    }
    const MatrixColumn& node = this->column(column);
    CellGlance seen;
    m_fleet.glance(node.node, std::span(&layer->id, 1), std::span(&seen, 1));
    return toMatrixCell(seen, isDown(node.state), layer->held == 1);
}

std::optional<int> MatrixModel::wholeNodes(int row) const
{
    const size_t image = groupOf(row).image.value;
    return image < m_whole.size() ? m_whole[image].nodes : std::nullopt;
}

bool MatrixModel::isWholeOld(int row) const
{
    const size_t image = groupOf(row).image.value;
    return image >= m_whole.size() || m_whole[image].isOld;
}

void MatrixModel::countWhole(int row)
{
    const ImageId image = groupOf(row).image;
    if (image.value >= m_whole.size()) {
        m_whole.resize(image.value + 1);
    }
    m_whole[image.value] = {static_cast<int>(m_fleet.nodesHoldingWhole(image).size()), false};
}

void MatrixModel::ageWhole()
{
    for (Whole& whole : m_whole) {
        whole.isOld = true;
    }
}

MatrixPlace MatrixModel::placeOf(int row, int column) const
{
    const MatrixLayer* layer = layerOf(row);
    return {groupOf(row).image, this->row(row).platform, layer ? layer->id : LayerId{},
            this->column(column).node};
}

int MatrixModel::columnOf(NodeId node) const
{
    return node.value < m_columnOfNode.size() ? m_columnOfNode[node.value] : -1;
}

std::optional<std::pair<int, int>> MatrixModel::find(const MatrixPlace& place) const
{
    const int column = columnOf(place.node);
    int found = -1;
    for (int at = 0; column >= 0 && at < rowCount(); ++at) {
        const MatrixLayer* layer = layerOf(at);
        if (!layer || layer->id != place.layer) {
            continue;
        }
        if (groupOf(at).image == place.image && row(at).platform == place.platform) {
            return std::pair(at, column);
        }
        // Not grouped, a layer stands once, under whichever image came first.
        found = m_query.grouping == MatrixGrouping::None ? at : found;
    }
    return found < 0 ? std::nullopt : std::optional(std::pair(found, column));
}

void MatrixModel::rebuild()
{
    rebuildParts(true, true);
}

void MatrixModel::rebuildParts(bool rows, bool columns)
{
    Q_EMIT aboutToRebuild();
    if (rows) {
        buildMatrixRows(m_fleet, m_query, m_shape);
        m_isOrderOld = false;
    }
    if (columns) {
        buildMatrixColumns(m_fleet, m_query, m_shape);
        indexColumns();
    }
    ageWhole();
    Q_EMIT rebuilt();
}

void MatrixModel::indexColumns()
{
    m_columnOfNode.assign(m_fleet.nodes().size(), -1);
    for (int column = 0; column < columnCount(); ++column) {
        m_columnOfNode[this->column(column).node.value] = column;
    }
}

void MatrixModel::setActive(bool active)
{
    m_active = active;
    if (active && std::exchange(m_missed, false)) {
        rebuild();
    }
}

void MatrixModel::settle()
{
    if (m_active && std::exchange(m_isOrderOld, false)) {
        reorder();
    }
}

std::vector<int> MatrixModel::readCopies()
{
    std::vector<int> changed;
    for (size_t index = 0; index < m_shape.layers.size(); ++index) {
        MatrixLayer& layer = m_shape.layers[index];
        const quint32 held = m_fleet.layer(layer.id).held;
        if (held != layer.held) {
            layer.held = held;
            changed.push_back(static_cast<int>(index));
        }
    }
    return changed;
}

std::vector<int> MatrixModel::readColumns(const ChangeSet& changes)
{
    std::vector<int> columns;
    for (const auto* ids : {&changes.nodes.changed, &changes.cellsOf}) {
        for (const NodeId id : *ids) {
            if (const int column = columnOf(id); column >= 0) {
                m_shape.columns[static_cast<size_t>(column)].state = m_fleet.node(id).state;
                columns.push_back(column);
            }
        }
    }
    sortUnique(columns);
    return columns;
}

bool MatrixModel::changesRows(const ChangeSet& changes) const
{
    // A layer that changed only has other holders, as its size and digest cannot change; what an image is
    // made of can.
    return !changes.layers.added.empty() || !changes.layers.removed.empty() || !changes.images.isEmpty();
}

bool MatrixModel::changesColumns(const ChangeSet& changes) const
{
    if (!changes.nodes.added.empty() || !changes.nodes.removed.empty()) {
        return true;
    }
    return std::ranges::any_of(changes.nodes.changed, [this](NodeId id) {
        const int at = columnOf(id);
        if (at < 0) {
            return !m_query.filter.isEmpty(); // what hid it may be no longer so
        }
        return m_fleet.node(id).seen.zone != m_shape.zones[static_cast<size_t>(column(at).zone)].name;
    });
}

bool MatrixModel::copiesDecide() const
{
    return m_query.sort == MatrixSort::Risk || !m_query.filter.isEmpty();
}

bool MatrixModel::reorder()
{
    MatrixShape shape;
    buildMatrixRows(m_fleet, m_query, shape);
    if (shape.rows == m_shape.rows && shape.groups == m_shape.groups) {
        return false;
    }
    Q_EMIT aboutToRebuild();
    shape.columns = std::move(m_shape.columns);
    shape.zones = std::move(m_shape.zones);
    m_shape = std::move(shape);
    ageWhole();
    Q_EMIT rebuilt();
    return true;
}

void MatrixModel::take(const ChangeSet& changes)
{
    if (!m_active) {
        m_missed = true;
        return;
    }
    const MatrixChange change{readColumns(changes), readCopies()};
    const bool rows = changesRows(changes);
    const bool columns = changesColumns(changes);
    if (rows || columns) {
        // What a bare word means depends on both.
        const bool isFiltered = !m_query.filter.isEmpty();
        const bool isReordered = copiesDecide() && !change.layers.empty();
        rebuildParts(rows || isFiltered || isReordered, columns || isFiltered);
        return;
    }
    if (change.isEmpty()) {
        return;
    }
    ageWhole();
    if (copiesDecide() && !change.layers.empty()) {
        m_isOrderOld = m_shape.rows.size() > FewRows;
        if (!m_isOrderOld && reorder()) {
            return;
        }
    }
    Q_EMIT changed(change);
}

} // namespace stowage
