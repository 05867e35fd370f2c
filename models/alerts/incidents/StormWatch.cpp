// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/StormWatch.h"

#include "models/alerts/incidents/IncidentRules.h"

#include <algorithm>

namespace stowage {

void StormWatch::note(Timestamp at)
{
    m_latest.at(m_noted % m_latest.size()) = at;
    ++m_noted;
}

Timestamp StormWatch::last() const
{
    return *std::max_element(m_latest.begin(), m_latest.end());
}

bool StormWatch::isOn(Timestamp at, const IncidentRules& rules) const
{
    if (m_group == 0) {
        return false;
    }
    const auto recent = std::count_if(m_latest.begin(), m_latest.end(), [&](Timestamp each) {
        return each != Timestamp{} && each <= at && at - each <= rules.storm;
    });
    return recent >= static_cast<std::ptrdiff_t>(rules.stormUnder);
}

} // namespace stowage
