// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/PlacementPage.h"

#include "models/ports/Clock.h"
#include "views/placement/AtRiskModel.h"
#include "views/placement/CellDetails.h"
#include "views/placement/MatrixPanel.h"
#include "views/placement/MatrixView.h"
#include "views/placement/PaddedDelegate.h"
#include "views/placement/PlacementTiles.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Chip.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace stowage {

namespace {

constexpr int WidthWithSide = 900; // below it the side panel has no room of its own

} // namespace

PlacementPage::PlacementPage(const Fleet& fleet, const Clock& clock, const Theme& theme, PlacementGoal goal,
                             QWidget* parent)
    : Page({QStringLiteral("placement"), 3, QStringLiteral("placement")}, parent), m_fleet(fleet),
      m_clock(clock), m_theme(theme), m_goal(goal), m_tiles(new PlacementTiles(theme)),
      m_matrix(new MatrixPanel(fleet, clock, theme)), m_details(new CellDetails(fleet, theme)),
      m_riskModel(new AtRiskModel(fleet, theme, this)), m_risk(makeRisk()), m_side(makeSide())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::Gap);
    column->addWidget(m_tiles);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::Gap);
    row->addWidget(m_matrix, 1);
    row->addWidget(m_side);
    column->addLayout(row, 1);

    m_matrix->model().setActive(isActive());
    connectAll();
    addKeys();
    takeChanges();
}

QTableView* PlacementPage::makeRisk()
{
    auto* table = new QTableView;
    table->setModel(m_riskModel);
    table->setFrameShape(QFrame::NoFrame);
    table->setAccessibleName(tr("Layers most at risk"));
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setItemDelegate(new PaddedDelegate(table));
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(metrics::Row);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setColumnWidth(AtRiskModel::LayerColumn, 84);
    table->setColumnWidth(AtRiskModel::SizeColumn, 76);
    table->setColumnWidth(AtRiskModel::CopiesColumn, 62);
    return table;
}

QWidget* PlacementPage::makeSide()
{
    auto* side = new QWidget;
    side->setFixedWidth(metrics::SidePanel);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::Gap);
    auto* cell = new Panel(m_theme, tr("This cell"));
    cell->setBody(m_details);
    cell->addToHead(m_details->copyButton());
    auto* risk = new Panel(m_theme, tr("Most at risk"));
    //: by what the list is ordered
    risk->setNote(tr("bytes × images"));
    risk->setBody(m_risk);
    column->addWidget(cell);
    column->addWidget(risk, 1);
    return side;
}

void PlacementPage::connectAll()
{
    connect(&m_fleet, &Fleet::changed, this, [this] {
        if (isActive()) {
            takeChanges();
        }
    });
    connect(m_matrix, &MatrixPanel::shownChanged, this, &PlacementPage::showDetails);
    connect(&m_matrix->view(), &MatrixView::currentChanged, this, &PlacementPage::itemChanged);
    connect(m_matrix, &MatrixPanel::activated, this, [this] {
        m_sideWanted = true;
        arrangeSide();
        showDetails();
    });
    connect(m_matrix, &MatrixPanel::todoRequested, this, &PlacementPage::doWhatIsNeeded);
    connect(m_risk, &QTableView::clicked, this, &PlacementPage::goToRisk);
    connect(m_risk, &QTableView::activated, this, &PlacementPage::goToRisk);
}

void PlacementPage::addKeys()
{
    // Shortcuts, since a table would take letters for a search.
    const auto add = [this](int key, void (MatrixPanel::*act)()) {
        auto* shortcut = new QShortcut(QKeySequence(key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_matrix, act);
    };
    add(Qt::Key_V, &MatrixPanel::toggleTwin);
    add(Qt::Key_S, &MatrixPanel::nextSort);
}

QString PlacementPage::title() const
{
    return tr("Placement");
}

std::vector<KeyHelp> PlacementPage::keysHelp() const
{
    return {
        {QStringLiteral("←↑↓→"), tr("cell")}, {tr("Enter"), tr("details")},
        {QStringLiteral("v"), tr("table")},   {QStringLiteral("/"), tr("filter")},
        {QStringLiteral("s"), tr("sort")},    {QStringLiteral("+ −"), tr("size")},
    };
}

void PlacementPage::focusFilter()
{
    m_matrix->focusFilter();
}

bool PlacementPage::back()
{
    if (m_sideWanted && width() < WidthWithSide) {
        m_sideWanted = false;
        arrangeSide();
        return true;
    }
    if (!m_matrix->filter().isEmpty()) {
        m_matrix->setFilter({});
        m_matrix->focusContent();
        return true;
    }
    if (m_matrix->isTwinShown()) {
        m_matrix->showTwin(false);
        return true;
    }
    return false;
}

void PlacementPage::tick()
{
    m_matrix->model().refreshAges();
    m_matrix->judge();
    showTiles();
    showDetails();
}

void PlacementPage::activeChanged()
{
    m_matrix->model().setActive(isActive());
    if (isActive()) {
        takeChanges();
        m_matrix->focusContent();
    }
}

void PlacementPage::takeChanges()
{
    m_summary = summarizePlacement(m_fleet, m_goal);
    m_riskModel->setEntries(m_summary.atRisk);
    m_matrix->judge();
    showTiles();
    showDetails();
}

void PlacementPage::showTiles()
{
    m_tiles->setTexts(
        placementTiles(m_fleet, m_summary, m_goal, m_matrix->model().oldestLive(), m_clock.now()));
}

void PlacementPage::showDetails()
{
    const auto place = m_matrix->shown();
    const auto cell = place ? std::optional(std::pair(place->layer, place->node)) : std::nullopt;
    m_details->show(cell, m_clock.now());
    const int row = place ? m_riskModel->rowOf(place->layer) : -1;
    if (row >= 0) {
        m_risk->selectRow(row);
    } else {
        m_risk->clearSelection();
    }
}

void PlacementPage::resizeEvent(QResizeEvent*)
{
    arrangeSide();
}

void PlacementPage::arrangeSide()
{
    m_side->setVisible(width() >= WidthWithSide || m_sideWanted);
}

void PlacementPage::goToRisk(const QModelIndex& index)
{
    if (!index.isValid()) {
        return;
    }
    const LayerRisk& risk = m_riskModel->entry(index.row());
    const LayerId layer = risk.layer;
    const std::vector<NodeId> last =
        risk.holder.isValid() ? std::vector{risk.holder} : lastHolders(m_fleet, layer);
    const auto node = last.empty() ? std::nullopt : std::optional(last.front());
    if (!m_matrix->goTo(layer, node)) {
        m_matrix->setFilter({});
        m_matrix->goTo(layer, node);
    }
}

void PlacementPage::doWhatIsNeeded(const PlacementState& state)
{
    switch (state.todo) {
    case PlacementState::Todo::Refresh:
        Q_EMIT refreshRequested(state.source);
        break;
    case PlacementState::Todo::OpenSource:
        Q_EMIT linkActivated({QStringLiteral("sources"), state.source});
        break;
    case PlacementState::Todo::ClearFilter:
        m_matrix->setFilter({});
        break;
    case PlacementState::Todo::Nothing:
        break;
    }
}

QString PlacementPage::item() const
{
    const auto place = m_matrix->view().current();
    if (!place) {
        return {};
    }
    return QStringLiteral("layer/%1/%2")
        .arg(m_fleet.layer(place->layer).descriptor.digest.toString(), m_fleet.node(place->node).seen.name);
}

bool PlacementPage::open(const QString& item)
{
    const QString kind = item.section(u'/', 0, 0);
    const QString name = item.section(u'/', 1);
    if (kind == QLatin1String("image")) {
        return openImage(name);
    }
    return kind == QLatin1String("layer") ? openLayer(name) : item.isEmpty();
}

bool PlacementPage::openImage(const QString& name)
{
    const QString reference = name.section(u'/', 1);
    const ImageKey key{name.section(u'/', 0, 0), reference.section(u':', 0, -2), reference.section(u':', -1)};
    const std::optional<ImageId> image = m_fleet.findImage(key);
    if (!image) {
        return false;
    }
    m_matrix->setFilter({});
    return m_matrix->goTo(*image);
}

bool PlacementPage::openLayer(const QString& name)
{
    const auto digest = Digest::parse(name.section(u'/', 0, 0).toUtf8());
    const auto layer = digest ? m_fleet.findLayer(*digest) : std::nullopt;
    if (!layer) {
        return false;
    }
    m_matrix->setFilter({});
    return m_matrix->goTo(*layer, m_fleet.findNode(name.section(u'/', 1)));
}

} // namespace stowage
