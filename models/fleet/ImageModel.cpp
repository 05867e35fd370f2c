// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/ImageModel.h"

#include "models/core/Listed.h"
#include "models/fleet/LayerStanding.h"
#include "models/fleet/Words.h"

namespace stowage {
namespace {

QString platformsOf(const Image& image)
{
    QStringList names;
    for (const PlatformImage& platform : image.platforms) {
        if (!platform.platform.isEmpty()) {
            names.push_back(platform.platform);
        }
    }
    return listed(names);
}

/// None is worse than Single, and what nobody answered for is not good news either.
LayerStanding worstOf(const Fleet& fleet, const FleetImage& image)
{
    bool isUnknown = image.layers.empty();
    LayerStanding worst = LayerStanding::Fine;
    for (const LayerId id : image.layers) {
        const LayerStanding standing = standingOf(fleet.layer(id));
        if (standing == LayerStanding::Unknown) {
            isUnknown = true;
        } else {
            worst = std::min(worst, standing);
        }
    }
    return worst == LayerStanding::Fine && isUnknown ? LayerStanding::Unknown : worst;
}

} // namespace

ImageModel::ImageModel(const Fleet& fleet, QObject* parent) : FleetTableModel(fleet, parent)
{
    const auto image = [&fleet](RowId id) -> const FleetImage& {
        return fleet.images()[id];
    };
    const auto wholeOn = [image, &fleet](RowId id) {
        return fleet.nodesHoldingWhole(image(id).id);
    };

    begin({
        Column::ofText(QStringLiteral("repository"), tr("Repository"),
                       [image](RowId id) { return image(id).image.key.repository; })
            .wide(),
        Column::ofText(QStringLiteral("tag"), tr("Tag"),
                       [image](RowId id) { return image(id).image.key.tag; }),
        Column::ofDigest(QStringLiteral("digest"), tr("Digest"),
                         [image](RowId id) { return image(id).image.target.digest; }),
        Column::ofText(QStringLiteral("platforms"), tr("Platforms"),
                       [image](RowId id) { return platformsOf(image(id).image); }),
        Column::ofNumber(QStringLiteral("layers"), tr("Layers"), Unit::Count,
                         [image](RowId id) { return static_cast<qint64>(image(id).layers.size()); }),
        Column::ofNumber(QStringLiteral("bytes"), tr("Size"), Unit::Bytes,
                         [image](RowId id) { return image(id).image.layerBytes(); }),
        Column::ofText(QStringLiteral("source"), tr("Source"),
                       [image](RowId id) { return image(id).image.key.source; }),
        Column::ofNumber(QStringLiteral("nodesWhole"), tr("Whole on"), Unit::Count,
                         [wholeOn](RowId id) { return static_cast<qint64>(wholeOn(id).size()); })
            .searchedAs([wholeOn, &fleet](RowId id) { return namesOf(fleet, wholeOn(id)); }),
        ageColumn([image](RowId id) { return image(id).seenAt; }, tr("never seen")),
    });
}

std::vector<RowId> ImageModel::allRows() const
{
    return aliveIn(fleet().images());
}

Changes<RowId> ImageModel::rowChanges(const ChangeSet& changes)
{
    // On how many nodes an image is whole changes with its layers.
    Changes<RowId> rows = asRows(changes.images);
    for (const LayerId layer : changes.layers.changed) {
        for (const ImageId image : fleet().layer(layer).images) {
            rows.changed.push_back(image.value);
        }
    }
    normalize(rows.changed);
    return rows;
}

QString ImageModel::state(RowId id) const
{
    return layerStandingName(worstOf(fleet(), fleet().images()[id]));
}

std::optional<Millis> ImageModel::age(RowId id) const
{
    return ageSince(fleet().images()[id].seenAt);
}

} // namespace stowage
