// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/FleetStore.h"

#include <algorithm>
#include <unordered_set>

namespace stowage {
namespace {

/// One digest that an image is made of.
struct Part
{
    const Descriptor* descriptor;
    ContentKind kind;
};

/// Layers first, in manifest order, then configs, manifests and the index; repeats included.
std::vector<Part> partsOf(const Image& image)
{
    std::vector<Part> parts;
    for (const PlatformImage& platform : image.platforms) {
        for (const Descriptor& layer : platform.layers) {
            parts.push_back({&layer, ContentKind::Layer});
        }
    }
    for (const PlatformImage& platform : image.platforms) {
        parts.push_back({&platform.config, ContentKind::Config});
        parts.push_back({&platform.manifest, ContentKind::Manifest});
    }
    parts.push_back({&image.target, image.isIndex() ? ContentKind::Index : ContentKind::Manifest});
    std::erase_if(parts, [](const Part& part) { return part.descriptor->digest.isNull(); });
    return parts;
}

/// The layers, config and manifest of a platform; nothing when one of them is held nowhere.
std::optional<Roaring> idsOf(const PlatformImage& platform, const LayerTable& layers)
{
    Roaring ids;
    const auto add = [&](const Descriptor& part) {
        const auto id = part.digest.isNull() ? std::nullopt : layers.find(part.digest);
        if (id) {
            ids.add(id->value);
        }
        return part.digest.isNull() || (id && layers.at(*id).held > 0);
    };
    const bool all =
        add(platform.manifest) && add(platform.config) && std::ranges::all_of(platform.layers, add);
    return all && !ids.isEmpty() ? std::optional(std::move(ids)) : std::nullopt;
}

} // namespace

FleetStore::FleetStore()
    : m_sources(m_changes), m_nodes(m_sources, m_changes), m_images(m_changes), m_layers(m_changes),
      m_tally(m_nodes, m_layers, m_presences)
{
}

void FleetStore::apply(const Delta& delta, Timestamp now)
{
    Speaker speaker{{}, delta.generation == 0, std::min(delta.at, now), now};
    if (!m_sources.admit(delta.source, delta.generation, speaker.source)) {
        return;
    }
    if (delta.status) {
        m_sources.tell(speaker.source, *delta.status, speaker.isRestored, now);
    }
    for (const NodeObservation& observation : delta.nodes) {
        putNode(speaker, observation);
    }
    for (const QString& name : delta.removedNodes) {
        removeNode(speaker, name);
    }
    m_tally.settleNodes();
    for (const Image& image : delta.images) {
        putImage(speaker, image);
    }
    for (const ImageKey& key : delta.removedImages) {
        removeImage(key);
    }
    for (const NodeContent& content : delta.contents) {
        putContent(speaker, content);
    }
    for (const PeerMetricsObservation& observation : delta.metrics) {
        putMetrics(speaker, observation);
    }
}

void FleetStore::judgeAges(Timestamp now)
{
    m_sources.judge(now);
    for (const Node& node : m_nodes.all()) {
        if (!node.isAlive) {
            continue;
        }
        changeNode(node.id, [&] { m_nodes.judge(node.id, now); });
        if (m_presences.judge(node.id, now, m_sources.limits(m_presences.source(node.id)))) {
            m_changes.cellsOf.touch(node.id, true);
        }
        if (m_metrics.judge(node.id, now)) {
            m_changes.nodes.touch(node.id, true);
        }
    }
    m_tally.settleNodes();
}

ChangeSet FleetStore::takeChanges()
{
    const auto isAlive = [](auto& table) {
        return [&table](auto id) {
            return table.all()[id.value].isAlive;
        };
    };
    ChangeSet changes;
    changes.nodes = m_changes.nodes.take(isAlive(m_nodes));
    changes.images = m_changes.images.take(isAlive(m_images));
    changes.layers = m_changes.layers.take(isAlive(m_layers));
    changes.sources = m_changes.sources.take(isAlive(m_sources));
    changes.cellsOf = m_changes.cellsOf.take(isAlive(m_nodes)).changed;
    return changes;
}

Presence FleetStore::presence(LayerId layer, NodeId node) const
{
    const auto nodes = m_nodes.all();
    const bool counts = node.value < nodes.size() && NodeTable::counts(nodes[node.value]);
    return counts ? m_presences.current(layer, node) : Presence::Unknown;
}

Cell FleetStore::cell(LayerId layer, NodeId node, Timestamp now) const
{
    Cell cell{presence(layer, node), m_presences.lastDefinite(layer, node), m_presences.evidence(layer, node),
              m_presences.seenAt(layer, node), Freshness::Unseen};
    if (cell.seenAt == Timestamp{} || node.value >= m_nodes.all().size()) {
        return cell;
    }
    cell.freshness = judge(cell.seenAt, now, m_sources.limits(m_presences.source(node)));
    if (!NodeTable::counts(m_nodes.at(node))) {
        cell.freshness = Freshness::Offline;
    } else if (m_nodes.at(node).state == NodeState::Stale) {
        cell.freshness = std::max(cell.freshness, Freshness::Stale);
    }
    return cell;
}

void FleetStore::glance(NodeId node, Timestamp now, std::span<const LayerId> layers,
                        std::span<CellGlance> cells) const
{
    if (node.value >= m_nodes.all().size() || !NodeTable::counts(m_nodes.at(node))) {
        std::ranges::fill(cells, CellGlance{});
        return;
    }
    const FreshnessLimits& limits = m_sources.limits(m_presences.source(node));
    const bool isNodeStale = m_nodes.at(node).state == NodeState::Stale;
    const Timestamp freshSince = isNodeStale ? Timestamp::max() : now - limits.staleAfter;
    // One intersection of sets costs less than a search a cell.
    static_assert(sizeof(LayerId) == sizeof(uint32_t));
    const Roaring wanted(layers.size(), reinterpret_cast<const uint32_t*>(layers.data()));
    const Roaring known = m_presences.sets().known(node) & wanted;
    const Roaring held = m_presences.sets().held(node) & wanted;
    std::ranges::fill(cells, CellGlance{});
    auto nextHeld = held.begin();
    size_t at = 0;
    for (const uint32_t id : known) {
        while (layers[at].value < id) {
            ++at;
        }
        const bool isHeld = nextHeld != held.end() && *nextHeld == id;
        if (isHeld) {
            ++nextHeld;
        }
        cells[at] = {isHeld ? Presence::Held : Presence::Absent, m_presences.seenAt({id}, node) < freshSince};
    }
}

std::vector<NodeId> FleetStore::nodesHoldingWhole(ImageId image) const
{
    // A platform one of whose parts nobody holds is whole nowhere: most that are not are told apart by that.
    std::vector<Roaring> platforms;
    for (const PlatformImage& platform : m_images.at(image).image.platforms) {
        if (auto ids = idsOf(platform, m_layers)) {
            platforms.push_back(std::move(*ids));
        }
    }
    std::vector<NodeId> found;
    for (const Node& node : m_nodes.all()) {
        if (platforms.empty() || !NodeTable::counts(node)) {
            continue;
        }
        const Roaring held = m_presences.held(node.id);
        if (std::ranges::any_of(platforms, [&held](const auto& ids) { return ids.isSubset(held); })) {
            found.push_back(node.id);
        }
    }
    return found;
}

template <class Change>
void FleetStore::changeNode(NodeId id, Change change)
{
    const bool counted = NodeTable::counts(m_nodes.at(id));
    const NodeState state = m_nodes.at(id).state;
    change();
    const bool counts = NodeTable::counts(m_nodes.at(id));
    if (counts != counted) {
        m_presences.count(id, counts);
        m_tally.nodeCounts(id, counts);
    }
    if (counts != counted || m_nodes.at(id).state != state) {
        m_changes.cellsOf.touch(id, true);
    }
}

void FleetStore::putNode(const Speaker& speaker, const NodeObservation& observation)
{
    const NodeId id = m_nodes.place(observation.name);
    changeNode(id,
               [&] { m_nodes.observe(id, speaker.source, observation, speaker.isRestored, speaker.now); });
}

void FleetStore::removeNode(const Speaker& speaker, const QString& name)
{
    const auto id = m_nodes.find(name);
    if (!id) {
        return;
    }
    changeNode(*id, [&] { m_nodes.forget(*id, speaker.source, speaker.now); });
    if (!m_nodes.at(*id).isAlive) {
        m_presences.dropNode(*id);
        m_metrics.drop(*id);
    }
}

void FleetStore::putImage(const Speaker& speaker, const Image& image)
{
    const ImageId id = m_images.place(image.key);
    const FleetImage& known = m_images.at(id);
    if (known.isAlive && speaker.at < known.seenAt && known.seenAt <= speaker.now) {
        return;
    }
    if (known.isAlive && known.image == image && known.source == speaker.source) {
        if (known.seenAt != speaker.at) {
            m_images.edit(id).seenAt = speaker.at;
        }
        return;
    }
    std::vector<LayerId> layers;
    std::vector<LayerId> content;
    std::unordered_set<LayerId> kept;
    for (const Part& part : partsOf(image)) {
        const LayerId layer = m_layers.place(part.descriptor->digest);
        if (!kept.insert(layer).second) {
            continue;
        }
        content.push_back(layer);
        if (part.kind == ContentKind::Layer) {
            layers.push_back(layer);
        }
        if (m_layers.need(layer, *part.descriptor, part.kind, id)) {
            m_tally.layerCame(layer);
        }
    }
    FleetImage& entry = m_images.edit(id);
    for (const LayerId layer : entry.content) {
        if (!kept.contains(layer)) {
            release(layer, id);
        }
    }
    entry = {id, true, image, speaker.source, speaker.at, std::move(layers), std::move(content)};
}

void FleetStore::removeImage(const ImageKey& key)
{
    const auto id = m_images.find(key);
    if (!id) {
        return;
    }
    FleetImage& entry = m_images.edit(*id);
    for (const LayerId layer : entry.content) {
        release(layer, *id);
    }
    entry = {};
    entry.id = *id;
    entry.image.key = key;
}

void FleetStore::release(LayerId layer, ImageId image)
{
    if (m_layers.isLastNeed(layer, image)) {
        m_tally.layerGoes(layer);
        m_presences.dropLayer(layer);
    }
    m_layers.release(layer, image);
}

void FleetStore::putContent(const Speaker& speaker, const NodeContent& content)
{
    const auto node = m_nodes.find(content.node);
    if (!node) {
        return;
    }
    const bool counts = NodeTable::counts(m_nodes.at(*node));
    const FreshnessLimits& limits = m_sources.limits(speaker.source);
    const Timestamp at = std::min(content.at, speaker.now);
    m_presences.beginBatch(*node, speaker.source, at);
    for (const Sighting& sighting : content.sightings) {
        const LayerId layer = m_layers.place(sighting.digest);
        const auto step =
            m_presences.record(layer, sighting.presence, sighting.evidence, speaker.now, limits);
        if (step.isVisible) {
            m_changes.cellsOf.touch(*node, true);
        }
        if (counts) {
            m_tally.cellChanged(layer, *node, step.before, step.after);
        }
        if (m_layers.at(layer).isAlive && m_layers.at(layer).seenAt < at) {
            m_layers.edit(layer).seenAt = at;
        }
    }
    m_presences.endBatch();
}

void FleetStore::putMetrics(const Speaker& speaker, const PeerMetricsObservation& observation)
{
    const auto node = m_nodes.find(observation.node);
    if (node && m_metrics.take(*node, speaker.source, observation, speaker.now)) {
        m_changes.nodes.touch(*node, true);
    }
}

} // namespace stowage
