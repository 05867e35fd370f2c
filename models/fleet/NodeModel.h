// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/FleetTableModel.h"

namespace stowage {

/// The nodes: name, zone, state, reason, layers, bytes, sources, age, identity, changed, hits, resolve,
/// severity. Hits are percent over five minutes, resolve is a p95: `hits<80`, `resolve>250ms`.
/// RowId is NodeId::value; StateRole is nodeStateName(). By severity, descending, the worst come first.
class NodeModel final : public FleetTableModel
{
    Q_OBJECT

public:
    explicit NodeModel(const Fleet& fleet, QObject* parent = nullptr);

    NodeId nodeAt(int row) const { return {static_cast<uint32_t>(rowId(row))}; }

protected:
    std::vector<RowId> allRows() const override;
    Changes<RowId> rowChanges(const ChangeSet& changes) override;
    QString state(RowId id) const override;
    std::optional<Millis> age(RowId id) const override;
};

} // namespace stowage
