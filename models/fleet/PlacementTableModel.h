// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/FleetTableModel.h"
#include "models/fleet/SoleHolders.h"

namespace stowage {

/// What the matrix shows, as a table: a row for each layer of each image. Columns: image, layer, platforms,
/// bytes, held, absent, unknown, single, source, age; who holds it is named in words. StateRole is
/// layerStandingName().
class PlacementTableModel final : public FleetTableModel
{
    Q_OBJECT

public:
    explicit PlacementTableModel(const Fleet& fleet, QObject* parent = nullptr);

    ImageId imageAt(int row) const { return imageOf(rowId(row)); }
    LayerId layerAt(int row) const { return layerOf(rowId(row)); }

    static RowId rowFor(ImageId image, LayerId layer) { return RowId{image.value} << 32 | layer.value; }
    static ImageId imageOf(RowId id) { return {static_cast<uint32_t>(id >> 32)}; }
    static LayerId layerOf(RowId id) { return {static_cast<uint32_t>(id)}; }

protected:
    std::vector<RowId> allRows() const override;
    bool isMember(RowId id) const override;
    Changes<RowId> rowChanges(const ChangeSet& changes) override;
    QString state(RowId id) const override;
    std::optional<Millis> age(RowId id) const override;

private:
    void takeImage(ImageId image, Changes<RowId>& rows);

    SoleHolders m_sole;
    std::vector<std::vector<LayerId>> m_layers; ///< by ImageId: what has rows now, sorted
};

} // namespace stowage
