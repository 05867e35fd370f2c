// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/alerts/AlertFinder.h"

#include "connectors/store/alerts/AlertBounds.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t RowsAtOnce = 250;
constexpr size_t LeastCandidates = 250; ///< in one go; each begins the search anew
constexpr size_t MostCandidates = 4'000;

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
    if (m_slots.empty() && !m_areAll) {
        const size_t wanted = m_query.limit + 1 - m_page.events.size();
        const size_t most = std::clamp(wanted + wanted / 8, LeastCandidates, MostCandidates);
        m_slots = m_candidates->next(table, most);
        m_areAll = m_slots.size() < most;
        std::ranges::reverse(m_slots);
    }
    for (size_t rows = 0; rows < RowsAtOnce && !m_slots.empty(); ++rows) {
        auto event = table.at(m_slots.back());
        m_slots.pop_back();
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
    return m_slots.empty() && m_areAll;
}

} // namespace stowage
