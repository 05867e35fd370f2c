// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/prewarm/PlanCheck.h"

#include <algorithm>
#include <map>
#include <set>

namespace stowage::test {
namespace {

class Play
{
public:
    explicit Play(const PrewarmProblem& problem) : m_problem(problem)
    {
        for (const auto& node : problem.nodes) {
            m_zones[node.name] = node.zone;
            for (const quint32 piece : node.held) {
                m_holders[problem.pieces[piece].digest].insert(node.name);
            }
        }
    }

    QString of(const PrewarmPlan& plan)
    {
        quint32 wave = 0;
        for (const PrewarmStep& step : plan.steps) {
            if (step.wave != wave) {
                endWave();
                if (step.wave != wave + 1) {
                    return QStringLiteral("a wave is left out");
                }
                wave = step.wave;
            }
            const QString broken = take(step);
            if (!broken.isEmpty()) {
                return QStringLiteral("wave %1, %2 on %3: %4")
                    .arg(QString::number(wave), step.reference(), step.node, broken);
            }
        }
        endWave();
        return shortfall(plan);
    }

private:
    QString take(const PrewarmStep& step)
    {
        std::vector<Digest> fetched = step.layers;
        fetched.insert(fetched.end(), step.others.begin(), step.others.end());
        const QString& zone = m_zones.at(step.node);
        for (const Digest& digest : fetched) {
            if (holds(step.node, digest) || !m_arriving[digest].insert(step.node).second) {
                return QStringLiteral("fetches what lies there");
            }
            const bool isInZone = std::ranges::any_of(
                m_holders[digest], [&](const QString& holder) { return m_zones.at(holder) == zone; });
            if (!isInZone && !m_seeds.insert({zone, digest}).second) {
                return QStringLiteral("is a second seed of its zone");
            }
        }
        qint64 bytes = 0;
        for (const PrewarmSupply& supply : step.supplies) {
            bytes += supply.bytes;
            const QString from = supply.isUpstream() ? supply.upstream : supply.peer;
            m_clients[from].insert(step.node);
            const auto most =
                supply.isUpstream() ? m_problem.limits.nodesPerUpstream : m_problem.limits.nodesPerHolder;
            if (m_clients[from].size() > most) {
                return from + QStringLiteral(" serves too many");
            }
        }
        return bytes == step.bytes ? sourcesOf(step, fetched) : QStringLiteral("bytes do not add up");
    }

    /// What no holder had when the wave began comes from upstream, and once only; the rest from its holders.
    QString sourcesOf(const PrewarmStep& step, const std::vector<Digest>& fetched)
    {
        quint32 fromUpstream = 0;
        for (const Digest& digest : fetched) {
            if (m_holders[digest].empty()) {
                ++fromUpstream;
                if (!m_read.insert(digest).second) {
                    return QStringLiteral("reads upstream a second time");
                }
            }
        }
        quint32 told = 0;
        for (const PrewarmSupply& supply : step.supplies) {
            told += supply.isUpstream() ? supply.pieces : 0;
            const auto could = static_cast<quint32>(std::ranges::count_if(
                fetched, [&](const Digest& digest) { return holds(supply.peer, digest); }));
            if (!supply.isUpstream() && could < supply.pieces) {
                return supply.peer + QStringLiteral(" does not hold what it shall give");
            }
        }
        return told == fromUpstream ? QString() : QStringLiteral("upstream gives another number of pieces");
    }

    QString shortfall(const PrewarmPlan& plan) const
    {
        std::set<Digest> refused;
        for (const PrewarmRefusal& refusal : plan.refused) {
            refused.insert(refusal.pieces.begin(), refusal.pieces.end());
        }
        for (const auto& target : m_problem.targets) {
            for (const quint32 piece : target.pieces) {
                const Digest& digest = m_problem.pieces[piece].digest;
                const auto found = m_holders.find(digest);
                std::set<QString> zones;
                const size_t copies = found == m_holders.end() ? 0 : found->second.size();
                if (found != m_holders.end()) {
                    for (const QString& holder : found->second) {
                        zones.insert(m_zones.at(holder));
                    }
                }
                const bool isMet = copies >= target.goal.copies && zones.size() >= target.goal.zones;
                if (isMet == refused.contains(digest)) {
                    return QStringLiteral("a piece with %1 copies in %2 zones is refused: %3")
                        .arg(copies)
                        .arg(zones.size())
                        .arg(!isMet);
                }
            }
        }
        return {};
    }

    bool holds(const QString& node, const Digest& digest) const
    {
        const auto holders = m_holders.find(digest);
        return holders != m_holders.end() && holders->second.contains(node);
    }

    void endWave()
    {
        for (const auto& [digest, nodes] : m_arriving) {
            m_holders[digest].insert(nodes.begin(), nodes.end());
        }
        m_arriving.clear();
        m_clients.clear();
        m_seeds.clear();
    }

    const PrewarmProblem& m_problem;
    std::map<QString, QString> m_zones;            ///< by node
    std::map<Digest, std::set<QString>> m_holders; ///< as the wave begins
    std::map<Digest, std::set<QString>> m_arriving;
    std::map<QString, std::set<QString>> m_clients; ///< by holder or registry, in this wave
    std::set<std::pair<QString, Digest>> m_seeds;   ///< zones and what comes into them in this wave
    std::set<Digest> m_read;                        ///< from upstream, ever
};

} // namespace

QString brokenPromise(const PrewarmProblem& problem, const PrewarmPlan& plan)
{
    return Play(problem).of(plan);
}

} // namespace stowage::test
