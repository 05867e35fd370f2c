// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/BeszelConnector.h"

namespace stowage {
namespace {

/// How long one turn of the event loop takes up a snapshot: others want their turn too.
constexpr Millis Slice{8};

} // namespace

/// One at a time, from the first question to the last record taken up.
bool BeszelConnector::isReading() const
{
    return m_reading != nullptr || m_suspect || m_acceptance;
}

void BeszelConnector::takeReading()
{
    HubSnapshot snapshot = m_reading->takeSnapshot();
    drop(std::exchange(m_reading, nullptr));
    if (isSuspect(snapshot)) {
        m_suspect = std::move(snapshot);
        m_session->probe();
        return;
    }
    accept(std::move(snapshot));
}

bool BeszelConnector::isSuspect(const HubSnapshot& snapshot) const
{
    const QSet<QString> systems = m_readOnly.isEmpty() ? m_hosts.ids() : m_readOnly;
    return snapshot.isSuspect ||
           (snapshot.has(HubCollection::Containers) && snapshot.containers.empty() &&
            m_hosts.hasContainers(systems)) ||
           (snapshot.has(HubCollection::Services) && snapshot.services.empty() &&
            m_hosts.hasServices(systems)) ||
           isSuspectOfAlerts(snapshot);
}

void BeszelConnector::accept(HubSnapshot snapshot)
{
    m_status.lastAnswer = m_clock.now();
    m_status.error.reset();
    m_status.state = Freshness::Live;
    m_backoff = m_settings.firstBackoff;
    m_leftOut += snapshot.leftOut;
    m_alerts.leaveOut(snapshot.alertsLeftOut);
    const HubAcceptance::Into into{
        m_hosts, m_stats, m_alerts,
        [this](const HubSystem& system, Timestamp now) { takeListed(system, now); },
        [this](std::vector<SampleBatch> batches) {
            addSamples(std::move(batches));
        }};
    m_acceptance = std::make_unique<HubAcceptance>(std::move(snapshot), m_readOnly, m_readingBegan, into);
    m_accepting = std::make_unique<QObject>();
    acceptSome();
}

void BeszelConnector::acceptSome()
{
    const Timestamp now = m_session->hubNow();
    const Millis until = m_clock.monotonic() + Slice;
    bool isFull = false;
    do {
        if (!m_acceptance->step(now)) {
            endAcceptance();
            return;
        }
        isFull = m_acceptance->areHostsWhole() && m_samples.size() >= MostSamples;
    } while (!isFull && m_clock.monotonic() < until);
    QMetaObject::invokeMethod(
        m_accepting.get(), [this] { acceptSome(); }, Qt::QueuedConnection);
    if (isFull) {
        flush(); // the last thing: who hears of it may stop us
    }
}

/// What the stream has told to be gone meanwhile stays gone.
void BeszelConnector::takeListed(const HubSystem& system, Timestamp now)
{
    if (!m_deleted.contains(system.id)) {
        m_hosts.take(system, now);
        takeSystem(system);
    }
}

void BeszelConnector::endAcceptance()
{
    const std::unique_ptr<HubAcceptance> accepted = std::move(m_acceptance);
    m_accepting.reset();
    const HubSnapshot& snapshot = accepted->snapshot();
    if (snapshot.has(HubCollection::AlertsHistory)) {
        m_turnsUntil = m_readingBegan;
    }
    if (snapshot.has(HubCollection::Alerts)) {
        m_hasAlerts = true;
        // What was asked for before, or before a stream that is about to stand, is not enough.
        const bool isOpening = m_stream != nullptr && !m_isStreaming;
        m_isAlertGap = m_isAlertGap && (m_readAgain || isOpening);
    }
    if (m_readOnly.isEmpty()) {
        m_refused = snapshot.refused.isEmpty() && !snapshot.has(HubCollection::Details) ? m_refused
                                                                                        : snapshot.refused;
        m_hasRead = true;
        m_status.settled = true;
        if (m_history == nullptr) {
            // Until it begins, or cannot: who waits for the past knows that it is still to come.
            const bool isPastDue = m_historyAt == Timestamp{} && !m_historyTrouble;
            m_status.progress = isPastDue ? tr("reading the past") : QString();
        }
        schedulePoll();
        openStream();
        if (m_stream == nullptr) {
            readHistory(); // nobody will tell us what happens meanwhile
        }
    }
    if (m_readAgain) {
        readAll();
    } else if (!m_relist.isEmpty()) {
        relistSoon({});
    }
    flush(); // the last thing: who hears of it may stop us
}

} // namespace stowage
