// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/TextArena.h"

namespace stowage {
namespace {

constexpr size_t LeastWaste = size_t{64} << 10;

} // namespace

TextArena::Place& TextArena::placeOf(Slot slot)
{
    if (slot >= m_places.size()) {
        m_places.resize(slot + 1);
    }
    return m_places[slot];
}

bool TextArena::mayContain(std::string_view word)
{
    for (; m_seen < m_bytes.size(); ++m_seen) {
        m_isUsed[static_cast<unsigned char>(m_bytes[m_seen])] = true;
    }
    return std::ranges::all_of(word,
                               [this](char byte) { return m_isUsed[static_cast<unsigned char>(byte)]; });
}

void TextArena::compactIfLoose()
{
    if (m_waste < LeastWaste || m_waste < m_bytes.size() / 2) {
        return;
    }
    std::string bytes;
    bytes.reserve(m_bytes.size());
    Place before;
    Place after;
    for (Place& place : m_places) {
        if (place != before) { // those that share stand together
            before = place;
            after = {bytes.size(), place.size};
            bytes += view(place);
        }
        place = after;
    }
    m_bytes = std::move(bytes);
    m_latest = {};
    m_seen = 0;
    m_waste = 0;
}

} // namespace stowage
