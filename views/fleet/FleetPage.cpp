// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fleet/FleetPage.h"

#include "models/fleet/FleetSummary.h"
#include "models/metrics/PeerMetricsSummary.h"
#include "models/ports/Clock.h"
#include "views/fleet/FleetTiles.h"
#include "views/fleet/NodePanel.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/BarDelegate.h"
#include "views/widgets/FilterLine.h"
#include "views/widgets/Panel.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/StatusDelegate.h"
#include "views/widgets/Table.h"
#include "views/widgets/Words.h"

#include <QHBoxLayout>

#include <algorithm>

namespace stowage {

FleetPage::FleetPage(Fleet& fleet, const Clock& clock, const Theme& theme, QWidget* parent)
    : Page({QStringLiteral("fleet"), 2, QStringLiteral("fleet")}, parent), m_fleet(fleet), m_clock(clock),
      m_theme(theme), m_model(fleet), m_tiles(new FleetTiles(theme)), m_panel(new Panel(theme, tr("Nodes"))),
      m_filter(new FilterLine), m_table(new Table(theme)), m_view(new StatefulView(theme, m_table)),
      m_node(new NodePanel(fleet, theme))
{
    setUpTable();
    layOut();
    setFocusProxy(m_view);
    connect(m_filter, &FilterLine::textChanged, this, &FleetPage::applyFilter);
    connect(m_filter, &FilterLine::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_table, &Table::currentRowChanged, this, &FleetPage::select);
    connect(m_view, &StatefulView::todoClicked, this, &FleetPage::doTheOneThing);
    connect(&fleet, &Fleet::changed, this, &FleetPage::take);
    showFleet();
}

QString FleetPage::title() const
{
    return tr("Fleet");
}

std::vector<KeyHelp> FleetPage::keysHelp() const
{
    return {{QStringLiteral("/"), tr("filter")}, {QStringLiteral("↑ ↓"), tr("choose a node")}};
}

void FleetPage::layOut()
{
    m_panel->addToHead(m_filter);
    m_panel->setBody(m_view);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::Gap);
    row->addWidget(m_panel, 1);
    row->addWidget(m_node);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::Gap);
    column->addWidget(m_tiles);
    column->addLayout(row, 1);
}

void FleetPage::setUpTable()
{
    const auto column = [this](const char* id) {
        return m_model.columnOf(QString::fromLatin1(id));
    };
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Nodes"));
    m_table->setItemDelegateForColumn(
        column("state"), new StatusDelegate(m_theme, *m_table, [this](const QModelIndex& index) {
            const Node& node = m_fleet.node(m_model.nodeAt(index.row()));
            return StatusCell{words::statusOf(node.state), words::nodeState(node.state), node.seen.reason};
        }));
    m_table->setItemDelegateForColumn(
        column("bytes"),
        new BarDelegate(m_theme, *m_table, [this](const QModelIndex& index) -> std::optional<double> {
            const Node& node = m_fleet.node(m_model.nodeAt(index.row()));
            const bool isKnown = node.state == NodeState::Live || node.state == NodeState::Stale;
            return isKnown
                       ? std::optional(static_cast<double>(node.heldBytes) / static_cast<double>(m_mostBytes))
                       : std::nullopt;
        }));
    auto* name = new CellDelegate(m_theme, *m_table);
    name->setFont(fonts::strong());
    m_table->setItemDelegateForColumn(column("name"), name);
    auto* identity = new CellDelegate(m_theme, *m_table);
    identity->setFont(fonts::mono());
    identity->setInk(Token::Text2);
    m_table->setItemDelegateForColumn(column("identity"), identity);
    for (const char* quiet : {"zone", "sources", "changed", "age"}) {
        auto* delegate = new CellDelegate(m_theme, *m_table);
        delegate->setInk(Token::Text2);
        m_table->setItemDelegateForColumn(column(quiet), delegate);
    }
    constexpr Qt::SortOrder MostFirst = Qt::DescendingOrder;
    m_table->setShown({
        {.column = column("state"),
         .width = 150,
         .stretches = true,
         .sortColumn = column("severity"),
         .firstOrder = MostFirst},
        {.column = column("name"), .width = 130},
        {.column = column("zone"), .width = 76, .dropFirst = 1},
        {.column = column("layers"), .width = 72, .firstOrder = MostFirst},
        {.column = column("bytes"), .width = 160, .firstOrder = MostFirst},
        {.column = column("hits"), .width = 60},
        {.column = column("resolve"), .width = 96, .dropFirst = 3},
        {.column = column("identity"), .width = 120, .dropFirst = 5},
        {.column = column("sources"), .width = 84, .dropFirst = 4},
        {.column = column("changed"), .width = 84, .dropFirst = 2},
        {.column = column("age"), .width = 68},
    });
    m_table->sortBy(column("state"), Qt::DescendingOrder);
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
    m_state = judgeFleet(m_fleet, m_clock.now());
    if (m_state.kind == FleetState::Kind::Ready) {
        m_view->showContent();
    } else if (m_state.showsContent()) {
        m_view->showAbove(m_state.notice);
    } else {
        m_view->showInstead(m_state.notice);
    }
    m_node->setVisible(m_state.showsContent());
    m_filter->setEnabled(m_state.showsContent());
    showNote();
}

void FleetPage::showNote()
{
    const int shown = m_model.rowCount();
    const int all = m_model.unfilteredCount();
    m_panel->setNote(shown == all ? QString::number(all) : tr("%1 of %2").arg(shown).arg(all));
}

void FleetPage::applyFilter(const QString& text)
{
    auto filter = m_model.parseFilter(text);
    m_filter->setProblem(filter ? QString() : filter.error().text());
    if (filter) {
        m_model.setFilter(*std::move(filter));
        showNote();
    }
}

void FleetPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool FleetPage::back()
{
    if (m_filter->text().isEmpty()) {
        return false;
    }
    m_filter->clear();
    return true;
}

QString FleetPage::item() const
{
    const int row = m_table->currentRow();
    return row < 0 ? QString() : m_fleet.node(m_model.nodeAt(row)).seen.name;
}

bool FleetPage::open(const QString& item)
{
    if (item.isEmpty()) {
        return true;
    }
    const std::optional<NodeId> node = m_fleet.findNode(item);
    if (!node) {
        return false;
    }
    if (m_model.rowOf(node->value) < 0) {
        m_filter->clear();
    }
    const QModelIndex index = m_model.index(m_model.rowOf(node->value), 0);
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    return index.isValid();
}

void FleetPage::select(int row)
{
    m_node->setNode(row < 0 ? std::nullopt : std::optional(m_model.nodeAt(row)));
    Q_EMIT itemChanged();
}

void FleetPage::tick()
{
    m_model.refreshAges();
    m_node->tick();
    const FleetState state = judgeFleet(m_fleet, m_clock.now());
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
