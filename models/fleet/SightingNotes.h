// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/core/Presence.h"
#include "models/fleet/MomentPool.h"

#include <array>
#include <vector>

namespace stowage {

/// When each cell of one node was seen last, and by what evidence.
///
/// One answer tells of many cells, so a cell keeps only its place in a list of what differs: two bytes, where
/// time and evidence would be four, and the cells are more than everything else (10 M of them with 500 nodes
/// and 20,000 layers). A third byte comes once more than 65,535 differ. The list holds the moments; whoever
/// has the pool passes it, and clears the notes before they end.
class SightingNotes
{
public:
    struct Note
    {
        MomentPool::Index moment = 0; ///< 0: never
        Evidence evidence = Evidence::NotAsked;

        bool operator==(const Note&) const = default;
    };

    Note at(LayerId layer) const;
    void put(LayerId layer, const Note& note, MomentPool& moments);
    /// As if it had never been seen.
    void drop(LayerId layer, MomentPool& moments);
    void clear(MomentPool& moments);

    /// Calls `visit(MomentPool::Index)` for each moment that a cell was seen at; for one of them perhaps more
    /// than once.
    template <class Visit>
    void forEachMoment(Visit visit) const
    {
        for (const Entry& entry : m_entries) {
            if (entry.cells > 0) {
                visit(entry.moment);
            }
        }
    }

private:
    using Place = quint32; ///< in m_entries, one more than that; 0: never seen

    static_assert(EvidenceCount <= 16, "an entry has four bits for it");
    struct Entry
    {
        quint32 moment : 28 = 0;
        quint32 evidence : 4 = 0;
        quint32 cells = 0; ///< that say so; 0: free

        Note note() const { return {moment, static_cast<Evidence>(evidence)}; }
    };

    Place placeOf(LayerId layer) const;
    void setPlace(LayerId layer, Place place);
    Place entryFor(const Note& note, MomentPool& moments);
    void leave(Place place, MomentPool& moments);

    std::vector<quint16> m_low; ///< by layer: the place
    std::vector<quint8> m_high; ///< its bits from the 17th on; empty until there are some
    std::vector<Entry> m_entries;
    std::vector<Place> m_free;
    std::array<Place, EvidenceCount> m_latest{}; ///< by evidence: most cells are told of together
};

} // namespace stowage
