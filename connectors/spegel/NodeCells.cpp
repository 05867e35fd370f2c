// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/NodeCells.h"

namespace stowage {
namespace {

/// Whether the same question may soon have another answer.
bool isPassing(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Silent:
    case Evidence::Unreachable:
    case Evidence::ServerFault:
    case Evidence::RateLimited:
        return true;
    default:
        return false;
    }
}

} // namespace

void NodeCells::beginLife(Worth worth)
{
    endLife();
    beginRound(worth, true);
}

void NodeCells::endLife()
{
    m_held.forEach([this](Index index) { m_commons.copies.remove(index); });
    m_held.clear();
    m_heard.clear();
    m_failed.clear();
    m_queue.clear();
}

void NodeCells::beginRound(Worth worth, bool isAnew)
{
    if (isAnew) {
        m_heard.clear();
    }
    m_tally = {};
    m_queue.demandAll(m_commons.book.askable(), worth);
}

void NodeCells::demandRisk(const std::vector<Index>& indexes)
{
    std::vector<Index> all = indexes;
    m_failed.forEach([&](Index index) { all.push_back(index); });
    m_failed.clear();
    m_queue.demandRisk(all);
}

void NodeCells::follow(const ContentBook::Change& change)
{
    for (const Index index : change.removed) {
        forget(index);
    }
    for (const Index index : change.added) {
        if (m_commons.book.askable().contains(index)) {
            m_queue.demandFresh(index);
        }
    }
}

std::optional<NodeCells::Cell> NodeCells::take()
{
    const auto index = m_queue.take();
    if (!index) {
        return std::nullopt;
    }
    const WantedContent& wanted = m_commons.book.at(*index).wanted;
    return Cell{*index, wanted.digest, wanted.bytes};
}

void NodeCells::giveBack(const Cell& cell)
{
    if (m_commons.book.isStill(cell.index, cell.digest)) {
        m_queue.giveBack(cell.index);
    }
}

bool NodeCells::note(const Cell& cell, HeadVerdict verdict)
{
    if (!m_commons.book.isStill(cell.index, cell.digest)) {
        return false;
    }
    set(cell.index, verdict);
    return true;
}

std::vector<Sighting> NodeCells::noteAll(HeadVerdict verdict)
{
    m_queue.clear();
    return noteEach(m_commons.book.askable(), verdict);
}

std::vector<Sighting> NodeCells::noteRest(HeadVerdict verdict)
{
    const IndexSet rest = m_queue.due();
    m_queue.clear();
    return noteEach(rest, verdict);
}

std::vector<Sighting> NodeCells::noteList(const std::vector<ListedContent>& content)
{
    m_queue.clear();
    IndexSet found;
    std::vector<Sighting> sightings;
    for (const ListedContent& listed : content) {
        const auto index = m_commons.book.find(listed.digest);
        if (!index || !found.insert(*index)) {
            continue;
        }
        const qint64 wanted = m_commons.book.at(*index).wanted.bytes;
        const bool isWhole = wanted <= 0 || listed.bytes <= 0 || listed.bytes == wanted;
        const HeadVerdict verdict = isWhole ? HeadVerdict{Presence::Held, Evidence::Listed}
                                            : HeadVerdict{Presence::Unknown, Evidence::SizeMismatch};
        set(*index, verdict);
        sightings.push_back({listed.digest, verdict.presence, verdict.evidence});
    }
    for (Index index = 0; index < m_commons.book.end(); ++index) {
        const ContentBook::Entry& entry = m_commons.book.at(index);
        if (entry.isWanted && !found.contains(index)) {
            set(index, {Presence::Absent, Evidence::NotListed});
            sightings.push_back({entry.wanted.digest, Presence::Absent, Evidence::NotListed});
        }
    }
    return sightings;
}

std::vector<Sighting> NodeCells::unaskable() const
{
    std::vector<Index> all;
    m_commons.book.unaskable().forEach([&](Index index) { all.push_back(index); });
    return unaskable(all);
}

std::vector<Sighting> NodeCells::unaskable(const std::vector<Index>& indexes) const
{
    std::vector<Sighting> sightings;
    for (const Index index : indexes) {
        const ContentBook::Entry& entry = m_commons.book.at(index);
        if (m_commons.book.unaskable().contains(index)) {
            sightings.push_back({entry.wanted.digest, Presence::Unknown, entry.obstacle});
        }
    }
    return sightings;
}

void NodeCells::endRound()
{
    m_lastRound = m_tally;
}

void NodeCells::set(Index index, HeadVerdict verdict)
{
    m_tally.add(verdict.evidence);
    if (m_commons.book.askable().contains(index)) {
        m_heard.insert(index);
    }
    if (verdict.presence == Presence::Held) {
        if (m_held.insert(index)) {
            m_commons.copies.add(index);
        }
    } else if (m_held.remove(index)) {
        m_commons.copies.remove(index);
    }
    isPassing(verdict.evidence) ? m_failed.insert(index) : m_failed.remove(index);
}

void NodeCells::forget(Index index)
{
    if (m_held.remove(index)) {
        m_commons.copies.remove(index);
    }
    m_heard.remove(index);
    m_failed.remove(index);
    m_queue.drop(index);
}

std::vector<Sighting> NodeCells::noteEach(const IndexSet& indexes, HeadVerdict verdict)
{
    std::vector<Sighting> sightings;
    sightings.reserve(indexes.size());
    indexes.forEach([&](Index index) {
        set(index, verdict);
        sightings.push_back({m_commons.book.at(index).wanted.digest, verdict.presence, verdict.evidence});
    });
    return sightings;
}

} // namespace stowage
