// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/spegel/PeerProbe.h"
#include "connectors/spegel/PeerSweep.h"
#include "connectors/spegel/SpegelSettings.h"

#include <QObject>

namespace stowage {

/// One node: probed always, asked for its content while it lives. When it comes back it is asked for
/// everything at once; when its content hangs, one canary HEAD an interval finds out when it no longer does.
class Peer : public QObject
{
    Q_OBJECT

public:
    Peer(HttpEngine& engine, const Clock& clock, PeerSettings peer, const SpegelSettings& settings,
         QObject* parent = nullptr);
    ~Peer() override;

    void start();

    /// `all` is the inventory from now on; `fresh` is the part of it that was not asked for before.
    void setInventory(WantedList all, const WantedList& fresh);

    /// Asks for everything anew, now if it lives.
    void sweepSoon();

    /// What is known of the node. `at` is when the newest probe ended, the epoch before the first.
    NodeObservation observation() const;

    /// Asked for all that the inventory holds, or found not to answer.
    bool isSettled() const;

    const QString& name() const { return m_settings.name; }
    const PeerProbe& probe() const { return m_probe; }
    const SweepTally& lastRound() const
    {
        return m_lastRound;
    } ///< of the newest complete round over everything

    quint64 requestsSent() const;
    quint64 requestsFailed() const;

Q_SIGNALS:
    /// The observation may be another than before, or the node is settled otherwise.
    void changed();
    void sighted(const std::vector<stowage::Sighting>& sightings);

private:
    void takeProbe(bool isChanged);
    void followProbe(bool isChanged);
    void beginRound();
    void takeEnd(SweepEnd end);
    void scheduleRound();
    void sendCanary();
    void takeCanary(const HttpResult& result);
    bool isLive() const { return m_probe.liveness().state() == NodeState::Live; }

    HttpEngine& m_engine;
    const Clock& m_clock;
    PeerSettings m_settings;
    Millis m_contentDeadline;
    Millis m_sweepInterval;
    EndpointId m_content;
    PeerProbe m_probe;
    PeerSweep m_sweep;

    WantedList m_all;
    std::vector<WantedContent> m_fresh; ///< came while a round ran
    bool m_isFullRound = false;
    bool m_isCovered = false; ///< every digest of m_all was asked for since it lives
    bool m_isContentSilent = false;
    bool m_isContentUnreachable = false; ///< the newest round was broken off; the next probe begins another
    bool m_isCanaryOut = false;
    SweepTally m_lastRound;
    quint64 m_roundTicket = 0; ///< only the newest scheduled round happens
};

} // namespace stowage
