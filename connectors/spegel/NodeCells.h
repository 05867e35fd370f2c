// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/spegel/HeadVerdict.h"
#include "connectors/spegel/SweepCommons.h"
#include "connectors/spegel/SweepQueue.h"
#include "connectors/spegel/SweepTally.h"
#include "models/fleet/NodeObservation.h"

namespace stowage {

/// The cells of one node as its sweep sees them: what is to be asked, what was answered, what it holds. No
/// time, no sockets.
class NodeCells
{
public:
    using Index = ContentBook::Index;

    /// A cell that is being asked for. It knows its digest: the number may stand for another one when the
    /// answer comes.
    struct Cell
    {
        Index index;
        Digest digest;
        qint64 bytes;
    };

    /// `commons` outlives it.
    explicit NodeCells(SweepCommons& commons) : m_commons(commons) {}

    /// Everything is to be asked for; nothing is known.
    void beginLife(Worth worth);
    /// Nothing is to be asked for, and what it held no longer counts.
    void endLife();

    /// Everything is to be asked for once more; its tally begins anew. Nothing counts as heard when `isAnew`.
    void beginRound(Worth worth, bool isAnew);
    /// These, and those whose question came to nothing last time.
    void demandRisk(const std::vector<Index>& indexes);
    /// The inventory changed.
    void follow(const ContentBook::Change& change);

    Worth worth() { return m_queue.worth(); }
    std::optional<Cell> take();
    /// It was not answered after all.
    void giveBack(const Cell& cell);
    size_t left() const { return m_queue.size(); }

    /// What was answered. False when the content is not wanted any more.
    bool note(const Cell& cell, HeadVerdict verdict);
    /// The same for all that it could be asked for, or only for what is still to be asked.
    std::vector<Sighting> noteAll(HeadVerdict verdict);
    std::vector<Sighting> noteRest(HeadVerdict verdict);
    /// Its own list of all it has.
    std::vector<Sighting> noteList(const std::vector<ListedContent>& content);
    /// What cannot be asked for.
    std::vector<Sighting> unaskable() const;
    std::vector<Sighting> unaskable(const std::vector<Index>& indexes) const;

    /// The queue is empty and its round over: what the tally says now is the newest full one.
    void endRound();

    /// All that can be asked for was, since its life began.
    bool isCovered() const { return m_heard.size() >= m_commons.book.askable().size(); }

    /// Whatever was asked in this round had that answer, and something was.
    bool wasNothingBut(Evidence evidence) const
    {
        return m_tally.total() > 0 && m_tally.count(evidence) == m_tally.total();
    }

    const SweepTally& tally() const { return m_tally; }         ///< of the round that runs
    const SweepTally& lastRound() const { return m_lastRound; } ///< of the newest that is over

private:
    void set(Index index, HeadVerdict verdict);
    void forget(Index index);
    std::vector<Sighting> noteEach(const IndexSet& indexes, HeadVerdict verdict);

    SweepCommons& m_commons;
    SweepQueue m_queue;
    IndexSet m_heard;
    IndexSet m_held;
    IndexSet m_failed; ///< worth another question soon
    SweepTally m_tally;
    SweepTally m_lastRound;
};

} // namespace stowage
