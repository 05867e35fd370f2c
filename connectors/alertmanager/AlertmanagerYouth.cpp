// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alertmanager/AlertmanagerYouth.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t MostKnown = 16;

} // namespace

void AlertmanagerYouth::take(Timestamp startedAt, Timestamp serverNow, Millis now)
{
    const bool wasLost = std::exchange(m_isLost, false);
    if (startedAt == Timestamp{}) {
        if (wasLost) {
            m_until = now + Lasts;
        }
        return;
    }
    if (std::find(m_known.begin(), m_known.end(), startedAt) != m_known.end()) {
        return;
    }
    const Millis age = std::clamp<Millis>(serverNow - startedAt, Millis{0}, Lasts);
    const Millis until = now + (m_known.empty() ? Lasts - age : Lasts); // a clock may be off: a change is one
    m_until = std::max(m_until.value_or(until), until);
    m_known.push_back(startedAt);
    if (m_known.size() > MostKnown) {
        m_known.erase(m_known.begin());
    }
}

} // namespace stowage
