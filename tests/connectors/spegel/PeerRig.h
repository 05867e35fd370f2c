// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/spegel/SpegelConnector.h"
#include "tests/connectors/spegel/FakePeer.h"
#include "tests/support/ManualClock.h"

#include <QTest>

#include <algorithm>

namespace stowage::test {

class FakeInventory final : public Inventory
{
public:
    std::vector<WantedContent> wanted() const override { return content; }
    quint64 revision() const override { return number; }

    void add(WantedContent more)
    {
        content.push_back(std::move(more));
        ++number;
    }

    std::vector<WantedContent> content;
    quint64 number = 1;
};

inline WantedContent wanted(const char* name, ContentKind kind = ContentKind::Layer)
{
    return {Digest::of(name), kind, 100, QStringLiteral("team/web"), QStringLiteral("docker.io")};
}

inline QByteArray routeOf(const WantedContent& content)
{
    const bool isManifest = content.kind == ContentKind::Manifest || content.kind == ContentKind::Index;
    return (isManifest ? "manifests/" : "blobs/") + content.digest.toByteArray();
}

inline void give(FakePeer& peer, const WantedContent& content, qint64 size = 100)
{
    peer.content.insert(routeOf(content), size);
}

/// Peers, their connector, and what it said so far. Time is driven by hand; the network's deadlines are real.
struct PeerRig
{
    explicit PeerRig(size_t count)
    {
        for (size_t i = 0; i < count; ++i) {
            peers.push_back(std::make_unique<FakePeer>());
            peers.back()->identity += QByteArray::number(i + 1);
            peers.back()->isWanted = [this](const QByteArray& target) {
                return std::any_of(inventory.content.begin(), inventory.content.end(),
                                   [&](const WantedContent& content) {
                                       return target.contains(content.digest.toByteArray());
                                   });
            };
        }
        settings.id = QStringLiteral("peers");
        settings.namespaces = QStringList{QStringLiteral("docker.io")};
        settings.contentDeadline = Millis{300};
        settings.probeDeadline = Millis{300};
    }

    FakePeer& peer(size_t index) { return *peers[index]; }

    void start()
    {
        for (size_t i = 0; i < peers.size(); ++i) {
            PeerSettings peer;
            peer.name = QStringLiteral("n%1").arg(i + 1);
            peer.zone = QStringLiteral("a");
            peer.registry.source = settings.id;
            peer.registry.baseUrl = peers[i]->url();
            peer.metrics = peer.registry;
            peer.metrics->baseUrl += "/metrics";
            settings.peers.push_back(peer);
        }
        if (tweak) {
            tweak(settings);
        }
        connector = std::make_unique<SpegelConnector>(engine, otherClock == nullptr ? clock : *otherClock,
                                                      inventory, settings, lister);
        QObject::connect(connector.get(), &Connector::delta, connector.get(),
                         [this](const Delta& delta) { take(delta); });
        connector->start();
    }

    void take(const Delta& delta)
    {
        ++deltas;
        generation = delta.generation;
        for (const NodeObservation& seen : delta.nodes) {
            nodes[seen.name] = seen;
        }
        for (const NodeContent& content : delta.contents) {
            for (const Sighting& sighting : content.sightings) {
                cells[{content.node, sighting.digest}] = sighting;
            }
        }
        if (delta.status) {
            status = *delta.status;
        }
    }

    NodeState state(const char* node) const { return nodes.value(QString::fromLatin1(node)).state; }

    Sighting cell(const char* node, const WantedContent& content) const
    {
        return cells.value({QString::fromLatin1(node), content.digest});
    }

    void advance(Millis by) { clock.advance(by); }

    /// Lets one probe interval pass after the other until it is so. A probe that is still under way is not
    /// sent twice, and the network's deadlines are real: on a busy machine one interval may not be enough.
    template <class Predicate>
    bool passUntil(Predicate isSo)
    {
        for (int i = 0; i < 100 && !isSo(); ++i) {
            clock.advance(settings.probeInterval);
            (void)QTest::qWaitFor(isSo, 100);
        }
        return isSo();
    }

    bool passUntil(const char* node, NodeState wanted)
    {
        return passUntil([&] { return state(node) == wanted; });
    }

    /// The same, a whole round at a time.
    template <class Predicate>
    bool passRoundsUntil(Predicate isSo)
    {
        for (int i = 0; i < 100 && !isSo(); ++i) {
            clock.advance(settings.sweepInterval);
            (void)QTest::qWaitFor(isSo, 200);
        }
        return isSo();
    }

    bool probeOnce(size_t index)
    {
        const int before = peer(index).probes;
        return passUntil([&] { return peer(index).probes > before; }) && peer(index).probes == before + 1;
    }

    ManualClock clock;
    const Clock* otherClock = nullptr; ///< instead, where the time is real
    FakeInventory inventory;
    HttpEngine engine;
    SpegelSettings settings;
    std::function<void(SpegelSettings&)> tweak; ///< the last word before the start
    ContentLister* lister = nullptr;
    std::vector<std::unique_ptr<FakePeer>> peers;
    std::unique_ptr<SpegelConnector> connector;

    NodeObservation node(const char* name) const { return nodes.value(QString::fromLatin1(name)); }

    QString warnings() const { return status.warnings.join(QLatin1Char('\n')); }

    int deltas = 0;
    quint64 generation = 0;
    QHash<QString, NodeObservation> nodes;
    QHash<std::pair<QString, Digest>, Sighting> cells;
    SourceStatus status;
};

inline bool is(const Sighting& sighting, Presence presence, Evidence evidence)
{
    return sighting.presence == presence && sighting.evidence == evidence;
}

} // namespace stowage::test
