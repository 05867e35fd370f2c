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

/// Where it is and who: what does not come from an answer of now is said to be from before.
void addWho(std::vector<Detail>& details, const Node& node, Timestamp now)
{
    const NodeObservation& seen = node.seen;
    const auto add = [&](bool isOld, const QString& name, const QString& value, const QString& none) {
        const bool isSaid = isOld && !value.isEmpty();
        details.push_back({name, value.isEmpty() ? none : value, !value.isEmpty(),
                           isSaid ? Token::Text2 : Token::Text,
                           isSaid ? NodeWords::tr("as of %1").arg(agoOrNever(seen.at, now)) : QString()});
    };
    const bool isStale = node.state == NodeState::Stale;
    add(isStale, isStale ? NodeWords::tr("Last address") : NodeWords::tr("Address"), seen.address,
        NodeWords::tr("none given"));
    const bool isGone = node.state == NodeState::Gone; // who answered there before
    add(isStale || isGone, isStale || isGone ? NodeWords::tr("Last identity") : NodeWords::tr("Identity"),
        seen.identity, NodeWords::tr("not told by its sources"));
}

/// How steadily it stands, as far as somebody has watched.
void addStability(std::vector<Detail>& details, const NodeObservation& seen, Timestamp now)
{
    const auto add = [&details](const QString& name, const QString& value, const QString& note) {
        details.push_back({name, value, false, Token::Text, note});
    };
    if (seen.state == NodeState::Gone && seen.since) {
        add(NodeWords::tr("Gone since"), agoOrNever(*seen.since, now), when(*seen.since, now));
    }
    if (seen.recordsUntil && *seen.recordsUntil > now) {
        add(NodeWords::tr("Advertised"),
            NodeWords::tr("for %1 more").arg(formatDuration(*seen.recordsUntil - now)),
            NodeWords::tr("Other peers may still be sent to it for content: its records outlive it."));
    }
    const NodeStability& stability = seen.stability;
    if (stability.restarts > 0 && stability.restartedAt) {
        add(NodeWords::tr("Restarted"),
            NodeWords::tr("%n times, last %1 ago", nullptr, static_cast<int>(stability.restarts))
                .arg(words::age(*stability.restartedAt, now)),
            NodeWords::tr("Another identity answered at the same address."));
    }
    if (stability.vanishings > 0 && stability.vanishedAt) {
        add(NodeWords::tr("Vanished"),
            NodeWords::tr("%n times, last %1 ago", nullptr, static_cast<int>(stability.vanishings))
                .arg(words::age(*stability.vanishedAt, now)),
            when(*stability.vanishedAt, now));
    }
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
    addWho(details, node, now);
    add(NodeWords::tr("Seen by"), sourceNames(fleet, node));
    add(NodeWords::tr("Layers held"), cellsKnown ? QString::number(node.heldLayers) : unknown);
    add(NodeWords::tr("Bytes held"), cellsKnown ? formatBytes(node.heldBytes) : unknown);
    add(NodeWords::tr("Last asked"), agoOrNever(node.seen.at, now), false, when(node.seen.at, now));
    add(NodeWords::tr("Last change"), agoOrNever(node.changedAt, now), false, when(node.changedAt, now));
    addStability(details, node.seen, now);
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
