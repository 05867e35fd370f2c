// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/PeerProbe.h"

#include "connectors/spegel/MetadataParser.h"

namespace stowage {
namespace {

constexpr qint64 ProbeBodyLimit = 64 * 1024;

/// Who has not answered for so long is asked every fifth time only.
constexpr std::chrono::minutes LongGone{2};
constexpr int LongGonePause = 5;

HttpRequest probeOf(const QByteArray& target, Millis deadline)
{
    HttpRequest request;
    request.target = target;
    request.deadline = deadline;
    request.idleLimit = deadline;
    request.bodyLimit = ProbeBodyLimit;
    request.retry = RetryClass::Probe;
    request.followRedirects = false;
    return request;
}

Endpoint forProbing(Endpoint endpoint)
{
    endpoint.budget = {0, 1};
    endpoint.readOnly = true;
    return endpoint;
}

/// The profile names the metrics page; the metadata lie beside it.
Endpoint metricsPort(Endpoint endpoint)
{
    constexpr QByteArrayView Page{"/metrics"};
    if (endpoint.baseUrl.endsWith(Page)) {
        endpoint.baseUrl.chop(Page.size());
    }
    return forProbing(std::move(endpoint));
}

} // namespace

PeerProbe::PeerProbe(HttpEngine& engine, const Clock& clock, const PeerSettings& peer,
                     const SpegelSettings& settings, std::shared_ptr<ProbeRota> rota, QObject* parent)
    : QObject(parent), m_engine(engine), m_clock(clock), m_interval(settings.probeInterval),
      m_deadline(settings.probeDeadline), m_identityInterval(settings.identityInterval),
      m_rota(std::move(rota)), m_registry(engine.addEndpoint(forProbing(peer.registry))),
      m_liveness(settings.missesUntilGone)
{
    if (peer.metrics) {
        m_metricsPort = metricsPort(*peer.metrics);
    }
}

PeerProbe::~PeerProbe()
{
    stop();
    m_engine.removeEndpoint(m_registry);
    if (m_metrics) {
        m_engine.removeEndpoint(*m_metrics);
    }
}

void PeerProbe::start()
{
    if (!m_isStopped) {
        m_rota->after(pause(), this, [this] { start(); });
        probe();
    }
}

void PeerProbe::stop()
{
    m_isStopped = true;
    giveTurnBack();
}

Millis PeerProbe::pause() const
{
    const bool isLongGone =
        m_liveness.state() == NodeState::Gone && m_firstMissAt && m_clock.now() - *m_firstMissAt > LongGone;
    return isLongGone ? LongGonePause * m_interval : m_interval;
}

void PeerProbe::probe()
{
    if (std::exchange(m_isProbing, true)) {
        return;
    }
    if (m_liveness.state() == NodeState::Live) {
        send();
        return;
    }
    m_rota->take(this, [this] {
        m_hasTurn = true;
        send();
    });
}

void PeerProbe::send()
{
    m_sentAt = m_clock.now();
    HttpCall* call = m_engine.send(m_registry, probeOf("/readyz", m_deadline), this);
    connect(call, &HttpCall::finished, this, &PeerProbe::takeReadyz);
}

void PeerProbe::giveTurnBack()
{
    if (std::exchange(m_hasTurn, false)) {
        m_rota->done();
    }
}

void PeerProbe::takeReadyz(const HttpResult& result)
{
    m_isProbing = false;
    giveTurnBack();
    if (m_isStopped) {
        return;
    }
    m_probedAt = m_clock.now();
    if (result) {
        m_answeredAt = m_probedAt;
        if (result->phases.tcp4 || result->phases.tcp6) {
            m_phases = result->phases;
        }
    }
    const NodeState before = m_liveness.state();
    const bool isChanged = m_liveness.probed(result);
    if (m_liveness.isMissing()) {
        m_firstMissAt = m_firstMissAt.value_or(m_sentAt);
    } else {
        m_firstMissAt.reset();
    }
    if (m_liveness.state() == NodeState::Live) {
        if (before != NodeState::Live) {
            m_identityAskedAt.reset(); // what comes back may be another
        }
        askIdentity();
    }
    Q_EMIT probed(isChanged);
}

void PeerProbe::askIdentity()
{
    const Millis now = m_clock.monotonic();
    const bool isDue = !m_identityAskedAt || now - *m_identityAskedAt >= m_identityInterval;
    if (!m_metricsPort || m_isAskingIdentity || !isDue) {
        return;
    }
    if (!m_metrics) {
        m_metrics = m_engine.addEndpoint(*m_metricsPort);
    }
    m_isAskingIdentity = true;
    m_identityAskedAt = now;
    HttpCall* call = m_engine.send(*m_metrics, probeOf("/debug/web/metadata", m_deadline), this);
    connect(call, &HttpCall::finished, this, &PeerProbe::takeIdentity);
}

void PeerProbe::takeIdentity(const HttpResult& result)
{
    m_isAskingIdentity = false;
    if (m_isStopped) {
        return;
    }
    const Result<QString> identity = peerIdentityIn(result);
    if (!identity) {
        m_identityTrouble = identity.error();
        Q_EMIT identityTold(false);
        return;
    }
    m_identityTrouble.reset();
    const bool isAnother = !m_identity.isEmpty() && *identity != m_identity;
    if (isAnother) {
        m_identityChangedAt = m_clock.now();
        ++m_identityChanges;
    }
    m_identity = *identity;
    Q_EMIT identityTold(isAnother);
}

quint64 PeerProbe::requestsSent() const
{
    return m_engine.stats(m_registry).sent + (m_metrics ? m_engine.stats(*m_metrics).sent : 0);
}

quint64 PeerProbe::requestsFailed() const
{
    return m_engine.stats(m_registry).failed + (m_metrics ? m_engine.stats(*m_metrics).failed : 0);
}

} // namespace stowage
