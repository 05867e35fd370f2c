// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/SweepQueue.h"

namespace stowage {

void SweepQueue::demandFresh(Index index)
{
    m_due.insert(index);
    m_fresh.push_back(index);
}

void SweepQueue::demandRisk(const std::vector<Index>& indexes)
{
    m_risk.assign(indexes.begin(), indexes.end());
    for (const Index index : indexes) {
        m_due.insert(index);
    }
}

void SweepQueue::demandAll(const IndexSet& indexes, Worth worth)
{
    m_rest = m_due.isEmpty() ? worth : std::max(m_rest, worth);
    m_due.unite(indexes);
}

void SweepQueue::clear()
{
    m_due.clear();
    m_risk.clear();
    m_fresh.clear();
}

std::optional<SweepQueue::Index> SweepQueue::take()
{
    std::optional<Index> next;
    switch (worth()) {
    case Worth::None:
        return std::nullopt;
    case Worth::Risk:
        next = m_risk.front();
        m_risk.pop_front();
        break;
    case Worth::Fresh:
        next = m_fresh.front();
        m_fresh.pop_front();
        break;
    case Worth::Back:
    case Worth::Old:
        next = m_due.from(m_cursor);
        next = next ? next : m_due.from(0);
        m_cursor = *next + 1;
        break;
    }
    m_due.remove(*next);
    return next;
}

Worth SweepQueue::worth()
{
    skipTaken(m_risk);
    skipTaken(m_fresh);
    if (m_due.isEmpty()) {
        return Worth::None;
    }
    return !m_risk.empty() ? Worth::Risk : !m_fresh.empty() ? Worth::Fresh : m_rest;
}

void SweepQueue::skipTaken(std::deque<Index>& first) const
{
    while (!first.empty() && !m_due.contains(first.front())) {
        first.pop_front();
    }
}

} // namespace stowage
