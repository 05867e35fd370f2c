// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/Peer.h"

#include "connectors/spegel/HeadRequest.h"

namespace stowage {

Peer::Peer(HttpEngine& engine, const Clock& clock, PeerSettings peer, const SpegelSettings& settings,
           QObject* parent)
    : QObject(parent), m_engine(engine), m_clock(clock), m_settings(std::move(peer)),
      m_contentDeadline(settings.contentDeadline), m_sweepInterval(settings.sweepInterval),
      m_content(engine.addEndpoint(m_settings.registry)), m_probe(engine, clock, m_settings, settings),
      m_sweep(engine, m_content,
              {settings.namespaces, settings.contentDeadline,
               static_cast<quint32>(settings.silencesUntilUnable)}),
      m_all(std::make_shared<std::vector<WantedContent>>())
{
    connect(&m_probe, &PeerProbe::probed, this, &Peer::takeProbe);
    connect(&m_probe, &PeerProbe::identityTold, this, [this](bool isAnother) {
        if (isAnother) {
            sweepSoon(); // another process, perhaps with another store
        }
        Q_EMIT changed();
    });
    connect(&m_sweep, &PeerSweep::sighted, this, &Peer::sighted);
    connect(&m_sweep, &PeerSweep::finished, this, &Peer::takeEnd);
}

Peer::~Peer()
{
    m_sweep.cancel();
    m_engine.removeEndpoint(m_content);
}

void Peer::start()
{
    m_probe.start();
}

void Peer::setInventory(WantedList all, const WantedList& fresh)
{
    m_all = std::move(all);
    if (fresh->empty()) {
        return;
    }
    const bool wasCovered = std::exchange(m_isCovered, false);
    if (m_sweep.isRunning()) {
        m_fresh.insert(m_fresh.end(), fresh->begin(), fresh->end());
    } else if (wasCovered) {
        m_isFullRound = false;
        m_sweep.begin(fresh);
    } // else it is asked for everything as soon as it answers
}

void Peer::sweepSoon()
{
    m_isCovered = false;
    if (isLive() && !m_isContentSilent) {
        beginRound();
    }
}

void Peer::beginRound()
{
    ++m_roundTicket;
    m_fresh.clear();
    m_isFullRound = true;
    m_sweep.begin(m_all);
}

void Peer::takeProbe(bool isChanged)
{
    followProbe(isChanged);
    Q_EMIT changed();
}

void Peer::followProbe(bool isChanged)
{
    const bool lives = isLive();
    if (!lives && isChanged) {
        ++m_roundTicket;
        m_sweep.cancel();
        m_isCovered = false;
        m_isContentSilent = false;
        m_isContentUnreachable = false;
    } else if (lives && m_isContentSilent) {
        sendCanary();
    } else if (lives && !m_isCovered && !m_sweep.isRunning()) {
        beginRound();
    }
}

void Peer::takeEnd(SweepEnd end)
{
    const bool wasFull = std::exchange(m_isFullRound, false);
    m_isContentSilent = end == SweepEnd::Silent;
    m_isContentUnreachable = end == SweepEnd::Unreachable;
    if (end != SweepEnd::Complete) {
        m_isCovered = false;
        m_fresh.clear(); // the round that follows asks for everything
        Q_EMIT changed();
        return;
    }
    if (wasFull) {
        m_lastRound = m_sweep.tally();
        scheduleRound();
    }
    if (m_fresh.empty()) {
        m_isCovered = true;
    } else {
        m_sweep.begin(std::make_shared<std::vector<WantedContent>>(std::exchange(m_fresh, {})));
    }
    Q_EMIT changed();
}

void Peer::scheduleRound()
{
    m_clock.after(m_sweepInterval, this, [this, ticket = ++m_roundTicket] {
        if (ticket == m_roundTicket && isLive() && !m_isContentSilent) {
            beginRound();
        }
    });
}

void Peer::sendCanary()
{
    if (m_isCanaryOut) {
        return;
    }
    const auto canary = std::find_if(m_all->begin(), m_all->end(), [this](const WantedContent& wanted) {
        return m_sweep.isAskable(wanted);
    });
    if (canary == m_all->end()) { // the inventory shrank: nothing is left that could hang
        m_isContentSilent = false;
        beginRound();
        return;
    }
    m_isCanaryOut = true;
    HttpCall* call = m_engine.send(m_content, localHead(*canary, m_contentDeadline), this);
    connect(call, &HttpCall::finished, this, &Peer::takeCanary);
}

/// Whatever it answers, it answers.
void Peer::takeCanary(const HttpResult& result)
{
    m_isCanaryOut = false;
    if (result && m_isContentSilent && isLive()) {
        m_isContentSilent = false;
        beginRound();
        Q_EMIT changed();
    }
}

NodeObservation Peer::observation() const
{
    const PeerLiveness& liveness = m_probe.liveness();
    NodeObservation seen;
    seen.name = m_settings.name;
    seen.zone = m_settings.zone;
    seen.state = liveness.state();
    seen.reason = liveness.reason();
    if (seen.state == NodeState::Live && m_isContentSilent) {
        seen.state = NodeState::Unable;
        seen.reason = tr("ready, but content does not answer (containerd hung?)");
    }
    seen.identity = m_probe.identity();
    seen.address = QString::fromUtf8(m_settings.registry.baseUrl);
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
        return m_isCovered || m_isContentSilent || m_isContentUnreachable;
    }
}

quint64 Peer::requestsSent() const
{
    return m_probe.requestsSent() + m_engine.stats(m_content).sent;
}

quint64 Peer::requestsFailed() const
{
    return m_probe.requestsFailed() + m_engine.stats(m_content).failed;
}

} // namespace stowage
