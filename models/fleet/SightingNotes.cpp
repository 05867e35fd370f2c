// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/SightingNotes.h"

namespace stowage {
namespace {

constexpr size_t CellsAtOnce = 1'024; ///< by which they grow
constexpr int LowBits = 16;

} // namespace

SightingNotes::Note SightingNotes::at(LayerId layer) const
{
    const Place place = placeOf(layer);
    return place == 0 ? Note{} : m_entries[place - 1].note();
}

void SightingNotes::put(LayerId layer, const Note& note, MomentPool& moments)
{
    const Place before = placeOf(layer);
    const Place place = entryFor(note, moments);
    ++m_entries[place - 1].cells; // before the other is left: they may be the same
    setPlace(layer, place);
    leave(before, moments);
}

void SightingNotes::drop(LayerId layer, MomentPool& moments)
{
    if (const Place place = placeOf(layer); place != 0) {
        setPlace(layer, 0);
        leave(place, moments);
    }
}

void SightingNotes::clear(MomentPool& moments)
{
    forEachMoment([&moments](MomentPool::Index moment) { moments.release(moment); });
    *this = {};
}

SightingNotes::Place SightingNotes::placeOf(LayerId layer) const
{
    if (layer.value >= m_low.size()) {
        return 0;
    }
    const Place high = m_high.empty() ? 0 : m_high[layer.value];
    return m_low[layer.value] | high << LowBits;
}

void SightingNotes::setPlace(LayerId layer, Place place)
{
    if (layer.value >= m_low.size()) {
        // Not by half as much again, as a vector would: over all nodes that is more than everything else.
        const size_t wanted = (layer.value / CellsAtOnce + 1) * CellsAtOnce;
        m_low.reserve(wanted);
        m_low.resize(wanted);
        if (!m_high.empty()) {
            m_high.resize(wanted);
        }
    }
    const Place high = place >> LowBits;
    if (high != 0 && m_high.empty()) {
        m_high.resize(m_low.size());
    }
    m_low[layer.value] = static_cast<quint16>(place);
    if (!m_high.empty()) {
        m_high[layer.value] = static_cast<quint8>(high);
    }
}

SightingNotes::Place SightingNotes::entryFor(const Note& note, MomentPool& moments)
{
    Place& latest = m_latest[static_cast<size_t>(note.evidence)];
    // One that nobody has any more may mean another moment by now.
    if (latest != 0 && m_entries[latest - 1].cells > 0 && m_entries[latest - 1].note() == note) {
        return latest;
    }
    if (m_free.empty()) {
        m_entries.push_back({});
        latest = static_cast<Place>(m_entries.size());
    } else {
        latest = m_free.back();
        m_free.pop_back();
    }
    m_entries[latest - 1] = {note.moment, static_cast<quint32>(note.evidence), 0};
    moments.retain(note.moment);
    return latest;
}

void SightingNotes::leave(Place place, MomentPool& moments)
{
    if (place == 0) {
        return;
    }
    Entry& entry = m_entries[place - 1];
    if (--entry.cells == 0) {
        moments.release(entry.moment);
        m_free.push_back(place);
    }
}

} // namespace stowage
