// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/MatrixCell.h"
#include "views/placement/MatrixShape.h"

#include <QObject>

#include <optional>
#include <span>

namespace stowage {

/// What changed without a change of shape. Indexes into the shape, sorted, without repeats.
struct MatrixChange
{
    std::vector<int> columns; ///< whose cells or heads look otherwise
    std::vector<int> layers;  ///< whose number of copies is another

    bool isEmpty() const { return columns.empty() && layers.empty(); }
};

/// Names a cell across changes of shape.
struct MatrixPlace
{
    ImageId image;
    int platform = 0;
    LayerId layer;
    NodeId node;

    bool operator==(const MatrixPlace&) const = default;
};

/// What the matrix draws, read from the fleet once and brought up to date by its change sets, so that
/// painting asks the fleet nothing. One byte a (layer, node), however many images share the layer.
class MatrixModel : public QObject
{
    Q_OBJECT

public:
    explicit MatrixModel(const Fleet& fleet, QObject* parent = nullptr);

    const Fleet& fleet() const { return m_fleet; }
    const MatrixShape& shape() const { return m_shape; }
    const MatrixQuery& query() const { return m_query; }
    void setQuery(const MatrixQuery& query);

    int rowCount() const { return static_cast<int>(m_shape.rows.size()); }
    int columnCount() const { return static_cast<int>(m_shape.columns.size()); }
    const MatrixRow& row(int row) const { return m_shape.rows[static_cast<size_t>(row)]; }
    const MatrixColumn& column(int column) const { return m_shape.columns[static_cast<size_t>(column)]; }
    const MatrixGroup& groupOf(int row) const
    {
        return m_shape.groups[static_cast<size_t>(this->row(row).group)];
    }
    /// The layer of a row; null for heads.
    const MatrixLayer* layerOf(int row) const;

    /// The cells of a layer row from the first column to the last; nothing for heads.
    std::span<const MatrixCell> cells(int row) const;

    /// How many nodes hold the row's image whole. Counted when first asked after a change.
    int wholeNodes(int row) const;

    /// Looks again how old the live cells are. A sighting that only confirms what was known is no change, so
    /// nobody tells: the page asks once a second. Looks at no more cells than fit into a few milliseconds,
    /// the next time at the next ones.
    void refreshAges();

    /// The oldest sighting among the cells that are live, over every layer, as of refreshAges(); nothing when
    /// none is.
    std::optional<Timestamp> oldestLive() const;

    MatrixPlace placeOf(int row, int column) const;
    /// Where the place is now: its row and column, or nothing.
    std::optional<std::pair<int, int>> find(const MatrixPlace& place) const;

    /// Reads everything anew.
    void rebuild();

    /// A model that nobody looks at need not follow; it reads everything anew when it is looked at again.
    void setActive(bool active);

Q_SIGNALS:
    void aboutToRebuild();
    void rebuilt(); ///< rows, columns or their order are others
    void changed(const stowage::MatrixChange& change);

private:
    void take(const ChangeSet& changes);
    bool changesShape(const ChangeSet& changes) const;
    bool readColumn(int column);
    Timestamp readOldest(int column) const;
    std::vector<int> readCopies();
    void markSole(int layer);
    void readAll();
    MatrixCell& cellAt(int layer, int column);
    std::vector<int> columnsOf(const ChangeSet& changes) const;
    void finish(const MatrixChange& change);

    const Fleet& m_fleet;
    MatrixQuery m_query;
    MatrixShape m_shape;
    std::vector<MatrixCell> m_cells; ///< by layer, then by column
    std::vector<Timestamp> m_oldest; ///< by column; the epoch when no cell is live
    int m_nextAge = 0;               ///< the column that refreshAges() begins with
    bool m_active = true;
    bool m_missed = false;            ///< something changed while nobody looked
    std::vector<int> m_columnOfNode;  ///< by NodeId::value; -1 where not shown
    mutable std::vector<int> m_whole; ///< by group; -1 where to be counted
};

} // namespace stowage
