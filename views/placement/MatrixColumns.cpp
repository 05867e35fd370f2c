// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/NaturalOrder.h"
#include "models/fleet/PlacementFilter.h"
#include "views/placement/MatrixShape.h"
#include "views/widgets/Words.h"

#include <algorithm>
#include <map>

namespace stowage {

namespace {

/// Orders "n2" before "n10", and no name last.
struct NaturalLess
{
    bool operator()(const QString& a, const QString& b) const
    {
        return a.isEmpty() || b.isEmpty() ? !a.isEmpty() && b.isEmpty() : compareNatural(a, b) < 0;
    }
};

/// The beginning that all names share, cut back to the last separator.
QString sharedBeginning(const std::vector<const Node*>& nodes)
{
    if (nodes.size() < 2) {
        return {};
    }
    QStringView shared = nodes.front()->seen.name;
    for (const Node* node : nodes) {
        const QStringView name = node->seen.name;
        const auto differs = std::mismatch(shared.begin(), shared.end(), name.begin(), name.end());
        shared = shared.first(differs.first - shared.begin());
    }
    const auto isSeparator = [](QChar c) {
        return c == u'-' || c == u'.' || c == u'_' || c == u'/';
    };
    const auto last = std::find_if(shared.rbegin(), shared.rend(), isSeparator);
    return shared.first(shared.rend() - last).toString();
}

/// The domain that all names have, with its dot: it tells no node from another.
QString sharedDomain(const std::vector<const Node*>& nodes)
{
    const auto domain = [](const Node* node) {
        const qsizetype dot = node->seen.name.indexOf(u'.');
        return dot > 0 ? node->seen.name.sliced(dot) : QString();
    };
    const QString first = domain(nodes.front());
    const bool shared = nodes.size() > 1 &&
                        std::ranges::all_of(nodes, [&](const Node* node) { return domain(node) == first; });
    return shared ? first : QString();
}

} // namespace

QString shortNodeLabel(const QString& name, const QString& zone, const QString& shared)
{
    for (const QString& beginning : {zone, shared}) {
        if (beginning.isEmpty() || !name.startsWith(beginning)) {
            continue;
        }
        QStringView rest = QStringView(name).sliced(beginning.size());
        while (!rest.isEmpty() && !rest.front().isLetterOrNumber()) {
            rest = rest.sliced(1);
        }
        // "eu-b1" in zone "eu-b" is not "1": the zone's name must end where a part of the node's name ends.
        const bool atBoundary =
            !beginning.back().isLetterOrNumber() || rest.size() < name.size() - beginning.size();
        if (!rest.isEmpty() && atBoundary) {
            return rest.toString();
        }
    }
    return name;
}

void buildMatrixColumns(const Fleet& fleet, const MatrixQuery& query, MatrixShape& shape)
{
    // Who asks has shown the error; to hide everything would say more than is known.
    const auto filter = PlacementFilter::parse(query.filter, fleet).value_or(PlacementFilter());
    shape.columns.clear();
    shape.zones.clear();
    const NaturalLess less;
    std::map<QString, std::vector<const Node*>, NaturalLess> zones(less);
    for (const Node& node : fleet.nodes()) {
        if (node.isAlive && filter.matches(node.seen)) {
            zones[node.seen.zone].push_back(&node);
        }
    }
    for (auto& [name, nodes] : zones) {
        std::sort(nodes.begin(), nodes.end(),
                  [&](const Node* a, const Node* b) { return less(a->seen.name, b->seen.name); });
        const QString shared = sharedBeginning(nodes);
        const qsizetype domain = sharedDomain(nodes).size();
        const int zone = static_cast<int>(shape.zones.size());
        shape.zones.push_back({name, static_cast<int>(shape.columns.size()), static_cast<int>(nodes.size())});
        for (const Node* node : nodes) {
            const QString label = shortNodeLabel(node->seen.name.chopped(domain), name, shared);
            shape.columns.push_back(
                {node->id, words::visible(node->seen.name), words::visible(label), zone, node->state});
        }
    }
}

} // namespace stowage
