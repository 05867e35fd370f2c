// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"
#include "models/table/EntityTableModel.h"

#include <algorithm>

namespace stowage {

class SoleHolders;

/// A table over a fleet, which outlives it. Follows its change sets.
class FleetTableModel : public EntityTableModel
{
    Q_OBJECT

public:
    const Fleet& fleet() const { return m_fleet; }

protected:
    FleetTableModel(const Fleet& fleet, QObject* parent);

    /// Which rows a change set touches; each list sorted.
    virtual Changes<RowId> rowChanges(const ChangeSet& changes) = 0;

    /// The ids of what is alive in a table of the fleet.
    template <class Entity>
    static std::vector<RowId> aliveIn(std::span<const Entity> entities)
    {
        std::vector<RowId> rows;
        for (const Entity& entity : entities) {
            if (entity.isAlive) {
                rows.push_back(entity.id.value);
            }
        }
        return rows;
    }

    /// Changes of entities as changes of the rows of the same numbers.
    template <class I>
    static Changes<RowId> asRows(const Changes<I>& changes)
    {
        const auto rows = [](const std::vector<I>& ids) {
            std::vector<RowId> numbers(ids.size());
            std::ranges::transform(ids, numbers.begin(), [](I id) { return id.value; });
            return numbers;
        };
        return {rows(changes.added), rows(changes.changed), rows(changes.removed)};
    }

    /// Sorts and takes repeats away.
    static void normalize(std::vector<RowId>& rows);

    /// The column `age` with what is shown for never.
    Column ageColumn(std::function<Timestamp(RowId)> seenAt, const QString& never) const;

    using LayerOf = std::function<const Layer&(RowId)>;

    /// On how many nodes the row's layer is so; shown with their names, and searched by them.
    Column cellsColumn(const char* id, const QString& title, quint32 Layer::*count, Presence presence,
                       const LayerOf& layer) const;

    /// The node that alone is known to hold the row's layer; shown with what may hide others.
    Column onlyOnColumn(const char* id, SoleHolders& holders, const LayerOf& layer) const;

    /// How long ago, never negative; nothing for the epoch.
    std::optional<Millis> ageSince(Timestamp at) const;

private:
    const Fleet& m_fleet;
};

} // namespace stowage
