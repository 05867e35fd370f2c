// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/SourcesPage.h"

#include "models/ports/Clock.h"
#include "views/sources/PhaseDelegate.h"
#include "views/sources/SourceFacts.h"
#include "views/sources/SourcePanel.h"
#include "views/theme/Fonts.h"
#include "views/widgets/StatusDelegate.h"
#include "views/widgets/Table.h"
#include "views/widgets/Words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace stowage {

SourcesPage::SourcesPage(Fleet& fleet, Doctor* doctor, const Clock& clock, const Theme& theme,
                         QWidget* parent)
    : TablePage(identity(), theme, tr("Sources"), parent), m_fleet(fleet), m_clock(clock), m_theme(theme),
      m_openedAt(clock.now()), m_model(fleet), m_examinations(doctor),
      m_source(new SourcePanel(fleet, m_examinations, theme))
{
    setUp(m_model, m_source);
    setUpDelegates();
    setUpTable();
    connect(&table(), &Table::opened, this, &SourcesPage::examineSelected);
    connect(m_source, &SourcePanel::examineClicked, this, &SourcesPage::examineSelected);
    connect(&fleet, &Fleet::changed, this, [this](const ChangeSet& changes) {
        if (!changes.sources.isEmpty()) {
            showSources();
        }
    });
    showSources();
}

void SourcesPage::setSelf(const SelfWatch* self)
{
    m_source->setSelf(self);
}

Page::Identity SourcesPage::identity()
{
    return {QStringLiteral("sources"), 5, QStringLiteral("sources")};
}

QString SourcesPage::name()
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

const SourceStatus& SourcesPage::statusAt(const QModelIndex& index) const
{
    return m_fleet.source(m_model.sourceAt(index.row())).status;
}

void SourcesPage::setUpDelegates()
{
    table().setItemDelegateForColumn(
        column("state"), new StatusDelegate(m_theme, table(), [this](const QModelIndex& index) {
            const SourceStatus& status = statusAt(index);
            const QString why = status.error ? status.error->message : status.progress;
            return StatusCell{words::statusOf(status), words::sourceState(status), why};
        }));
    table().setItemDelegateForColumn(column("latency"),
                                     new PhaseDelegate(m_theme, table(), [this](const QModelIndex& index) {
                                         return statusAt(index).phases;
                                     }));
    auto* name = new CellDelegate(m_theme, table());
    name->setFont(fonts::strong());
    table().setItemDelegateForColumn(column("id"), name);
    setQuiet({"kind", "identity", "version", "coverage", "age"});
}

void SourcesPage::setUpTable()
{
    constexpr Qt::SortOrder MostFirst = Qt::DescendingOrder;
    table().setShown({
        {.column = column("state"),
         .width = 170,
         .stretches = true,
         .sortColumn = column("severity"),
         .firstOrder = MostFirst},
        {.column = column("id"), .width = 120},
        {.column = column("kind"), .width = 72, .dropFirst = 4},
        {.column = column("identity"), .width = 96, .dropFirst = 5},
        {.column = column("version"), .width = 142, .dropFirst = 2},
        {.column = column("latency"), .width = 120, .firstOrder = MostFirst},
        {.column = column("requests"), .width = 76, .dropFirst = 3, .firstOrder = MostFirst},
        {.column = column("failed"), .width = 62, .firstOrder = MostFirst},
        {.column = column("coverage"), .width = 98, .dropFirst = 1},
        {.column = column("age"), .width = 126},
    });
    table().sortBy(column("state"), Qt::DescendingOrder);
}

SourcesState SourcesPage::judged() const
{
    return judgeSources(m_fleet, m_openedAt, m_clock.now(), m_examinations.canExamine());
}

void SourcesPage::showSources()
{
    using Kind = SourcesState::Kind;
    m_state = judged();
    showState(m_state.kind == Kind::Ready   ? Shows::Rows
              : m_state.kind == Kind::Empty ? Shows::NoticeInstead
                                            : Shows::RowsAndNotice,
              m_state.notice);
    m_source->refresh();
    setBadge(m_state.concerns);
}

QString SourcesPage::nameOf(RowId row) const
{
    return m_fleet.sources()[row].status.id;
}

std::optional<RowId> SourcesPage::find(const QString& name) const
{
    const std::optional<SourceId> source = m_fleet.findSource(name);
    return source ? std::optional<RowId>(source->value) : std::nullopt;
}

void SourcesPage::choose(std::optional<RowId> row)
{
    m_source->setSource(row ? std::optional(m_fleet.sources()[*row].id) : std::nullopt);
}

void SourcesPage::tick()
{
    m_model.refreshAges();
    m_source->refresh();
    if (judged() != m_state) {
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
