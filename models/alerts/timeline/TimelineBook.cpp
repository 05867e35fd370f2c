// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/timeline/TimelineBook.h"

#include "models/alerts/timeline/TimelinePairing.h"
#include "models/ports/Clock.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t MostHeld = 10'000;
constexpr quint32 TurnsBefore = 1'000;

/// What tells of an episode or an outage that it stands, or does not.
const std::vector<AlertEventKind> Turns{AlertEventKind::Fired,      AlertEventKind::Ended,
                                        AlertEventKind::Lost,       AlertEventKind::Found,
                                        AlertEventKind::SourceLost, AlertEventKind::SourceFound};

} // namespace

TimelineBook::TimelineBook(AlertLog& log, const Clock& clock, QObject* parent)
    : QObject(parent), m_log(log), m_clock(clock), m_past(log, clock)
{
    connect(&m_past, &TimelinePast::changed, this, &TimelineBook::rebuildSoon);
    connect(&log, &AlertLog::found, this, [this](const AlertLogPage& page) {
        if (page.request == m_pageRequest) {
            take(page);
        } else if (page.request == m_beforeRequest) {
            takeBefore(page);
        }
    });
    connect(&log, &AlertLog::counted, this, &TimelineBook::takeCounts);
    connect(&log, &AlertLog::appended, this, &TimelineBook::append);
}

Timestamp TimelineBook::now() const
{
    return m_clock.now();
}

AlertLogQuery TimelineBook::logQuery() const
{
    AlertLogQuery query;
    query.from = m_query.from;
    query.to = m_query.to;
    query.text = m_query.text;
    if (m_query.lanes.size() < TimelineLanes.size()) {
        query.kinds = m_kinds;
    }
    query.limit = PageEvents;
    return query;
}

void TimelineBook::show(const TimelineQuery& query)
{
    for (const quint64 request : {m_pageRequest, m_beforeRequest, m_countRequest}) {
        if (request != 0) {
            m_log.cancel(request);
        }
    }
    m_query = query;
    m_words = AlertWords(query.text);
    m_kinds.clear();
    for (const TimelineLane lane : query.lanes) {
        const std::vector<AlertEventKind> kinds = timelineKindsOf(lane);
        m_kinds.insert(m_kinds.end(), kinds.begin(), kinds.end());
    }
    std::ranges::sort(m_kinds);
    m_beforeRequest = 0;
    m_isFresh = true;
    m_isStale = false;
    m_held.clear(); // the answer has them
    m_pageRequest = m_kinds.empty() ? 0 : m_log.query(logQuery());
    m_countRequest = m_kinds.empty() ? 0 : m_log.count(logQuery(), query.stretches);
    if (showsIncidents()) {
        m_past.look(query.from, query.to);
    } else {
        m_past.forget();
    }
    if (m_kinds.empty()) {
        take({});
        takeCounts({});
    }
    Q_EMIT stateChanged();
}

void TimelineBook::loadMore()
{
    if (!canLoadMore()) {
        return;
    }
    AlertLogQuery query = logQuery();
    query.beforeNumber = m_nextPage;
    m_pageRequest = m_log.query(query);
    Q_EMIT stateChanged();
}

void TimelineBook::take(const AlertLogPage& page)
{
    m_pageRequest = 0;
    if (std::exchange(m_isFresh, false)) {
        // What came since show() is in the page, or newer than it.
        std::vector<AlertEvent> recent;
        std::ranges::copy_if(m_events, std::back_inserter(recent), [&](const AlertEvent& event) {
            return (page.events.empty() || event.at >= page.events.front().at) && isWanted(event);
        });
        m_events.clear();
        m_before.clear();
        m_uids.clear();
        m_isComplete = false;
        for (const AlertEvent& event : recent) {
            add(event);
        }
    }
    m_isComplete = page.isLast;
    m_nextPage = page.next;
    m_coveredFrom = page.events.empty() ? m_coveredFrom : page.events.back().at;
    for (const AlertEvent& event : page.events) {
        add(event);
    }
    askBefore();
    rebuild();
    Q_EMIT stateChanged();
}

/// What stood before what is loaded.
void TimelineBook::askBefore()
{
    AlertLogQuery query = logQuery();
    query.from = {};
    std::vector<AlertEventKind> kinds;
    std::ranges::set_intersection(Turns, m_kinds, std::back_inserter(kinds));
    query.kinds = std::move(kinds);
    query.limit = TurnsBefore;
    if (m_isComplete) {
        query.to = m_query.from;
    } else {
        query.beforeNumber = m_nextPage;
    }
    const bool isNothingBefore = m_isComplete && m_query.from <= Timestamp{};
    m_beforeRequest = query.kinds.empty() || isNothingBefore ? 0 : m_log.query(query);
}

void TimelineBook::takeBefore(const AlertLogPage& page)
{
    m_beforeRequest = 0;
    m_before = page.events;
    rebuild();
}

void TimelineBook::takeCounts(const AlertLogCounts& counts)
{
    if (counts.request == m_countRequest) {
        m_countRequest = 0;
        m_counts = TimelineCounts(counts);
        Q_EMIT countsChanged();
        Q_EMIT stateChanged();
    }
}

bool TimelineBook::isWanted(const AlertEvent& event) const
{
    return event.at >= m_query.from && (m_query.isLive() || event.at < m_query.to) &&
           std::ranges::binary_search(m_kinds, event.kind) && m_words.matches(event);
}

void TimelineBook::append(const std::vector<AlertEvent>& events)
{
    if (m_isFrozen) {
        m_isStale = m_isStale || m_held.size() + events.size() > MostHeld;
        if (!m_isStale) {
            m_held.insert(m_held.end(), events.begin(), events.end());
        }
        return;
    }
    bool isOther = false;
    bool isCounted = false;
    for (const AlertEvent& event : events) {
        if (isWanted(event)) {
            const bool isNew = !m_uids.contains(event.uid);
            isOther = add(event) || isOther;
            if (isNew && m_countRequest == 0) {
                m_counts.add(event);
                isCounted = true;
            }
        }
    }
    if (isOther) {
        rebuildSoon();
    }
    if (isCounted) {
        Q_EMIT countsChanged();
    }
}

/// Whether the entries may be others by it.
bool TimelineBook::add(const AlertEvent& event)
{
    if (!m_isComplete && !isLoading() && event.at < m_coveredFrom) {
        return false; // its page was not loaded yet
    }
    if (m_uids.contains(event.uid)) {
        return false;
    }
    m_uids.insert(event.uid);
    m_events.push_back(event);
    return true;
}

void TimelineBook::rebuildSoon()
{
    if (!m_isRebuildDue) {
        m_isRebuildDue = true;
        m_clock.after(Gathering, this, [this] {
            if (std::exchange(m_isRebuildDue, false)) {
                rebuild();
            }
        });
    }
}

void TimelineBook::setFrozen(bool isFrozen)
{
    if (std::exchange(m_isFrozen, isFrozen) == isFrozen || isFrozen) {
        return;
    }
    if (m_heldIncidents) {
        setIncidents(*std::exchange(m_heldIncidents, std::nullopt));
    }
    if (std::exchange(m_isStale, false)) {
        show(m_query);
    } else {
        append(std::exchange(m_held, {}));
    }
}

} // namespace stowage
