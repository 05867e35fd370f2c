// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/spegel/IndexSet.h"

#include <deque>

namespace stowage {

/// How much it is worth to ask for a cell now; the greater goes first.
enum class Worth : quint8
{
    None,  ///< there is nothing to ask
    Old,   ///< it was asked for before; the oldest first
    Back,  ///< the node came back, and may hold anything
    Fresh, ///< the digest is new
    Risk,  ///< a layer that may be about to be lost
};

/// What one node is still to be asked for. Each cell stands in it once; it goes out by its best worth, and
/// among equals in order, round and round, so that a round that was broken off goes on where it ended.
class SweepQueue
{
public:
    using Index = IndexSet::Index;

    /// Asks for a cell that is new.
    void demandFresh(Index index);

    /// Asks for the cells at risk as they are now; those of before lose their rank and not their place.
    void demandRisk(const std::vector<Index>& indexes);

    /// Asks for all of these, Old or Back.
    void demandAll(const IndexSet& indexes, Worth worth);

    /// It was taken and came to nothing.
    void giveBack(Index index) { m_due.insert(index); }

    /// Is not wanted any more.
    void drop(Index index) { m_due.remove(index); }
    void clear();

    /// The next one, which then is in it no longer.
    std::optional<Index> take();

    /// Of the next one.
    Worth worth();

    size_t size() const { return m_due.size(); }
    const IndexSet& due() const { return m_due; }

private:
    void skipTaken(std::deque<Index>& first) const;

    IndexSet m_due;
    std::deque<Index> m_risk;  ///< some of those due, in order; may name some that are not any more
    std::deque<Index> m_fresh; ///< the same
    Index m_cursor = 0;
    Worth m_rest = Worth::Old; ///< of all others
};

} // namespace stowage
