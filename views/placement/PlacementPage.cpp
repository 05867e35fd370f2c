// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/PlacementPage.h"

#include "views/placement/CellDetails.h"
#include "views/placement/ChangesChip.h"
#include "views/placement/MatrixPanel.h"
#include "views/placement/MatrixView.h"
#include "views/placement/PlacementSide.h"
#include "views/placement/PlacementTiles.h"
#include "views/placement/PlacementWords.h"
#include "views/placement/PrewarmControl.h"
#include "views/placement/ProposalPanel.h"
#include "views/placement/RiskPanel.h"
#include "views/placement/SelectionDetails.h"
#include "views/placement/WhatIfControl.h"
#include "views/placement/WhatIfPanel.h"
#include "views/placement/plan/PlanDialog.h"
#include "views/theme/Metrics.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

namespace stowage {

namespace {

constexpr int WidthWithSide = 900; // below it the side panel has no room of its own

} // namespace

PlacementPage::PlacementPage(const Sources& sources, const Clock& clock, const Theme& theme, QWidget* parent)
    : Page(identity(), parent), m_fleet(sources.fleet), m_watch(sources.watch), m_clock(clock),
      m_theme(theme), m_tiles(new PlacementTiles(theme)),
      m_matrix(new MatrixPanel(sources.fleet, sources.exporter, clock, theme)),
      m_side(new PlacementSide(sources.fleet, theme)), m_whatIf(new WhatIfControl(sources.tracker, this)),
      m_prewarm(new PrewarmControl(sources.fleet, sources.tracker, sources.watch, sources.hosts, clock, this))
{
    layOut();
    m_matrix->model().setActive(isActive());
    connectMatrix();
    connectSide();
    addKeys();
    takeChanges();
    takeWatch();
}

void PlacementPage::layOut()
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
}

void PlacementPage::connectMatrix()
{
    connect(&m_fleet, &Fleet::changed, this, [this] {
        if (isActive()) {
            takeChanges();
        }
    });
    const MatrixView& view = m_matrix->view();
    connect(m_matrix, &MatrixPanel::shownChanged, this, &PlacementPage::showDetails);
    connect(&view, &MatrixView::currentChanged, this, &PlacementPage::itemChanged);
    connect(&view, &MatrixView::nodeClicked, m_whatIf, qOverload<NodeId>(&WhatIfControl::toggleNode));
    connect(&view, &MatrixView::zoneClicked, m_whatIf, &WhatIfControl::toggleZone);
    connect(m_matrix, &MatrixPanel::activated, this, [this] {
        m_sideWanted = true;
        arrangeSide();
        showDetails();
    });
    connect(m_matrix, &MatrixPanel::todoRequested, this, &PlacementPage::doWhatIsNeeded);
}

void PlacementPage::connectSide()
{
    WhatIfPanel& whatIf = m_side->whatIf();
    connect(&whatIf, &WhatIfPanel::nodeToggled, m_whatIf,
            qOverload<const QString&>(&WhatIfControl::toggleNode));
    connect(&whatIf, &WhatIfPanel::zoneToggled, m_whatIf, &WhatIfControl::toggleZone);
    connect(&whatIf, &WhatIfPanel::cleared, m_whatIf, &WhatIfControl::clear);
    connect(m_whatIf, &WhatIfControl::changed, this, &PlacementPage::showWhatIf);
    connect(&m_side->risk(), &RiskPanel::layerChosen, this, &PlacementPage::goToRisk);
    connect(&m_watch, &PlacementWatch::changed, this, &PlacementPage::takeWatch);
    connect(m_prewarm, &PrewarmControl::changed, this,
            [this] { m_side->proposal().setProposal(m_prewarm->proposal()); });
    connect(&m_side->proposal(), &ProposalPanel::previewRequested, this, &PlacementPage::previewPrewarm);
}

void PlacementPage::addKeys()
{
    // Shortcuts, since a table would take letters for a search.
    const auto add = [this](const QKeySequence& key, auto act) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(Qt::Key_V, [this] { m_matrix->toggleTwin(); });
    add(Qt::Key_S, [this] { m_matrix->nextSort(); });
    add(Qt::Key_G, [this] { m_matrix->nextGrouping(); });
    add(Qt::Key_C, [this] { m_matrix->openChanges(); });
    add(Qt::Key_O, [this] { m_matrix->openExports(); });
    add(Qt::Key_W, [this] { loseCurrentNode(); });
    add(Qt::SHIFT | Qt::Key_W, [this] { loseCurrentZone(); });
    add(Qt::Key_F, [this] { m_side->risk().showFindings(!m_side->risk().areFindingsShown()); });
    add(Qt::Key_P, [this] { previewPrewarm(); });
}

Page::Identity PlacementPage::identity()
{
    return {QStringLiteral("placement"), 3, QStringLiteral("placement")};
}

QString PlacementPage::name()
{
    return tr("Placement");
}

std::vector<KeyHelp> PlacementPage::keysHelp() const
{
    return {
        {QStringLiteral("←↑↓→"), tr("cell")},
        {QStringLiteral("w"), tr("what if this node dies")},
        {QStringLiteral("/"), tr("filter")},
        {QStringLiteral("+ − 0"), tr("size")},
        {QStringLiteral("v"), tr("table")},
        {QStringLiteral("o"), tr("export")},
        {tr("Shift+arrows"), tr("select")},
        {tr("Shift+Space, Ctrl+Space"), tr("select a row, a column")},
        {tr("Enter"), tr("details")},
        {QStringLiteral("W"), tr("what if this zone dies")},
        {QStringLiteral("s"), tr("sort")},
        {QStringLiteral("g"), tr("group by image or not")},
        {QStringLiteral("c"), tr("changes since")},
        {QStringLiteral("f"), tr("findings")},
        {QStringLiteral("p"), tr("preview prewarm")},
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
    } else if (!m_matrix->filter().isEmpty()) {
        m_matrix->setFilter({});
        m_matrix->focusContent();
    } else if (m_matrix->isTwinShown()) {
        m_matrix->showTwin(false);
    } else if (!m_whatIf->choice().isEmpty()) {
        m_whatIf->clear();
    } else if (m_matrix->changes().since()) {
        m_matrix->changes().setSince(std::nullopt);
    } else {
        return false;
    }
    return true;
}

void PlacementPage::tick()
{
    m_matrix->model().settle();
    showState();
    showTiles();
    showDetails();
}

void PlacementPage::activeChanged()
{
    m_matrix->model().setActive(isActive());
    if (isActive()) {
        takeChanges();
        takeWatch();
        m_matrix->focusContent();
    }
}

void PlacementPage::takeChanges()
{
    m_summary = summarizePlacement(m_fleet);
    showState();
    showTiles();
    showDetails();
}

void PlacementPage::showState()
{
    m_matrix->judge();
    const auto& state = m_matrix->state();
    //: in the head of a list: what it rests on is so old
    const QString age =
        state && state->asOf ? tr("as of %1").arg(words::ago(*state->asOf, m_clock.now())) : QString();
    m_side->risk().setAge(age);
    arrangeSide();
}

void PlacementPage::takeWatch()
{
    if (!isActive() || !m_watch.isComputed()) {
        return;
    }
    m_side->risk().setFindings(m_watch.findings(), m_clock.now());
    m_prewarm->update();
    showTiles();
}

void PlacementPage::showTiles()
{
    const GoalShare goal{m_watch.policies().base, m_watch.coverage().share()};
    m_tiles->setTexts(placementTiles(m_fleet, m_summary, goal, m_clock.now()));
}

void PlacementPage::showDetails()
{
    const auto place = m_matrix->shown();
    const MatrixBlock selection = m_matrix->view().selection();
    const bool isSelection =
        !selection.isEmpty() && !selection.isOneCell() && !m_matrix->view().hovered().has_value();
    m_side->setDetailsTitle(isSelection ? tr("Selection") : tr("This cell"));
    if (isSelection) {
        m_side->details().showSelection(selectionDetails(m_matrix->model(), selection));
    } else {
        const auto cell = place ? std::optional(std::pair(place->layer, place->node)) : std::nullopt;
        m_side->details().show(cell, m_clock.now());
    }
    m_side->risk().select(place ? std::optional(place->layer) : std::nullopt);
}

void PlacementPage::showWhatIf()
{
    const WhatIf& answer = m_whatIf->answer();
    m_side->whatIf().show(m_whatIf->choice(), m_whatIf->map(), answer);
    m_side->setLossShown(!m_whatIf->choice().isEmpty());
    m_matrix->setLoss(answer.lost.nodes, answer.layersLost, answer.layersMayBeLost);
}

void PlacementPage::resizeEvent(QResizeEvent*)
{
    arrangeSide();
}

void PlacementPage::arrangeSide()
{
    // Beside a notice in the place of the matrix empty frames would say nothing.
    const bool hasContent = !m_matrix->state() || !m_matrix->state()->insteadOfMatrix;
    m_side->setVisible(hasContent && (width() >= WidthWithSide || m_sideWanted));
}

void PlacementPage::goToRisk(LayerId layer)
{
    std::vector<NodeId> nodes = m_fleet.nodesWhere(layer, Presence::Held);
    if (nodes.empty()) {
        nodes = lastHolders(m_fleet, layer);
    }
    const auto node = nodes.empty() ? std::nullopt : std::optional(nodes.front());
    if (!m_matrix->goTo(layer, node)) {
        m_matrix->setFilter({});
        m_matrix->goTo(layer, node);
    }
}

void PlacementPage::previewPrewarm()
{
    if (!m_prewarm->proposal()) {
        return;
    }
    auto* dialog = new PlanDialog(m_theme, m_clock, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_prewarm, &PrewarmControl::planned, dialog, &PlanDialog::setPlan);
    connect(&dialog->view(), &PlanView::planRequested, m_prewarm, &PrewarmControl::plan);
    connect(&dialog->view(), &PlanView::stepOpened, this,
            [this, dialog](const ImageKey& image, const QString& node) {
                dialog->close();
                goToImage(m_fleet.findImage(image), m_fleet.findNode(node));
            });
    dialog->showPlanning();
    dialog->open();
    m_prewarm->plan();
}

bool PlacementPage::goToImage(std::optional<ImageId> image, std::optional<NodeId> node)
{
    if (!image) {
        return false;
    }
    m_matrix->setFilter({});
    return m_matrix->goTo(*image, node);
}

void PlacementPage::loseCurrentNode()
{
    if (const auto place = m_matrix->view().current()) {
        m_whatIf->toggleNode(place->node);
    }
}

void PlacementPage::loseCurrentZone()
{
    if (const auto place = m_matrix->view().current()) {
        m_whatIf->toggleZone(m_fleet.node(place->node).seen.zone);
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
    return goToImage(m_fleet.findImage(key), std::nullopt);
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
