// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/NowPage.h"

#include "models/alerts/AlertBook.h"
#include "models/alerts/incidents/IncidentBook.h"
#include "models/hosts/HostBook.h"
#include "models/ports/Clock.h"
#include "views/now/IncidentDelegate.h"
#include "views/now/IncidentExportChip.h"
#include "views/now/IncidentRow.h"
#include "views/now/IncidentWords.h"
#include "views/now/UsualLatency.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/FilterLine.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/Table.h"
#include "views/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QSplitter>

#include <algorithm>

namespace stowage {

namespace {

constexpr int LeastList = 320;
constexpr int LeastPanel = 380;

} // namespace

NowPage::NowPage(const NowPorts& ports, const Clock& clock, const Theme& theme, QWidget* parent)
    : Page({QStringLiteral("now"), 1, QStringLiteral("now")}, parent), m_ports(ports), m_clock(clock),
      m_theme(theme), m_openedAt(clock.now()),
      m_model(ports.incidents, clock), m_figures{ports.fleet, ports.hosts, ports.placement},
      m_tiles(new NowTiles(theme)), m_panel(new Panel(theme, tr("Incidents"))), m_line(new FilterLine),
      m_table(new Table(theme)), m_delegate(new IncidentDelegate(theme, *m_table, m_filter)),
      m_view(new StatefulView(theme, m_table)),
      m_said(new TextLabel(theme, fonts::secondary(), Token::Text2)),
      m_detail(new IncidentPanel(ports, theme))
{
    if (ports.exporter != nullptr) {
        m_export = new IncidentExportChip(theme, *ports.exporter, clock, [this] {
            std::vector<Incident> shown;
            for (int row = 0; row < m_filter.rowCount(); ++row) {
                const Incident* whole = m_ports.incidents.find(m_filter.incident(row).id);
                shown.push_back(whole != nullptr ? *whole : m_filter.incident(row));
            }
            return shown;
        });
    }
    if (ports.reader != nullptr) {
        m_usual = new UsualLatency(*ports.reader, this);
    }
    layOut();
    setUpTable();
    setUpMenus();
    follow();
    followFleet();
    refresh();
}

NowPage::~NowPage() = default;

QString NowPage::title() const
{
    return tr("Now");
}

void NowPage::layOut()
{
    if (m_export != nullptr) {
        m_panel->addToHead(m_export);
    }
    m_panel->addToHead(m_line);
    auto* list = new QWidget;
    auto* below = new QVBoxLayout(list);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(0);
    below->addWidget(m_view, 1);
    auto* said = new QHBoxLayout;
    said->setContentsMargins(metrics::Margin, metrics::Grid, metrics::Margin, 0);
    said->addWidget(m_said);
    below->addLayout(said);
    m_said->hide();
    m_panel->setBody(list);
    m_panel->setMinimumWidth(LeastList);
    m_detail->setMinimumWidth(LeastPanel);
    auto* parts = new QSplitter(Qt::Horizontal);
    parts->setHandleWidth(metrics::Gap);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_panel);
    parts->addWidget(m_detail);
    constexpr int ListShare = 48;
    constexpr int PanelShare = 52;
    parts->setStretchFactor(0, ListShare);
    parts->setStretchFactor(1, PanelShare);
    parts->setSizes({ListShare * 10, PanelShare * 10});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::Gap);
    column->addWidget(m_tiles);
    column->addWidget(parts, 1);
    setFocusProxy(m_view);
}

void NowPage::setUpTable()
{
    m_filter.setNow(m_clock.now());
    m_table->setAccessibleName(tr("Incidents"));
    // Before the table's own: it moves to a neighbour when a row goes.
    connect(&m_filter, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_isMoving = true; });
    m_table->setModel(&m_filter);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, [this] { m_isMoving = false; });
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    m_table->setItemDelegate(m_delegate);
    m_table->setShown({{.column = 0, .width = LeastList, .stretches = true}});
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(IncidentRow::OpenHeight);
    connect(&m_filter, &QAbstractItemModel::layoutChanged, this, &NowPage::fitRows);
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &NowPage::fitRows);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &NowPage::fitRows);
    connect(&m_filter, &QAbstractItemModel::rowsMoved, this, &NowPage::fitRows);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &NowPage::fitRows);
    connect(&m_filter, &QAbstractItemModel::dataChanged, this, &NowPage::fitRows);
    connect(m_table, &Table::currentRowChanged, this, &NowPage::select);
    connect(m_table, &Table::opened, this, [this] { m_detail->focusMembers(); });
    connect(m_line, &FilterLine::textChanged, this, &NowPage::applyFilter);
    connect(m_line, &FilterLine::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_view, &StatefulView::todoClicked, this, &NowPage::doTheOneThing);
    connect(m_tiles, &NowTiles::linkActivated, this, &Page::linkActivated);
    connect(m_tiles, &NowTiles::incidentsChosen, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_detail, &IncidentPanel::linkActivated, this, &Page::linkActivated);
    fitRows();
}

void NowPage::follow()
{
    connect(&m_ports.incidents, &IncidentBook::changed, this, &NowPage::take);
    if (m_usual != nullptr) {
        connect(m_usual, &UsualLatency::changed, this, [this] {
            if (isActive() && !isFrozen()) {
                showTiles();
            }
        });
    }
    connect(&m_ports.alerts, &AlertBook::changed, this, [this] {
        if (isActive() && !isFrozen()) {
            m_detail->refresh(m_filter.now());
        }
    });
}

/// What tiles and notices need of the fleet; its gate is shut while the screen is frozen.
void NowPage::followFleet()
{
    connect(&m_ports.fleet, &Fleet::changed, this, [this] {
        if (!isActive()) {
            m_isBehind = true;
            return;
        }
        m_figures.summary = summarize(m_ports.fleet);
        m_figures.served = summarizePeerMetrics(m_ports.fleet).fleet;
        showNow();
    });
}

void NowPage::take(const IncidentChanges& changes)
{
    if (isFrozen()) {
        m_waiting += changes.added;
        showCount();
        return;
    }
    m_figures.incidents = countIncidents(m_ports.incidents.incidents());
    setBadge(m_figures.incidents.unseen);
    if (!isActive()) {
        m_isBehind = true;
        return;
    }
    showChosen();
    m_detail->refresh(m_filter.now());
    showNow();
}

void NowPage::activeChanged()
{
    if (isActive() && m_isBehind) {
        m_isBehind = false;
        refresh();
    }
}

void NowPage::frozenChanged()
{
    m_waiting.clear();
    m_model.setFrozen(isFrozen());
    m_detail->setFrozen(isFrozen());
    if (!isFrozen()) {
        refresh();
    }
    showCount();
}

/// Everything may be another.
void NowPage::refresh()
{
    if (isFrozen()) {
        return;
    }
    m_filter.setNow(m_clock.now());
    m_figures.summary = summarize(m_ports.fleet);
    m_figures.served = summarizePeerMetrics(m_ports.fleet).fleet;
    m_figures.incidents = countIncidents(m_ports.incidents.incidents());
    setBadge(m_figures.incidents.unseen);
    showChosen();
    m_detail->refresh(m_filter.now());
    showNow();
}

void NowPage::tick()
{
    if (isFrozen()) {
        return;
    }
    m_filter.setNow(m_clock.now());
    m_model.refreshAges();
    m_detail->refresh(m_filter.now());
    showNow();
}

void NowPage::showNow()
{
    m_figures.now = m_filter.now();
    m_figures.registry.reset();
    if (m_ports.hosts != nullptr) {
        m_figures.registry = slowestRegistry(*m_ports.hosts, m_figures.now);
    }
    if (m_figures.registry && m_usual != nullptr) {
        m_figures.registry->usualSeconds = m_usual->of(m_figures.registry->key, m_figures.now);
    }
    showTiles();
    m_state = judgeNow(m_figures, m_filter.unfilteredCount(), m_openedAt);
    const bool hasRows = m_filter.unfilteredCount() > 0;
    if (m_state.kind == NowState::Kind::Ready) {
        m_view->showContent();
    } else if (hasRows) {
        m_view->showAbove(m_state.notice);
    } else {
        m_view->showInstead(m_state.notice);
    }
    m_line->setEnabled(hasRows);
    m_detail->setVisible(hasRows || !m_chosen.isEmpty());
    showCount();
    chooseFirst();
}

void NowPage::showTiles()
{
    m_tiles->setRegistry(m_figures.registry ? m_figures.registry->host : QString());
    m_tiles->setTexts(nowTiles(m_figures));
}

void NowPage::showCount()
{
    const int shown = m_filter.rowCount();
    const int all = m_filter.unfilteredCount();
    QString note = shown == all ? tr("by impact") : tr("%L1 of %L2, by impact").arg(shown).arg(all);
    if (isFrozen() && !m_waiting.isEmpty()) {
        //: incidents that came while the screen stands still
        note = tr("%L1 new wait").arg(m_waiting.size());
    }
    m_panel->setNote(note);
}

/// Resolved ones are lower, and the first of them stands under a heading.
void NowPage::fitRows()
{
    QHeaderView* rows = m_table->verticalHeader();
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        const int height = m_delegate->heightOf(row);
        if (rows->sectionSize(row) != height) {
            rows->resizeSection(row, height);
        }
    }
}

bool NowPage::back()
{
    if (m_detail->leaveBoxes()) {
        return true;
    }
    if (!m_line->text().isEmpty()) {
        m_line->clear();
        return true;
    }
    if (m_detail->isAncestorOf(focusWidget()) || m_detail->isAncestorOf(window()->focusWidget())) {
        m_table->setFocus();
        return true;
    }
    return false;
}

QString NowPage::item() const
{
    return m_chosen;
}

bool NowPage::open(const QString& item)
{
    if (item.isEmpty()) {
        return true;
    }
    const Incident* found = m_ports.incidents.find(item);
    if (found == nullptr) {
        return false;
    }
    m_isLed = false;
    const QString id = found->id;
    if (m_filter.rowOf(id) < 0) {
        m_line->clear();
    }
    const int row = m_filter.rowOf(id);
    if (row >= 0) {
        m_table->chooseAlone(row);
        m_table->scrollTo(m_filter.index(row, 0));
        return true;
    }
    // Resolved long ago, or newer than the frozen screen: no row, but all is known of it.
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_chosen = id;
    m_detail->setIncident(id);
    m_detail->show();
    Q_EMIT itemChanged();
    return true;
}

void NowPage::select(int row)
{
    if (row < 0 || m_isMoving) {
        return; // what is chosen stays, though its row is filtered away
    }
    const QString id = m_filter.incident(row).id;
    if (id != m_chosen) {
        m_chosen = id;
        m_detail->setIncident(id);
        Q_EMIT itemChanged();
    }
}

/// The row of what is chosen, which may have gone on under another id when an earlier alert of it came, or
/// when it was merged.
void NowPage::showChosen()
{
    const Incident* found = m_chosen.isEmpty() ? nullptr : m_ports.incidents.find(m_chosen);
    if (found != nullptr && found->id != m_chosen && !isFrozen()) {
        m_chosen = found->id;
        m_detail->setIncident(m_chosen);
        Q_EMIT itemChanged();
    }
    const int row = m_filter.rowOf(m_chosen);
    m_isMoving = true;
    if (row < 0) {
        m_table->setCurrentIndex({});
        m_table->clearSelection();
    } else if (row != m_table->currentRow()) {
        m_table->chooseAlone(row);
    }
    m_isMoving = false;
}

/// The page shows the worst until somebody chooses, and looks into nothing else.
void NowPage::chooseFirst()
{
    const bool isAnyOpen = m_filter.rowCount() > 0 && m_filter.incident(0).isOpen();
    const bool isLookedInto = m_detail->isAncestorOf(window()->focusWidget());
    const bool isWanted = m_chosen.isEmpty() || (m_isLed && isAnyOpen && !isLookedInto);
    if (isWanted && m_filter.rowCount() > 0 && m_line->text().isEmpty()) {
        m_table->chooseAlone(0);
        select(0);
    }
}

} // namespace stowage
