// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/MatrixCell.h"
#include "views/placement/MatrixShape.h"

#include <QObject>

#include <optional>

namespace stowage {

/// What changed without a change of shape. Indexes into the shape, sorted, without repeats.
struct MatrixChange
{
    std::vector<int> columns; ///< whose cells or heads may look otherwise
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

/// Which rows and columns the matrix has and what stands beside them, read from the fleet and brought up to
/// date by its change sets. Cells are read by MatrixWindow as far as they show: a fleet has a hundred
/// million.
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

    /// One cell, asked from the fleet; for heads an unknown one.
    MatrixCell cell(int row, int column) const;

    /// How many nodes hold the row's image whole, as it was last counted; nothing before.
    std::optional<int> wholeNodes(int row) const;
    /// Whether wholeNodes() of the row is to be counted (again).
    bool isWholeOld(int row) const;
    /// Counts it: some milliseconds at thousands of nodes.
    void countWhole(int row);

    MatrixPlace placeOf(int row, int column) const;
    /// Where the place is now: its row and column, or nothing.
    std::optional<std::pair<int, int>> find(const MatrixPlace& place) const;
    /// The column of a node; -1 where it is not shown.
    int columnOf(NodeId node) const;

    /// Reads everything anew.
    void rebuild();

    /// A model that nobody looks at need not follow; it reads everything anew when it is looked at again.
    void setActive(bool active);

    /// Puts the rows in order where changes left that for later; to be called about once a second. With many
    /// rows that is too much for each change set.
    void settle();

Q_SIGNALS:
    void aboutToRebuild();
    void rebuilt(); ///< rows, columns or their order are others
    void changed(const stowage::MatrixChange& change);

private:
    void take(const ChangeSet& changes);
    bool changesRows(const ChangeSet& changes) const;
    bool changesColumns(const ChangeSet& changes) const;
    bool copiesDecide() const;
    std::vector<int> readCopies();
    std::vector<int> readColumns(const ChangeSet& changes);
    bool reorder();
    void indexColumns();
    void ageWhole();
    void rebuildParts(bool rows, bool columns);

    struct Whole
    {
        std::optional<int> nodes;
        bool isOld = true;
    };

    const Fleet& m_fleet;
    MatrixQuery m_query;
    MatrixShape m_shape;
    bool m_active = true;
    bool m_missed = false;           ///< something changed while nobody looked
    bool m_isOrderOld = false;       ///< to be looked at by settle()
    std::vector<int> m_columnOfNode; ///< by NodeId::value; -1 where not shown
    std::vector<Whole> m_whole;      ///< by ImageId::value
};

} // namespace stowage
