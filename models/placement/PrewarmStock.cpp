// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmStock.h"

#include "models/core/Bytes.h"

#include <algorithm>

namespace stowage {
namespace {

/// Each node's zone, numbered by their names.
std::vector<quint32> numberZones(const PrewarmProblem& problem)
{
    std::vector<QString> names;
    for (const auto& node : problem.nodes) {
        names.push_back(node.zone);
    }
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::vector<quint32> zoneOf;
    for (const auto& node : problem.nodes) {
        const auto place = std::ranges::lower_bound(names, node.zone);
        zoneOf.push_back(static_cast<quint32>(place - names.begin()));
    }
    return zoneOf;
}

/// Of each piece the highest that its targets ask.
std::vector<PlacementGoal> goalsOf(const PrewarmProblem& problem)
{
    std::vector<PlacementGoal> goals(problem.pieces.size());
    for (const auto& target : problem.targets) {
        for (const quint32 piece : target.pieces) {
            goals[piece].copies = std::max(goals[piece].copies, target.goal.copies);
            goals[piece].zones = std::max(goals[piece].zones, target.goal.zones);
        }
    }
    return goals;
}

} // namespace

PrewarmStock::PrewarmStock(const PrewarmProblem& problem)
    : m_problem(problem), m_zoneOf(numberZones(problem)),
      m_zones(m_zoneOf.empty() ? 0 : *std::ranges::max_element(m_zoneOf) + size_t{1}),
      m_goals(goalsOf(problem)), m_aims(m_goals), m_has(problem.nodes.size(), problem.pieces.size()),
      m_knew(problem.nodes.size(), problem.pieces.size()),
      m_needs(problem.targets.size(), problem.pieces.size()),
      m_pulled(problem.targets.size(), problem.nodes.size()), m_copies(problem.pieces.size()),
      m_zonesOf(problem.pieces.size()), m_byZone(problem.pieces.size() * m_zones),
      m_fetched(problem.nodes.size()), m_pullsOf(problem.targets.size()), m_pullsOn(problem.nodes.size())
{
    for (const auto& piece : problem.pieces) {
        m_weights.push_back(static_cast<double>(piece.bytes) + 1);
    }
    for (quint32 node = 0; node < problem.nodes.size(); ++node) {
        const NodeState state = problem.nodes[node].state;
        m_counts.push_back(state == NodeState::Live || state == NodeState::Stale);
        for (const quint32 piece : problem.nodes[node].held) {
            add(piece, node);
        }
        for (const quint32 piece : problem.nodes[node].known) {
            m_knew.set(node, piece);
        }
    }
    m_hadAtFirst = m_has;
    for (quint32 target = 0; target < problem.targets.size(); ++target) {
        for (const quint32 piece : problem.targets[target].pieces) {
            m_needs.set(target, piece);
        }
    }
}

void PrewarmStock::add(quint32 piece, quint32 node)
{
    m_has.set(node, piece);
    if (m_counts[node]) {
        ++m_copies[piece];
        m_zonesOf[piece] += m_byZone[piece * m_zones + m_zoneOf[node]]++ == 0 ? 1 : 0;
    }
}

void PrewarmStock::remove(quint32 piece, quint32 node)
{
    m_has.clear(node, piece);
    if (m_counts[node]) {
        --m_copies[piece];
        m_zonesOf[piece] -= --m_byZone[piece * m_zones + m_zoneOf[node]] == 0 ? 1 : 0;
    }
}

bool PrewarmStock::isShort(quint32 target) const
{
    return std::ranges::any_of(m_problem.targets[target].pieces,
                               [this](quint32 piece) { return need(piece) > 0; });
}

bool PrewarmStock::helps(quint32 piece, quint32 zone) const
{
    const quint32 copiesShort = missingCopies(piece);
    const quint32 zonesShort = missingZones(piece);
    // One more in a zone that has it does not help while only other zones would.
    return copiesIn(piece, zone) == 0 ? copiesShort > 0 || zonesShort > 0 : copiesShort > zonesShort;
}

PrewarmStock::Offer PrewarmStock::offer(quint32 target, quint32 node) const
{
    Offer offer;
    const quint32 zone = m_zoneOf[node];
    for (const quint32 piece : m_problem.targets[target].pieces) {
        if (!has(node, piece)) {
            offer.fetched += m_weights[piece];
            offer.gain += helps(piece, zone) ? m_weights[piece] : 0;
            offer.bytes = addBytes(offer.bytes, m_problem.pieces[piece].bytes);
        }
    }
    return offer;
}

PrewarmFitness PrewarmStock::fitness(quint32 target, quint32 node) const
{
    const auto& wanted = m_problem.targets[target];
    const PrewarmFitness general = fitnessFor(m_problem.nodes[node], wanted);
    if (general != PrewarmFitness::Fit) {
        return general;
    }
    bool hasAll = true;
    for (const quint32 piece : wanted.pieces) {
        if (!m_knew.test(node, piece)) {
            return PrewarmFitness::CellsUnknown;
        }
        hasAll = hasAll && m_hadAtFirst.test(node, piece);
    }
    return hasAll ? PrewarmFitness::HoldsAll : PrewarmFitness::Fit;
}

bool PrewarmStock::hasRoom(quint32 node, qint64 bytes) const
{
    const auto free = m_problem.nodes[node].worth.freeBytes;
    return !free || addBytes(m_fetched[node], bytes) <= *free / m_problem.limits.diskFactor;
}

void PrewarmStock::pull(quint32 target, quint32 node)
{
    for (const quint32 piece : m_problem.targets[target].pieces) {
        if (!has(node, piece)) {
            add(piece, node);
            m_fetched[node] = addBytes(m_fetched[node], m_problem.pieces[piece].bytes);
        }
    }
    m_pulled.set(target, node);
    m_pullsOf[target].push_back(node);
    m_pullsOn[node].push_back(target);
}

void PrewarmStock::drop(quint32 target, quint32 node)
{
    m_pulled.clear(target, node);
    std::erase(m_pullsOf[target], node);
    std::erase(m_pullsOn[node], target);
    for (const quint32 piece : m_problem.targets[target].pieces) {
        const bool stays =
            m_hadAtFirst.test(node, piece) ||
            std::ranges::any_of(m_pullsOn[node], [&](quint32 other) { return m_needs.test(other, piece); });
        if (!stays) {
            remove(piece, node);
            m_fetched[node] -= m_problem.pieces[piece].bytes;
        }
    }
}

} // namespace stowage
