// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/PlacementWords.h"

#include "models/core/Listed.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>
#include <QStringList>

namespace stowage::words {

namespace {

struct Context
{
    Q_DECLARE_TR_FUNCTIONS(PlacementWords)
};

} // namespace

QString presence(Presence presence)
{
    switch (presence) {
    case Presence::Held:
        return Context::tr("held");
    case Presence::Absent:
        return Context::tr("absent");
    case Presence::Unknown:
        break;
    }
    return Context::tr("unknown");
}

QString nodeTrouble(NodeState state)
{
    switch (state) {
    case NodeState::Gone:
        return Context::tr("node is gone");
    case NodeState::Unable:
        return Context::tr("node is ready but its content does not answer");
    case NodeState::Unseen:
        return Context::tr("node never answered");
    case NodeState::Stale:
        return Context::tr("node not heard of lately");
    case NodeState::Live:
        break;
    }
    return {};
}

QString mark(CellMark mark)
{
    switch (mark) {
    case CellMark::Lost:
        return Context::tr("would be lost");
    case CellMark::MayBeLost:
        return Context::tr("may be lost");
    case CellMark::Going:
        return Context::tr("node imagined lost");
    case CellMark::Gained:
        return Context::tr("gained since then");
    case CellMark::Dropped:
        return Context::tr("dropped since then");
    case CellMark::None:
        break;
    }
    return {};
}

QString ago(Timestamp at, Timestamp now)
{
    return at == Timestamp{} ? Context::tr("never") : Context::tr("%1 ago").arg(formatDuration(now - at));
}

QString cell(const Fleet& fleet, LayerId layer, NodeId node, Timestamp now)
{
    const Cell cell = fleet.cell(layer, node);
    QStringList parts{presence(cell.presence)};
    if (cell.presence == Presence::Unknown) {
        const QString trouble = nodeTrouble(fleet.node(node).state);
        parts << (trouble.isEmpty() ? evidenceText(cell.evidence) : trouble);
        if (cell.lastSeen != Presence::Unknown) {
            parts << Context::tr("%1 when last seen").arg(presence(cell.lastSeen));
        }
    }
    if (cell.seenAt != Timestamp{}) {
        parts << ago(cell.seenAt, now);
    }
    if (cell.presence == Presence::Held && fleet.layer(layer).held == 1) {
        parts << Context::tr("only copy");
    }
    const bool isOld = cell.freshness == Freshness::Stale || cell.freshness == Freshness::Offline;
    if (isOld && cell.presence != Presence::Unknown) {
        parts << Context::tr("may have changed since");
    }
    return listed(parts);
}

QString cellName(const Fleet& fleet, LayerId layer, NodeId node, Timestamp now)
{
    return Context::tr("layer %1 on %2: %3")
        .arg(fleet.layer(layer).descriptor.digest.shortHex(8), visible(fleet.node(node).seen.name),
             cell(fleet, layer, node, now));
}

QString images(const Fleet& fleet, const std::vector<ImageId>& ids, size_t most)
{
    QStringList names;
    for (const ImageId id : ids) {
        names << visible(fleet.image(id).image.reference());
    }
    names.sort();
    return someOf(names, most);
}

QString nodes(const Fleet& fleet, const std::vector<NodeId>& ids, size_t most)
{
    QStringList names;
    for (const NodeId id : ids) {
        names << visible(fleet.node(id).seen.name);
    }
    return someOf(names, most);
}

QString someOf(const QStringList& all, size_t most)
{
    const auto shown = static_cast<qsizetype>(most);
    const QString named = listed(all.mid(0, shown));
    const auto left = static_cast<int>(all.size() - shown);
    //: After a list of names that was cut: "a, b and 3 more"
    return left <= 0 ? named : Context::tr("%1 and %n more", nullptr, left).arg(named);
}

} // namespace stowage::words
