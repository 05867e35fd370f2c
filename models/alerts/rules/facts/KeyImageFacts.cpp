// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/facts/KeyImageFacts.h"

#include "models/fleet/Fleet.h"
#include "models/fleet/Words.h"
#include "models/placement/PlacementWatch.h"

namespace stowage {
namespace {

/// In the order of the schema's fields.
enum Column : size_t
{
    Rule,
    Reference,
    Layers,
    SingleLayers,
    LostLayers,
    SingleBytes,
    UnsureLayers,
    Holders,
    LackingNodes,
    LackingNames
};

FactSchema makeSchema()
{
    return {QStringLiteral("keyImage"),
            SubjectKind::Image,
            {
                {QStringLiteral("rule"), FactUnit::Text},
                {QStringLiteral("image"), FactUnit::Text},
                {QStringLiteral("layers"), FactUnit::Count},
                {QStringLiteral("layers.single"), FactUnit::Count},
                {QStringLiteral("layers.none"), FactUnit::Count},
                {QStringLiteral("bytes.single"), FactUnit::Bytes},
                {QStringLiteral("layers.unsure"), FactUnit::Count},
                {QStringLiteral("holders"), FactUnit::Text},
                {QStringLiteral("nodes.lacking"), FactUnit::Count},
                {QStringLiteral("nodes.names"), FactUnit::Text},
            }};
}

constexpr size_t NamesShown = 3;

const KeyRule* ruleOf(const PlacementPolicies& policies, const ImageKey& key)
{
    for (const KeyRule& rule : policies.keys) {
        for (const QString& pattern : rule.images) {
            if (matchesImage(pattern, key.repository, key.tag)) {
                return &rule;
            }
        }
    }
    return nullptr;
}

/// Nodes that certainly lack an image that they must have.
QHash<ImageId, std::vector<NodeId>> lackingNodes(const std::vector<PlacementFinding>& findings)
{
    QHash<ImageId, std::vector<NodeId>> nodes;
    for (const PlacementFinding& finding : findings) {
        if (finding.kind == PlacementFindingKind::KeyImageNotWhole && finding.isCertain &&
            !finding.images.empty()) {
            std::vector<NodeId>& own = nodes[finding.images.front()];
            own.insert(own.end(), finding.nodes.begin(), finding.nodes.end());
        }
    }
    return nodes;
}

void putLayers(const Fleet& fleet, const FleetImage& image, FactTable& table, size_t row)
{
    quint32 single = 0;
    quint32 none = 0;
    quint32 unsure = 0;
    double bytes = 0;
    std::vector<NodeId> holders;
    for (const LayerId id : image.layers) {
        const Layer& layer = fleet.layer(id);
        if (layer.seenAt == Timestamp{}) {
            table.setStale(row, true); // nobody was asked yet: nothing is known of it
        }
        none += layer.held == 0 ? 1 : 0;
        unsure += layer.held <= 1 && layer.unknown > 0 ? 1 : 0;
        if (layer.held == 1) {
            ++single;
            bytes += static_cast<double>(layer.descriptor.bytes);
            const auto own = fleet.nodesWhere(id, Presence::Held);
            holders.insert(holders.end(), own.begin(), own.end());
        }
    }
    std::ranges::sort(holders);
    holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
    holders.resize(std::min(holders.size(), NamesShown));
    table.set(row, Layers, static_cast<double>(image.layers.size()));
    table.set(row, SingleLayers, static_cast<double>(single));
    table.set(row, LostLayers, static_cast<double>(none));
    table.set(row, UnsureLayers, static_cast<double>(unsure));
    table.set(row, SingleBytes, bytes);
    table.setText(row, Holders, namesOf(fleet, holders));
}

} // namespace

const FactSchema& KeyImageFacts::schema() const
{
    static const FactSchema Schema = makeSchema();
    return Schema;
}

void KeyImageFacts::gather(const FactWorld& world, Timestamp /*now*/, FactTable& table)
{
    if (world.fleet == nullptr || world.placement == nullptr || !world.placement->isComputed()) {
        return;
    }
    const Fleet& fleet = *world.fleet;
    const PlacementPolicies& policies = world.placement->policies();
    if (!policies.keys.empty()) {
        const auto lacking = lackingNodes(world.placement->findings());
        for (const FleetImage& image : fleet.images()) {
            const KeyRule* rule = image.isAlive ? ruleOf(policies, image.image.key) : nullptr;
            if (rule == nullptr) {
                continue;
            }
            const ImageKey& key = image.image.key;
            const size_t row = table.add(key.source + u'/' + image.image.reference());
            table.setText(row, Rule, rule->name);
            table.setText(row, Reference, image.image.reference());
            putLayers(fleet, image, table, row);
            std::vector<NodeId> nodes = lacking.value(image.id);
            table.set(row, LackingNodes, static_cast<double>(nodes.size()));
            nodes.resize(std::min(nodes.size(), NamesShown));
            table.setText(row, LackingNames, namesOf(fleet, nodes));
        }
    }
    table.setKnown();
}

} // namespace stowage
