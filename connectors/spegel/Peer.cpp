// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/Peer.h"

namespace stowage {

Peer::Peer(HttpEngine& engine, const Clock& clock, PeerSettings peer, const SpegelSettings& settings,
           std::shared_ptr<SweepCommons> commons, std::shared_ptr<ProbeRota> rota, QObject* parent)
    : QObject(parent), m_engine(engine), m_clock(clock), m_settings(std::move(peer)),
      m_probe(engine, clock, m_settings, settings, std::move(rota)),
      m_sweep(engine, std::move(commons), m_settings.name)
{
    connect(&m_probe, &PeerProbe::probed, this, &Peer::takeProbe);
    connect(&m_probe, &PeerProbe::identityTold, this, [this](bool isAnother) {
        if (isAnother && isLive()) {
            beginSweep(); // another process, perhaps with another store
        }
        Q_EMIT changed();
    });
    connect(&m_sweep, &PeerSweep::sighted, this, &Peer::sighted);
    connect(&m_sweep, &PeerSweep::broken, this, &Peer::takeEnd);
    connect(&m_sweep, &PeerSweep::drained, this, [this] {
        m_isExcused = m_isExcused && m_brokenBy.has_value();
        Q_EMIT changed();
    });
    connect(&m_sweep, &PeerSweep::begun, this, [this] {
        m_brokenBy.reset();
        noteState();
    });
    connect(&m_sweep, &PeerSweep::answered, this, [this] {
        if (isContentSilent() && isLive()) {
            beginSweep();
            Q_EMIT changed();
        }
    });
}

Peer::~Peer()
{
    retire();
}

void Peer::retire()
{
    m_probe.stop();
    m_sweep.stop();
    if (m_content) {
        m_engine.removeEndpoint(*std::exchange(m_content, {}));
    }
}

void Peer::takeProbe(bool isChanged)
{
    followProbe(isChanged);
    noteState();
    Q_EMIT changed();
}

void Peer::followProbe(bool isChanged)
{
    if (!isLive()) {
        if (isChanged) {
            m_sweep.stop();
            m_brokenBy.reset();
            m_isExcused = false;
        }
    } else if (isContentSilent()) {
        m_sweep.sendCanary();
    } else if (!m_sweep.isOn() || m_brokenBy == SweepEnd::Unreachable) {
        beginSweep();
    }
}

void Peer::beginSweep()
{
    if (!m_content) {
        m_content = m_engine.addEndpoint(m_settings.registry);
    }
    m_sweep.begin(*m_content, std::exchange(m_hasLived, true) ? Worth::Back : Worth::Old);
}

void Peer::takeEnd(SweepEnd end)
{
    m_brokenBy = end;
    m_isExcused = true;
    noteState();
    Q_EMIT changed();
}

void Peer::noteState()
{
    if (std::exchange(m_state, state()) != m_state) {
        m_since = m_state == NodeState::Gone ? m_probe.firstMissAt() : m_clock.now();
    }
}

NodeState Peer::state() const
{
    const NodeState state = m_probe.liveness().state();
    return state == NodeState::Live && isContentSilent() ? NodeState::Unable : state;
}

QString Peer::reason(NodeState state) const
{
    if (state == NodeState::Unable) {
        return tr("ready, but content does not answer (containerd hung?)");
    }
    const QString reason = m_probe.liveness().reason();
    const auto until = state == NodeState::Gone ? recordsUntil() : std::nullopt;
    if (!until) {
        return reason;
    }
    //: %1 says why a node is gone, %2 is a time of day in UTC
    return tr("%1 Its DHT records live on: until %2 UTC other peers may still be sent to it.")
        .arg(reason.endsWith(QLatin1Char('.')) ? reason : reason + QLatin1Char('.'),
             toRfc3339(*until).sliced(11, 5));
}

/// Advertised at the latest just before the first probe that it missed.
std::optional<Timestamp> Peer::recordsUntil() const
{
    const auto missed = m_probe.firstMissAt();
    const bool hasAnswered = m_probe.answeredAt() != Timestamp{};
    if (!missed || !hasAnswered || m_clock.now() >= *missed + RecordLife) {
        return std::nullopt;
    }
    return *missed + RecordLife;
}

NodeObservation Peer::configured(const PeerSettings& peer)
{
    NodeObservation seen;
    seen.name = peer.name;
    seen.zone = peer.zone;
    seen.address = QString::fromUtf8(peer.registry.baseUrl);
    return seen;
}

NodeObservation Peer::observation() const
{
    NodeObservation seen = configured(m_settings);
    seen.state = state();
    seen.reason = reason(seen.state);
    seen.identity = m_probe.identity();
    seen.since = m_since;
    seen.recordsUntil = seen.state == NodeState::Gone ? recordsUntil() : std::nullopt;
    seen.stability.restarts = m_probe.identityChanges();
    seen.stability.restartedAt = m_probe.identityChangedAt();
    seen.at = seen.state == NodeState::Unseen ? Timestamp{} : m_probe.probedAt();
    return seen;
}

bool Peer::isSettled() const
{
    switch (m_probe.liveness().state()) {
    case NodeState::Unseen:
        return false;
    case NodeState::Gone:
        return true;
    default:
        return m_isExcused || (m_sweep.isOn() && m_sweep.cells().isCovered());
    }
}

quint64 Peer::requestsSent() const
{
    return m_probe.requestsSent() + (m_content ? m_engine.stats(*m_content).sent : 0);
}

quint64 Peer::requestsFailed() const
{
    return m_probe.requestsFailed() + (m_content ? m_engine.stats(*m_content).failed : 0);
}

} // namespace stowage
