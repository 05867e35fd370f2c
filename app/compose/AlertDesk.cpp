// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/AlertDesk.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr std::chrono::seconds Beat{1};
constexpr std::chrono::minutes CheckpointEvery{5};
constexpr std::chrono::seconds Patience{30}; ///< with the log at the start
constexpr std::chrono::seconds ReadAgain{30};
constexpr std::chrono::minutes FirstWord{5}; ///< for which every source is waited for

/// How far a source's word can be taken: what it says of itself, or worse where that is old.
SourceStanding standingOf(const SourceStatus& status, Timestamp now)
{
    const Freshness byAge = judge(status.lastAnswer, now, status.limits);
    const auto isEither = [&](Freshness freshness) {
        return status.state == freshness || byAge == freshness;
    };
    if (isEither(Freshness::Offline) || byAge == Freshness::Unseen) {
        return SourceStanding::Gone;
    }
    return isEither(Freshness::Stale) ? SourceStanding::Stale : SourceStanding::Live;
}

std::vector<AlertEvent> presentOf(const std::vector<AlertEvent>& events)
{
    std::vector<AlertEvent> present;
    std::ranges::copy_if(events, std::back_inserter(present),
                         [](const AlertEvent& event) { return !event.isPast; });
    return present;
}

} // namespace

AlertDesk::AlertDesk(const Fleet& fleet, const HostBook& hosts, AlertPolicy policy,
                     std::unique_ptr<AlertLog> log, const Clock& clock, QObject* parent)
    : QObject(parent), m_clock(clock), m_places(fleet, hosts), m_log(std::move(log)),
      m_book(m_places, std::move(policy), clock), m_incidents(clock),
      m_restoration(*m_log, m_book, m_incidents, clock)
{
    connect(m_log.get(), &AlertLog::failed, this, &AlertDesk::failed);
    connect(m_log.get(), &AlertLog::appended, this, [this](const std::vector<AlertEvent>& events) {
        m_incidents.take(events);
        takeOthers(events);
        m_isChanged = true;
    });
    connect(&m_book, &AlertBook::happened, this, &AlertDesk::keep);
    m_incidents.setPresent([this](const QString& key) { return m_book.find(key); });
    connect(&m_book, &AlertBook::changed, this, [this](const AlertChanges& changes) {
        for (const auto* const ids : {&changes.alerts.added, &changes.alerts.changed}) {
            for (const AlertId id : *ids) {
                m_incidents.touch(m_book.alerts()[id.value]);
            }
        }
    });
    connect(&m_incidents, &IncidentBook::acted, this, &AlertDesk::keep);
    connect(&m_restoration, &AlertRestoration::failed, this, &AlertDesk::failed);
    connect(&m_restoration, &AlertRestoration::finished, this, &AlertDesk::endRestoration);
}

AlertDesk::~AlertDesk()
{
    close();
}

void AlertDesk::restore()
{
    // A log that does not answer must not keep from anybody what the sources tell now.
    m_clock.after(Patience, this, [this] { endRestoration(); });
    m_triedAt = m_clock.monotonic();
    m_restoration.start();
}

void AlertDesk::endRestoration()
{
    if (std::exchange(m_isRestored, true)) {
        return;
    }
    m_restoredAt = m_clock.monotonic();
    m_checkpointAt = m_restoredAt;
    takeOthers(std::exchange(m_others, {}));
    for (const Waiting& waiting : std::exchange(m_waiting, {})) {
        m_book.take(waiting.source, waiting.report, waiting.at, waiting.doubtful);
    }
    beat();
    Q_EMIT restored();
}

void AlertDesk::take(const Delta& delta)
{
    // As in the fleet: what an earlier life of the connector sent says nothing any more.
    quint64& newest = m_generations[delta.source];
    if (delta.generation < newest) {
        return;
    }
    newest = delta.generation;
    if (delta.status) {
        m_status.insert(delta.source, *delta.status);
    }
    if (!delta.alerts.isEmpty()) {
        m_wellAt.insert(delta.source, m_clock.monotonic());
        takeReport(delta.source, delta.alerts);
    }
}

void AlertDesk::takeReport(const QString& source, const AlertReport& report, const QStringList& doubtful)
{
    if (m_isRestored) {
        m_book.take(source, report, m_clock.now(), doubtful);
        return;
    }
    if (report.isWhole && report.past.empty()) { // says all that earlier ones of it said
        std::erase_if(m_waiting, [&source](const Waiting& earlier) {
            return earlier.source == source && earlier.report.past.empty();
        });
    }
    m_waiting.push_back({source, report, m_clock.now(), doubtful});
}

void AlertDesk::note(const std::vector<AlertEvent>& events)
{
    keep(events);
}

/// Incidents need not wait for the disk. What a source told of its past does: whether it is new the log alone
/// knows.
void AlertDesk::keep(const std::vector<AlertEvent>& events)
{
    if (events.empty()) {
        return;
    }
    m_incidents.take(presentOf(events));
    m_log->append(events);
    m_isChanged = true;
}

/// What another process has told of a source that answers us we hear from the source itself, and later than
/// that process did. Of one that does not answer the log is the only word; and what was read from a source's
/// history must not be told again under another beginning.
void AlertDesk::takeOthers(const std::vector<AlertEvent>& events)
{
    if (!m_isRestored) {
        m_others.insert(m_others.end(), events.begin(), events.end());
        return;
    }
    std::vector<AlertEvent> news;
    std::ranges::copy_if(events, std::back_inserter(news), [this](const AlertEvent& event) {
        const auto standing = m_standings.constFind(event.source);
        return !event.alert.isEmpty() && standing != m_standings.cend() &&
               (event.isPast || *standing == SourceStanding::Gone);
    });
    m_book.restore(news);
}

void AlertDesk::flush()
{
    if (!m_isRestored) {
        return;
    }
    judgeSources();
    leaveOthers();
    m_book.tick();
    m_book.flush();
    m_incidents.advance(m_clock.now());
    m_incidents.flush();
}

void AlertDesk::beat()
{
    if (m_isClosed) {
        return;
    }
    judgeSources();
    leaveOthers();
    m_book.tick();
    m_incidents.advance(m_clock.now());
    restoreAgain();
    if (m_isChanged && m_clock.monotonic() - m_checkpointAt >= CheckpointEvery) {
        keepCheckpoint();
    }
    m_clock.after(Beat, this, [this] { beat(); });
}

void AlertDesk::judgeSources()
{
    const Timestamp now = m_clock.now();
    for (auto it = m_status.cbegin(); it != m_status.cend(); ++it) {
        const SourceStanding standing = believed(it.key(), *it, standingOf(*it, now));
        const auto known = m_standings.constFind(it.key());
        if (known == m_standings.cend() || *known != standing) {
            m_standings.insert(it.key(), standing);
            m_book.setStanding(it.key(), standing);
        }
    }
}

/// One that answers, but not with what it is asked for, is believed for as long as one that does not answer
/// at all: after that what it told last says nothing of now.
SourceStanding AlertDesk::believed(const QString& source, const SourceStatus& status, SourceStanding standing)
{
    const Millis now = m_clock.monotonic();
    if (standing == SourceStanding::Live || !m_wellAt.contains(source)) {
        m_wellAt.insert(source, now);
    }
    const bool isTooLong = now - m_wellAt.value(source) >= status.limits.offlineAfter;
    return standing == SourceStanding::Stale && isTooLong ? SourceStanding::Gone : standing;
}

void AlertDesk::leaveOthers()
{
    if (!m_kept) {
        return;
    }
    const bool isAnyAwaited = std::ranges::any_of(
        *m_kept, [this](const QString& source) { return !m_status.value(source).settled; });
    if (!isAnyAwaited || m_clock.monotonic() - m_restoredAt >= FirstWord) {
        m_book.keepSources(*std::exchange(m_kept, std::nullopt));
    }
}

/// What the log knows and we do not is as good later.
void AlertDesk::restoreAgain()
{
    const bool isDue = m_clock.monotonic() - m_triedAt >= ReadAgain;
    if (isDue && !m_restoration.isWhole() && !m_restoration.isUnderWay()) {
        m_triedAt = m_clock.monotonic();
        m_restoration.start();
    }
}

void AlertDesk::keepCheckpoint()
{
    if (!m_restoration.isWhole()) {
        return; // the log's own is worth more
    }
    m_isChanged = false;
    m_checkpointAt = m_clock.monotonic();
    m_log->keepCheckpoint(m_incidents.checkpoint());
}

void AlertDesk::close()
{
    if (std::exchange(m_isClosed, true)) {
        return;
    }
    if (m_isRestored) {
        m_book.flush();
        m_incidents.flush();
        keepCheckpoint();
    }
    m_log->close();
}

} // namespace stowage
