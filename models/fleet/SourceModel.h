// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/FleetTableModel.h"

namespace stowage {

/// The sources: id, kind, state, identity, version, capabilities, error, coverage, age, latency
/// (microseconds), requests, failed, severity. RowId is SourceId::value; StateRole is freshnessName(). By
/// severity, descending, the worst come first.
class SourceModel final : public FleetTableModel
{
    Q_OBJECT

public:
    explicit SourceModel(const Fleet& fleet, QObject* parent = nullptr);

    SourceId sourceAt(int row) const { return {static_cast<uint32_t>(rowId(row))}; }

protected:
    std::vector<RowId> allRows() const override;
    Changes<RowId> rowChanges(const ChangeSet& changes) override;
    QString state(RowId id) const override;
    std::optional<Millis> age(RowId id) const override;
};

} // namespace stowage
