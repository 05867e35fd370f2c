// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/FleetTableModel.h"

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

Column FleetTableModel::ageColumn(std::function<Timestamp(RowId)> seenAt, const QString& never) const
{
    return Column::ofAge(QStringLiteral("age"), tr("Age"), std::move(seenAt),
                         [this] { return m_fleet.now(); })
        .orElse(never);
}

std::optional<Millis> FleetTableModel::ageSince(Timestamp at) const
{
    return ageOf(at, m_fleet.now());
}

} // namespace stowage
