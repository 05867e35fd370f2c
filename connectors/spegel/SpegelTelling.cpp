// SPDX-License-Identifier: GPL-3.0-or-later
// The half of SpegelConnector that puts into values what it knows.
#include "connectors/spegel/SpegelConnector.h"

#include <algorithm>

namespace stowage {

NodeObservation SpegelConnector::observation(size_t index) const
{
    const Entry& entry = m_entries[index];
    if (entry.peer == nullptr) {
        NodeObservation seen = Peer::configured(*entry.listed.settings);
        if (!entry.listed.twinOf.isEmpty()) {
            seen.reason = tr("not asked: it has the same address as %1").arg(entry.listed.twinOf);
        }
        return seen;
    }
    NodeObservation seen = entry.peer->observation();
    seen.stability.watchedSince = m_startedAt;
    seen.stability.vanishings = entry.vanishings;
    seen.stability.vanishedAt = entry.vanishedAt;
    if (m_watch.isSuspect(index)) {
        seen.state = NodeState::Unseen;
        seen.reason = tr("vanished together with most other peers: our own network is the likelier cause");
        seen.recordsUntil.reset();
        seen.at = entry.peer->probe().answeredAt();
    }
    return seen;
}

PeerReport SpegelConnector::report(size_t index) const
{
    const Entry& entry = m_entries[index];
    PeerReport report;
    report.name = entry.listed.settings->name;
    report.address = QString::fromUtf8(entry.listed.settings->registry.baseUrl);
    report.twinOf = entry.listed.twinOf;
    report.isSettled = isSettled(entry);
    if (entry.peer == nullptr) {
        return report;
    }
    const Peer& peer = *entry.peer;
    const PeerProbe& probe = peer.probe();
    report.isSuspect = m_watch.isSuspect(index);
    report.state = report.isSuspect ? NodeState::Unseen : peer.state();
    report.answeredAt = probe.answeredAt();
    report.identity = probe.identity();
    report.identityChangedAt = probe.identityChangedAt();
    report.identityTrouble = probe.identityTrouble();
    report.trouble = probe.liveness().trouble();
    report.lastRound = peer.sweep().cells().lastRound();
    report.wrongLength = peer.sweep().wrongLength();
    report.phases = probe.phases();
    report.requestsSent = peer.requestsSent() + m_metricsFeed->requestsSent(index);
    report.requestsFailed = peer.requestsFailed() + m_metricsFeed->requestsFailed(index);
    report.metrics = {m_metricsFeed->trouble(index), m_metricsFeed->breaches(index)};
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
    SpegelFacts facts;
    facts.id = m_settings.id;
    facts.hasMetrics = hasMetrics;
    facts.isOwnNetwork = m_watch.isOwnNetwork();
    facts.listedAgain = m_listedAgain;
    facts.namespacesNotAsked = m_commons->book.namespacesNotAsked();
    facts.sweepInterval = m_settings.sweepInterval;
    facts.now = m_clock.now();
    facts.inventoryRevision = m_revision.value_or(0);
    facts.sweep = m_sweeper->report();
    return spegelStatus(facts, peers);
}

} // namespace stowage
