// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmScheduler.h"

#include <algorithm>
#include <tuple>

namespace stowage {
namespace {

bool contains(const std::vector<quint32>& nodes, quint32 node)
{
    return std::ranges::find(nodes, node) != nodes.end();
}

/// The supply by this holder, made when it is the first piece from there.
PrewarmMove::Supply& supplyOf(PrewarmMove& move, std::optional<quint32> holder)
{
    const auto found = std::ranges::find(move.supplies, holder, &PrewarmMove::Supply::holder);
    return found != move.supplies.end() ? *found
                                        : move.supplies.emplace_back(PrewarmMove::Supply{holder, {}});
}

} // namespace

PrewarmScheduler::PrewarmScheduler(const PrewarmProblem& problem, const PrewarmStock& now)
    : m_problem(problem), m_now(now), m_zones(now.zoneCount()), m_holders(problem.pieces.size() * m_zones),
      m_has(problem.nodes.size(), problem.pieces.size()), m_served(problem.nodes.size())
{
    for (quint32 node = 0; node < problem.nodes.size(); ++node) {
        const bool serves = problem.nodes[node].state == NodeState::Live;
        for (const quint32 piece : problem.nodes[node].held) {
            m_has.set(node, piece);
            if (serves) {
                m_holders[piece * m_zones + now.zoneOf(node)].push_back(node);
            }
        }
    }
}

std::vector<PrewarmMove> PrewarmScheduler::inOrder(const PrewarmStock& planned) const
{
    struct Ranked
    {
        PrewarmMove move;
        quint32 copies; ///< of the scarcest piece it fetches
        qint64 bytes;
    };
    std::vector<Ranked> ranked;
    for (quint32 target = 0; target < m_problem.targets.size(); ++target) {
        for (const quint32 node : planned.pullsOf(target)) {
            Ranked each{{target, node, 0, {}, {}, false}, UINT32_MAX, 0};
            for (const quint32 piece : m_problem.targets[target].pieces) {
                if (!m_has.test(node, piece)) {
                    each.copies = std::min(each.copies, m_now.copies(piece));
                    each.bytes += m_problem.pieces[piece].bytes;
                }
            }
            ranked.push_back(std::move(each));
        }
    }
    std::ranges::sort(ranked, [](const Ranked& a, const Ranked& b) {
        return std::tie(a.copies, b.bytes, a.move.target, a.move.node) <
               std::tie(b.copies, a.bytes, b.move.target, b.move.node);
    });
    std::vector<PrewarmMove> moves;
    moves.reserve(ranked.size());
    for (Ranked& each : ranked) {
        moves.push_back(std::move(each.move));
    }
    return moves;
}

std::vector<PrewarmMove> PrewarmScheduler::schedule(const PrewarmStock& planned)
{
    std::vector<PrewarmMove> waiting = inOrder(planned);
    std::vector<PrewarmMove> done;
    for (quint32 wave = 1; !waiting.empty(); ++wave) {
        std::vector<PrewarmMove> placed;
        std::vector<PrewarmMove> still;
        for (PrewarmMove& move : waiting) {
            if (!place(move)) {
                still.push_back(std::move(move));
            } else if (!move.pieces.empty()) {
                move.wave = wave;
                placed.push_back(std::move(move));
            }
        }
        endWave(placed);
        std::ranges::move(placed, std::back_inserter(done));
        waiting = std::move(still);
    }
    return done;
}

bool PrewarmScheduler::place(PrewarmMove& move)
{
    move.pieces.clear();
    move.supplies.clear();
    for (const quint32 piece : m_problem.targets[move.target].pieces) {
        if (m_has.test(move.node, piece)) {
            continue;
        }
        const Source source = sourceOf(piece, move);
        if (source.mustWait) {
            return false;
        }
        move.pieces.push_back(piece);
        supplyOf(move, source.holder).pieces.push_back(piece);
    }
    commit(move);
    return true;
}

PrewarmScheduler::Source PrewarmScheduler::sourceOf(quint32 piece, const PrewarmMove& move) const
{
    const quint32 zone = m_now.zoneOf(move.node);
    const auto& near = holders(piece, zone);
    if (!near.empty()) {
        const auto holder = freeHolder(near, move);
        return {!holder, holder};
    }
    const auto isFetchedBy = [&move](const auto& seeds, size_t key) {
        const auto seed = seeds.find(key);
        return seed != seeds.end() && seed->second != move.node;
    };
    if (isFetchedBy(m_seeds, piece * m_zones + zone)) {
        return {true, std::nullopt};
    }
    bool isHeld = false;
    for (quint32 other = 0; other < m_zones; ++other) {
        const auto& far = holders(piece, other);
        isHeld |= !far.empty();
        if (const auto holder = freeHolder(far, move)) {
            return {false, holder};
        }
    }
    return {isHeld || isFetchedBy(m_firsts, piece) || !mayRead(move), std::nullopt};
}

std::optional<quint32> PrewarmScheduler::freeHolder(const std::vector<quint32>& holders,
                                                    const PrewarmMove& move) const
{
    // One that serves this node already, else the least asked.
    std::optional<quint32> best;
    for (const quint32 holder : holders) {
        if (contains(m_served[holder], move.node) ||
            std::ranges::find(move.supplies, std::optional(holder), &PrewarmMove::Supply::holder) !=
                move.supplies.end()) {
            return holder;
        }
        if (maySupply(holder, move) && (!best || m_served[holder].size() < m_served[*best].size())) {
            best = holder;
        }
    }
    return best;
}

bool PrewarmScheduler::maySupply(quint32 holder, const PrewarmMove& move) const
{
    return holder != move.node && m_served[holder].size() < m_problem.limits.nodesPerHolder;
}

bool PrewarmScheduler::mayRead(const PrewarmMove& move) const
{
    const auto readers = m_readers.find(m_problem.targets[move.target].image.source);
    return readers == m_readers.end() || contains(readers->second, move.node) ||
           readers->second.size() < m_problem.limits.nodesPerUpstream;
}

void PrewarmScheduler::commit(PrewarmMove& move)
{
    const quint32 zone = m_now.zoneOf(move.node);
    for (const PrewarmMove::Supply& supply : move.supplies) {
        auto& clients =
            supply.holder ? m_served[*supply.holder] : m_readers[m_problem.targets[move.target].image.source];
        if (!contains(clients, move.node)) {
            clients.push_back(move.node);
        }
    }
    for (const quint32 piece : move.pieces) {
        m_has.set(move.node, piece);
        if (holders(piece, zone).empty()) {
            m_seeds[piece * m_zones + zone] = move.node;
            m_firsts[piece] = move.node;
            move.isSeed = true;
        }
    }
}

void PrewarmScheduler::endWave(const std::vector<PrewarmMove>& placed)
{
    for (const PrewarmMove& move : placed) {
        for (const quint32 piece : move.pieces) {
            m_holders[piece * m_zones + m_now.zoneOf(move.node)].push_back(move.node);
        }
    }
    for (auto& clients : m_served) {
        clients.clear();
    }
    m_readers.clear();
    m_seeds.clear();
    m_firsts.clear();
}

} // namespace stowage
