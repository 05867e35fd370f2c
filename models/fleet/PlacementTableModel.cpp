// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/PlacementTableModel.h"

#include "models/core/FoldedText.h"
#include "models/core/Listed.h"
#include "models/fleet/LayerStanding.h"
#include "models/fleet/Words.h"

namespace stowage {
namespace {

/// Each platform of an image that is made of this layer.
template <class Each>
void eachPlatformWith(const Image& image, const Digest& layer, Each each)
{
    for (const PlatformImage& platform : image.platforms) {
        const bool has =
            std::ranges::find(platform.layers, layer, &Descriptor::digest) != platform.layers.end();
        if (has && !platform.platform.isEmpty()) {
            each(platform.platform);
        }
    }
}

QString platformsWith(const Image& image, const Digest& layer)
{
    QStringList names;
    eachPlatformWith(image, layer, [&names](const QString& name) { names.push_back(name); });
    return names.join(QStringLiteral(", "));
}

/// The same folded.
void appendPlatformsWith(const Image& image, const Digest& layer, std::string& to)
{
    bool isFirst = true;
    eachPlatformWith(image, layer, [&](const QString& name) {
        to += std::exchange(isFirst, false) ? "" : ", ";
        appendFolded(to, name);
    });
}

} // namespace

PlacementTableModel::PlacementTableModel(const Fleet& fleet, QObject* parent)
    : FleetTableModel(fleet, parent), m_sole(fleet)
{
    const auto image = [&fleet](RowId id) -> const Image& {
        return fleet.image(imageOf(id)).image;
    };
    const auto layer = [&fleet](RowId id) -> const Layer& {
        return fleet.layer(layerOf(id));
    };
    const auto byImage = [](RowId id) {
        return quint64{imageOf(id).value};
    };
    for (const FleetImage& each : fleet.images()) {
        Changes<RowId> rows;
        takeImage(each.id, rows);
    }

    begin({
        Column::ofText(QStringLiteral("image"), tr("Image"),
                       [image](RowId id) { return image(id).reference(); })
            .groupedBy(byImage)
            .fixed(),
        Column::ofDigest(QStringLiteral("layer"), tr("Layer"),
                         [layer](RowId id) { return layer(id).descriptor.digest; })
            .fixed(),
        Column::ofText(
            QStringLiteral("platforms"), tr("Platforms"),
            [image, layer](RowId id) { return platformsWith(image(id), layer(id).descriptor.digest); })
            .foldedAs([image, layer](RowId id, std::string& to) {
                appendPlatformsWith(image(id), layer(id).descriptor.digest, to);
            })
            .fixed(),
        Column::ofNumber(QStringLiteral("bytes"), tr("Size"), Unit::Bytes,
                         [layer](RowId id) { return layer(id).descriptor.bytes; }),
        cellsColumn("held", tr("Held"), &Layer::held, Presence::Held, layer).wide(),
        cellsColumn("absent", tr("Absent"), &Layer::absent, Presence::Absent, layer),
        cellsColumn("unknown", tr("Unknown"), &Layer::unknown, Presence::Unknown, layer),
        onlyOnColumn("single", m_sole, layer),
        Column::ofText(QStringLiteral("source"), tr("Source"),
                       [image](RowId id) { return image(id).key.source; })
            .groupedBy(byImage)
            .fixed(),
        ageColumn([layer](RowId id) { return layer(id).seenAt; }, tr("never asked")),
    });
}

std::vector<RowId> PlacementTableModel::allRows() const
{
    std::vector<RowId> rows;
    for (size_t image = 0; image < m_layers.size(); ++image) {
        for (const LayerId layer : m_layers[image]) {
            rows.push_back(rowFor({static_cast<uint32_t>(image)}, layer));
        }
    }
    return rows;
}

bool PlacementTableModel::isMember(RowId id) const
{
    return imageOf(id).value < m_layers.size() &&
           std::ranges::binary_search(m_layers[imageOf(id).value], layerOf(id));
}

/// An image that changed or went leaves rows behind that are no longer its layers.
void PlacementTableModel::takeImage(ImageId id, Changes<RowId>& rows)
{
    const FleetImage& image = fleet().image(id);
    std::vector<LayerId> layers = image.isAlive ? image.layers : std::vector<LayerId>();
    std::ranges::sort(layers);
    if (id.value >= m_layers.size()) {
        m_layers.resize(fleet().images().size());
    }
    std::vector<LayerId>& before = m_layers[id.value];
    for (const LayerId layer : layers) {
        rows.added.push_back(rowFor(id, layer));
    }
    for (const LayerId layer : before) {
        if (!std::ranges::binary_search(layers, layer)) {
            rows.removed.push_back(rowFor(id, layer));
        }
    }
    before = std::move(layers);
}

Changes<RowId> PlacementTableModel::rowChanges(const ChangeSet& changes)
{
    Changes<RowId> rows;
    for (const auto* images : {&changes.images.added, &changes.images.changed, &changes.images.removed}) {
        for (const ImageId image : *images) {
            takeImage(image, rows);
        }
    }
    for (const LayerId layer : changes.layers.changed) {
        for (const ImageId image : fleet().layer(layer).images) {
            rows.changed.push_back(rowFor(image, layer));
        }
    }
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

} // namespace stowage
