// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/PlacementTableModel.h"

#include "models/fleet/LayerStanding.h"
#include "models/fleet/Words.h"

namespace stowage {
namespace {

/// The platforms of an image that are made of this layer.
QString platformsWith(const Image& image, const Digest& layer)
{
    QStringList names;
    for (const PlatformImage& platform : image.platforms) {
        const bool has =
            std::ranges::find(platform.layers, layer, &Descriptor::digest) != platform.layers.end();
        if (has && !platform.platform.isEmpty()) {
            names.push_back(platform.platform);
        }
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

PlacementTableModel::PlacementTableModel(const Fleet& fleet, QObject* parent) : FleetTableModel(fleet, parent)
{
    const auto image = [&fleet](RowId id) -> const Image& {
        return fleet.image(imageOf(id)).image;
    };
    const auto layer = [&fleet](RowId id) -> const Layer& {
        return fleet.layer(layerOf(id));
    };
    const auto cells = [&](const char* id, const QString& title, auto member, Presence presence) {
        const auto names = [&fleet, presence](RowId row) {
            return namesOf(fleet, fleet.nodesWhere(layerOf(row), presence));
        };
        const auto shown = [names, layer, member](RowId row) {
            const QString known = names(row);
            const QString number = QString::number(layer(row).*member);
            return known.isEmpty() ? number : number + QStringLiteral(": ") + known;
        };
        return Column::ofNumber(
                   QString::fromLatin1(id), title, Unit::Count,
                   [layer, member](RowId row) { return static_cast<qint64>(layer(row).*member); })
            .searchedAs(names)
            .shownAs(shown);
    };

    begin({
        Column::ofText(QStringLiteral("image"), tr("Image"),
                       [image](RowId id) { return image(id).reference(); }),
        Column::ofDigest(QStringLiteral("layer"), tr("Layer"),
                         [layer](RowId id) { return layer(id).descriptor.digest.toString(); }),
        Column::ofText(
            QStringLiteral("platforms"), tr("Platforms"),
            [image, layer](RowId id) { return platformsWith(image(id), layer(id).descriptor.digest); }),
        Column::ofNumber(QStringLiteral("bytes"), tr("Size"), Unit::Bytes,
                         [layer](RowId id) { return layer(id).descriptor.bytes; }),
        cells("held", tr("Held"), &Layer::held, Presence::Held).wide(),
        cells("absent", tr("Absent"), &Layer::absent, Presence::Absent),
        cells("unknown", tr("Unknown"), &Layer::unknown, Presence::Unknown),
        Column::ofText(QStringLiteral("single"), tr("Only on"),
                       [layer, &fleet](RowId id) { return singleHolder(fleet, layer(id)); })
            .shownAs([layer, &fleet](RowId id) { return singleHolderText(fleet, layer(id)); }),
        Column::ofText(QStringLiteral("source"), tr("Source"),
                       [image](RowId id) { return image(id).key.source; }),
        ageColumn([layer](RowId id) { return layer(id).seenAt; }, tr("never asked")),
    });
}

std::vector<RowId> PlacementTableModel::allRows() const
{
    std::vector<RowId> rows;
    for (const FleetImage& image : fleet().images()) {
        if (image.isAlive) {
            addRowsOf(image.id, rows);
        }
    }
    return rows;
}

bool PlacementTableModel::isMember(RowId id) const
{
    const FleetImage& image = fleet().image(imageOf(id));
    return image.isAlive && std::ranges::find(image.layers, layerOf(id)) != image.layers.end();
}

Changes<RowId> PlacementTableModel::rowChanges(const ChangeSet& changes)
{
    Changes<RowId> rows;
    for (const auto* images : {&changes.images.added, &changes.images.changed}) {
        for (const ImageId image : *images) {
            addRowsOf(image, rows.added);
        }
    }
    // An image that changed or went leaves rows behind that are no longer its layers.
    for (int row = 0; !changes.images.isEmpty() && row < rowCount(); ++row) {
        if (!isMember(rowId(row))) {
            rows.removed.push_back(rowId(row));
        }
    }
    for (const LayerId layer : changes.layers.changed) {
        for (const ImageId image : fleet().layer(layer).images) {
            rows.changed.push_back(rowFor(image, layer));
        }
    }
    normalize(rows.added);
    normalize(rows.changed);
    normalize(rows.removed);
    return rows;
}

QString PlacementTableModel::state(RowId id) const
{
    return layerStandingName(standingOf(fleet().layer(layerOf(id))));
}

std::optional<Millis> PlacementTableModel::age(RowId id) const
{
    return ageSince(fleet().layer(layerOf(id)).seenAt);
}

void PlacementTableModel::addRowsOf(ImageId image, std::vector<RowId>& rows) const
{
    for (const LayerId layer : fleet().image(image).layers) {
        rows.push_back(rowFor(image, layer));
    }
}

} // namespace stowage
