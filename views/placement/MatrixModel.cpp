// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixModel.h"

#include <algorithm>
#include <utility>

namespace stowage {

namespace {

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

std::span<const MatrixCell> MatrixModel::cells(int row) const
{
    const int layer = this->row(row).layer;
    const size_t columns = m_shape.columns.size();
    return layer < 0 ? std::span<const MatrixCell>()
                     : std::span(m_cells).subspan(static_cast<size_t>(layer) * columns, columns);
}

MatrixCell& MatrixModel::cellAt(int layer, int column)
{
    return m_cells[static_cast<size_t>(layer) * m_shape.columns.size() + static_cast<size_t>(column)];
}

int MatrixModel::wholeNodes(int row) const
{
    const auto group = static_cast<size_t>(this->row(row).group);
    if (m_whole[group] < 0) {
        m_whole[group] = static_cast<int>(m_fleet.nodesHoldingWhole(m_shape.groups[group].image).size());
    }
    return m_whole[group];
}

std::optional<Timestamp> MatrixModel::oldestLive() const
{
    Timestamp oldest{};
    for (const Timestamp at : m_oldest) {
        if (at != Timestamp{} && (oldest == Timestamp{} || at < oldest)) {
            oldest = at;
        }
    }
    return oldest == Timestamp{} ? std::nullopt : std::optional(oldest);
}

MatrixPlace MatrixModel::placeOf(int row, int column) const
{
    const MatrixLayer* layer = layerOf(row);
    return {groupOf(row).image, this->row(row).platform, layer ? layer->id : LayerId{},
            this->column(column).node};
}

std::optional<std::pair<int, int>> MatrixModel::find(const MatrixPlace& place) const
{
    const int column = place.node.value < m_columnOfNode.size() ? m_columnOfNode[place.node.value] : -1;
    if (column < 0) {
        return std::nullopt;
    }
    for (const MatrixGroup& group : m_shape.groups) {
        if (group.image != place.image) {
            continue;
        }
        const int index = this->row(group.firstRow).group;
        for (int at = group.firstRow; at < rowCount() && row(at).group == index; ++at) {
            const MatrixLayer* layer = layerOf(at);
            if (layer && layer->id == place.layer && row(at).platform == place.platform) {
                return std::pair(at, column);
            }
        }
    }
    return std::nullopt;
}

void MatrixModel::rebuild()
{
    Q_EMIT aboutToRebuild();
    m_shape = buildMatrixShape(m_fleet, m_query);
    readAll();
    Q_EMIT rebuilt();
}

void MatrixModel::readAll()
{
    m_columnOfNode.assign(m_fleet.nodes().size(), -1);
    m_oldest.assign(m_shape.columns.size(), {});
    m_cells.assign(m_shape.layers.size() * m_shape.columns.size(), {});
    m_whole.assign(m_shape.groups.size(), -1);
    m_nextAge = 0;
    for (int column = 0; column < columnCount(); ++column) {
        m_columnOfNode[this->column(column).node.value] = column;
        readColumn(column);
    }
    refreshAges();
}

bool MatrixModel::readColumn(int column)
{
    MatrixColumn& head = m_shape.columns[static_cast<size_t>(column)];
    const NodeState state = m_fleet.node(head.node).state;
    bool differs = head.state != state;
    head.state = state;

    const bool down = isDown(state);
    for (int layer = 0; layer < static_cast<int>(m_shape.layers.size()); ++layer) {
        const MatrixLayer& content = m_shape.layers[static_cast<size_t>(layer)];
        const Cell cell = m_fleet.cell(content.id, head.node);
        const MatrixCell now = toMatrixCell(cell, down, content.held == 1);
        MatrixCell& shown = cellAt(layer, column);
        differs = differs || shown != now;
        shown = now;
    }
    return differs;
}

Timestamp MatrixModel::readOldest(int column) const
{
    Timestamp oldest{};
    for (const MatrixLayer& layer : m_shape.layers) {
        const Cell cell = m_fleet.cell(layer.id, this->column(column).node);
        const bool live = cell.presence != Presence::Unknown && cell.freshness == Freshness::Live;
        if (live && (oldest == Timestamp{} || cell.seenAt < oldest)) {
            oldest = cell.seenAt;
        }
    }
    return oldest;
}

void MatrixModel::refreshAges()
{
    constexpr size_t CellsAtOnce = 50'000;
    size_t looked = 0;
    for (int done = 0; done < columnCount() && looked < CellsAtOnce; ++done) {
        m_nextAge = (m_nextAge + 1) % columnCount();
        m_oldest[static_cast<size_t>(m_nextAge)] = readOldest(m_nextAge);
        looked += m_shape.layers.size();
    }
}

void MatrixModel::setActive(bool active)
{
    m_active = active;
    if (active && std::exchange(m_missed, false)) {
        rebuild();
    }
}

std::vector<int> MatrixModel::readCopies()
{
    std::vector<int> changed;
    for (int index = 0; index < static_cast<int>(m_shape.layers.size()); ++index) {
        MatrixLayer& layer = m_shape.layers[static_cast<size_t>(index)];
        const quint32 held = m_fleet.layer(layer.id).held;
        if (held != layer.held) {
            layer.held = held;
            changed.push_back(index);
        }
    }
    return changed;
}

void MatrixModel::markSole(int layer)
{
    const CellLook look =
        m_shape.layers[static_cast<size_t>(layer)].held == 1 ? CellLook::Sole : CellLook::Held;
    for (int column = 0; column < columnCount(); ++column) {
        MatrixCell& cell = cellAt(layer, column);
        if (cell.isHeld()) {
            cell = MatrixCell::of(look, cell.isStale());
        }
    }
}

bool MatrixModel::changesShape(const ChangeSet& changes) const
{
    // A layer that changed only has other holders, as its size and digest cannot change; what an image is
    // made of can.
    const bool nodesCameOrWent = !changes.nodes.added.empty() || !changes.nodes.removed.empty();
    const bool layersCameOrWent = !changes.layers.added.empty() || !changes.layers.removed.empty();
    if (nodesCameOrWent || layersCameOrWent || !changes.images.isEmpty()) {
        return true;
    }
    return std::any_of(changes.nodes.changed.begin(), changes.nodes.changed.end(), [this](NodeId id) {
        const int at = id.value < m_columnOfNode.size() ? m_columnOfNode[id.value] : -1;
        if (at < 0) {
            return !m_query.filter.isEmpty(); // what hid it may be no longer so
        }
        return m_fleet.node(id).seen.zone != m_shape.zones[static_cast<size_t>(column(at).zone)].name;
    });
}

std::vector<int> MatrixModel::columnsOf(const ChangeSet& changes) const
{
    std::vector<int> columns;
    for (const auto* ids : {&changes.nodes.changed, &changes.cellsOf}) {
        for (const NodeId id : *ids) {
            if (id.value < m_columnOfNode.size() && m_columnOfNode[id.value] >= 0) {
                columns.push_back(m_columnOfNode[id.value]);
            }
        }
    }
    sortUnique(columns);
    return columns;
}

void MatrixModel::take(const ChangeSet& changes)
{
    if (!m_active) {
        m_missed = true;
        return;
    }
    if (changesShape(changes)) {
        rebuild();
        return;
    }
    MatrixChange change;
    change.layers = readCopies();
    for (const int column : columnsOf(changes)) {
        if (readColumn(column)) {
            change.columns.push_back(column);
        }
    }
    finish(change);
}

void MatrixModel::finish(const MatrixChange& change)
{
    if (change.isEmpty()) {
        return;
    }
    for (const int layer : change.layers) {
        markSole(layer);
    }
    // The number of copies may decide order and filter: look whether they come out otherwise now.
    const bool copiesDecide = m_query.sort == MatrixSort::Risk || !m_query.filter.isEmpty();
    if (copiesDecide && !change.layers.empty()) {
        MatrixShape shape = buildMatrixShape(m_fleet, m_query);
        if (shape.rows != m_shape.rows || shape.groups != m_shape.groups) {
            Q_EMIT aboutToRebuild();
            m_shape = std::move(shape);
            m_whole.assign(m_shape.groups.size(), -1);
            Q_EMIT rebuilt();
            return;
        }
    }
    std::fill(m_whole.begin(), m_whole.end(), -1);
    Q_EMIT changed(change);
}

} // namespace stowage
