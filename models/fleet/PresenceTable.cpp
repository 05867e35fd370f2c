// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/PresenceTable.h"

#include <algorithm>

namespace stowage {

void PresenceTable::beginBatch(NodeId node, SourceId source, Timestamp at)
{
    m_batchNode = node;
    m_batchMoment = m_moments.add(at);
    rowOf(node).source = source;
}

void PresenceTable::endBatch()
{
    m_moments.release(m_batchMoment);
    m_batchNode = {};
}

PresenceTable::Step PresenceTable::record(LayerId layer, Presence presence, Evidence evidence, Timestamp now,
                                          const FreshnessLimits& limits)
{
    Row& row = rowOf(m_batchNode);
    if (layer.value >= m_isTold.size()) {
        m_isTold.resize(layer.value + 1);
    }
    m_isTold[layer.value] = true;
    const SightingNotes::Note note = row.notes.at(layer);
    const Timestamp before = m_moments.at(note.moment);
    const Timestamp at = m_moments.at(m_batchMoment);
    const Presence stood = m_sets.lastPresence(m_batchNode, layer);
    Step step{stood, stood, false};
    // A time ahead of the clock is one that the clock was set back from; it must not shut out what comes now.
    if (at < before && before <= now) {
        return step;
    }
    set(m_batchNode, layer, presence);
    step.after = presence;
    step.isVisible = step.before != step.after || note.evidence != evidence ||
                     stowage::judge(before, now, limits) != stowage::judge(at, now, limits);
    row.notes.put(layer, {m_batchMoment, evidence}, m_moments);
    if (evidence == Evidence::SizeMismatch) {
        row.wrongLength.add(layer.value);
    } else {
        row.wrongLength.remove(layer.value);
    }
    row.nextTurn = std::min(row.nextTurn, at + limits.staleAfter);
    return step;
}

Presence PresenceTable::current(LayerId layer, NodeId node) const
{
    return m_sets.lastPresence(node, layer);
}

Presence PresenceTable::lastDefinite(LayerId layer, NodeId node) const
{
    const Row* row = find(node);
    if (const Presence now = current(layer, node); now != Presence::Unknown || !row) {
        return now;
    }
    if (row->wasHeld.contains(layer.value)) {
        return Presence::Held;
    }
    return row->wasAbsent.contains(layer.value) ? Presence::Absent : Presence::Unknown;
}

Evidence PresenceTable::evidence(LayerId layer, NodeId node) const
{
    return noteOf(layer, node).evidence;
}

Timestamp PresenceTable::seenAt(LayerId layer, NodeId node) const
{
    return m_moments.at(noteOf(layer, node).moment);
}

SourceId PresenceTable::source(NodeId node) const
{
    const Row* row = find(node);
    return row ? row->source : SourceId{};
}

Roaring PresenceTable::absent(NodeId node) const
{
    return m_sets.lastKnown(node) - m_sets.lastHeld(node);
}

const Roaring& PresenceTable::wasHeld(NodeId node) const
{
    static const Roaring none;
    const Row* row = find(node);
    return row ? row->wasHeld : none;
}

const Roaring& PresenceTable::wrongLength(NodeId node) const
{
    static const Roaring none;
    const Row* row = find(node);
    return row ? row->wrongLength : none;
}

void PresenceTable::dropNode(NodeId node)
{
    m_sets.dropNode(node);
    if (node.value >= m_rows.size()) {
        return;
    }
    m_rows[node.value].notes.clear(m_moments);
    m_rows[node.value] = {};
}

void PresenceTable::dropLayer(LayerId layer)
{
    if (!isTold(layer)) {
        return;
    }
    m_isTold[layer.value] = false;
    m_sets.dropLayer(layer);
    for (Row& row : m_rows) {
        row.wasHeld.remove(layer.value);
        row.wasAbsent.remove(layer.value);
        row.wrongLength.remove(layer.value);
        row.notes.drop(layer, m_moments);
    }
}

bool PresenceTable::judge(NodeId node, Timestamp now, const FreshnessLimits& limits)
{
    if (node.value >= m_rows.size() || now <= m_rows[node.value].nextTurn) {
        return false;
    }
    Row& row = m_rows[node.value];
    row.nextTurn = Timestamp::max();
    bool turned = false;
    row.notes.forEachMoment([&](MomentPool::Index moment) {
        const Timestamp at = m_moments.at(moment);
        for (const Timestamp turn : {at + limits.staleAfter, at + limits.offlineAfter}) {
            if (turn >= now) {
                row.nextTurn = std::min(row.nextTurn, turn);
            } else {
                turned |= turn >= row.judgedAt;
            }
        }
    });
    row.judgedAt = now;
    return turned;
}

PresenceTable::Row& PresenceTable::rowOf(NodeId node)
{
    if (node.value >= m_rows.size()) {
        m_rows.resize(node.value + 1);
    }
    return m_rows[node.value];
}

const PresenceTable::Row* PresenceTable::find(NodeId node) const
{
    return node.value < m_rows.size() ? &m_rows[node.value] : nullptr;
}

SightingNotes::Note PresenceTable::noteOf(LayerId layer, NodeId node) const
{
    const Row* row = find(node);
    return row ? row->notes.at(layer) : SightingNotes::Note{};
}

void PresenceTable::set(NodeId node, LayerId layer, Presence presence)
{
    Row& row = rowOf(node);
    const uint32_t bit = layer.value;
    if (presence != Presence::Unknown) {
        row.wasHeld.remove(bit);
        row.wasAbsent.remove(bit);
    } else if (const Presence stood = current(layer, node); stood != Presence::Unknown) {
        (stood == Presence::Held ? row.wasHeld : row.wasAbsent).add(bit);
    }
    m_sets.set(node, layer, presence);
}

} // namespace stowage
