// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/NameBook.h"

#include <algorithm>
#include <tuple>

namespace stowage {

void NameBook::note(NameNote note)
{
    const auto order = [](const NameNote& one, const NameNote& other) {
        return std::tie(one.source, one.server) < std::tie(other.source, other.server);
    };
    const auto place = std::ranges::lower_bound(m_notes, note, order);
    if (place == m_notes.end() || order(note, *place)) {
        m_notes.insert(place, std::move(note));
    } else {
        *place = std::move(note);
    }
    Q_EMIT changed();
}

} // namespace stowage
