// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpEngine.h"
#include "connectors/spegel/PeerMetricsPage.h"
#include "connectors/spegel/ProbeRota.h"
#include "connectors/spegel/SpegelSettings.h"
#include "models/ports/Clock.h"

#include <QObject>

#include <functional>
#include <memory>

namespace stowage {

/// Reads the metrics page of each peer of a source again and again, one after the other over the interval, so
/// that many peers do not answer at once. One that does not live is not asked.
class PeerMetricsFeed : public QObject
{
    Q_OBJECT

public:
    /// Of a peer, as somebody else knows it.
    struct PeerNow
    {
        bool isAnswering = false;
        QString identity;
    };
    using AskPeer = std::function<PeerNow(size_t peer)>;

    /// `peers` in place of those of the settings, which say how often and how long. Engine and clock must
    /// outlive the feed, and what `ask` needs as well.
    PeerMetricsFeed(HttpEngine& engine, const Clock& clock, const SpegelSettings& settings,
                    const std::vector<PeerSettings>& peers, AskPeer ask, QObject* parent = nullptr);
    ~PeerMetricsFeed() override;

    void start();

    /// Of the peer: why its page could not be read, or not to its end; nothing while it can or was not asked.
    const std::optional<Error>& trouble(size_t peer) const { return m_peers[peer].trouble; }

    /// What is beyond its threshold by the newest page.
    const std::vector<ThresholdBreach>& breaches(size_t peer) const { return m_peers[peer].breaches; }

    quint64 requestsSent(size_t peer) const;
    quint64 requestsFailed(size_t peer) const;

Q_SIGNALS:
    void told(const stowage::PeerMetricsObservation& observation);
    /// Troubles or breaches may be others than before.
    void changed(size_t peer);

private:
    struct Peer
    {
        QString name;
        std::optional<Endpoint> port;       ///< none: it has no metrics port
        std::optional<EndpointId> endpoint; ///< from the first question on: most of thousands never answer
        QByteArray target;
        std::unique_ptr<CounterHistory> history; ///< as long as the endpoint
        bool isAsked = false;                    ///< an answer is awaited
        quint64 asked = 0;
        std::optional<Error> trouble;
        std::vector<ThresholdBreach> breaches;
    };

    void ask(size_t peer);
    void take(size_t peer, const HttpResult& result);
    void takePage(size_t peer, const HttpAnswer& answer);
    void forgetAllAfterRenumbering();

    HttpEngine& m_engine;
    const Clock& m_clock;
    ProbeRota m_rota;
    AskPeer m_ask;
    Millis m_every;
    Millis m_deadline;
    MetricThresholds m_thresholds;
    PeerMetricsPage m_page;
    quint32 m_epoch = 0;
    std::vector<Peer> m_peers;
};

} // namespace stowage
