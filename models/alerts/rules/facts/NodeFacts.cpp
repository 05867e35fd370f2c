// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/facts/NodeFacts.h"

#include "models/fleet/Fleet.h"
#include "models/fleet/Words.h"

#include <array>

namespace stowage {
namespace {

/// In the order of the schema's fields.
enum Column : size_t
{
    State,
    Since,
    Zone,
    Reason,
    HeldLayers,
    SingleLayers,
    LostLayers,
    SingleBytes,
    Images,
    ImageNames,
    Restarts,
    Vanishings,
    RecordsLeft
};

FactSchema makeSchema()
{
    return {QStringLiteral("node"),
            SubjectKind::Host,
            {
                {QStringLiteral("state"), FactUnit::Text},
                {QStringLiteral("since"), FactUnit::Moment},
                {QStringLiteral("zone"), FactUnit::Text},
                {QStringLiteral("reason"), FactUnit::Text},
                {QStringLiteral("layers"), FactUnit::Count},
                {QStringLiteral("layers.single"), FactUnit::Count},
                {QStringLiteral("layers.none"), FactUnit::Count},
                {QStringLiteral("bytes.single"), FactUnit::Bytes},
                {QStringLiteral("images"), FactUnit::Count},
                {QStringLiteral("images.names"), FactUnit::Text},
                {QStringLiteral("restarts"), FactUnit::Count},
                {QStringLiteral("vanishings"), FactUnit::Count},
                {QStringLiteral("records.left"), FactUnit::Duration},
            }};
}

constexpr int NamesShown = 3;

/// Layers with one known copy, and with none although somebody has answered.
struct RareLayers
{
    Roaring single;
    Roaring none;
};

/// `besides`: so many of the copies that the fleet counts are none any more.
RareLayers rareLayers(const Fleet& fleet, quint32 besides)
{
    RareLayers rare;
    for (const Layer& layer : fleet.layers()) {
        if (!layer.isAlive || layer.kind != ContentKind::Layer) {
            continue;
        }
        if (layer.held == besides + 1) {
            rare.single.add(layer.id.value);
        } else if (layer.held == besides && layer.seenAt != Timestamp{}) {
            rare.none.add(layer.id.value);
        }
    }
    return rare;
}

std::vector<ImageId> imagesOf(const Fleet& fleet, const Roaring& layers)
{
    std::vector<ImageId> images;
    for (const uint32_t id : layers) {
        const std::vector<ImageId>& own = fleet.layer(LayerId{id}).images;
        images.insert(images.end(), own.begin(), own.end());
    }
    std::ranges::sort(images);
    images.erase(std::unique(images.begin(), images.end()), images.end());
    return images;
}

/// What has become rare with a node that no longer serves: of what it held when it last did.
void putLoss(const Fleet& fleet, NodeId id, const RareLayers& rare, FactTable& table, size_t row)
{
    const Roaring held = fleet.presences().lastHeld(id) | fleet.wasHeld(id);
    const Roaring single = held & rare.single;
    const Roaring none = held & rare.none;
    double bytes = 0;
    for (const uint32_t layer : single) {
        bytes += static_cast<double>(fleet.layer(LayerId{layer}).descriptor.bytes);
    }
    const std::vector<ImageId> images = imagesOf(fleet, single | none);
    QStringList names;
    for (size_t i = 0; i < images.size() && i < NamesShown; ++i) {
        names << fleet.image(images[i]).image.reference();
    }
    table.set(row, SingleLayers, static_cast<double>(single.cardinality()));
    table.set(row, LostLayers, static_cast<double>(none.cardinality()));
    table.set(row, SingleBytes, bytes);
    table.set(row, Images, static_cast<double>(images.size()));
    table.setText(row, ImageNames, names.join(QStringLiteral(", ")));
}

void putNode(const Node& node, Timestamp now, FactTable& table, size_t row)
{
    const Timestamp since = node.seen.since.value_or(node.changedAt);
    table.setText(row, State, nodeStateName(node.state));
    table.setText(row, Zone, node.seen.zone);
    table.setText(row, Reason, node.seen.reason);
    if (since != Timestamp{}) {
        table.set(row, Since, static_cast<double>(since.time_since_epoch().count()));
    }
    if (node.seen.stability.isWatched()) {
        table.set(row, Restarts, static_cast<double>(node.seen.stability.restarts));
        table.set(row, Vanishings, static_cast<double>(node.seen.stability.vanishings));
    }
    if (node.seen.recordsUntil && *node.seen.recordsUntil > now) {
        table.set(row, RecordsLeft, std::chrono::duration<double>(*node.seen.recordsUntil - now).count());
    }
}

/// Whether somebody who answers tells of it now.
bool isToldNow(const Fleet& fleet, const Node& node)
{
    return node.state != NodeState::Stale && node.state != NodeState::Unseen &&
           std::ranges::any_of(node.sources, [&fleet](SourceId id) {
               const Source& source = fleet.source(id);
               return source.generation > 0 && source.status.state != Freshness::Offline &&
                      source.status.state != Freshness::Unseen;
           });
}

} // namespace

const FactSchema& NodeFacts::schema() const
{
    static const FactSchema Schema = makeSchema();
    return Schema;
}

/// How a node stands is told by those who speak now; what it holds by the screen's fleet, in which it may
/// count still while that is frozen.
void NodeFacts::gather(const FactWorld& world, Timestamp now, FactTable& table)
{
    if (world.fleet == nullptr) {
        return;
    }
    const Fleet& fleet = *world.fleet;
    const Fleet& live = *world.fleetNow();
    std::array<std::optional<RareLayers>, 2> rare; // looked for when there is a node that asks for it
    for (const Node& node : live.nodes()) {
        if (!node.isAlive) {
            continue;
        }
        const size_t row = table.add(node.seen.name, !isToldNow(live, node));
        putNode(node, now, table, row);
        const auto shown = fleet.findNode(node.seen.name);
        if (!shown) {
            continue;
        }
        table.set(row, HeldLayers, static_cast<double>(fleet.node(*shown).heldLayers));
        if (node.state == NodeState::Gone || node.state == NodeState::Unable) {
            const quint32 own = fleet.presences().isCounting(*shown) ? 1 : 0;
            std::optional<RareLayers>& known = rare.at(own);
            if (!known) {
                known = rareLayers(fleet, own);
            }
            putLoss(fleet, *shown, *known, table, row);
        }
    }
    table.setKnown();
}

} // namespace stowage
