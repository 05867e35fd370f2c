// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/LossSet.h"

#include "models/core/NearestName.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LossSet)
};

const QString ZonePrefix = QStringLiteral("zone:");

/// What was meant, as far as can be told, and how to see what there is.
Error unknownName(const QString& message, const QString& wanted, const QStringList& known)
{
    const QString nearest = nearestName(wanted, known);
    return {ErrorKind::Usage,
            message,
            {},
            nearest.isEmpty() ? Words::tr("\"stowage nodes\" lists the nodes and their zones.")
                              : Words::tr("Did you mean \"%1\"?").arg(nearest),
            {}};
}

bool isSame(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

Result<std::vector<NodeId>> nodesOfZone(const PlacementMap& map, const QString& name)
{
    std::vector<NodeId> found;
    QStringList known;
    for (const PlacementNode& node : map.nodes()) {
        if (!node.isAlive) {
            continue;
        }
        const QString& zone = map.zones()[static_cast<qsizetype>(node.zone)];
        if (isSame(zone, name)) {
            found.push_back(node.id);
        }
        if (!zone.isEmpty() && !known.contains(ZonePrefix + zone)) {
            known << ZonePrefix + zone;
        }
    }
    if (found.empty() || name.isEmpty()) {
        return fail(
            unknownName(Words::tr("no node stands in a zone \"%1\"").arg(name), ZonePrefix + name, known));
    }
    return found;
}

Result<NodeId> nodeNamed(const PlacementMap& map, const PlacementPolicies& policies, const QString& name)
{
    const NodeEntry* entry = policies.entryOf(name);
    QStringList known;
    for (const PlacementNode& node : map.nodes()) {
        if (!node.isAlive) {
            continue;
        }
        // An alias may be what a source calls the node, or the profile's name for what a source calls
        // otherwise.
        if (isSame(node.name, name) || (entry && (isSame(node.name, entry->name) ||
                                                  entry->aliases.contains(node.name, Qt::CaseInsensitive)))) {
            return node.id;
        }
        known << node.name;
    }
    for (const NodeEntry& each : policies.nodes) {
        known << each.aliases;
    }
    return fail(unknownName(Words::tr("no node is called \"%1\"").arg(name), name, known));
}

} // namespace

Result<LossSet> parseLoss(const PlacementMap& map, const PlacementPolicies& policies,
                          const QStringList& words)
{
    LossSet loss;
    for (const QString& word : words) {
        if (word.startsWith(ZonePrefix, Qt::CaseInsensitive)) {
            const auto nodes = nodesOfZone(map, word.mid(ZonePrefix.size()));
            if (!nodes) {
                return fail(nodes.error());
            }
            loss.nodes.insert(loss.nodes.end(), nodes->begin(), nodes->end());
        } else if (const auto node = nodeNamed(map, policies, word)) {
            loss.nodes.push_back(*node);
        } else {
            return fail(node.error());
        }
    }
    std::ranges::sort(loss.nodes);
    loss.nodes.erase(std::unique(loss.nodes.begin(), loss.nodes.end()), loss.nodes.end());
    return loss;
}

} // namespace stowage
