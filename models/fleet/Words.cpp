// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fleet)
};

template <class Ids, class Name>
QString joined(const Ids& ids, Name name)
{
    QStringList names;
    for (const auto id : ids) {
        names.push_back(name(id));
    }
    return names.join(QStringLiteral(", "));
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

QString singleHolder(const Fleet& fleet, const Layer& layer)
{
    return layer.held == 1 ? namesOf(fleet, fleet.nodesWhere(layer.id, Presence::Held)) : QString();
}

QString singleHolderText(const Fleet& fleet, const Layer& layer)
{
    QString holder = singleHolder(fleet, layer);
    if (holder.isEmpty() || layer.unknown == 0) {
        return holder;
    }
    //: %1 is the only node known to hold a layer; of n more nodes it is not known
    return Words::tr("%1, %n unknown", nullptr, static_cast<int>(layer.unknown)).arg(holder);
}

} // namespace stowage
