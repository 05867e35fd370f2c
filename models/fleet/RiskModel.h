// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/LayerTableModel.h"
#include "models/fleet/SoleHolders.h"

namespace stowage {

/// The layers with one known holder or none, the heaviest first: digest, bytes, copies, node, unknown,
/// images, weight, risk, age.
class RiskModel final : public LayerTableModel
{
    Q_OBJECT

public:
    explicit RiskModel(const Fleet& fleet, QObject* parent = nullptr);

protected:
    bool isMember(RowId id) const override;

private:
    SoleHolders m_sole;
};

} // namespace stowage
