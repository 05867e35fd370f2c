// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/Words.h"

#include "models/core/Listed.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fleet)
};

/// A cell shows no more names than these.
constexpr quint32 MostNames = 64;

template <class Ids, class Name>
QString joined(const Ids& ids, Name name)
{
    QStringList names;
    for (const auto id : ids) {
        names.push_back(name(id));
    }
    return listed(names);
}

} // namespace

QString nodeStateText(NodeState state)
{
    switch (state) {
    case NodeState::Live:
        return Words::tr("live");
    case NodeState::Stale:
        return Words::tr("stale");
    case NodeState::Unable:
        return Words::tr("unable");
    case NodeState::Gone:
        return Words::tr("gone");
    case NodeState::Unseen:
        break;
    }
    return Words::tr("not seen");
}

QString freshnessText(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Live:
        return Words::tr("live");
    case Freshness::Stale:
        return Words::tr("stale");
    case Freshness::Offline:
        return Words::tr("offline");
    case Freshness::Unseen:
        break;
    }
    return Words::tr("not seen");
}

QString namesOf(const Fleet& fleet, const std::vector<NodeId>& nodes)
{
    return joined(nodes, [&fleet](NodeId id) { return fleet.node(id).seen.name; });
}

QString namesOf(const Fleet& fleet, const std::vector<SourceId>& sources)
{
    return joined(sources, [&fleet](SourceId id) { return fleet.source(id).status.id; });
}

QString referencesOf(const Fleet& fleet, const std::vector<ImageId>& images)
{
    return joined(images, [&fleet](ImageId id) { return fleet.image(id).image.reference(); });
}

QString cellsText(const Fleet& fleet, const Layer& layer, Presence presence)
{
    const quint32 count = presence == Presence::Held     ? layer.held
                          : presence == Presence::Absent ? layer.absent
                                                         : layer.unknown;
    QStringList names;
    for (size_t i = 0;
         i < fleet.nodes().size() && names.size() < static_cast<qsizetype>(std::min(count, MostNames)); ++i) {
        const Node& node = fleet.nodes()[i];
        if (node.isAlive && fleet.presence(layer.id, node.id) == presence) {
            names.push_back(node.seen.name);
        }
    }
    const QString number = QString::number(count);
    if (names.isEmpty()) {
        return number;
    }
    const int more = static_cast<int>(count) - static_cast<int>(names.size());
    const QString named = QStringLiteral("%1: %2").arg(number, listed(names));
    //: %1 is a list of names
    return more > 0 ? Words::tr("%1 and %n more", nullptr, more).arg(named) : named;
}

QString onlyOnText(const Fleet& fleet, const Layer& layer, NodeId sole)
{
    if (sole.isValid()) {
        const QString name = fleet.node(sole).seen.name;
        //: %1 is the only node known to hold a layer; of n more nodes it is not known
        return layer.unknown == 0
                   ? name
                   : Words::tr("%1, %n unknown", nullptr, static_cast<int>(layer.unknown)).arg(name);
    }
    if (layer.held > 0 || layer.absent == 0) {
        return {};
    }
    for (const Node& node : fleet.nodes()) {
        if (node.isAlive && fleet.presence(layer.id, node.id) == Presence::Unknown &&
            fleet.cell(layer.id, node.id).lastSeen == Presence::Held) {
            //: where a layer was last seen that no node is known to hold
            return Words::tr("last on %1").arg(node.seen.name);
        }
    }
    return Words::tr("no node");
}

} // namespace stowage
