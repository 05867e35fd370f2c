// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/HostsPage.h"

#include "models/core/Listed.h"
#include "models/hosts/HostForecasts.h"
#include "models/ports/Clock.h"
#include "models/ports/SeriesReader.h"
#include "views/hosts/HostChart.h"
#include "views/hosts/HostDelegates.h"
#include "views/hosts/HostPanel.h"
#include "views/shell/Finder.h"
#include "views/widgets/Chip.h"
#include "views/widgets/ColumnMenu.h"
#include "views/widgets/Table.h"
#include "views/widgets/Words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QKeyEvent>

#include <algorithm>

namespace stowage {

HostsPage::HostsPage(const HostsPorts& ports, const Clock& clock, const Theme& theme, QWidget* parent)
    : TablePage(identity(), theme, tr("Hosts"), parent), m_ports(ports), m_clock(clock), m_theme(theme),
      m_openedAt(clock.now()), m_model(ports.book, ports.forecasts), m_sparklines(ports.book),
      m_chart(new HostChart(ports, clock, theme)),
      m_panel(new HostPanel(ports.book, ports.forecasts, theme, nullptr, ports.baselines)),
      m_details(new Chip(theme, Chip::Kind::Control))
{
    setUp(m_model, m_panel, nullptr, m_chart);
    setUpHostTable(table(), m_model, m_sparklines, theme);
    setUpTable();
    connectBook();
    showDetails(false);
    showHosts();
}

Page::Identity HostsPage::identity()
{
    return {QStringLiteral("hosts"), 4, QStringLiteral("hosts")};
}

QString HostsPage::name()
{
    return tr("Hosts");
}

std::vector<KeyHelp> HostsPage::keysHelp() const
{
    return {
        {QStringLiteral("d"), isBesideWanted() ? tr("hide details") : tr("details")},
        {QStringLiteral("t"), tr("range of time")},
        {QStringLiteral("v"), tr("table")},
        {QStringLiteral("o"), tr("export")},
        {QStringLiteral("/"), tr("filter")},
        {QStringLiteral(", ."), tr("metric before, next metric")},
        {QStringLiteral("c"), tr("columns")},
        {QStringLiteral("↑ ↓"), tr("choose a host; with Shift several")},
        {QStringLiteral("Tab"), tr("into the chart: arrows, + and - move in time, p pins")},
    };
}

void HostsPage::setUpTable()
{
    m_columns = new ColumnMenu(table(), m_ports.memory, QStringLiteral("hosts.columns"));
    auto* columns = new Chip(m_theme, Chip::Kind::Control);
    columns->setText(tr("columns"));
    columns->setKey(QStringLiteral("c"));
    connect(columns, &Chip::clicked, m_columns, &ColumnMenu::openAtHeads);
    addToHead(columns);
    m_details->setText(tr("details"));
    m_details->setKey(QStringLiteral("d"));
    addToHead(m_details);
    connect(m_details, &Chip::clicked, this, [this] { showDetails(!isBesideWanted()); });
    connect(&table(), &Table::opened, this, [this] { showDetails(true); });
    connect(table().selectionModel(), &QItemSelectionModel::selectionChanged, this, &HostsPage::showChosen);
    connect(&m_sparklines, &Sparklines::changed, this, [this] { table().viewport()->update(); });
}

void HostsPage::connectBook()
{
    connect(&m_ports.book, &HostBook::changed, this, &HostsPage::take);
    connect(&m_ports.book.fleet(), &Fleet::changed, this, [this](const ChangeSet& changes) {
        if (!changes.sources.isEmpty() && isActive()) {
            showHosts();
        }
    });
}

void HostsPage::take(const HostChanges& changes)
{
    if (!isActive()) {
        m_isBehind = true;
        return;
    }
    m_sparklines.take(changes.hosts.changed);
    m_chart->take(changes);
    showHosts();
    m_panel->refresh(m_clock.now());
}

void HostsPage::activeChanged()
{
    if (isActive() && m_isBehind) {
        m_isBehind = false;
        catchUp();
    }
}

/// Everything may be another.
void HostsPage::catchUp()
{
    HostChanges all;
    for (const Host& host : m_ports.book.hosts()) {
        if (host.isAlive) {
            all.hosts.changed.push_back(host.id);
        }
    }
    take(all);
}

void HostsPage::frozenChanged()
{
    m_chart->setFrozen(isFrozen());
}

void HostsPage::showHosts()
{
    m_state = judgeHosts(m_ports.book, m_openedAt, m_clock.now());
    showState(m_state.kind == HostsState::Kind::Ready ? Shows::Rows
              : m_state.showsContent()                ? Shows::RowsAndNotice
                                                      : Shows::NoticeInstead,
              m_state.notice);
    chooseFirst();
}

/// The page opens with the worst host; later it stays with what the reader chose.
void HostsPage::chooseFirst()
{
    // A table that gets the focus has a current row, though nobody chose it.
    if (!m_hasChosen && m_model.rowCount() > 0) {
        m_hasChosen = true;
        if (!table().selectionModel()->hasSelection()) {
            table().chooseAlone(0);
        }
    }
}

void HostsPage::showChosen()
{
    std::vector<HostId> hosts;
    QModelIndexList rows = table().selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(),
              [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    for (const QModelIndex& row : rows) {
        hosts.push_back(m_model.hostAt(row.row()));
    }
    m_chart->setHosts(hosts);
}

std::vector<Destination> HostsPage::destinations() const
{
    std::vector<Destination> all;
    for (const Host& host : m_ports.book.hosts()) {
        if (host.isAlive) {
            const QString told = listed(host.sources());
            all.push_back({Destination::Kind::Host,
                           words::visible(host.name),
                           host.zone.isEmpty() ? told : host.zone + QStringLiteral(" · ") + told,
                           {id(), host.name}});
        }
    }
    return all;
}

bool HostsPage::isReading() const
{
    return m_chart->isLoading();
}

QString HostsPage::nameOf(RowId row) const
{
    return m_ports.book.hosts()[row].name;
}

void HostsPage::chooseTop(int rows)
{
    const int last = std::min(rows, m_model.rowCount()) - 1;
    if (last >= 0) {
        table().chooseAlone(0);
        table().selectionModel()->select({m_model.index(0, 0), m_model.index(last, 0)},
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

std::optional<RowId> HostsPage::find(const QString& name) const
{
    const std::vector<HostId> hosts = m_ports.book.find(name);
    return hosts.empty() ? std::nullopt : std::optional<RowId>(hosts.front().value);
}

void HostsPage::choose(std::optional<RowId> row)
{
    m_panel->setHost(row ? std::optional(HostId{static_cast<uint32_t>(*row)}) : std::nullopt);
}

void HostsPage::showDetails(bool wanted)
{
    setBesideWanted(wanted);
    m_details->setInk(wanted ? Token::Accent : Token::Text2);
    if (wanted) {
        m_panel->refresh(m_clock.now());
    }
    Q_EMIT keysChanged();
}

bool HostsPage::back()
{
    if (TablePage::back()) {
        return true;
    }
    if (isBesideWanted()) {
        showDetails(false);
        return true;
    }
    return false;
}

void HostsPage::tick()
{
    if (!isFrozen()) {
        m_sparklines.showMoment(m_clock.now());
    }
    m_model.refreshAges();
    m_chart->tick();
    if (isBesideWanted()) {
        m_panel->refresh(m_clock.now());
    }
    if (judgeHosts(m_ports.book, m_openedAt, m_clock.now()) != m_state) {
        showHosts();
    }
}

void HostsPage::keyPressEvent(QKeyEvent* event)
{
    constexpr Qt::KeyboardModifiers Others = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    const QString typed = (event->modifiers() & Others) == Qt::NoModifier ? event->text() : QString();
    if (typed == u"d") {
        showDetails(!isBesideWanted());
    } else if (typed == u"t") {
        m_chart->openRange();
    } else if (typed == u"v") {
        m_chart->toggleTwin();
    } else if (typed == u"o") {
        m_chart->openExport();
    } else if (typed == u"c") {
        m_columns->openAtHeads();
    } else if (typed == u"," || typed == u".") {
        m_chart->stepMetric(typed == u"," ? -1 : 1);
    } else {
        TablePage::keyPressEvent(event);
    }
}

void HostsPage::doTheOneThing()
{
    switch (m_state.todo) {
    case HostsState::Todo::CopyExample:
        QGuiApplication::clipboard()->setText(exampleHostSource());
        break;
    case HostsState::Todo::Refresh:
        Q_EMIT refreshRequested({});
        break;
    case HostsState::Todo::SeeSources:
        Q_EMIT linkActivated({QStringLiteral("sources"), m_state.source});
        break;
    }
}

} // namespace stowage
