// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fleet/FleetPage.h"

#include "models/fleet/FleetSummary.h"
#include "models/metrics/PeerMetricsSummary.h"
#include "models/ports/Clock.h"
#include "views/fleet/FleetTiles.h"
#include "views/fleet/NodePanel.h"
#include "views/theme/Fonts.h"
#include "views/widgets/BarDelegate.h"
#include "views/widgets/StatusDelegate.h"
#include "views/widgets/Table.h"
#include "views/widgets/Words.h"

#include <algorithm>

namespace stowage {

FleetPage::FleetPage(Fleet& fleet, const Clock& clock, const Theme& theme, QWidget* parent)
    : TablePage(identity(), theme, tr("Nodes"), parent), m_fleet(fleet), m_clock(clock), m_theme(theme),
      m_openedAt(clock.now()), m_model(fleet), m_tiles(new FleetTiles(theme)),
      m_node(new NodePanel(fleet, theme))
{
    setUp(m_model, m_node, m_tiles);
    setUpDelegates();
    setUpTable();
    connect(&fleet, &Fleet::changed, this, &FleetPage::take);
    showFleet();
}

Page::Identity FleetPage::identity()
{
    return {QStringLiteral("fleet"), 2, QStringLiteral("fleet")};
}

QString FleetPage::name()
{
    return tr("Fleet");
}

std::vector<KeyHelp> FleetPage::keysHelp() const
{
    return {{QStringLiteral("/"), tr("filter")}, {QStringLiteral("↑ ↓"), tr("choose a node")}};
}

const Node& FleetPage::nodeAt(const QModelIndex& index) const
{
    return m_fleet.node(m_model.nodeAt(index.row()));
}

void FleetPage::setUpDelegates()
{
    table().setItemDelegateForColumn(
        column("state"), new StatusDelegate(m_theme, table(), [this](const QModelIndex& index) {
            const Node& node = nodeAt(index);
            return StatusCell{words::statusOf(node.state), words::nodeState(node.state), node.seen.reason};
        }));
    table().setItemDelegateForColumn(
        column("bytes"),
        new BarDelegate(m_theme, table(), [this](const QModelIndex& index) -> std::optional<double> {
            const Node& node = nodeAt(index);
            const bool isKnown = node.state == NodeState::Live || node.state == NodeState::Stale;
            return isKnown
                       ? std::optional(static_cast<double>(node.heldBytes) / static_cast<double>(m_mostBytes))
                       : std::nullopt;
        }));
    auto* name = new CellDelegate(m_theme, table());
    name->setFont(fonts::strong());
    table().setItemDelegateForColumn(column("name"), name);
    auto* identity = new CellDelegate(m_theme, table());
    identity->setFont(fonts::mono());
    identity->setInk(Token::Text2);
    table().setItemDelegateForColumn(column("identity"), identity);
    setQuiet({"zone", "sources", "changed", "age"});
}

void FleetPage::setUpTable()
{
    constexpr Qt::SortOrder MostFirst = Qt::DescendingOrder;
    table().setShown({
        {.column = column("state"),
         .width = 150,
         .stretches = true,
         .sortColumn = column("severity"),
         .firstOrder = MostFirst},
        {.column = column("name"), .width = 112},
        {.column = column("zone"), .width = 66, .dropFirst = 1},
        {.column = column("layers"), .width = 78, .firstOrder = MostFirst},
        {.column = column("bytes"), .width = 150, .firstOrder = MostFirst},
        {.column = column("hits"), .width = 60},
        {.column = column("resolve"), .width = 96, .dropFirst = 3},
        {.column = column("identity"), .width = 120, .dropFirst = 5},
        {.column = column("sources"), .width = 76, .dropFirst = 4},
        {.column = column("changed"), .width = 80, .dropFirst = 2},
        {.column = column("age"), .width = 92},
    });
    table().sortBy(column("state"), Qt::DescendingOrder);
}

void FleetPage::take(const ChangeSet& changes)
{
    if (!isActive()) {
        m_isBehind = true;
        return;
    }
    showFleet();
    m_node->take(changes);
}

void FleetPage::activeChanged()
{
    if (isActive() && m_isBehind) {
        m_isBehind = false;
        showFleet();
        m_node->refresh();
    }
}

void FleetPage::showFleet()
{
    m_tiles->setSummary(summarize(m_fleet));
    m_tiles->setMetrics(summarizePeerMetrics(m_fleet).fleet);
    m_mostBytes = 1;
    for (const Node& node : m_fleet.nodes()) {
        m_mostBytes = node.isAlive ? std::max(m_mostBytes, node.heldBytes) : m_mostBytes;
    }
    m_state = judgeFleet(m_fleet, m_openedAt, m_clock.now());
    showState(m_state.kind == FleetState::Kind::Ready ? Shows::Rows
              : m_state.showsContent()                ? Shows::RowsAndNotice
                                                      : Shows::NoticeInstead,
              m_state.notice);
}

QString FleetPage::nameOf(RowId row) const
{
    return m_fleet.nodes()[row].seen.name;
}

std::optional<RowId> FleetPage::find(const QString& name) const
{
    const std::optional<NodeId> node = m_fleet.findNode(name);
    return node ? std::optional<RowId>(node->value) : std::nullopt;
}

void FleetPage::choose(std::optional<RowId> row)
{
    m_node->setNode(row ? std::optional(m_fleet.nodes()[*row].id) : std::nullopt);
}

void FleetPage::tick()
{
    m_model.refreshAges();
    m_node->tick();
    const FleetState state = judgeFleet(m_fleet, m_openedAt, m_clock.now());
    if (state != m_state) {
        showFleet();
    }
}

void FleetPage::doTheOneThing()
{
    switch (m_state.todo) {
    case FleetState::Todo::Refresh:
        Q_EMIT refreshRequested({});
        break;
    case FleetState::Todo::SeeSources:
        Q_EMIT linkActivated({QStringLiteral("sources"), m_state.source});
        break;
    }
}

} // namespace stowage
