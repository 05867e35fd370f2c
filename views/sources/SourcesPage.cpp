// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/SourcesPage.h"

#include "models/ports/Clock.h"
#include "views/sources/PhaseDelegate.h"
#include "views/sources/SourceFacts.h"
#include "views/sources/SourcePanel.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/FilterLine.h"
#include "views/widgets/Panel.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/StatusDelegate.h"
#include "views/widgets/Table.h"
#include "views/widgets/Words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>

namespace stowage {

SourcesPage::SourcesPage(Fleet& fleet, Doctor* doctor, const Clock& clock, const Theme& theme,
                         QWidget* parent)
    : Page({QStringLiteral("sources"), 5, QStringLiteral("sources")}, parent), m_fleet(fleet), m_clock(clock),
      m_theme(theme), m_model(fleet), m_examinations(doctor), m_panel(new Panel(theme, tr("Sources"))),
      m_filter(new FilterLine), m_table(new Table(theme)), m_view(new StatefulView(theme, m_table)),
      m_source(new SourcePanel(fleet, m_examinations, theme))
{
    setUpTable();
    layOut();
    setFocusProxy(m_view);
    connect(m_filter, &FilterLine::textChanged, this, &SourcesPage::applyFilter);
    connect(m_filter, &FilterLine::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_table, &Table::currentRowChanged, this, &SourcesPage::select);
    connect(m_table, &Table::opened, this, &SourcesPage::examineSelected);
    connect(m_source, &SourcePanel::examineClicked, this, &SourcesPage::examineSelected);
    connect(m_view, &StatefulView::todoClicked, this, &SourcesPage::doTheOneThing);
    connect(&fleet, &Fleet::changed, this, [this](const ChangeSet& changes) {
        if (!changes.sources.isEmpty()) {
            showSources();
        }
    });
    showSources();
}

QString SourcesPage::title() const
{
    return tr("Sources");
}

std::vector<KeyHelp> SourcesPage::keysHelp() const
{
    std::vector<KeyHelp> keys{{QStringLiteral("/"), tr("filter")},
                              {QStringLiteral("↑ ↓"), tr("choose a source")}};
    if (m_examinations.canExamine()) {
        keys.insert(keys.begin(), {QStringLiteral("d"), tr("examine")});
    }
    return keys;
}

void SourcesPage::layOut()
{
    m_panel->addToHead(m_filter);
    m_panel->setBody(m_view);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::Gap);
    row->addWidget(m_panel, 1);
    row->addWidget(m_source);
}

const SourceStatus& SourcesPage::statusAt(const QModelIndex& index) const
{
    return m_fleet.source(m_model.sourceAt(index.row())).status;
}

void SourcesPage::setUpTable()
{
    const auto column = [this](const char* id) {
        return m_model.columnOf(QString::fromLatin1(id));
    };
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Sources"));
    m_table->setItemDelegateForColumn(
        column("state"), new StatusDelegate(m_theme, *m_table, [this](const QModelIndex& index) {
            const SourceStatus& status = statusAt(index);
            const QString why = status.error ? status.error->message : status.progress;
            return StatusCell{words::statusOf(status), words::sourceState(status), why};
        }));
    m_table->setItemDelegateForColumn(column("latency"),
                                      new PhaseDelegate(m_theme, *m_table, [this](const QModelIndex& index) {
                                          return statusAt(index).phases;
                                      }));
    auto* name = new CellDelegate(m_theme, *m_table);
    name->setFont(fonts::strong());
    m_table->setItemDelegateForColumn(column("id"), name);
    for (const char* quiet : {"kind", "identity", "version", "coverage", "age"}) {
        auto* delegate = new CellDelegate(m_theme, *m_table);
        delegate->setInk(Token::Text2);
        m_table->setItemDelegateForColumn(column(quiet), delegate);
    }
    constexpr Qt::SortOrder MostFirst = Qt::DescendingOrder;
    m_table->setShown({
        {.column = column("state"),
         .width = 124,
         .stretches = true,
         .sortColumn = column("severity"),
         .firstOrder = MostFirst},
        {.column = column("id"), .width = 146},
        {.column = column("kind"), .width = 66, .dropFirst = 4},
        {.column = column("identity"), .width = 112, .dropFirst = 5},
        {.column = column("version"), .width = 62, .dropFirst = 2},
        {.column = column("latency"), .width = 126, .firstOrder = MostFirst},
        {.column = column("requests"), .width = 74, .dropFirst = 3, .firstOrder = MostFirst},
        {.column = column("failed"), .width = 58, .firstOrder = MostFirst},
        {.column = column("coverage"), .width = 98, .dropFirst = 1},
        {.column = column("age"), .width = 112},
    });
    m_table->sortBy(column("state"), Qt::DescendingOrder);
}

void SourcesPage::showSources()
{
    m_state = judgeSources(m_fleet, m_clock.now(), m_examinations.canExamine());
    if (m_state.kind == SourcesState::Kind::Ready) {
        m_view->showContent();
    } else if (m_state.kind == SourcesState::Kind::Empty) {
        m_view->showInstead(m_state.notice);
    } else {
        m_view->showAbove(m_state.notice);
    }
    m_source->setVisible(m_state.kind != SourcesState::Kind::Empty);
    m_filter->setEnabled(m_state.kind != SourcesState::Kind::Empty);
    m_source->refresh();
    setBadge(m_state.concerns);
    showNote();
}

void SourcesPage::showNote()
{
    const int shown = m_model.rowCount();
    const int all = m_model.unfilteredCount();
    m_panel->setNote(shown == all ? QString::number(all) : tr("%1 of %2").arg(shown).arg(all));
}

void SourcesPage::applyFilter(const QString& text)
{
    auto filter = m_model.parseFilter(text);
    m_filter->setProblem(filter ? QString() : filter.error().text());
    if (filter) {
        m_model.setFilter(*std::move(filter));
        showNote();
    }
}

void SourcesPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool SourcesPage::back()
{
    if (m_filter->text().isEmpty()) {
        return false;
    }
    m_filter->clear();
    return true;
}

QString SourcesPage::item() const
{
    const int row = m_table->currentRow();
    return row < 0 ? QString() : m_fleet.source(m_model.sourceAt(row)).status.id;
}

bool SourcesPage::open(const QString& item)
{
    if (item.isEmpty()) {
        return true;
    }
    const std::optional<SourceId> source = m_fleet.findSource(item);
    if (!source) {
        return false;
    }
    if (m_model.rowOf(source->value) < 0) {
        m_filter->clear();
    }
    const QModelIndex index = m_model.index(m_model.rowOf(source->value), 0);
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    return index.isValid();
}

void SourcesPage::select(int row)
{
    m_source->setSource(row < 0 ? std::nullopt : std::optional(m_model.sourceAt(row)));
    Q_EMIT itemChanged();
}

void SourcesPage::tick()
{
    m_model.refreshAges();
    m_source->refresh();
    if (judgeSources(m_fleet, m_clock.now(), m_examinations.canExamine()) != m_state) {
        showSources();
    }
}

void SourcesPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_D && event->modifiers() == Qt::NoModifier && m_examinations.canExamine()) {
        examineSelected();
        return;
    }
    Page::keyPressEvent(event);
}

void SourcesPage::examineSelected()
{
    m_examinations.examine(item());
}

void SourcesPage::doTheOneThing()
{
    switch (m_state.todo) {
    case SourcesState::Todo::CopyExample:
        QGuiApplication::clipboard()->setText(exampleSource());
        break;
    case SourcesState::Todo::Refresh:
        Q_EMIT refreshRequested({});
        break;
    case SourcesState::Todo::Examine:
        open(m_state.source);
        examineSelected();
        break;
    }
}

} // namespace stowage
