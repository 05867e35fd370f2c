// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/spegel/PeerProbe.h"
#include "connectors/spegel/PeerSweep.h"
#include "connectors/spegel/SpegelSettings.h"

#include <QObject>

#include <optional>

namespace stowage {

/// One node: probed always, open to the sweep while it lives. When it comes back it is asked for everything
/// at once; when its content hangs, one canary HEAD an interval finds out when it no longer does.
class Peer : public QObject
{
    Q_OBJECT

public:
    /// For how long the DHT records of a dead node live on (contract: spegel, time constants).
    static constexpr Millis RecordLife = std::chrono::minutes{19};

    Peer(HttpEngine& engine, const Clock& clock, PeerSettings peer, const SpegelSettings& settings,
         std::shared_ptr<SweepCommons> commons, std::shared_ptr<ProbeRota> rota, QObject* parent = nullptr);
    ~Peer() override;

    void start() { m_probe.start(); }
    /// Nothing comes from it any more.
    void retire();

    /// What is known of the node. `at` is when the newest probe ended, the epoch before the first.
    NodeObservation observation() const;
    /// Before anything was seen of it.
    static NodeObservation configured(const PeerSettings& peer);

    NodeState state() const; ///< the observation's

    /// Asked for all that the inventory holds, or found not to answer.
    bool isSettled() const;

    const PeerProbe& probe() const { return m_probe; }
    PeerSweep& sweep() { return m_sweep; }
    const PeerSweep& sweep() const { return m_sweep; }
    /// Why it is asked no further, while it lives.
    std::optional<SweepEnd> brokenBy() const { return m_brokenBy; }

    quint64 requestsSent() const;
    quint64 requestsFailed() const;

Q_SIGNALS:
    /// The observation may be another than before, or the node is settled otherwise.
    void changed();
    void sighted(const std::vector<stowage::Sighting>& sightings);

private:
    void takeProbe(bool isChanged);
    void followProbe(bool isChanged);
    void beginSweep();
    void takeEnd(SweepEnd end);
    void noteState();
    QString reason(NodeState state) const;
    std::optional<Timestamp> recordsUntil() const;
    bool isLive() const { return m_probe.liveness().state() == NodeState::Live; }
    bool isContentSilent() const { return m_brokenBy == SweepEnd::Silent; }

    HttpEngine& m_engine;
    const Clock& m_clock;
    PeerSettings m_settings;
    PeerProbe m_probe;
    PeerSweep m_sweep;
    std::optional<EndpointId> m_content; ///< from when it first lives
    std::optional<SweepEnd> m_brokenBy;
    bool m_isExcused = false; ///< its last round was broken off: nobody waits for it to be whole
    bool m_hasLived = false;
    NodeState m_state = NodeState::Unseen;
    std::optional<Timestamp> m_since;
};

} // namespace stowage
