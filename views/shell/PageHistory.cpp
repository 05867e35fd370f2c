// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/PageHistory.h"

namespace stowage {

void PageHistory::visit(const Link& link)
{
    if (!m_links.empty()) {
        if (m_links[m_current] == link) {
            return;
        }
        m_links.resize(m_current + 1);
    }
    m_links.push_back(link);
    if (m_links.size() > Limit) {
        m_links.erase(m_links.begin());
    }
    m_current = m_links.size() - 1;
}

void PageHistory::amend(const Link& link)
{
    if (!m_links.empty()) {
        m_links[m_current] = link;
    }
}

std::optional<Link> PageHistory::back()
{
    if (m_current == 0 || m_links.empty()) {
        return std::nullopt;
    }
    return m_links[--m_current];
}

std::optional<Link> PageHistory::forward()
{
    if (m_current + 1 >= m_links.size()) {
        return std::nullopt;
    }
    return m_links[++m_current];
}

} // namespace stowage
