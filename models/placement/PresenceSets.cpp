// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PresenceSets.h"

#include <algorithm>

namespace stowage {
namespace {

/// The counts are steps of one up, or of one down in unsigned arithmetic.
constexpr quint32 Up = 1;
constexpr quint32 Down = static_cast<quint32>(-1);

void addTo(std::vector<quint32>& counts, const Roaring& layers, quint32 step, std::vector<uint32_t>& scratch)
{
    scratch.resize(layers.cardinality());
    layers.toUint32Array(scratch.data());
    for (const uint32_t layer : scratch) {
        counts[layer] += step;
    }
}

} // namespace

void PresenceSets::setNode(NodeId node, Roaring known, Roaring held)
{
    Row& row = rowOf(node);
    countRow(row, Down);
    held &= known;
    row.cells = new Cells;
    row.cells->known = std::move(known);
    row.cells->held = std::move(held);
    row.isCounting = true;
    compact(*row.cells);
    countRow(row, Up);
}

void PresenceSets::apply(NodeId node, std::span<const CellStep> steps)
{
    Row& row = rowOf(node);
    for (const CellStep& step : steps) {
        put(row, step.layer, step.presence);
    }
    compactWhenLoose(row);
}

void PresenceSets::set(NodeId node, LayerId layer, Presence presence)
{
    Row& row = rowOf(node);
    put(row, layer, presence);
    compactWhenLoose(row);
}

void PresenceSets::setCounting(NodeId node, bool counts)
{
    if (counts == isCounting(node)) {
        return;
    }
    Row& row = rowOf(node);
    countRow(row, Down);
    row.isCounting = counts;
    countRow(row, Up);
}

void PresenceSets::dropNode(NodeId node)
{
    if (node.value < m_rows.size()) {
        countRow(m_rows[node.value], Down);
        m_rows[node.value] = {};
    }
}

void PresenceSets::dropLayer(LayerId layer)
{
    for (Row& row : m_rows) {
        const Cells* cells = row.cells.constData();
        if (cells && cells->known.contains(layer.value)) {
            put(row, layer, Presence::Unknown);
        }
    }
}

const Roaring& PresenceSets::lastHeld(NodeId node) const
{
    const Cells* cells = find(node);
    return cells ? cells->held : none();
}

const Roaring& PresenceSets::lastKnown(NodeId node) const
{
    const Cells* cells = find(node);
    return cells ? cells->known : none();
}

Presence PresenceSets::presence(NodeId node, LayerId layer) const
{
    return isCounting(node) ? lastPresence(node, layer) : Presence::Unknown;
}

Presence PresenceSets::lastPresence(NodeId node, LayerId layer) const
{
    const Cells* cells = find(node);
    if (!cells || !cells->known.contains(layer.value)) {
        return Presence::Unknown;
    }
    return cells->held.contains(layer.value) ? Presence::Held : Presence::Absent;
}

void PresenceSets::compact()
{
    for (Row& row : m_rows) {
        if (row.cells.constData() && row.cells.constData()->loose > 0) {
            compact(*row.cells);
        }
    }
    m_rows.shrink_to_fit();
    m_copies.shrink_to_fit();
    m_known.shrink_to_fit();
}

size_t PresenceSets::bytesUsed() const
{
    // A bitmap is its containers (getSizeInBytes counts them as they are written), and a header, an array of
    // keys and a container's head, which an allocator rounds up to about this much.
    constexpr size_t Head = 72;
    size_t bytes =
        m_rows.capacity() * sizeof(Row) + (m_copies.capacity() + m_known.capacity()) * sizeof(quint32);
    for (const Row& row : m_rows) {
        if (const Cells* cells = row.cells.constData()) {
            bytes += sizeof(Cells) + 2 * Head + cells->known.getSizeInBytes(false) +
                     cells->held.getSizeInBytes(false);
        }
    }
    return bytes;
}

const Roaring& PresenceSets::none()
{
    static const Roaring empty;
    return empty;
}

const PresenceSets::Cells* PresenceSets::find(NodeId node) const
{
    return node.value < m_rows.size() ? m_rows[node.value].cells.constData() : nullptr;
}

PresenceSets::Row& PresenceSets::rowOf(NodeId node)
{
    if (node.value >= m_rows.size()) {
        m_rows.resize(node.value + 1);
    }
    return m_rows[node.value];
}

void PresenceSets::put(Row& row, LayerId layer, Presence presence)
{
    const uint32_t bit = layer.value;
    const Cells* before = row.cells.constData();
    const bool wasKnown = before && before->known.contains(bit);
    const bool wasHeld = wasKnown && before->held.contains(bit);
    const bool isKnown = presence != Presence::Unknown;
    const bool isHeld = presence == Presence::Held;
    widen(bit + size_t{1});
    if (wasKnown == isKnown && wasHeld == isHeld) {
        return;
    }
    if (!before) {
        row.cells = new Cells;
    }
    Cells& cells = *row.cells;
    ++cells.loose;
    if (wasKnown != isKnown) {
        isKnown ? cells.known.add(bit) : cells.known.remove(bit);
        m_known[bit] += row.isCounting ? (isKnown ? Up : Down) : 0;
    }
    if (wasHeld != isHeld) {
        isHeld ? cells.held.add(bit) : cells.held.remove(bit);
        m_copies[bit] += row.isCounting ? (isHeld ? Up : Down) : 0;
    }
}

void PresenceSets::widen(size_t layers)
{
    if (layers > m_copies.size()) {
        m_copies.resize(layers);
        m_known.resize(layers, -m_knownByAll);
    }
}

void PresenceSets::countRow(const Row& row, quint32 step)
{
    const Cells* cells = row.cells.constData();
    if (!row.isCounting || !cells || cells->known.isEmpty()) {
        return;
    }
    widen(cells->known.maximum() + size_t{1});
    std::vector<uint32_t> scratch;
    addTo(m_copies, cells->held, step, scratch);
    if (cells->known.cardinality() > m_known.size() / 2) {
        Roaring lacking = cells->known;
        lacking.flip(0, m_known.size());
        m_knownByAll += step;
        addTo(m_known, lacking, -step, scratch);
    } else {
        addTo(m_known, cells->known, step, scratch);
    }
}

void PresenceSets::compact(Cells& cells)
{
    for (Roaring* bitmap : {&cells.known, &cells.held}) {
        bitmap->runOptimize();
        bitmap->shrinkToFit();
    }
    cells.loose = 0;
}

void PresenceSets::compactWhenLoose(Row& row)
{
    // A sweep that has told a tenth of the row anew pays for compacting it: constant work a change.
    constexpr quint32 Floor = 1024;
    const Cells* cells = row.cells.constData();
    if (cells && cells->loose > Floor && cells->loose > cells->known.cardinality() / 10) {
        compact(*row.cells);
    }
}

} // namespace stowage
