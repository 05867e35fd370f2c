// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/BitGrid.h"
#include "models/placement/PrewarmFitness.h"
#include "models/placement/PrewarmProblem.h"

#include <span>

namespace stowage {

/// Who will hold what once the pulls that were chosen so far are done, and what each piece still needs then.
/// The problem is canonical and outlives it; nodes, pieces, targets and zones are indexes.
class PrewarmStock
{
public:
    /// What a pull would fetch, in weight: a piece weighs its bytes and one more, so that an empty one
    /// counts.
    struct Offer
    {
        double fetched = 0;
        double gain = 0; ///< the part of it that brings a piece nearer to its goal
        qint64 bytes = 0;
    };

    explicit PrewarmStock(const PrewarmProblem& problem);

    const PrewarmProblem& problem() const { return m_problem; }
    size_t zoneCount() const { return m_zones; }
    quint32 zoneOf(quint32 node) const { return m_zoneOf[node]; }
    double weight(quint32 piece) const { return m_weights[piece]; }

    bool has(quint32 node, quint32 piece) const { return m_has.test(node, piece); }
    quint32 copies(quint32 piece) const { return m_copies[piece]; }
    quint32 copiesIn(quint32 piece, quint32 zone) const { return m_byZone[piece * m_zones + zone]; }
    quint32 zonesOf(quint32 piece) const { return m_zonesOf[piece]; }

    PlacementGoal goal(quint32 piece) const { return m_goals[piece]; }

    /// What can be had of a piece where the goal is out of reach, or less than the goal is asked for: the
    /// rest would otherwise be planned for as if it could be had.
    void setAim(quint32 piece, PlacementGoal aim) { m_aims[piece] = aim; }
    PlacementGoal aim(quint32 piece) const { return m_aims[piece]; }

    /// Copies that are missing to the aim, and zones; never below 0.
    quint32 missingCopies(quint32 piece) const { return below(m_copies[piece], m_aims[piece].copies); }
    quint32 missingZones(quint32 piece) const { return below(m_zonesOf[piece], m_aims[piece].zones); }
    /// The fewest further holders with which the piece meets its aim.
    quint32 need(quint32 piece) const { return std::max(missingCopies(piece), missingZones(piece)); }
    bool isShort(quint32 target) const;

    Offer offer(quint32 target, quint32 node) const;

    /// Whether the node may be asked, before any pull.
    PrewarmFitness fitness(quint32 target, quint32 node) const;

    /// Whether the node's disk has room for what it would fetch; yes where nobody told how much is free.
    bool hasRoom(quint32 node, qint64 bytes) const;

    qint64 fetchedBytes(quint32 node) const { return m_fetched[node]; }

    void pull(quint32 target, quint32 node);
    void drop(quint32 target, quint32 node);
    bool isPulled(quint32 target, quint32 node) const { return m_pulled.test(target, node); }
    /// In the order in which they were chosen.
    std::span<const quint32> pullsOf(quint32 target) const { return m_pullsOf[target]; }
    std::span<const quint32> pullsOn(quint32 node) const { return m_pullsOn[node]; }

private:
    static quint32 below(quint32 have, quint32 wanted) { return have < wanted ? wanted - have : 0; }
    bool helps(quint32 piece, quint32 zone) const;
    void add(quint32 piece, quint32 node);
    void remove(quint32 piece, quint32 node);

    const PrewarmProblem& m_problem;
    std::vector<quint32> m_zoneOf; ///< by node
    size_t m_zones = 0;
    std::vector<double> m_weights;      ///< by piece
    std::vector<PlacementGoal> m_goals; ///< by piece
    std::vector<PlacementGoal> m_aims;  ///< by piece; the goal at first
    BitGrid m_has;                      ///< node × piece
    BitGrid m_hadAtFirst;
    BitGrid m_knew;             ///< node × piece: whether it is known what lies there
    BitGrid m_needs;            ///< target × piece
    BitGrid m_pulled;           ///< target × node
    std::vector<bool> m_counts; ///< by node: what it holds is a copy
    std::vector<quint32> m_copies;
    std::vector<quint32> m_zonesOf;
    std::vector<quint32> m_byZone; ///< piece × zone
    std::vector<qint64> m_fetched; ///< by node, in bytes
    std::vector<std::vector<quint32>> m_pullsOf;
    std::vector<std::vector<quint32>> m_pullsOn;
};

} // namespace stowage
