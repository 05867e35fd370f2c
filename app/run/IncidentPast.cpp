// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/IncidentPast.h"

#include <algorithm>

namespace stowage {

IncidentPast::IncidentPast(AlertLog& log, QObject* parent) : QObject(parent), m_log(log)
{
    connect(&log, &AlertLog::found, this, &IncidentPast::take);
}

void IncidentPast::look(const Incident& incident)
{
    AlertLogQuery query;
    query.limit = MostEvents;
    query.incident = incident.id;
    m_requests << m_log.query(query);
    query.incident.clear();
    // Each has one event at least: of those with the latest turns the newest are, whatever the others did.
    std::vector<IncidentMember> members = incident.members;
    std::ranges::stable_sort(members, std::ranges::greater{}, &IncidentMember::last);
    members.resize(std::min<size_t>(members.size(), MostEvents));
    for (const IncidentMember& member : members) {
        query.alert = member.alert;
        query.from = member.first;
        m_requests << m_log.query(query);
    }
}

void IncidentPast::take(const AlertLogPage& page)
{
    if (!m_requests.remove(page.request)) {
        return;
    }
    m_events.insert(m_events.end(), page.events.begin(), page.events.end());
    if (!m_requests.isEmpty()) {
        return;
    }
    const auto place = [](const AlertEvent& event) {
        return std::pair(event.at, event.number);
    };
    std::ranges::sort(m_events, std::ranges::greater{}, place);
    m_events.erase(std::unique(m_events.begin(), m_events.end()), m_events.end()); // one of both
    m_events.resize(std::min<size_t>(m_events.size(), MostEvents));
    Q_EMIT found(m_events);
}

} // namespace stowage
