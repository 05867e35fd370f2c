// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostJoiner.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HostMatcher)
};

constexpr int ByDecision = 1000;
constexpr int ByProfile = 100;
constexpr int BySecondRow = 50;
constexpr int ByMachineId = 20;
constexpr int ByCall = 1;

/// A name that so many have says nothing of any of them, and comparing all pairs would take long.
constexpr size_t MostNamesakes = 16;

/// A machine id and a DMI uuid are written with and without dashes.
QString foldMachineId(const QString& id)
{
    return id.toCaseFolded().remove(u'-').trimmed();
}

bool shareAddress(const HostIdentity& one, const HostIdentity& other)
{
    return std::ranges::any_of(one.addresses,
                               [&](const QString& address) { return other.addresses.contains(address); });
}

} // namespace

HostJoiner::HostJoiner(const HostMatcher& matcher, std::span<const HostCandidate> candidates,
                       std::span<const HostDecision> decisions)
    : m_candidates(candidates), m_parents(candidates.size()), m_members(candidates.size())
{
    m_marks.reserve(candidates.size());
    for (Index i = 0; i < candidates.size(); ++i) {
        m_parents[i] = i;
        m_members[i] = {i};
        const bool isMachine = candidates[i].kind == HostKind::Machine;
        const HostIdentity& identity = candidates[i].identity;
        Marks& marks = m_marks.emplace_back();
        if (isMachine) {
            marks.calls = HostMatcher::callsOf(identity);
            marks.machineId = foldMachineId(identity.machineId);
            marks.profileName = matcher.nameOf(marks.calls);
        }
    }
    takeDecisions(decisions);
}

void HostJoiner::takeDecisions(std::span<const HostDecision> decisions)
{
    if (decisions.empty()) {
        return;
    }
    QHash<SubjectKey, Index> indexes;
    for (Index i = 0; i < m_candidates.size(); ++i) {
        indexes.insert(m_candidates[i].key, i);
    }
    for (const HostDecision& decision : decisions) {
        const auto one = indexes.constFind(decision.one);
        const auto other = indexes.constFind(decision.other);
        if (one != indexes.cend() && other != indexes.cend() && *one != *other) {
            m_decisions[std::minmax(*one, *other)] = decision.isSame;
        }
    }
}

HostGroups HostJoiner::join()
{
    gatherAll();
    std::map<int, std::vector<Pair>, std::greater<>> byScore;
    for (const auto& [pair, evidence] : m_evidence) {
        byScore[evidence.score].push_back(pair);
    }
    for (const auto& [score, pairs] : byScore) {
        joinScored(pairs);
    }
    HostGroups groups;
    groups.groupOf.resize(m_candidates.size());
    for (Index i = 0; i < m_candidates.size(); ++i) {
        groups.groupOf[i] = rootOf(i);
    }
    groups.ambiguities = std::move(m_doubts);
    return groups;
}

void HostJoiner::gatherAll()
{
    Buckets machineIds;
    Buckets profileNames;
    Buckets calls;
    Buckets rows;
    for (Index i = 0; i < m_candidates.size(); ++i) {
        const Marks& marks = m_marks[i];
        if (!marks.machineId.isEmpty()) {
            machineIds[marks.machineId].push_back(i);
        }
        if (!marks.profileName.isEmpty()) {
            profileNames[marks.profileName].push_back(i);
        }
        for (const QString& call : marks.calls) {
            calls[call].push_back(i);
        }
        const HostCandidate& candidate = m_candidates[i];
        if (candidate.kind == HostKind::Machine && !candidate.identity.name.isEmpty()) {
            rows[candidate.key.source + QChar() + candidate.identity.name].push_back(i);
        }
    }
    for (auto& [pair, isSame] : m_decisions) {
        if (isSame) {
            m_evidence[pair].score += ByDecision;
        }
    }
    gather(rows, BySecondRow);
    gather(profileNames, ByProfile);
    gather(machineIds, ByMachineId);
    gather(calls, ByCall);
}

void HostJoiner::gather(const Buckets& buckets, int score)
{
    for (auto bucket = buckets.cbegin(); bucket != buckets.cend(); ++bucket) {
        const std::vector<Index>& found = bucket.value();
        if (found.size() > MostNamesakes) {
            continue;
        }
        for (size_t i = 0; i < found.size(); ++i) {
            for (size_t j = i + 1; j < found.size(); ++j) {
                const Pair pair{found[i], found[j]};
                const bool areOneSource =
                    m_candidates[pair.first].key.source == m_candidates[pair.second].key.source;
                if (areOneSource && !isSecondRow(pair.first, pair.second)) {
                    continue;
                }
                Evidence& evidence = m_evidence[pair];
                evidence.score += score;
                if (score != BySecondRow) {
                    evidence.shared << bucket.key();
                }
            }
        }
    }
}

void HostJoiner::joinScored(const std::vector<Pair>& pairs)
{
    // What is settled by stronger evidence is not doubted for weaker.
    std::vector<Pair> open;
    for (const Pair& pair : pairs) {
        const Pair roots = std::minmax(rootOf(pair.first), rootOf(pair.second));
        const auto decided = m_decisions.find(pair);
        const bool isRefused = decided != m_decisions.end() && !decided->second;
        if (roots.first == roots.second || isRefused || haveOneSourceApart(roots)) {
            continue;
        }
        std::vector<Index> both = m_members[roots.first];
        both.insert(both.end(), m_members[roots.second].begin(), m_members[roots.second].end());
        if (fit(both)) {
            open.push_back(pair);
        } else {
            doubt(pair);
        }
    }
    joinOrDoubt(open);
}

void HostJoiner::joinOrDoubt(const std::vector<Pair>& pairs)
{
    QHash<Index, Index> parents; // of roots, within this score
    const auto topOf = [&parents](Index root) {
        while (parents.value(root, root) != root) {
            root = parents.value(root);
        }
        return root;
    };
    for (const Pair& pair : pairs) {
        const Index one = topOf(rootOf(pair.first));
        const Index other = topOf(rootOf(pair.second));
        parents.insert(std::max(one, other), std::min(one, other));
    }
    std::map<Index, std::vector<Pair>> components;
    for (const Pair& pair : pairs) {
        components[topOf(rootOf(pair.first))].push_back(pair);
    }
    for (const auto& [top, connected] : components) {
        std::vector<Index> roots;
        for (const Pair& pair : connected) {
            roots.push_back(rootOf(pair.first));
            roots.push_back(rootOf(pair.second));
        }
        std::ranges::sort(roots);
        roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
        std::vector<Index> members;
        for (const Index root : roots) {
            members.insert(members.end(), m_members[root].begin(), m_members[root].end());
        }
        const bool areOne = fit(members);
        for (const Pair& pair : connected) {
            if (areOne) {
                unite(pair.first, pair.second);
            } else {
                doubt(pair);
            }
        }
    }
}

bool HostJoiner::haveOneSourceApart(const Pair& pair) const
{
    for (const Index one : m_members[pair.first]) {
        for (const Index other : m_members[pair.second]) {
            const bool areOneSource = m_candidates[one].key.source == m_candidates[other].key.source;
            const QString& name = m_marks[one].profileName;
            const QString& otherName = m_marks[other].profileName;
            const bool areTwoByProfile = !name.isEmpty() && !otherName.isEmpty() && name != otherName;
            if ((areOneSource || areTwoByProfile) && areApart(one, other)) {
                return true;
            }
        }
    }
    return false;
}

bool HostJoiner::fit(const std::vector<Index>& members) const
{
    for (size_t i = 0; i < members.size(); ++i) {
        for (size_t j = i + 1; j < members.size(); ++j) {
            if (areApart(members[i], members[j])) {
                return false;
            }
        }
    }
    return true;
}

/// Whether something says that they are two machines.
bool HostJoiner::areApart(Index a, Index b) const
{
    const auto decided = m_decisions.find(std::minmax(a, b));
    if (decided != m_decisions.end()) {
        return !decided->second;
    }
    const auto differ = [](const QString& one, const QString& other) {
        return !one.isEmpty() && !other.isEmpty() && one != other;
    };
    return differ(m_marks[a].machineId, m_marks[b].machineId) ||
           differ(m_marks[a].profileName, m_marks[b].profileName) ||
           (m_candidates[a].key.source == m_candidates[b].key.source && !isSecondRow(a, b));
}

/// A hub lists a machine anew when its agent was set up anew: the same name at the same address.
bool HostJoiner::isSecondRow(Index a, Index b) const
{
    const HostCandidate& one = m_candidates[a];
    const HostCandidate& other = m_candidates[b];
    return one.key.source == other.key.source && one.identity.name == other.identity.name &&
           (one.isDuplicate || other.isDuplicate || shareAddress(one.identity, other.identity));
}

void HostJoiner::doubt(const Pair& pair)
{
    m_doubts.push_back(
        {m_candidates[pair.first].key, m_candidates[pair.second].key, m_evidence[pair].shared, whyNot(pair)});
}

QString HostJoiner::whyNot(const Pair& pair) const
{
    if (areApart(pair.first, pair.second)) {
        return Words::tr("their machine ids differ");
    }
    return Words::tr("%1 may be another one as well").arg(m_candidates[pair.first].identity.name);
}

HostJoiner::Index HostJoiner::rootOf(Index index) const
{
    while (m_parents[index] != index) {
        index = m_parents[index];
    }
    return index;
}

void HostJoiner::unite(Index a, Index b)
{
    const Pair roots = std::minmax(rootOf(a), rootOf(b));
    const auto& [root, child] = roots;
    if (root == child) {
        return;
    }
    m_parents[child] = root;
    m_members[root].insert(m_members[root].end(), m_members[child].begin(), m_members[child].end());
    m_members[child].clear();
}

} // namespace stowage
