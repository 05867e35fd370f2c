// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpEngine.h"
#include "connectors/spegel/PeerLiveness.h"
#include "connectors/spegel/ProbeRota.h"
#include "connectors/spegel/SpegelSettings.h"
#include "models/ports/Clock.h"

#include <QObject>

#include <optional>

namespace stowage {

/// Asks one node again and again whether it lives (`/readyz`) and, less often, who it is
/// (`/debug/web/metadata`). Has endpoints of its own, so that no probe waits behind a sweep. A node that does
/// not live waits for its turn, and one that did not for long is asked less often.
class PeerProbe : public QObject
{
    Q_OBJECT

public:
    PeerProbe(HttpEngine& engine, const Clock& clock, const PeerSettings& peer,
              const SpegelSettings& settings, std::shared_ptr<ProbeRota> rota, QObject* parent = nullptr);
    ~PeerProbe() override;

    /// Probes now and every interval from then on.
    void start();
    void stop();

    const PeerLiveness& liveness() const { return m_liveness; }
    const QString& identity() const { return m_identity; } ///< empty while not told
    Timestamp probedAt() const { return m_probedAt; }      ///< when the newest probe ended, however
    Timestamp answeredAt() const
    {
        return m_answeredAt;
    } ///< when the newest answer came; the epoch when none did
    /// When the first of the probes left that are missed in a row; nothing while it answers.
    std::optional<Timestamp> firstMissAt() const { return m_firstMissAt; }
    /// How often another identity answered under this address.
    quint32 identityChanges() const { return m_identityChanges; }
    /// When that last happened.
    std::optional<Timestamp> identityChangedAt() const { return m_identityChangedAt; }
    /// Why the identity is not told, while it is not.
    const std::optional<Error>& identityTrouble() const { return m_identityTrouble; }
    /// Phases of the newest exchange that opened a connection.
    const PhaseTimes& phases() const { return m_phases; }

    quint64 requestsSent() const;
    quint64 requestsFailed() const;

Q_SIGNALS:
    /// A probe ended; `isChanged`: state or reason are others than before.
    void probed(bool isChanged);
    void identityTold(bool isAnother);

private:
    Millis pause() const;
    void probe();
    void send();
    void giveTurnBack();
    void askIdentity();
    void takeReadyz(const HttpResult& result);
    void takeIdentity(const HttpResult& result);

    HttpEngine& m_engine;
    const Clock& m_clock;
    Millis m_interval;
    Millis m_deadline;
    Millis m_identityInterval;
    std::shared_ptr<ProbeRota> m_rota;
    EndpointId m_registry;
    std::optional<Endpoint> m_metricsPort;
    std::optional<EndpointId> m_metrics; ///< from the first question on

    PeerLiveness m_liveness;
    bool m_isStopped = false;
    bool m_isProbing = false;
    bool m_hasTurn = false;
    Timestamp m_sentAt{};
    std::optional<Timestamp> m_firstMissAt;
    bool m_isAskingIdentity = false;
    std::optional<Millis> m_identityAskedAt;
    QString m_identity;
    Timestamp m_probedAt{};
    Timestamp m_answeredAt{};
    std::optional<Timestamp> m_identityChangedAt;
    quint32 m_identityChanges = 0;
    std::optional<Error> m_identityTrouble;
    PhaseTimes m_phases;
};

} // namespace stowage
