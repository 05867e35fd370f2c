// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/prewarm/BruteForce.h"

#include <algorithm>
#include <limits>
#include <set>

namespace stowage::test {
namespace {

/// Sets of pieces are bits of a word.
class Trial
{
public:
    explicit Trial(const PrewarmProblem& problem) : m_problem(problem)
    {
        for (const auto& target : problem.targets) {
            m_targets.push_back(bits(target.pieces));
        }
        for (const auto& node : problem.nodes) {
            m_held.push_back(bits(node.held));
        }
        m_wanted = reached(std::vector(problem.nodes.size(), ~quint64{0} & all()));
    }

    qint64 fewest()
    {
        visit(0, 0, m_held);
        return m_best;
    }

private:
    template <class Pieces>
    static quint64 bits(const Pieces& pieces)
    {
        quint64 bits = 0;
        for (const quint32 piece : pieces) {
            bits |= quint64{1} << piece;
        }
        return bits;
    }

    quint64 all() const
    {
        quint64 bits = 0;
        for (const quint64 target : m_targets) {
            bits |= target;
        }
        return bits;
    }

    /// Copies and zones of each wanted piece, as far as they are asked for.
    std::vector<std::pair<quint32, quint32>> reached(const std::vector<quint64>& held) const
    {
        std::vector<std::pair<quint32, quint32>> result;
        for (quint32 piece = 0; piece < m_problem.pieces.size(); ++piece) {
            if ((all() >> piece & 1) == 0) {
                continue;
            }
            quint32 copies = 0;
            std::set<QString> zones;
            for (size_t node = 0; node < held.size(); ++node) {
                if (((held[node] | m_held[node]) >> piece & 1) != 0) {
                    ++copies;
                    zones.insert(m_problem.nodes[node].zone);
                }
            }
            const PlacementGoal goal = m_problem.targets.front().goal;
            result.emplace_back(std::min(copies, goal.copies),
                                std::min(static_cast<quint32>(zones.size()), goal.zones));
        }
        return result;
    }

    void visit(size_t node, qint64 bytes, std::vector<quint64> held)
    {
        if (bytes >= m_best) {
            return;
        }
        if (node == held.size()) {
            if (reached(held) == m_wanted) {
                m_best = bytes;
            }
            return;
        }
        for (quint64 pulled = 0; pulled < quint64{1} << m_targets.size(); ++pulled) {
            quint64 after = m_held[node];
            for (size_t target = 0; target < m_targets.size(); ++target) {
                after |= (pulled >> target & 1) != 0 ? m_targets[target] : 0;
            }
            held[node] = after;
            visit(node + 1, bytes + bytesOf(after & ~m_held[node]), held);
        }
    }

    qint64 bytesOf(quint64 pieces) const
    {
        qint64 bytes = 0;
        for (size_t piece = 0; piece < m_problem.pieces.size(); ++piece) {
            bytes += (pieces >> piece & 1) != 0 ? m_problem.pieces[piece].bytes : 0;
        }
        return bytes;
    }

    const PrewarmProblem& m_problem;
    std::vector<quint64> m_targets;
    std::vector<quint64> m_held; ///< by node, at first
    std::vector<std::pair<quint32, quint32>> m_wanted;
    qint64 m_best = std::numeric_limits<qint64>::max();
};

} // namespace

qint64 fewestBytes(const PrewarmProblem& problem)
{
    return Trial(problem).fewest();
}

} // namespace stowage::test
