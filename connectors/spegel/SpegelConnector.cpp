// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/SpegelConnector.h"

#include <algorithm>

namespace stowage {
namespace {

/// Summing up the nodes takes a millisecond for some thousands; it may take a hundredth of the time.
constexpr size_t PeersSummedUpInAMilli = 64;

constexpr size_t FewestUnderWay = 32;

bool isNews(NodeObservation seen, const NodeObservation& told, Millis tellEvery)
{
    const bool isAged = seen.at - told.at >= tellEvery;
    seen.at = told.at;
    return isAged || seen != told;
}

/// Half a second's worth: what is under way cannot be overtaken by what is worth more.
size_t windowFor(const SpegelSettings& settings, const Budget& budget)
{
    if (budget.requestsPerSecond <= 0) {
        return settings.mostUnderWay;
    }
    const auto worth = static_cast<size_t>(budget.requestsPerSecond / 2);
    return std::min(std::max(worth, FewestUnderWay), settings.mostUnderWay);
}

std::shared_ptr<SweepCommons> commonsFor(const SpegelSettings& settings, const Budget& budget,
                                         ContentLister* lister)
{
    auto commons = std::make_shared<SweepCommons>(SweepCommons{ContentBook(settings.namespaces), {}});
    commons->lister = lister;
    commons->deadline = settings.contentDeadline;
    commons->silences = static_cast<quint32>(settings.silencesUntilUnable);
    commons->window = windowFor(settings, budget);
    return commons;
}

} // namespace

SpegelConnector::SpegelConnector(HttpEngine& engine, const Clock& clock, const Inventory& inventory,
                                 SpegelSettings settings, ContentLister* lister, QObject* parent)
    : Connector(parent), m_engine(engine), m_clock(clock), m_inventory(inventory),
      m_settings(std::move(settings)), m_lister(lister), m_watch(0, Millis{0})
{
}

SpegelConnector::~SpegelConnector()
{
    stop();
}

void SpegelConnector::start()
{
    stop();
    m_run = std::make_unique<QObject>();
    m_peers = new QObject(this);
    m_startedAt = m_clock.now();
    const quint64 generation = ++m_generation;
    const PeerList list = listPeers(m_settings.peers);
    m_listedAgain = list.listedAgain;
    m_watch = VanishWatch(list.peers.size(), m_settings.probeInterval + m_settings.probeDeadline);
    const Budget budget = list.peers.empty() ? PeerBudget : list.peers.front().settings->registry.budget;
    m_rota = std::make_shared<ProbeRota>(m_clock, m_settings.probesOfDead);
    m_commons = commonsFor(m_settings, budget, m_lister);
    m_sweeper = std::make_unique<Sweeper>(
        m_clock, m_commons,
        SweepPlan{budget, m_settings.total, m_settings.sweepInterval, m_settings.smallInterval});
    m_entries.reserve(list.peers.size());
    for (const ListedPeer& peer : list.peers) {
        m_entries.push_back({peer, nullptr, {}});
    }
    readInventory();
    Delta first{m_settings.id, generation, m_startedAt, {}, {}, {}, {}, {}, {}};
    first.nodes.reserve(m_entries.size());
    for (size_t i = 0; i < m_entries.size(); ++i) {
        m_entries[i].told = observation(i);
        first.nodes.push_back(m_entries[i].told);
    }
    readMetrics();
    addPeers();
    m_toldStatus = status();
    first.status = m_toldStatus;
    scheduleTick();
    Q_EMIT delta(first); // last: whoever listens may stop us
}

void SpegelConnector::stop()
{
    m_run.reset();
    m_sweeper.reset();
    for (const Entry& entry : m_entries) {
        if (entry.peer != nullptr) {
            entry.peer->disconnect(this);
            entry.peer->retire();
        }
    }
    if (m_peers != nullptr) {
        // Later, for one of them may be telling us something now; and by one event, for thousands would each
        // be looked for among all.
        std::exchange(m_peers, nullptr)->deleteLater();
    }
    m_entries.clear();
    m_added = 0;
    m_metricsFeed.reset(); // nothing that it tells calls us back within
    m_metrics.clear();
    m_changed.clear();
    m_contents.clear();
    m_toldStatus.reset();
    m_revision.reset();
    m_isStatusDue = false;
}

void SpegelConnector::refresh()
{
    if (!m_run) {
        return;
    }
    readInventory();
    m_sweeper->restart();
    m_isStatusDue = true;
    m_statusAt = Millis{0};
    publish();
}

void SpegelConnector::setSweepPaused(bool isPaused)
{
    if (m_run) {
        m_sweeper->setPaused(isPaused);
        m_isStatusDue = true;
        publishSoon();
    }
}

/// Some at a time, spread over an interval, so that neither we nor the network see thousands of first probes
/// at once, nor of any later ones.
void SpegelConnector::addPeers()
{
    const size_t slice = std::max<size_t>(1, m_settings.peersAtOnce);
    const size_t end = std::min(m_added + slice, m_entries.size());
    while (m_added < end) {
        addPeer(m_added++);
    }
    if (m_added < m_entries.size()) {
        const auto slices = static_cast<qint64>(m_entries.size() / slice);
        m_clock.after(m_settings.probeInterval / slices, m_run.get(), [this] { addPeers(); });
    }
}

void SpegelConnector::addPeer(size_t index)
{
    Entry& entry = m_entries[index];
    if (!entry.listed.twinOf.isEmpty()) {
        return;
    }
    auto* peer = new Peer(m_engine, m_clock, *entry.listed.settings, m_settings, m_commons, m_rota, m_peers);
    entry.peer = peer;
    m_sweeper->add(&peer->sweep());
    connect(peer, &Peer::changed, this, [this, index] { takeChange(index); });
    connect(peer, &Peer::sighted, this,
            [this, name = entry.listed.settings->name](const std::vector<Sighting>& sightings) {
                m_contents.push_back({name, m_clock.now(), sightings});
                publishSoon();
            });
    peer->start();
}

void SpegelConnector::scheduleTick()
{
    m_clock.after(m_settings.inventoryPoll, m_run.get(), [this] { tick(); });
}

void SpegelConnector::readMetrics()
{
    std::vector<PeerSettings> peers;
    peers.reserve(m_entries.size());
    for (const Entry& entry : m_entries) {
        peers.push_back(*entry.listed.settings);
        if (!entry.listed.twinOf.isEmpty()) {
            peers.back().metrics.reset();
        }
    }
    const auto askPeer = [this](size_t index) -> PeerMetricsFeed::PeerNow {
        const Peer* peer = m_entries[index].peer;
        if (peer == nullptr || peer->probe().liveness().state() != NodeState::Live) {
            return {};
        }
        return {true, peer->probe().identity()};
    };
    m_metricsFeed = std::make_unique<PeerMetricsFeed>(m_engine, m_clock, m_settings, peers, askPeer);
    connect(m_metricsFeed.get(), &PeerMetricsFeed::told, this,
            [this](const PeerMetricsObservation& observation) {
                m_metrics.push_back(observation);
                publishSoon();
            });
    connect(m_metricsFeed.get(), &PeerMetricsFeed::changed, this, [this] { m_isStatusDue = true; });
    m_metricsFeed->start();
}

void SpegelConnector::tick()
{
    scheduleTick();
    readInventory();
    m_sweeper->measure();
    m_isStatusDue = true;
    publishSoon();
}

void SpegelConnector::readInventory()
{
    const quint64 revision = m_inventory.revision();
    if (std::exchange(m_revision, revision) != revision) {
        m_sweeper->follow(m_inventory.wanted());
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
    countVanishing(index, state);
    if (m_watch.isOwnNetwork() == wasOwnNetwork) {
        return;
    }
    for (size_t i = 0; i < m_added; ++i) {
        if (m_entries[i].peer != nullptr) {
            if (m_watch.isSuspect(i)) {
                countVanishing(i, NodeState::Gone); // others wait for their own next probe
            }
            m_changed.insert(i);
        }
    }
}

/// What vanished with our own network did not vanish.
void SpegelConnector::countVanishing(size_t index, NodeState state)
{
    Entry& entry = m_entries[index];
    const bool isLive = state == NodeState::Live || state == NodeState::Unable;
    entry.hasLived = entry.hasLived || isLive;
    const bool isGone = state == NodeState::Gone && entry.hasLived && !m_watch.isSuspect(index);
    if (isGone && !entry.isCountedGone) {
        ++entry.vanishings;
        entry.vanishedAt = entry.peer->probe().firstMissAt();
    } else if (entry.isCountedGone && m_watch.isSuspect(index)) {
        --entry.vanishings;
        entry.vanishedAt.reset();
    }
    entry.isCountedGone = isGone;
}

/// Once a turn of the event loop: what many nodes said in it leaves as one delta, and nobody is called back
/// from within a peer.
void SpegelConnector::publishSoon()
{
    if (std::exchange(m_isPublishing, true)) {
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isPublishing = false;
            if (m_run) {
                publish();
            }
        },
        Qt::QueuedConnection);
}

void SpegelConnector::publish()
{
    Delta news{m_settings.id, m_generation, m_clock.now(), {}, {}, {}, {}, std::exchange(m_contents, {}), {}};
    news.metrics = std::exchange(m_metrics, {});
    addNodes(news);
    addStatus(news);
    if (news.status || !news.nodes.empty() || !news.contents.empty() || !news.metrics.empty()) {
        Q_EMIT delta(news);
    }
}

void SpegelConnector::addNodes(Delta& delta)
{
    for (const size_t index : std::exchange(m_changed, {})) {
        NodeObservation seen = observation(index);
        Entry& entry = m_entries[index];
        m_isStatusDue = m_isStatusDue || isSettled(entry) != entry.wasSettled;
        if (isNews(seen, entry.told, m_settings.observationEvery)) {
            m_isStatusDue = true;
            entry.told = seen;
            delta.nodes.push_back(std::move(seen));
        }
    }
}

void SpegelConnector::addStatus(Delta& delta)
{
    const Millis pause{static_cast<qint64>(m_entries.size() / PeersSummedUpInAMilli)};
    const Millis now = m_clock.monotonic();
    if (!m_isStatusDue || (m_statusAt > Millis{0} && now - m_statusAt < pause)) {
        return; // a tick will come
    }
    m_isStatusDue = false;
    m_statusAt = now;
    for (Entry& entry : m_entries) {
        entry.wasSettled = isSettled(entry);
    }
    SourceStatus current = status();
    if (current != m_toldStatus) {
        m_toldStatus = current;
        delta.status = std::move(current);
    }
}

bool SpegelConnector::isSettled(const Entry& entry) const
{
    return entry.peer != nullptr ? entry.peer->isSettled() : !entry.listed.twinOf.isEmpty();
}

} // namespace stowage
