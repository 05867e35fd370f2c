// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Fleet", text);
}

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
        return tr(QT_TRANSLATE_NOOP("Fleet", "live"));
    case NodeState::Stale:
        return tr(QT_TRANSLATE_NOOP("Fleet", "stale"));
    case NodeState::Unable:
        return tr(QT_TRANSLATE_NOOP("Fleet", "unable"));
    case NodeState::Gone:
        return tr(QT_TRANSLATE_NOOP("Fleet", "gone"));
    case NodeState::Unseen:
        break;
    }
    return tr(QT_TRANSLATE_NOOP("Fleet", "not seen"));
}

QString freshnessText(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Live:
        return tr(QT_TRANSLATE_NOOP("Fleet", "live"));
    case Freshness::Stale:
        return tr(QT_TRANSLATE_NOOP("Fleet", "stale"));
    case Freshness::Offline:
        return tr(QT_TRANSLATE_NOOP("Fleet", "offline"));
    case Freshness::Unseen:
        break;
    }
    return tr(QT_TRANSLATE_NOOP("Fleet", "not seen"));
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
    return QCoreApplication::translate("Fleet", "%1, %n unknown", nullptr, static_cast<int>(layer.unknown))
        .arg(holder);
}

} // namespace stowage
