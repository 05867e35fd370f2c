// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PresenceSets.h"
#include "views/placement/MatrixCell.h"

#include <memory>
#include <unordered_set>

namespace stowage {

/// What is marked in the cells: a loss that is imagined, and changes since a moment. A value.
class MatrixOverlay
{
public:
    /// What is known of one node's cells.
    class Column
    {
    public:
        bool isPlain() const { return !m_isGoing && m_known == nullptr; }
        CellMark markOf(MatrixCell cell, LayerId layer) const;

    private:
        friend class MatrixOverlay;
        explicit Column(const MatrixOverlay& overlay) : m_overlay(overlay) {}

        const MatrixOverlay& m_overlay;
        bool m_isGoing = false;
        const Roaring* m_held = nullptr; ///< then
        const Roaring* m_known = nullptr;
    };

    bool isEmpty() const { return going.empty() && !since; }
    Column column(NodeId node) const;
    /// One cell with its mark.
    MatrixCell marked(MatrixCell cell, LayerId layer, NodeId node) const
    {
        return cell.marked(column(node).markOf(cell, layer));
    }

    std::unordered_set<NodeId> going;          ///< imagined lost
    Roaring lost;                              ///< layers that go with them
    Roaring mayBeLost;                         ///< layers whose only other copies are unknown
    std::shared_ptr<const PresenceSets> since; ///< who held what then; null: no changes are marked
};

} // namespace stowage
