// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/FleetTableModel.h"

namespace stowage {

/// The layers with one known holder or none, the heaviest first: digest, risk, node, unknown, bytes, images,
/// weight, age. RowId is LayerId::value; StateRole is layerStandingName().
class RiskModel final : public FleetTableModel
{
    Q_OBJECT

public:
    explicit RiskModel(const Fleet& fleet, QObject* parent = nullptr);

    LayerId layerAt(int row) const { return {static_cast<uint32_t>(rowId(row))}; }

protected:
    std::vector<RowId> allRows() const override;
    bool isMember(RowId id) const override;
    Changes<RowId> rowChanges(const ChangeSet& changes) override;
    QString state(RowId id) const override;
    std::optional<Millis> age(RowId id) const override;
};

} // namespace stowage
