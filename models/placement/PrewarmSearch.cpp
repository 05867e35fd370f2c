// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmSearch.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace stowage {

PrewarmSearch::PrewarmSearch(const PrewarmStock& stock, quint32 target,
                             std::span<const PrewarmCandidate> candidates)
    : m_stock(stock), m_pieces(stock.problem().targets[target].pieces)
{
    makeClasses(candidates);
    makeBundles();
}

void PrewarmSearch::makeClasses(std::span<const PrewarmCandidate> candidates)
{
    // Sorted by what makes them alike: zone, reluctance and the pieces they lack, a word for 64 of these.
    const size_t words = (m_pieces.size() + 63) / 64;
    std::vector<quint64> lacked(candidates.size() * words);
    std::vector<size_t> order;
    for (size_t i = 0; i < candidates.size(); ++i) {
        quint64 any = 0;
        for (size_t piece = 0; piece < m_pieces.size(); ++piece) {
            const quint64 bit = m_stock.has(candidates[i].node, m_pieces[piece]) ? 0 : 1;
            lacked[i * words + piece / 64] |= bit << (piece % 64);
            any |= bit;
        }
        if (any != 0) {
            order.push_back(i);
        }
    }
    const auto compare = [&](size_t a, size_t b) {
        const auto zoneA = m_stock.zoneOf(candidates[a].node);
        const auto zoneB = m_stock.zoneOf(candidates[b].node);
        if (zoneA != zoneB || candidates[a].reluctance != candidates[b].reluctance) {
            return std::tie(zoneA, candidates[a].reluctance) <=> std::tie(zoneB, candidates[b].reluctance);
        }
        const auto first = lacked.begin() + static_cast<std::ptrdiff_t>(a * words);
        const auto second = lacked.begin() + static_cast<std::ptrdiff_t>(b * words);
        const auto size = static_cast<std::ptrdiff_t>(words);
        return std::lexicographical_compare_three_way(first, first + size, second, second + size) <=> 0;
    };
    std::ranges::stable_sort(order, [&](size_t a, size_t b) { return compare(a, b) < 0; });
    m_leastReluctance = 1;
    for (size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        while (end < order.size() && compare(order[begin], order[end]) == 0) {
            ++end;
        }
        addClass(candidates, std::span(order).subspan(begin, end - begin));
    }
}

void PrewarmSearch::addClass(std::span<const PrewarmCandidate> candidates, std::span<const size_t> members)
{
    const PrewarmCandidate& like = candidates[members.front()];
    double fetched = 0;
    qint64 bytes = 0;
    Class added;
    const quint32 zone = m_stock.zoneOf(like.node);
    for (const quint32 piece : m_pieces) {
        if (!m_stock.has(like.node, piece)) {
            fetched += m_stock.weight(piece);
            bytes += m_stock.problem().pieces[piece].bytes;
        }
        added.crowd += m_stock.copiesIn(piece, zone);
    }
    for (const size_t member : members) {
        if (m_stock.hasRoom(candidates[member].node, bytes)) {
            added.nodes.push_back(candidates[member].node);
        }
    }
    if (added.nodes.empty()) {
        return;
    }
    if (m_zones.empty() || m_zones.back() != zone) {
        m_zones.push_back(zone);
    }
    std::ranges::stable_sort(added.nodes, {}, [this](quint32 node) { return m_stock.fetchedBytes(node); });
    added.zone = static_cast<quint32>(m_zones.size() - 1);
    added.cost = like.cost(fetched);
    m_leastReluctance = std::min(m_leastReluctance, like.reluctance / 1000.0);
    m_classes.push_back(std::move(added));
}

void PrewarmSearch::makeBundles()
{
    // By who lacks it, how much it still needs, and in which of the zones it lies.
    using Key = std::tuple<std::vector<bool>, quint32, quint32, std::vector<bool>>;
    std::map<Key, double> bundles;
    for (const quint32 piece : m_pieces) {
        if (m_stock.need(piece) == 0) {
            continue;
        }
        std::vector<bool> lackedBy(m_classes.size());
        for (size_t c = 0; c < m_classes.size(); ++c) {
            lackedBy[c] = !m_stock.has(m_classes[c].nodes.front(), piece);
        }
        std::vector<bool> zones(m_zones.size());
        for (size_t z = 0; z < m_zones.size(); ++z) {
            zones[z] = m_stock.copiesIn(piece, m_zones[z]) > 0;
        }
        bundles[{std::move(lackedBy), m_stock.missingCopies(piece), m_stock.missingZones(piece),
                 std::move(zones)}] += m_stock.weight(piece);
    }
    m_lacks = BitGrid(m_classes.size(), bundles.size());
    for (const auto& [key, weight] : bundles) {
        const auto& [lackedBy, copies, zones, lies] = key;
        Bundle bundle{weight, static_cast<qint32>(copies), static_cast<qint32>(zones)};
        qint32 nodes = 0;
        std::vector<bool> within(m_zones.size());
        for (size_t c = 0; c < m_classes.size(); ++c) {
            if (lackedBy[c]) {
                m_lacks.set(c, m_first.bundles.size());
                nodes += static_cast<qint32>(m_classes[c].nodes.size());
                within[m_classes[c].zone] = !lies[m_classes[c].zone];
            }
        }
        // What these candidates cannot give is not asked of them.
        bundle.copiesShort = std::min(bundle.copiesShort, nodes);
        bundle.zonesShort =
            std::min(bundle.zonesShort, static_cast<qint32>(std::ranges::count(within, true)));
        m_first.bundles.push_back(bundle);
        m_first.inZone.insert(m_first.inZone.end(), lies.begin(), lies.end());
    }
    for (const Class& each : m_classes) {
        m_first.left.push_back(static_cast<quint32>(each.nodes.size()));
    }
    m_first.taken.resize(m_classes.size());
}

PrewarmSearch::Solution PrewarmSearch::solve(qint64 budget)
{
    const State first = greedy();
    m_best = first.cost;
    m_bestTaken = first.taken;
    m_budget = budget;
    visit(m_first);
    Solution solution;
    solution.cost = m_best;
    for (size_t c = 0; c < m_classes.size(); ++c) {
        const auto& from = m_classes[c].nodes;
        solution.nodes.insert(solution.nodes.end(), from.begin(), from.begin() + m_bestTaken[c]);
    }
    return solution;
}

PrewarmSearch::State PrewarmSearch::greedy() const
{
    // The least cost for each weight that brings a piece nearer to its aim; of equals the greatest step, then
    // the emptiest zone, then the node that has least to fetch so far.
    State state = m_first;
    std::vector<quint32> takenIn(m_zones.size());
    while (true) {
        std::optional<size_t> best;
        std::tuple<double, double, quint32, qint64> bestRank;
        for (size_t c = 0; c < m_classes.size(); ++c) {
            const double gained = state.left[c] > 0 ? gain(state, c) : 0;
            if (gained <= 0) {
                continue;
            }
            const Class& each = m_classes[c];
            const auto pieces = static_cast<quint32>(m_pieces.size());
            const std::tuple rank{each.cost / gained, -gained, each.crowd + takenIn[each.zone] * pieces,
                                  m_stock.fetchedBytes(each.nodes[state.taken[c]])};
            if (!best || rank < bestRank) {
                best = c;
                bestRank = rank;
            }
        }
        if (!best) {
            return state;
        }
        take(state, *best);
        ++takenIn[m_classes[*best].zone];
    }
}

bool PrewarmSearch::helps(const State& state, size_t way, size_t bundle) const
{
    const Bundle& wanted = state.bundles[bundle];
    // One more in a zone that has it does not help while only other zones would.
    return lacks(way, bundle) && (state.inZone[bundle * m_zones.size() + m_classes[way].zone]
                                      ? wanted.copiesShort > wanted.zonesShort
                                      : wanted.need() > 0);
}

double PrewarmSearch::gain(const State& state, size_t way) const
{
    double gain = 0;
    for (size_t b = 0; b < state.bundles.size(); ++b) {
        gain += helps(state, way, b) ? state.bundles[b].weight : 0;
    }
    return gain;
}

void PrewarmSearch::take(State& state, size_t way) const
{
    const Class& taken = m_classes[way];
    state.cost += taken.cost;
    --state.left[way];
    ++state.taken[way];
    for (size_t b = 0; b < state.bundles.size(); ++b) {
        if (!lacks(way, b)) {
            continue;
        }
        Bundle& bundle = state.bundles[b];
        bundle.copiesShort = std::max(0, bundle.copiesShort - 1);
        if (!state.inZone[b * m_zones.size() + taken.zone]) {
            bundle.zonesShort = std::max(0, bundle.zonesShort - 1);
            state.inZone[b * m_zones.size() + taken.zone] = true;
        }
    }
}

double PrewarmSearch::leastFurtherCost(const State& state) const
{
    double fetched = 0;
    qint32 pulls = 0;
    for (const Bundle& bundle : state.bundles) {
        fetched += bundle.weight * bundle.need();
        pulls = std::max(pulls, bundle.need());
    }
    return fetched * (1 + m_leastReluctance) + 0.5 * pulls;
}

std::vector<size_t> PrewarmSearch::waysFor(const State& state, size_t bundle) const
{
    std::vector<std::pair<double, size_t>> ways; // the cheapest for what they bring first
    for (size_t c = 0; c < m_classes.size(); ++c) {
        if (state.left[c] > 0 && helps(state, c, bundle)) {
            ways.emplace_back(m_classes[c].cost / gain(state, c), c);
        }
    }
    std::ranges::sort(ways);
    std::vector<size_t> indexes(ways.size());
    std::ranges::transform(ways, indexes.begin(), &std::pair<double, size_t>::second);
    return indexes;
}

void PrewarmSearch::visit(const State& state)
{
    if (--m_budget < 0 || state.cost + leastFurtherCost(state) >= m_best - PrewarmSliver) {
        return;
    }
    // The need that leaves least to choose from; of equals the heaviest.
    std::optional<size_t> chosen;
    std::vector<size_t> ways;
    for (size_t b = 0; b < state.bundles.size(); ++b) {
        if (state.bundles[b].need() == 0) {
            continue;
        }
        std::vector<size_t> these = waysFor(state, b);
        if (!chosen || these.size() < ways.size() ||
            (these.size() == ways.size() && state.bundles[b].weight > state.bundles[*chosen].weight)) {
            chosen = b;
            ways = std::move(these);
        }
    }
    if (!chosen) {
        m_best = state.cost;
        m_bestTaken = state.taken;
        return;
    }
    State rest = state; // each way is left out once it has been tried, so that no set is met twice
    for (const size_t way : ways) {
        State next = rest;
        take(next, way);
        visit(next);
        rest.left[way] = 0;
    }
}

} // namespace stowage
