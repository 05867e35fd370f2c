// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/PeerMetricsFeed.h"

#include "connectors/exposition/MetricsRequest.h"

namespace stowage {
namespace {

constexpr qint64 PageLimit = 4 * 1024 * 1024;
constexpr int Found = 200;
constexpr Millis FirstLook{500};
constexpr size_t ManyPeers = 1'000;
constexpr Millis FirstApart{5}; ///< few peers need not wait for their turn

} // namespace

PeerMetricsFeed::PeerMetricsFeed(HttpEngine& engine, const Clock& clock, const SpegelSettings& settings,
                                 const std::vector<PeerSettings>& peers, AskPeer ask, QObject* parent)
    : QObject(parent), m_engine(engine), m_clock(clock), m_rota(clock, 0), m_ask(std::move(ask)),
      m_every(settings.metricsInterval), m_deadline(settings.metricsDeadline),
      m_thresholds(settings.thresholds)
{
    m_peers.reserve(peers.size());
    for (const PeerSettings& peer : peers) {
        Peer& entry = m_peers.emplace_back();
        entry.name = peer.name;
        entry.port = peer.metrics;
    }
}

PeerMetricsFeed::~PeerMetricsFeed()
{
    for (const Peer& peer : m_peers) {
        if (peer.endpoint) {
            m_engine.removeEndpoint(*peer.endpoint);
        }
    }
}

void PeerMetricsFeed::start()
{
    const auto count = static_cast<qint64>(m_peers.size());
    for (size_t peer = 0; peer < m_peers.size(); ++peer) {
        if (m_peers[peer].port) {
            const auto place = static_cast<qint64>(peer);
            const Millis turn = std::min(m_every * place / count, FirstApart * place);
            m_rota.after(turn, this, [this, peer] { ask(peer); });
        }
    }
}

void PeerMetricsFeed::ask(size_t peer)
{
    Peer& asked = m_peers[peer];
    const bool isAnswering = m_ask(peer).isAnswering;
    // Until it answers for the first time it is looked at more often: nothing is sent for that.
    // The second page comes soon, because only two tell rates.
    const Millis look = FirstLook * (1 + m_peers.size() / ManyPeers);
    const Millis next = asked.asked == 0 && !isAnswering ? std::min(m_every, look)
                        : asked.asked == 0               ? m_every / 5
                                                         : m_every;
    m_rota.after(next, this, [this, peer] { ask(peer); });
    if (asked.isAsked || !isAnswering) {
        return;
    }
    ++asked.asked;
    asked.isAsked = true;
    if (!asked.endpoint) {
        Endpoint endpoint = *asked.port;
        endpoint.budget = {0, 1};
        endpoint.readOnly = true;
        asked.target = takeMetricsTarget(endpoint);
        asked.history = std::make_unique<CounterHistory>(PeerMetricsPage::historyFor(m_every));
        asked.endpoint = m_engine.addEndpoint(std::move(endpoint));
    }
    HttpCall* call =
        m_engine.send(*asked.endpoint, metricsRequest(asked.target, m_deadline, PageLimit), this);
    connect(call, &HttpCall::finished, this, [this, peer](const HttpResult& result) { take(peer, result); });
}

void PeerMetricsFeed::take(size_t peer, const HttpResult& result)
{
    m_peers[peer].isAsked = false;
    const auto before = std::make_pair(m_peers[peer].trouble, m_peers[peer].breaches);
    if (!result) {
        m_peers[peer].trouble = result.error();
    } else if (result->status != Found) {
        m_peers[peer].trouble = Error{ErrorKind::Malformed,
                                      tr("the metrics page answers HTTP %1").arg(result->status),
                                      {},
                                      tr("Check that the metrics address is that of Spegel's metrics port."),
                                      {}};
    } else {
        takePage(peer, *result);
    }
    if (before.first != m_peers[peer].trouble || before.second != m_peers[peer].breaches) {
        Q_EMIT changed(peer);
    }
}

void PeerMetricsFeed::takePage(size_t peer, const HttpAnswer& answer)
{
    PeerMetricsReading reading =
        m_page.read(answer.body, expositionForm(answer.headers.value("Content-Type")));
    forgetAllAfterRenumbering();
    Peer& from = m_peers[peer];
    from.trouble = reading.trouble;
    if (!reading.isSpegels) {
        return;
    }
    const Timestamp now = m_clock.now();
    reading.counters.at = m_clock.monotonic();
    reading.counters.wall = now;
    reading.counters.identity = m_ask(peer).identity;
    from.history->take(reading.counters);
    PeerMetricsObservation observation{from.name, now, m_page.figures(reading, *from.history, m_every)};
    observation.metrics.breaches = breachesOf(observation.metrics, m_thresholds);
    from.breaches = observation.metrics.breaches;
    Q_EMIT told(observation);
}

/// The numbers of counters mean others now.
void PeerMetricsFeed::forgetAllAfterRenumbering()
{
    if (m_epoch != m_page.epoch()) {
        m_epoch = m_page.epoch();
        for (Peer& peer : m_peers) {
            if (peer.history) {
                peer.history->forget();
            }
        }
    }
}

quint64 PeerMetricsFeed::requestsSent(size_t peer) const
{
    return m_peers[peer].endpoint ? m_engine.stats(*m_peers[peer].endpoint).sent : 0;
}

quint64 PeerMetricsFeed::requestsFailed(size_t peer) const
{
    return m_peers[peer].endpoint ? m_engine.stats(*m_peers[peer].endpoint).failed : 0;
}

} // namespace stowage
