// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/FleetTableModel.h"

#include "models/fleet/Words.h"

namespace stowage {

FleetTableModel::FleetTableModel(const Fleet& fleet, QObject* parent)
    : EntityTableModel(parent), m_fleet(fleet)
{
    connect(&fleet, &Fleet::changed, this,
            [this](const ChangeSet& changes) { applyChanges(rowChanges(changes)); });
}

void FleetTableModel::normalize(std::vector<RowId>& rows)
{
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

std::optional<Millis> FleetTableModel::ageSince(Timestamp at) const
{
    const auto age = ageMs(m_fleet, at);
    return age ? std::optional(Millis{*age}) : std::nullopt;
}

} // namespace stowage
