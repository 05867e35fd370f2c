// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline/TimelinePage.h"

#include "models/alerts/incidents/IncidentBook.h"
#include "models/ports/Clock.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/timeline/TimelineDetails.h"
#include "views/timeline/TimelineExportChip.h"
#include "views/timeline/TimelineStrip.h"
#include "views/timeline/TimelineView.h"
#include "views/widgets/FilterLine.h"
#include "views/widgets/RangeChip.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/Table.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/ToolRow.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

#include <algorithm>

namespace stowage {
namespace {

constexpr Millis TypingPause{250};

} // namespace

TimelinePage::TimelinePage(const TimelinePorts& ports, const Clock& clock, const Theme& theme,
                           QWidget* parent)
    : Page(identity(), parent), m_ports(ports), m_clock(clock), m_theme(theme), m_book(ports.log, clock),
      m_model(m_book), m_overview(ports.log), m_panel(new Panel(theme, tr("Timeline"))),
      m_filter(new FilterLine), m_search(new FilterLine), m_range(new RangeChip(theme)), m_tools(new ToolRow),
      m_older(new Chip(theme, Chip::Kind::Control)),
      m_said(new TextLabel(theme, fonts::secondary(), Token::Text2)), m_view(new TimelineView(theme)),
      m_strip(new TimelineStrip(m_view->window(), theme)), m_table(new Table(theme)),
      m_pages(new QStackedWidget), m_stateful(new StatefulView(theme, m_pages)),
      m_details(new TimelineDetails(theme))
{
    m_range->choose(QStringLiteral("24h"));
    m_search->setPlaceholderText(tr("s search all history"));
    m_search->setAccessibleName(tr("Search all history"));
    if (ports.exporter != nullptr) {
        m_export = new TimelineExportChip(theme, *ports.exporter, clock, [this] { return shownEntries(); });
    }
    m_said->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layOut();
    setUpLanes();
    setUpTable();
    follow();
    showState();
}

TimelinePage::~TimelinePage() = default;

Page::Identity TimelinePage::identity()
{
    return {QStringLiteral("timeline"), 6, QStringLiteral("timeline")};
}

QString TimelinePage::name()
{
    return tr("Timeline");
}

std::vector<KeyHelp> TimelinePage::keysHelp() const
{
    return {
        {QStringLiteral("t"), tr("range of time")},
        {QStringLiteral("s"), tr("search all history")},
        {QStringLiteral("/"), tr("filter")},
        {QStringLiteral("+ − 0"), tr("closer, farther, all of the range")},
        {QStringLiteral("← →"), tr("back and forth in time")},
        {QStringLiteral("↑ ↓"), tr("the entry above, below; with Shift ← → before, after")},
        {tr("Enter"), tr("open or fold a storm, go to the incident, look closer where they are counted")},
        {QStringLiteral("v"), isTwinShown() ? tr("lanes") : tr("table")},
        {QStringLiteral("m"), tr("load older")},
        {QStringLiteral("d"), m_isBesideWanted ? tr("hide details") : tr("details")},
        {QStringLiteral("o"), tr("export")},
        {tr("wheel"), tr("closer and farther; over the names up and down")},
    };
}

void TimelinePage::layOut()
{
    m_panel->addToHead(m_range);
    m_panel->addToHead(m_search);
    m_panel->addToHead(m_filter);
    auto* lanes = new QWidget;
    auto* parts = new QVBoxLayout(lanes);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    parts->addWidget(m_view, 1);
    parts->addWidget(m_strip);
    m_pages->addWidget(lanes);
    m_pages->addWidget(m_table);
    m_pages->setFocusProxy(m_view);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(metrics::Margin, metrics::Grid, metrics::Margin, metrics::Grid + 2);
    tools->setSpacing(metrics::Gap);
    tools->addWidget(m_tools);
    tools->addWidget(m_said, 1);
    tools->addWidget(m_older);
    if (m_export != nullptr) {
        tools->addWidget(m_export);
    }
    column->addLayout(tools);
    column->addWidget(m_stateful, 1);
    m_panel->setBody(body);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::Gap);
    row->addWidget(m_panel, 1);
    row->addWidget(m_details);
    setFocusProxy(m_stateful);
}

void TimelinePage::setUpLanes()
{
    int worth = static_cast<int>(TimelineLanes.size());
    for (const TimelineLane lane : TimelineLanes) {
        auto* chip = new Chip(m_theme, Chip::Kind::Control);
        chip->setText(timelineLaneText(lane));
        chip->setCheckable(true);
        chip->setChecked(true);
        chip->setToolTip(tr("Show or hide this lane"));
        connect(chip, &Chip::toggled, this, [this, lane](bool isOn) { setLaneShown(lane, isOn); });
        m_laneChips.push_back(chip);
        m_tools->add(chip, worth--);
    }
    m_older->setText(tr("load older"));
    m_older->setKey(QStringLiteral("m"));
    m_older->setToolTip(tr("What is older than the loaded entries is only counted"));
    connect(m_older, &Chip::clicked, this, [this] { m_book.loadMore(); });
    m_tools->setMaximumWidth(m_tools->sizeHint().width());
}

void TimelinePage::setUpTable()
{
    const auto column = [this](const char* id) {
        return m_model.columnOf(QString::fromLatin1(id));
    };
    m_table->setAccessibleName(tr("Timeline, as a table"));
    m_table->setModel(&m_model);
    m_table->setShown({{.column = column("at"), .width = 190, .firstOrder = Qt::DescendingOrder},
                       {.column = column("lane"), .width = 124, .dropFirst = 2},
                       {.column = column("what"), .width = 120},
                       {.column = column("severity"), .width = 80},
                       {.column = column("name"), .width = 150},
                       {.column = column("subject"), .width = 130},
                       {.column = column("state"), .width = 90, .dropFirst = 3},
                       {.column = column("duration"), .width = 90, .dropFirst = 4},
                       {.column = column("summary"), .width = 180, .stretches = true}});
    connect(m_table, &Table::currentRowChanged, this, [this](int row) {
        if (isTwinShown() && row >= 0) {
            showDetails(m_model.entryAt(row));
            m_view->setCurrent(m_model.rowId(row));
        }
    });
    connect(m_table, &Table::opened, this, [this] { m_details->openFirst(); });
}

void TimelinePage::follow()
{
    connect(&m_ports.incidents, &IncidentBook::changed, this, &TimelinePage::takeIncidentsSoon);
    connect(&m_book, &TimelineBook::changed, this, &TimelinePage::takeContentSoon);
    connect(&m_book, &TimelineBook::countsChanged, this, &TimelinePage::takeContentSoon);
    connect(&m_book, &TimelineBook::stateChanged, this, &TimelinePage::takeContentSoon);
    connect(&m_overview, &TimelineOverview::counted, this, &TimelinePage::takeOverview);
    connect(&m_overview, &TimelineOverview::grew, this, [this] {
        if (isActive()) {
            m_strip->setCounts(m_overview.counts());
            takeContentSoon();
        }
    });
    connect(&m_ports.log, &AlertLog::failed, this, [this](const Error& error) {
        m_error = error;
        showState();
    });
    connect(&m_ports.log, &AlertLog::appended, this, [this] { m_error.reset(); });
    connect(m_view, &TimelineView::windowChanged, this, [this] {
        m_strip->update();
        askSoon();
    });
    connect(m_view, &TimelineView::currentChanged, this, &TimelinePage::takeChosen);
    connect(m_view, &TimelineView::stormToggled, this, &TimelinePage::toggleStorm);
    connect(m_view, &TimelineView::activated, m_details, &TimelineDetails::openFirst);
    connect(m_view, &TimelineView::laidOut, this,
            [this] { m_strip->setTimeWidth(m_view->frame().timeWidth()); });
    if (m_export != nullptr) {
        connect(m_export, &TimelineExportChip::done, this, &TimelinePage::say);
    }
    connect(m_strip, &TimelineStrip::moved, m_view, &TimelineView::showRange);
    connect(m_details, &TimelineDetails::linkActivated, this, &Page::linkActivated);
    connect(m_range, &RangeChip::chosen, this, &TimelinePage::ask);
    connect(m_filter, &FilterLine::textChanged, this, &TimelinePage::applyFilter);
    connect(m_filter, &FilterLine::left, m_stateful, qOverload<>(&QWidget::setFocus));
    connect(m_search, &FilterLine::left, m_stateful, qOverload<>(&QWidget::setFocus));
    connect(m_search, &FilterLine::textChanged, this, [this](const QString& text) {
        m_clock.after(TypingPause, this, [this, text, typed = ++m_searches] {
            if (typed == m_searches) {
                startSearch(text);
            }
        });
    });
    connect(m_stateful, &StatefulView::todoClicked, this, &TimelinePage::doTheOneThing);
}

void TimelinePage::focusFilter()
{
    m_model.prepareSearch();
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool TimelinePage::back()
{
    if (!m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    if (!m_search->text().isEmpty()) {
        search({});
        return true;
    }
    if (isTwinShown()) {
        toggleTwin();
        return true;
    }
    return false;
}

void TimelinePage::keyPressEvent(QKeyEvent* event)
{
    const QString typed = event->text();
    const bool isPlain =
        (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == Qt::NoModifier;
    if (!isPlain || typed.size() != 1) {
        event->ignore();
        return;
    }
    switch (typed.at(0).unicode()) {
    case u't':
        m_range->openMenu();
        break;
    case u's':
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
        break;
    case u'v':
        toggleTwin();
        break;
    case u'm':
        m_book.loadMore();
        break;
    case u'd':
        m_isBesideWanted = !m_isBesideWanted;
        showState();
        Q_EMIT keysChanged();
        break;
    case u'o':
        if (m_export != nullptr) {
            m_export->openMenu();
        }
        break;
    default:
        event->ignore();
    }
}

bool TimelinePage::isTwinShown() const
{
    return m_pages->currentIndex() == 1;
}

void TimelinePage::toggleTwin()
{
    const bool show = !isTwinShown();
    m_pages->setCurrentIndex(show ? 1 : 0);
    QWidget* shown = show ? static_cast<QWidget*>(m_table) : m_view;
    m_pages->setFocusProxy(shown);
    if (show) {
        const int row = m_model.rowOf(m_view->currentId());
        if (row >= 0) {
            m_table->chooseAlone(row);
            m_table->scrollTo(m_model.index(row, 0));
        }
    }
    if (m_stateful->isContentShown()) {
        shown->setFocus();
    }
    Q_EMIT keysChanged();
}

void TimelinePage::applyFilter(const QString& text)
{
    auto filter = m_model.parseFilter(text);
    m_filter->setProblem(filter ? QString() : filter.error().text());
    if (filter) {
        m_model.setFilter(*std::move(filter));
        takeContentSoon();
    }
}

void TimelinePage::search(const QString& text)
{
    m_search->setText(text);
    ++m_searches; // what is typed need not be waited for
    startSearch(text);
}

void TimelinePage::startSearch(const QString& text)
{
    if (m_query.text != text.trimmed()) {
        m_query.text = text.trimmed();
        ask();
    }
}

void TimelinePage::setLaneShown(TimelineLane lane, bool isShown)
{
    Chip* chip = m_laneChips.at(static_cast<size_t>(lane));
    chip->setChecked(isShown);
    chip->setInk(isShown ? Token::Text : Token::Text3);
    QFont font = chip->font();
    font.setStrikeOut(!isShown);
    chip->setFont(font);
    std::vector<TimelineLane> lanes;
    for (const TimelineLane each : TimelineLanes) {
        if (m_laneChips.at(static_cast<size_t>(each))->isChecked()) {
            lanes.push_back(each);
        }
    }
    if (lanes != m_query.lanes) {
        m_query.lanes = std::move(lanes);
        ask();
    }
}

QString TimelinePage::item() const
{
    const TimelineEntry* chosen = m_view->current();
    return chosen != nullptr ? chosen->key : QString();
}

bool TimelinePage::open(const QString& item)
{
    m_wanted = item;
    chooseWanted();
    const bool isKnown = m_wanted.isEmpty();
    if (!isKnown && !m_book.isLoading() && m_isAsked) {
        m_wanted.clear();
        return false;
    }
    return true; // it may be in what is on its way
}

void TimelinePage::doTheOneThing()
{
    switch (m_state.kind) {
    case TimelineState::Kind::NoLanes:
        for (const TimelineLane lane : TimelineLanes) {
            setLaneShown(lane, true);
        }
        break;
    case TimelineState::Kind::Empty:
        m_range->openMenu();
        break;
    case TimelineState::Kind::NothingFound:
        search({});
        break;
    case TimelineState::Kind::NothingPasses:
        m_filter->clear();
        break;
    default:
        m_error.reset();
        ask();
        break;
    }
}

} // namespace stowage
