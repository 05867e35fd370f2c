// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/Fleet.h"

#include "models/fleet/FleetStore.h"

#include <algorithm>

namespace stowage {

Fleet::Fleet(const Clock& clock, QObject* parent)
    : QObject(parent), m_clock(clock), m_store(std::make_unique<FleetStore>())
{
}

Fleet::~Fleet() = default;

void Fleet::apply(const Delta& delta)
{
    m_store->apply(delta, now());
    schedule();
}

void Fleet::judgeAges()
{
    m_store->judgeAges(now());
    schedule();
}

void Fleet::flush()
{
    const ChangeSet changes = m_store->takeChanges();
    if (!changes.isEmpty()) {
        Q_EMIT changed(changes);
    }
}

void Fleet::schedule()
{
    // The first change of a quiet spell starts the interval; the rest of the spell rides along.
    if (m_isScheduled || !m_store->hasChanges()) {
        return;
    }
    m_isScheduled = true;
    m_clock.after(Coalesce, this, [this] {
        m_isScheduled = false;
        flush();
    });
}

Timestamp Fleet::now() const
{
    return m_clock.now();
}

std::span<const Node> Fleet::nodes() const
{
    return m_store->nodes().all();
}

std::span<const FleetImage> Fleet::images() const
{
    return m_store->images().all();
}

std::span<const Layer> Fleet::layers() const
{
    return m_store->layers().all();
}

std::span<const Source> Fleet::sources() const
{
    return m_store->sources().all();
}

std::optional<NodeId> Fleet::findNode(const QString& name) const
{
    return m_store->nodes().find(name);
}

std::optional<LayerId> Fleet::findLayer(const Digest& digest) const
{
    return m_store->layers().find(digest);
}

std::optional<ImageId> Fleet::findImage(const ImageKey& key) const
{
    return m_store->images().find(key);
}

std::optional<SourceId> Fleet::findSource(const QString& id) const
{
    return m_store->sources().find(id);
}

const Observed<PeerMetrics>* Fleet::metrics(NodeId node) const
{
    return m_store->metrics().find(node);
}

Freshness Fleet::metricsFreshness(NodeId node) const
{
    return m_store->metrics().freshness(node);
}

Presence Fleet::presence(LayerId layer, NodeId node) const
{
    return m_store->presence(layer, node);
}

Cell Fleet::cell(LayerId layer, NodeId node) const
{
    return m_store->cell(layer, node, now());
}

const PresenceSets& Fleet::presences() const
{
    return m_store->presences().sets();
}

const Roaring& Fleet::wrongLength(NodeId node) const
{
    return m_store->presences().wrongLength(node);
}

const Roaring& Fleet::wasHeld(NodeId node) const
{
    return m_store->presences().wasHeld(node);
}

void Fleet::glance(NodeId node, std::span<const LayerId> layers, std::span<CellGlance> cells) const
{
    m_store->glance(node, now(), layers, cells);
}

std::vector<NodeId> Fleet::nodesWhere(LayerId layer, Presence wanted) const
{
    std::vector<NodeId> found;
    for (const Node& entry : nodes()) {
        if (entry.isAlive && presence(layer, entry.id) == wanted) {
            found.push_back(entry.id);
        }
    }
    return found;
}

std::vector<NodeId> Fleet::nodesHoldingWhole(ImageId image) const
{
    return m_store->nodesHoldingWhole(image);
}

} // namespace stowage
