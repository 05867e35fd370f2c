// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fleet/NodeFacts.h"

#include "models/core/Listed.h"
#include "models/fleet/Fleet.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {

namespace {

struct NodeWords
{
    Q_DECLARE_TR_FUNCTIONS(NodePanel)
};

QString agoOrNever(Timestamp at, Timestamp now)
{
    return at == Timestamp{} ? NodeWords::tr("never") : NodeWords::tr("%1 ago").arg(words::age(at, now));
}

QString when(Timestamp at, Timestamp now)
{
    return at == Timestamp{} ? QString()
                             : QStringLiteral("%1, %2").arg(words::utcTime(at, now), words::localTime(at));
}

QString sourceNames(const Fleet& fleet, const Node& node)
{
    QStringList names;
    for (const SourceId id : node.sources) {
        names << fleet.source(id).status.id;
    }
    return listed(names);
}

bool isHeld(const Fleet& fleet, const Digest& digest, NodeId node)
{
    const std::optional<LayerId> layer = fleet.findLayer(digest);
    return layer && fleet.presence(*layer, node) == Presence::Held;
}

bool isHeldWhole(const Fleet& fleet, const PlatformImage& platform, NodeId node)
{
    return isHeld(fleet, platform.manifest.digest, node) && isHeld(fleet, platform.config.digest, node) &&
           std::all_of(platform.layers.begin(), platform.layers.end(),
                       [&](const Descriptor& layer) { return isHeld(fleet, layer.digest, node); });
}

} // namespace

std::vector<Detail> nodeDetails(const Fleet& fleet, const Node& node)
{
    const Timestamp now = fleet.now();
    const bool cellsKnown = node.state == NodeState::Live || node.state == NodeState::Stale;
    const QString unknown = NodeWords::tr("unknown while it does not answer");
    std::vector<Detail> details;
    const auto add = [&details](const QString& name, const QString& value, bool isCode = false,
                                const QString& note = {}) {
        details.push_back({name, value, isCode, Token::Text, note});
    };
    add(NodeWords::tr("Zone"), node.seen.zone.isEmpty() ? NodeWords::tr("none given") : node.seen.zone);
    add(NodeWords::tr("Address"),
        node.seen.address.isEmpty() ? NodeWords::tr("none given") : node.seen.address, true);
    add(NodeWords::tr("Identity"),
        node.seen.identity.isEmpty() ? NodeWords::tr("not told by its sources") : node.seen.identity,
        !node.seen.identity.isEmpty());
    add(NodeWords::tr("Seen by"), sourceNames(fleet, node));
    add(NodeWords::tr("Layers held"), cellsKnown ? QString::number(node.heldLayers) : unknown);
    add(NodeWords::tr("Bytes held"), cellsKnown ? formatBytes(node.heldBytes) : unknown);
    add(NodeWords::tr("Last seen"), agoOrNever(node.seen.at, now), false, when(node.seen.at, now));
    add(NodeWords::tr("Last change"), agoOrNever(node.changedAt, now), false, when(node.changedAt, now));
    if (const auto evidence = lastEvidence(fleet, node.id)) {
        add(NodeWords::tr("Last evidence"), evidenceText(evidence->evidence), false,
            fleet.layer(evidence->layer).descriptor.digest.toString());
        add(NodeWords::tr("Evidence seen"), agoOrNever(evidence->at, now), false, when(evidence->at, now));
    } else {
        add(NodeWords::tr("Last evidence"), NodeWords::tr("its content was never asked for"));
    }
    return details;
}

std::vector<LineItem> imagesHeldWhole(const Fleet& fleet, NodeId node)
{
    std::vector<LineItem> items;
    for (const FleetImage& image : fleet.images()) {
        const auto& platforms = image.image.platforms;
        const auto whole = !image.isAlive
                               ? platforms.end()
                               : std::find_if(platforms.begin(), platforms.end(), [&](const auto& platform) {
                                     return isHeldWhole(fleet, platform, node);
                                 });
        if (whole != platforms.end()) {
            LineItem item;
            item.text = image.image.reference();
            item.right = whole->platform;
            items.push_back(item);
        }
    }
    std::sort(items.begin(), items.end(),
              [](const LineItem& a, const LineItem& b) { return a.text < b.text; });
    return items;
}

std::optional<LastEvidence> lastEvidence(const Fleet& fleet, NodeId node)
{
    std::optional<LastEvidence> newest;
    for (const Layer& layer : fleet.layers()) {
        if (!layer.isAlive) {
            continue;
        }
        const Cell cell = fleet.cell(layer.id, node);
        if (cell.seenAt != Timestamp{} && (!newest || cell.seenAt > newest->at)) {
            newest = LastEvidence{cell.evidence, cell.seenAt, layer.id};
        }
    }
    return newest;
}

} // namespace stowage
