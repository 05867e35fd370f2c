// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/FleetGate.h"

#include "models/fleet/Fleet.h"
#include "models/hosts/HostBook.h"
#include "models/hosts/HostUpdate.h"

#include <QSet>

#include <algorithm>

namespace stowage {

namespace {

template <class T, class Key>
QSet<Key> keysOf(const std::vector<T>& items, Key (*key)(const T&))
{
    QSet<Key> keys;
    for (const T& item : items) {
        keys.insert(key(item));
    }
    return keys;
}

ImageKey imageKey(const Image& image)
{
    return image.key;
}

QString nodeName(const NodeObservation& node)
{
    return node.name;
}

QString metricsNode(const PeerMetricsObservation& metrics)
{
    return metrics.node;
}

QString hostSubject(const HostObservation& host)
{
    return host.subject;
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from)
{
    to.insert(to.end(), from.begin(), from.end());
}

void mergeImages(Delta& earlier, const Delta& later)
{
    const QSet<ImageKey> upserted = keysOf(later.images, imageKey);
    const QSet<ImageKey> removed(later.removedImages.begin(), later.removedImages.end());
    std::erase_if(earlier.images, [&](const Image& image) {
        return upserted.contains(image.key) || removed.contains(image.key);
    });
    std::erase_if(earlier.removedImages,
                  [&](const ImageKey& key) { return upserted.contains(key) || removed.contains(key); });
    append(earlier.images, later.images);
    append(earlier.removedImages, later.removedImages);
}

void mergeNodes(Delta& earlier, const Delta& later)
{
    const QSet<QString> upserted = keysOf(later.nodes, nodeName);
    const QSet<QString> removed(later.removedNodes.begin(), later.removedNodes.end());
    std::erase_if(earlier.nodes, [&](const NodeObservation& node) {
        return upserted.contains(node.name) || removed.contains(node.name);
    });
    std::erase_if(earlier.removedNodes,
                  [&](const QString& name) { return upserted.contains(name) || removed.contains(name); });
    std::erase_if(earlier.contents,
                  [&](const NodeContent& content) { return removed.contains(content.node); });
    append(earlier.nodes, later.nodes);
    append(earlier.removedNodes, later.removedNodes);
}

/// Each later batch takes its digests out of the earlier batches of its node, whose times are others.
void mergeContents(Delta& earlier, const Delta& later)
{
    for (const NodeContent& content : later.contents) {
        QSet<Digest> digests;
        for (const Sighting& sighting : content.sightings) {
            digests.insert(sighting.digest);
        }
        for (NodeContent& old : earlier.contents) {
            if (old.node == content.node) {
                std::erase_if(old.sightings,
                              [&](const Sighting& sighting) { return digests.contains(sighting.digest); });
            }
        }
        std::erase_if(earlier.contents, [](const NodeContent& old) { return old.sightings.empty(); });
        earlier.contents.push_back(content);
    }
}

void mergeMetrics(Delta& earlier, const Delta& later)
{
    const QSet<QString> told = keysOf(later.metrics, metricsNode);
    const QSet<QString> removed(later.removedNodes.begin(), later.removedNodes.end());
    std::erase_if(earlier.metrics, [&](const PeerMetricsObservation& metrics) {
        return told.contains(metrics.node) || removed.contains(metrics.node);
    });
    append(earlier.metrics, later.metrics);
}

void mergeHosts(Delta& earlier, const Delta& later)
{
    QHash<QString, size_t> places;
    for (size_t i = 0; i < earlier.hosts.size(); ++i) {
        places.insert(earlier.hosts[i].subject, i);
    }
    for (HostObservation host : later.hosts) {
        const auto place = places.constFind(host.subject);
        if (place == places.cend()) {
            places.insert(host.subject, earlier.hosts.size());
            earlier.hosts.push_back(std::move(host));
        } else {
            keepUntold(host, earlier.hosts[*place]);
            earlier.hosts[*place] = std::move(host);
        }
    }
    const QSet<QString> told = keysOf(later.hosts, hostSubject);
    const QSet<QString> removed(later.removedHosts.begin(), later.removedHosts.end());
    std::erase_if(earlier.hosts, [&](const HostObservation& host) { return removed.contains(host.subject); });
    std::erase_if(earlier.removedHosts, [&](const QString& subject) {
        return told.contains(subject) || removed.contains(subject);
    });
    append(earlier.removedHosts, later.removedHosts);
}

} // namespace

void mergeDelta(Delta& earlier, const Delta& later)
{
    mergeImages(earlier, later);
    mergeNodes(earlier, later);
    mergeContents(earlier, later);
    mergeMetrics(earlier, later);
    mergeHosts(earlier, later);
    earlier.at = later.at;
    if (later.status) {
        earlier.status = later.status;
    }
}

FleetGate::FleetGate(Fleet& fleet, HostBook* hosts, QObject* parent)
    : QObject(parent), m_fleet(fleet), m_hosts(hosts)
{
}

void FleetGate::setShut(bool shut)
{
    if (m_shut == shut) {
        return;
    }
    m_shut = shut;
    if (shut) {
        return;
    }
    std::vector<Kept> kept = std::exchange(m_kept, {});
    m_waiting = 0;
    for (Kept& each : kept) {
        each.delta.samples = each.samples.take();
        let(each.delta);
    }
    Q_EMIT waitingChanged(0);
}

void FleetGate::take(const Delta& delta)
{
    if (!m_shut) {
        let(delta);
        return;
    }
    auto same = std::find_if(m_kept.begin(), m_kept.end(), [&delta](const Kept& kept) {
        return kept.delta.source == delta.source && kept.delta.generation == delta.generation;
    });
    if (same == m_kept.end()) {
        same = m_kept.insert(m_kept.end(), Kept{delta, {}});
        same->delta.samples.clear();
    } else {
        mergeDelta(same->delta, delta);
    }
    same->samples.add(delta.samples);
    Q_EMIT waitingChanged(++m_waiting);
}

void FleetGate::let(const Delta& delta)
{
    m_fleet.apply(delta);
    if (m_hosts != nullptr) {
        m_hosts->apply(delta);
    }
}

} // namespace stowage
