// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/spegel/Peer.h"
#include "connectors/spegel/SpegelSettings.h"
#include "connectors/spegel/SpegelStatus.h"
#include "connectors/spegel/VanishWatch.h"
#include "models/ports/Clock.h"
#include "models/ports/Connector.h"
#include "models/ports/Inventory.h"

#include <set>

namespace stowage {

/// The cache peers (Spegel) of a fleet: which node lives, and which holds what of the inventory. There is no
/// call that lists what a node has; each cell is one local-only HEAD.
///
/// `settled` holds when each node was asked for all that the inventory names at this moment, or does not
/// answer; it falls back when the inventory grows and in refresh(), before that returns.
class SpegelConnector final : public Connector
{
    Q_OBJECT

public:
    /// All three must outlive the connector.
    SpegelConnector(HttpEngine& engine, const Clock& clock, const Inventory& inventory,
                    SpegelSettings settings, QObject* parent = nullptr);
    ~SpegelConnector() override;

    QString sourceId() const override { return m_settings.id; }
    void start() override;
    void stop() override;
    void refresh() override;

private:
    /// A peer with what was last told of it.
    struct Entry
    {
        Peer* peer = nullptr;
        NodeObservation told;
        bool wasSettled = false;
    };

    void addPeer(const PeerSettings& settings);
    void tick();
    void readInventory();
    void takeChange(size_t index);
    void watchVanishing(size_t index, NodeState state);
    void publishSoon();
    void publish();
    void addNodes(Delta& delta);
    void addStatus(Delta& delta);
    NodeObservation observation(size_t index) const;
    PeerReport report(size_t index) const;
    SourceStatus status() const;

    HttpEngine& m_engine;
    const Clock& m_clock;
    const Inventory& m_inventory;
    SpegelSettings m_settings;

    bool m_isRunning = false;
    quint64 m_generation = 0;
    std::vector<Entry> m_entries;
    VanishWatch m_watch;

    WantedList m_wanted;
    std::optional<quint64> m_revision;
    QStringList m_namespacesNotAsked;

    bool m_isPublishing = false; ///< a publish() is queued
    bool m_isStatusDue =
        false; ///< a tick passed or a node changed: summing up all peers is not for every probe
    std::set<size_t> m_changed;
    std::vector<NodeContent> m_contents;
    std::optional<SourceStatus> m_toldStatus;
};

} // namespace stowage
