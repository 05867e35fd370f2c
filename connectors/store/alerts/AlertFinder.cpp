// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/alerts/AlertFinder.h"

#include "connectors/store/alerts/AlertBounds.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t CandidatesAtOnce = 500;

} // namespace

AlertFinder::AlertFinder(quint64 request, const AlertLogQuery& query) : m_query(query)
{
    m_page.request = request;
    m_query.limit = std::clamp(query.limit, 1U, MostEvents);
}

bool AlertFinder::step(AlertTable& table)
{
    if (!m_candidates) {
        m_candidates.emplace(table, m_query);
    }
    const std::vector<qint64> slots = m_candidates->next(table, CandidatesAtOnce);
    for (const qint64 slot : slots) {
        auto event = table.at(slot);
        if (!event || !m_candidates->matches(*event)) {
            continue;
        }
        m_bytes += weightOf(*event);
        if (m_page.events.size() == m_query.limit || (m_bytes > MostBytes && !m_page.events.empty())) {
            m_page.isLast = false;
            m_page.next = m_page.events.back().number;
            return true;
        }
        m_page.events.push_back(std::move(*event));
    }
    return slots.size() < CandidatesAtOnce;
}

} // namespace stowage
