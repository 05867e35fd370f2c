// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/spegel/Peer.h"
#include "connectors/spegel/PeerList.h"
#include "connectors/spegel/PeerMetricsFeed.h"
#include "connectors/spegel/SpegelStatus.h"
#include "connectors/spegel/Sweeper.h"
#include "connectors/spegel/VanishWatch.h"
#include "models/ports/Connector.h"
#include "models/ports/ContentLister.h"
#include "models/ports/Inventory.h"

#include <set>

namespace stowage {

/// The cache peers (Spegel) of a fleet: which node lives, and which holds what of the inventory. There is no
/// call that lists what a node has; each cell is one local-only HEAD, unless a lister reaches the node.
///
/// `settled` holds when each node was asked for all that the inventory names at this moment, or does not
/// answer; it falls back when the inventory grows and in refresh(), before that returns.
class SpegelConnector final : public Connector
{
    Q_OBJECT

public:
    /// All must outlive the connector; the lister may be null.
    SpegelConnector(HttpEngine& engine, const Clock& clock, const Inventory& inventory,
                    SpegelSettings settings, ContentLister* lister = nullptr, QObject* parent = nullptr);
    ~SpegelConnector() override;

    QString sourceId() const override { return m_settings.id; }
    void start() override;
    void stop() override;
    void refresh() override;

    /// The sweep rests; nodes are probed as before. Begins anew unpaused.
    void setSweepPaused(bool isPaused);

private:
    /// A node with what was last told of it.
    struct Entry
    {
        ListedPeer listed;
        Peer* peer = nullptr; ///< none while its first probe waits, and where it is another node's twin
        NodeObservation told;
        bool wasSettled = false;
        bool hasLived = false;
        bool isCountedGone = false;
        quint32 vanishings = 0;
        std::optional<Timestamp> vanishedAt{};
    };

    void addPeers();
    void addPeer(size_t index);
    void scheduleTick();
    void readMetrics();
    void tick();
    void readInventory();
    void takeChange(size_t index);
    void watchVanishing(size_t index, NodeState state);
    void countVanishing(size_t index, NodeState state);
    void publishSoon();
    void publish();
    void addNodes(Delta& delta);
    void addStatus(Delta& delta);
    bool isSettled(const Entry& entry) const;
    NodeObservation observation(size_t index) const;
    PeerReport report(size_t index) const;
    SourceStatus status() const;

    HttpEngine& m_engine;
    const Clock& m_clock;
    const Inventory& m_inventory;
    SpegelSettings m_settings;
    ContentLister* m_lister;

    quint64 m_generation = 0;
    std::unique_ptr<QObject> m_run; ///< context of what is scheduled; lives while the connector runs
    Timestamp m_startedAt{};
    QObject* m_peers = nullptr; ///< parent of all
    std::vector<Entry> m_entries;
    QStringList m_listedAgain;
    size_t m_added = 0; ///< entries whose probing has begun
    std::shared_ptr<ProbeRota> m_rota;
    std::shared_ptr<SweepCommons> m_commons;
    std::unique_ptr<Sweeper> m_sweeper;
    VanishWatch m_watch;

    std::optional<quint64> m_revision;
    bool m_isPublishing = false; ///< a publish() is queued
    bool m_isStatusDue = false;
    Millis m_statusAt{0};
    std::set<size_t> m_changed;
    std::vector<NodeContent> m_contents;
    std::vector<PeerMetricsObservation> m_metrics;
    std::unique_ptr<PeerMetricsFeed> m_metricsFeed; ///< while it runs
    std::optional<SourceStatus> m_toldStatus;
};

} // namespace stowage
