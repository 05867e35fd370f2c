// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline/TimelineOverview.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr quint32 Most = 4'096;

} // namespace

TimelineOverview::TimelineOverview(AlertLog& log, QObject* parent) : QObject(parent), m_log(log)
{
    connect(&log, &AlertLog::counted, this, &TimelineOverview::take);
    connect(&log, &AlertLog::appended, this, &TimelineOverview::append);
}

void TimelineOverview::show(const TimelineQuery& query, Timestamp now)
{
    m_query = query;
    m_words = AlertWords(query.text);
    m_now = now;
    m_kinds.clear();
    for (const TimelineLane lane : query.lanes) {
        const std::vector<AlertEventKind> kinds = timelineKindsOf(lane);
        m_kinds.insert(m_kinds.end(), kinds.begin(), kinds.end());
    }
    std::ranges::sort(m_kinds);
    m_seeksBegin = query.from == Timestamp{};
    ask();
}

void TimelineOverview::ask()
{
    if (m_request != 0) {
        m_log.cancel(m_request);
        m_request = 0;
    }
    if (m_kinds.empty()) {
        m_counts = {};
        Q_EMIT counted();
        return;
    }
    AlertLogQuery query;
    query.from = m_query.from;
    query.to = m_query.isLive() && m_seeksBegin ? m_now : m_query.to;
    query.text = m_query.text;
    if (m_query.lanes.size() < TimelineLanes.size()) {
        query.kinds = m_kinds;
    }
    m_request = m_log.count(query, m_seeksBegin ? Most : m_query.stretches);
}

void TimelineOverview::take(const AlertLogCounts& answer)
{
    if (answer.request != m_request || m_request == 0) {
        return;
    }
    m_request = 0;
    m_counts = TimelineCounts(answer);
    const std::optional<Timestamp> first = firstAt();
    if (m_seeksBegin && first) {
        // Now that one knows where it begins, it can be counted finely.
        m_seeksBegin = false;
        m_query.from = std::max(*first, Timestamp{Millis{1}});
        ask();
        return;
    }
    m_seeksBegin = false;
    Q_EMIT counted();
}

std::optional<Timestamp> TimelineOverview::firstAt() const
{
    std::optional<quint32> first;
    for (const TimelineLane lane : TimelineLanes) {
        const auto& cells = m_counts.cells(lane);
        if (!cells.empty() && (!first || cells.begin()->first < *first)) {
            first = cells.begin()->first;
        }
    }
    return first ? std::optional(m_counts.from() + m_counts.width() * *first) : std::nullopt;
}

void TimelineOverview::append(const std::vector<AlertEvent>& events)
{
    if (m_isFrozen || m_request != 0) {
        return;
    }
    bool isOther = false;
    for (const AlertEvent& event : events) {
        // Without a number it comes again.
        const bool isWanted = event.number != 0 && event.at >= m_query.from &&
                              (m_query.isLive() || event.at < m_query.to) &&
                              std::ranges::binary_search(m_kinds, event.kind) && m_words.matches(event);
        if (isWanted) {
            m_counts.add(event);
            isOther = true;
        }
    }
    if (isOther) {
        Q_EMIT grew();
    }
}

void TimelineOverview::setFrozen(bool isFrozen)
{
    m_isFrozen = isFrozen;
}

} // namespace stowage
