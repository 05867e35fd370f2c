// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/DeltaBacklog.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace stowage {
namespace {

size_t entriesOf(const Delta& delta)
{
    size_t entries =
        1 + delta.images.size() + delta.removedImages.size() + delta.nodes.size() + delta.removedNodes.size();
    for (const NodeContent& content : delta.contents) {
        entries += content.sightings.size();
    }
    return entries;
}

/// Walks from the newest delta to the oldest, keeping only what no later one has said.
class Overtaken
{
public:
    /// Strips a delta; true when it is worth writing: it says something, or when its source last spoke.
    /// Within a delta a node's removal comes after its observation, and content after both: so read
    /// backwards.
    bool strip(Delta& delta)
    {
        stripContents(delta);
        std::erase_if(delta.removedImages, [this](const ImageKey& key) { return !isFirst(m_images, key); });
        std::erase_if(delta.images, [this](const Image& image) { return !isFirst(m_images, image.key); });
        stripNodes(delta);
        stripStatus(delta);
        return isFirst(m_sources, delta.source) || entriesOf(delta) > 1 || delta.status;
    }

private:
    using NodeKey = std::pair<QString, QString>; ///< source and name

    template <class Key>
    static bool isFirst(QSet<Key>& seen, const Key& key)
    {
        const qsizetype before = seen.size();
        seen.insert(key);
        return seen.size() != before;
    }

    void stripContents(Delta& delta)
    {
        for (auto content = delta.contents.rbegin(); content != delta.contents.rend(); ++content) {
            const NodeKey node{delta.source, content->node};
            if (m_goneNodes.contains(node)) {
                content->sightings.clear();
                continue;
            }
            Cells& cells = m_cells[node];
            auto& sightings = content->sightings;
            std::reverse(sightings.begin(), sightings.end());
            std::erase_if(sightings, [&cells](const Sighting& sighting) {
                const bool isNewest = isFirst(cells.told, sighting.digest);
                return sighting.presence == Presence::Unknown ? !isNewest
                                                              : !isFirst(cells.definite, sighting.digest);
            });
            std::reverse(sightings.begin(), sightings.end());
        }
        std::erase_if(delta.contents, [](const NodeContent& content) { return content.sightings.empty(); });
    }

    void stripNodes(Delta& delta)
    {
        std::erase_if(delta.removedNodes, [&](const QString& name) {
            return !isFirst(m_goneNodes, {delta.source, name});
        });
        std::erase_if(delta.nodes, [&](const NodeObservation& node) {
            const NodeKey key{delta.source, node.name};
            if (m_goneNodes.contains(key)) {
                return true;
            }
            if (node.at != Timestamp{}) {
                return !isFirst(m_nodes, key);
            }
            // What was only configured is laid over what was seen before it: it overtakes no more than its
            // like.
            if (m_nodes.contains(key) || m_configured.contains(key)) {
                return true;
            }
            if (!node.zone.isEmpty() && !node.address.isEmpty()) {
                m_configured.insert(key);
            }
            return false;
        });
    }

    /// A status without an answer does not overtake one with an answer.
    void stripStatus(Delta& delta)
    {
        if (!delta.status) {
            return;
        }
        const bool isAnswered = delta.status->lastAnswer != Timestamp{};
        if (m_answered.contains(delta.source) || (!isAnswered && m_unanswered.contains(delta.source))) {
            delta.status.reset();
        } else {
            (isAnswered ? m_answered : m_unanswered).insert(delta.source);
        }
    }

    struct Cells
    {
        QSet<Digest> told;
        QSet<Digest> definite;
    };

    QSet<ImageKey> m_images;
    QSet<NodeKey> m_nodes;
    QSet<NodeKey> m_goneNodes;
    QSet<NodeKey> m_configured;
    QSet<QString> m_answered;
    QSet<QString> m_unanswered;
    QSet<QString> m_sources;
    QHash<NodeKey, Cells> m_cells;
};

} // namespace

void DeltaBacklog::add(Delta delta)
{
    delta.metrics = {}; // they are not kept
    m_entries += entriesOf(delta);
    m_deltas.push_back(std::move(delta));
    if (m_entries > m_shrinkAt) {
        shrink();
    }
}

void DeltaBacklog::add(std::vector<Delta> deltas)
{
    for (Delta& delta : deltas) {
        add(std::move(delta));
    }
}

std::vector<Delta> DeltaBacklog::take()
{
    m_entries = 0;
    m_shrinkAt = Plenty;
    return std::exchange(m_deltas, {});
}

/// Looks again only when as much has come again, so that a large fleet is not searched at every delta.
void DeltaBacklog::shrink()
{
    m_deltas = withoutOvertaken(std::move(m_deltas));
    m_entries = 0;
    for (const Delta& delta : m_deltas) {
        m_entries += entriesOf(delta);
    }
    m_shrinkAt = std::max(Plenty, 2 * m_entries);
}

std::vector<Delta> withoutOvertaken(std::vector<Delta> deltas)
{
    Overtaken overtaken;
    std::vector<Delta> kept;
    for (auto delta = deltas.rbegin(); delta != deltas.rend(); ++delta) {
        if (overtaken.strip(*delta)) {
            kept.push_back(std::move(*delta));
        }
    }
    std::reverse(kept.begin(), kept.end());
    return kept;
}

} // namespace stowage
