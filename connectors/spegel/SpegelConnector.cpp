// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/SpegelConnector.h"

namespace stowage {
namespace {

/// What of `now` was not in `before`, or was there otherwise.
WantedList freshIn(const std::vector<WantedContent>& now, const std::vector<WantedContent>& before)
{
    QHash<Digest, const WantedContent*> known;
    known.reserve(static_cast<qsizetype>(before.size()));
    for (const WantedContent& wanted : before) {
        known.insert(wanted.digest, &wanted);
    }
    auto fresh = std::make_shared<std::vector<WantedContent>>();
    for (const WantedContent& wanted : now) {
        const WantedContent* old = known.value(wanted.digest);
        if (old == nullptr || *old != wanted) {
            fresh->push_back(wanted);
        }
    }
    return fresh;
}

QStringList namespacesBeside(const QStringList& mirrored, const std::vector<WantedContent>& all)
{
    QStringList others;
    for (const WantedContent& wanted : all) {
        if (!mirrored.contains(wanted.registryNamespace) && !others.contains(wanted.registryNamespace)) {
            others << wanted.registryNamespace;
        }
    }
    others.sort();
    return others;
}

bool isNews(NodeObservation seen, const NodeObservation& told, Millis tellEvery)
{
    const bool isAged = seen.at - told.at >= tellEvery;
    seen.at = told.at;
    return isAged || seen != told;
}

} // namespace

SpegelConnector::SpegelConnector(HttpEngine& engine, const Clock& clock, const Inventory& inventory,
                                 SpegelSettings settings, QObject* parent)
    : Connector(parent), m_engine(engine), m_clock(clock), m_inventory(inventory),
      m_settings(std::move(settings)),
      m_watch(m_settings.peers.size(), m_settings.probeInterval + m_settings.probeDeadline),
      m_wanted(std::make_shared<std::vector<WantedContent>>())
{
}

SpegelConnector::~SpegelConnector()
{
    stop();
}

void SpegelConnector::start()
{
    stop();
    m_isRunning = true;
    const quint64 generation = ++m_generation;
    m_watch = VanishWatch(m_settings.peers.size(), m_settings.probeInterval + m_settings.probeDeadline);
    for (const PeerSettings& peer : m_settings.peers) {
        addPeer(peer);
    }
    readInventory();
    for (size_t i = 0; i < m_entries.size(); ++i) {
        m_entries[i].peer->start();
    }

    Delta first{m_settings.id, generation, m_clock.now(), {}, {}, {}, {}, {}, {}};
    for (Entry& entry : m_entries) {
        entry.told = entry.peer->observation();
        first.nodes.push_back(entry.told);
    }
    m_toldStatus = status();
    first.status = m_toldStatus;
    m_clock.after(m_settings.inventoryPoll, this, [this, generation] {
        if (m_isRunning && generation == m_generation) {
            tick();
        }
    });
    Q_EMIT delta(first); // last: whoever listens may stop us
}

void SpegelConnector::stop()
{
    m_isRunning = false;
    for (const Entry& entry : m_entries) {
        entry.peer->disconnect(this);
        entry.peer->deleteLater(); // it may be the one that is telling us something now
    }
    m_entries.clear();
    m_changed.clear();
    m_contents.clear();
    m_toldStatus.reset();
    m_revision.reset();
    m_wanted = std::make_shared<std::vector<WantedContent>>();
}

void SpegelConnector::refresh()
{
    if (!m_isRunning) {
        return;
    }
    readInventory();
    for (const Entry& entry : m_entries) {
        entry.peer->sweepSoon();
    }
    m_isStatusDue = true;
    publish();
}

void SpegelConnector::addPeer(const PeerSettings& settings)
{
    auto* peer = new Peer(m_engine, m_clock, settings, m_settings, this);
    const size_t index = m_entries.size();
    m_entries.push_back({peer, {}, false});
    connect(peer, &Peer::changed, this, [this, index] { takeChange(index); });
    connect(peer, &Peer::sighted, this, [this, name = settings.name](const std::vector<Sighting>& sightings) {
        m_contents.push_back({name, m_clock.now(), sightings});
        publishSoon();
    });
}

void SpegelConnector::tick()
{
    const quint64 generation = m_generation;
    m_clock.after(m_settings.inventoryPoll, this, [this, generation] {
        if (m_isRunning && generation == m_generation) {
            tick();
        }
    });
    readInventory();
    m_isStatusDue = true;
    publishSoon();
}

void SpegelConnector::readInventory()
{
    const quint64 revision = m_inventory.revision();
    if (m_revision == revision) {
        return;
    }
    m_revision = revision;
    const WantedList before = m_wanted;
    m_wanted = std::make_shared<const std::vector<WantedContent>>(m_inventory.wanted());
    m_namespacesNotAsked = namespacesBeside(m_settings.namespaces, *m_wanted);
    const WantedList fresh = freshIn(*m_wanted, *before);
    for (const Entry& entry : m_entries) {
        entry.peer->setInventory(m_wanted, fresh);
    }
}

void SpegelConnector::takeChange(size_t index)
{
    watchVanishing(index, m_entries[index].peer->observation().state);
    m_changed.insert(index);
    publishSoon();
}

void SpegelConnector::watchVanishing(size_t index, NodeState state)
{
    const bool wasOwnNetwork = m_watch.isOwnNetwork();
    if (state == NodeState::Gone) {
        m_watch.vanished(index, m_clock.monotonic());
    } else if (state != NodeState::Unseen) {
        m_watch.answers(index);
    }
    if (m_watch.isOwnNetwork() != wasOwnNetwork) {
        for (size_t i = 0; i < m_entries.size(); ++i) {
            m_changed.insert(i);
        }
    }
}

/// Once a turn of the event loop: what many nodes said in it leaves as one delta, and nobody is called back
/// from within a peer.
void SpegelConnector::publishSoon()
{
    if (m_isPublishing) {
        return;
    }
    m_isPublishing = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isPublishing = false;
            if (m_isRunning) {
                publish();
            }
        },
        Qt::QueuedConnection);
}

void SpegelConnector::publish()
{
    Delta news{m_settings.id, m_generation, m_clock.now(), {}, {}, {}, {}, std::exchange(m_contents, {}), {}};
    addNodes(news);
    addStatus(news);
    if (news.status || !news.nodes.empty() || !news.contents.empty()) {
        Q_EMIT delta(news);
    }
}

void SpegelConnector::addNodes(Delta& delta)
{
    for (const size_t index : std::exchange(m_changed, {})) {
        NodeObservation seen = observation(index);
        Entry& entry = m_entries[index];
        m_isStatusDue = m_isStatusDue || entry.peer->isSettled() != entry.wasSettled;
        if (isNews(seen, entry.told, m_settings.observationEvery)) {
            m_isStatusDue = true;
            entry.told = seen;
            delta.nodes.push_back(std::move(seen));
        }
    }
}

void SpegelConnector::addStatus(Delta& delta)
{
    if (!std::exchange(m_isStatusDue, false)) {
        return;
    }
    for (Entry& entry : m_entries) {
        entry.wasSettled = entry.peer->isSettled();
    }
    SourceStatus now = status();
    if (now != m_toldStatus) {
        m_toldStatus = now;
        delta.status = std::move(now);
    }
}

NodeObservation SpegelConnector::observation(size_t index) const
{
    const Peer& peer = *m_entries[index].peer;
    NodeObservation seen = peer.observation();
    if (m_watch.isSuspect(index)) {
        seen.state = NodeState::Unseen;
        seen.reason = tr("vanished together with most other peers: our own network is the likelier cause");
        seen.at = peer.probe().answeredAt();
    }
    return seen;
}

PeerReport SpegelConnector::report(size_t index) const
{
    const Peer& peer = *m_entries[index].peer;
    const NodeObservation seen = observation(index);
    const PeerProbe& probe = peer.probe();
    PeerReport report;
    report.name = seen.name;
    report.address = seen.address;
    report.state = seen.state;
    report.isSuspect = m_watch.isSuspect(index);
    report.isSettled = peer.isSettled();
    report.answeredAt = probe.answeredAt();
    report.identityChangedAt = probe.identityChangedAt();
    report.identityTrouble = probe.identityTrouble();
    report.trouble = probe.liveness().trouble();
    report.lastRound = peer.lastRound();
    report.phases = probe.phases();
    report.requestsSent = peer.requestsSent();
    report.requestsFailed = peer.requestsFailed();
    return report;
}

SourceStatus SpegelConnector::status() const
{
    const bool hasMetrics = std::any_of(m_settings.peers.begin(), m_settings.peers.end(),
                                        [](const PeerSettings& peer) { return peer.metrics.has_value(); });
    std::vector<PeerReport> peers;
    peers.reserve(m_entries.size());
    for (size_t i = 0; i < m_entries.size(); ++i) {
        peers.push_back(report(i));
    }
    return spegelStatus({m_settings.id, hasMetrics, m_watch.isOwnNetwork(), m_namespacesNotAsked,
                         m_settings.sweepInterval, m_clock.now(), m_revision.value_or(0)},
                        peers);
}

} // namespace stowage
