// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/timeline/TimelineLog.h"

#include "models/alerts/timeline/AlertWords.h"

#include <algorithm>
#include <map>

namespace stowage::test {

void TimelineLog::append(std::vector<AlertEvent> events)
{
    for (AlertEvent& event : events) {
        event.number = m_events.size() + 1;
        m_events.push_back(event);
    }
    Q_EMIT appended(events);
}

quint64 TimelineLog::query(const AlertLogQuery& query)
{
    ++queries;
    m_asked.emplace_back(++m_lastRequest, query);
    return m_lastRequest;
}

quint64 TimelineLog::count(const AlertLogQuery& query, quint32 stretches)
{
    m_counted.emplace_back(++m_lastRequest, query, stretches);
    return m_lastRequest;
}

void TimelineLog::cancel(quint64 request)
{
    std::erase_if(m_asked, [request](const auto& each) { return each.first == request; });
    std::erase_if(m_counted, [request](const auto& each) { return std::get<0>(each) == request; });
}

void TimelineLog::answer()
{
    while (waiting() > 0) {
        for (const auto& [request, query] : std::exchange(m_asked, {})) {
            Q_EMIT found(pageOf(request, query));
        }
        for (const auto& [request, query, stretches] : std::exchange(m_counted, {})) {
            Q_EMIT counted(countsOf(request, query, stretches));
        }
    }
}

/// The newest first.
std::vector<AlertEvent> TimelineLog::matching(const AlertLogQuery& query) const
{
    const AlertWords words(query.text);
    std::vector<AlertEvent> events;
    std::ranges::copy_if(m_events, std::back_inserter(events), [&](const AlertEvent& event) {
        const bool isOfKind =
            query.kinds.empty() || std::ranges::find(query.kinds, event.kind) != query.kinds.end();
        return event.at >= query.from && (query.to == Timestamp{} || event.at < query.to) && isOfKind &&
               words.matches(event);
    });
    std::ranges::sort(events, [](const AlertEvent& a, const AlertEvent& b) {
        return std::pair(a.at, a.number) > std::pair(b.at, b.number);
    });
    return events;
}

AlertLogPage TimelineLog::pageOf(quint64 request, const AlertLogQuery& query) const
{
    std::vector<AlertEvent> events = matching(query);
    if (query.beforeNumber != 0) {
        const AlertEvent& before = m_events.at(query.beforeNumber - 1);
        std::erase_if(events, [&](const AlertEvent& event) {
            return std::pair(event.at, event.number) >= std::pair(before.at, before.number);
        });
    }
    AlertLogPage page;
    page.request = request;
    page.isLast = events.size() <= query.limit;
    events.resize(std::min(events.size(), size_t{query.limit}));
    page.next = page.isLast ? 0 : events.back().number;
    page.events = std::move(events);
    return page;
}

AlertLogCounts TimelineLog::countsOf(quint64 request, const AlertLogQuery& query, quint32 stretches) const
{
    const std::vector<AlertEvent> events = matching(query);
    AlertLogCounts counts;
    counts.request = request;
    counts.from = query.from;
    const Timestamp to = query.to == Timestamp{} ? counts.from + std::chrono::hours{24} : query.to;
    counts.width = std::max(Millis{1}, (to - query.from) / stretches);
    std::map<std::tuple<quint32, AlertEventKind, AlertSeverity>, quint32> cells;
    for (const AlertEvent& event : events) {
        const auto index = static_cast<quint32>((event.at - counts.from) / counts.width);
        ++cells[{index, event.kind, event.severity}];
    }
    for (const auto& [cell, count] : cells) {
        counts.stretches.push_back({std::get<0>(cell), std::get<1>(cell), std::get<2>(cell), count});
    }
    return counts;
}

} // namespace stowage::test
