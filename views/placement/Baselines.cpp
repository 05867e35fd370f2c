// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/Baselines.h"

#include <algorithm>

namespace stowage {

void Baselines::keep(const PresenceSets& sets, Timestamp now)
{
    if (find(now) != nullptr) {
        return;
    }
    if (m_moments.size() >= Most) {
        size_t index = 0;
        std::erase_if(m_moments, [&index](const Moment&) { return index++ % 2 == 1; });
    }
    m_moments.push_back({now, std::make_shared<const PresenceSets>(sets)});
}

bool Baselines::isDue(Timestamp now) const
{
    return m_moments.empty() || now - m_moments.back().at >= Between;
}

const Baselines::Moment* Baselines::find(Timestamp at) const
{
    const auto found = std::ranges::find(m_moments, at, &Moment::at);
    return found == m_moments.end() ? nullptr : &*found;
}

} // namespace stowage
