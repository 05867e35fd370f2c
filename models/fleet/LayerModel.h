// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/LayerTableModel.h"
#include "models/fleet/SoleHolders.h"

namespace stowage {

/// The layers (not configs, manifests, indexes): digest, bytes, images, held, absent, unknown, single, age.
class LayerModel final : public LayerTableModel
{
    Q_OBJECT

public:
    explicit LayerModel(const Fleet& fleet, QObject* parent = nullptr);

protected:
    bool isMember(RowId id) const override;

private:
    SoleHolders m_sole;
};

} // namespace stowage
