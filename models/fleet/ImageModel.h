// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/FleetTableModel.h"

namespace stowage {

/// The images: repository, tag, digest, platforms, layers, bytes, source, nodesWhole, age. RowId is
/// ImageId::value; StateRole is layerStandingName() of the layer that stands worst.
class ImageModel final : public FleetTableModel
{
    Q_OBJECT

public:
    explicit ImageModel(const Fleet& fleet, QObject* parent = nullptr);

    ImageId imageAt(int row) const { return {static_cast<uint32_t>(rowId(row))}; }

protected:
    std::vector<RowId> allRows() const override;
    Changes<RowId> rowChanges(const ChangeSet& changes) override;
    QString state(RowId id) const override;
    std::optional<Millis> age(RowId id) const override;
};

} // namespace stowage
