// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/Shell.h"

#include "models/fleet/Fleet.h"
#include "views/shell/FleetGate.h"
#include "views/shell/Foot.h"
#include "views/shell/Page.h"
#include "views/shell/PaletteBox.h"
#include "views/shell/Rail.h"
#include "views/shell/Scrim.h"
#include "views/shell/TopBar.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/StateNotice.h"
#include "views/widgets/Words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace stowage {

namespace {

constexpr Millis Second{1'000};
constexpr Millis SayFor{3'000};
constexpr int OverlayTop = 64;

} // namespace

Shell::Shell(const Context& context, Fleet& fleet, FleetGate& gate, const Clock& clock, const Theme& theme,
             QWidget* parent)
    : QWidget(parent), m_fleet(fleet), m_gate(gate), m_clock(clock), m_theme(theme),
      m_topBar(new TopBar(context, theme, this)), m_rail(new Rail(theme, this)),
      m_frozenStrip(new StateNotice(theme, StateNotice::Shape::Strip, this)), m_stack(new QStackedLayout),
      m_foot(new Foot(theme, this)), m_scrim(new Scrim(theme, this)), m_palette(new PaletteBox(theme, this)),
      m_help(new HelpBox(theme, this))
{
    //: window title; %1 is the name of the profile
    setWindowTitle(tr("%1 · Stowage").arg(words::visible(context.name)));
    setFocusPolicy(Qt::StrongFocus);
    layOut();
    connect(m_topBar, &TopBar::paletteRequested, this, &Shell::openPalette);
    connect(m_topBar, &TopBar::freezeToggled, this, [this] { setFrozen(!isFrozen()); });
    connect(m_frozenStrip, &StateNotice::todoClicked, this, [this] { setFrozen(false); });
    connect(m_rail, &Rail::chosen, this, [this](const QString& id) { go({id, {}}); });
    connect(m_foot, &Foot::sourceChosen, this, [this](const QString& id) {
        go({QStringLiteral("sources"), id});
    });
    connectOverlays();
    connect(&m_fleet, &Fleet::changed, this, [this](const ChangeSet& changes) {
        if (!changes.sources.isEmpty()) {
            showSources();
            showTime();
        }
        if (m_awaited) {
            // When the pages' models have taken the change too.
            QMetaObject::invokeMethod(this, &Shell::openAwaited, Qt::QueuedConnection);
        }
    });
    connect(&m_gate, &FleetGate::waitingChanged, this, &Shell::showFrozen);
    showFrozen();
    showSources();
    showTime();
    m_clock.after(Second, this, [this] { tick(); });
}

Shell::~Shell() = default;

void Shell::layOut()
{
    auto* middle = new QVBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(m_frozenStrip);
    auto* content = new QWidget;
    // A stacked layout has no margins of its own.
    auto* margins = new QVBoxLayout(content);
    margins->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    margins->addLayout(m_stack);
    middle->addWidget(content, 1);
    auto* body = new QHBoxLayout;
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_rail);
    body->addLayout(middle, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addLayout(body, 1);
    column->addWidget(m_foot);
}

void Shell::connectOverlays()
{
    connect(m_palette, &PaletteBox::chosen, this, &Shell::go);
    const auto giveFocusBack = [this] {
        dim(false);
        QWidget* page = m_current;
        (page != nullptr ? page : this)->setFocus();
    };
    connect(m_palette, &PaletteBox::closed, this, giveFocusBack);
    connect(m_help, &HelpBox::closed, this, giveFocusBack);
    connect(m_scrim, &Scrim::pressed, m_palette, &PaletteBox::leave);
    connect(m_scrim, &Scrim::pressed, m_help, &HelpBox::leave);
}

void Shell::dim(bool dimmed)
{
    m_scrim->setVisible(dimmed);
    m_scrim->raise();
}

void Shell::addPage(Page* page)
{
    // In the layout from when it is first looked at: the first frame is not to wait for pages that it does
    // not show to be measured.
    page->hide();
    page->setParent(m_stack->parentWidget());
    m_pages.push_back(page);
    page->setFrozen(isFrozen());
    m_rail->addPage(*page);
    connect(page, &Page::linkActivated, this, &Shell::go);
    connect(page, &Page::refreshRequested, this, &Shell::refreshRequested);
    connect(page, &Page::keysChanged, this, &Shell::showKeys);
    connect(page, &Page::itemChanged, this, [this, page] {
        if (page == m_current) {
            m_history.amend(here());
        }
    });
    if (m_current == nullptr) {
        go({page->id(), {}});
    }
}

Page* Shell::page(const QString& id) const
{
    const auto found =
        std::find_if(m_pages.begin(), m_pages.end(), [&id](const Page* page) { return page->id() == id; });
    return found == m_pages.end() ? nullptr : *found;
}

Link Shell::here() const
{
    return m_current == nullptr ? Link{} : Link{m_current->id(), m_current->item()};
}

bool Shell::go(const Link& link)
{
    Page* wanted = page(link.page);
    if (wanted == nullptr) {
        return false;
    }
    m_awaited.reset();
    // A step of its own only between pages; within one page it is amended, else every arrow key were a step.
    // The step comes first, since a page may choose an item as soon as it is looked at.
    if (wanted != m_current) {
        m_history.visit(link);
    }
    look(wanted);
    if (!link.item.isEmpty() && !wanted->open(link.item)) {
        say(tr("%1 is not here any more").arg(words::visible(link.item)));
    }
    m_history.amend(here());
    return true;
}

bool Shell::goOnceThere(const Link& link)
{
    if (!go({link.page, {}})) {
        return false;
    }
    if (!link.item.isEmpty()) {
        m_awaited = link;
        openAwaited();
    }
    return true;
}

void Shell::openAwaited()
{
    if (!m_awaited) {
        return;
    }
    if (m_current->open(m_awaited->item)) {
        m_awaited.reset();
        m_history.amend(here());
        return;
    }
    const auto sources = m_fleet.sources();
    const bool isAllTold = std::all_of(sources.begin(), sources.end(), [](const Source& source) {
        return !source.isAlive || source.status.settled;
    });
    if (isAllTold && !sources.empty()) {
        say(tr("%1 is not here").arg(words::visible(m_awaited->item)));
        m_awaited.reset();
    }
}

void Shell::look(Page* page)
{
    if (page == m_current) {
        return;
    }
    if (m_current != nullptr) {
        m_current->setActive(false);
    }
    m_current = page;
    if (m_stack->indexOf(page) < 0) {
        m_stack->addWidget(page);
    }
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(*page);
    page->setActive(true);
    page->tick();
    page->setFocus();
    showKeys();
}

void Shell::travel(const std::optional<Link>& link)
{
    if (!link) {
        return;
    }
    m_awaited.reset();
    if (Page* wanted = page(link->page)) {
        look(wanted);
        wanted->open(link->item);
    }
}

void Shell::setFrozen(bool frozen)
{
    if (frozen == isFrozen()) {
        return;
    }
    m_frozenSince = frozen ? std::optional(m_clock.now()) : std::nullopt;
    for (Page* page : m_pages) {
        page->setFrozen(frozen);
    }
    m_gate.setShut(frozen);
    if (!frozen) {
        m_fleet.judgeAges();
        m_fleet.flush();
    }
    showFrozen();
    showTime();
    showKeys();
}

void Shell::tick()
{
    m_clock.after(Second, this, [this] { tick(); });
    if (!isFrozen()) {
        m_fleet.judgeAges();
    }
    showTime();
    showSources();
    showFrozen();
    if (m_current != nullptr) {
        m_current->tick();
    }
}

void Shell::say(const QString& words)
{
    m_foot->say(words);
    const int said = ++m_said;
    m_clock.after(SayFor, this, [this, said] {
        if (said == m_said) {
            m_foot->say({});
        }
    });
}

void Shell::copyLink()
{
    const QString link = here().toString();
    QGuiApplication::clipboard()->setText(link);
    say(tr("Copied: %1").arg(link));
}

void Shell::back()
{
    if (m_current != nullptr && m_current->back()) {
        return;
    }
    if (m_current != nullptr) {
        m_current->setFocus();
    }
}

void Shell::openPalette()
{
    dim(true);
    m_palette->move((width() - m_palette->width()) / 2, OverlayTop);
    m_palette->openWith(Finder(m_fleet, m_pages));
}

void Shell::openHelp()
{
    dim(true);
    m_help->openWith({{tr("Everywhere"), ownKeys()},
                      {m_current != nullptr ? m_current->title() : QString(),
                       m_current != nullptr ? m_current->keysHelp() : std::vector<KeyHelp>()}});
    m_help->move((width() - m_help->width()) / 2, OverlayTop);
}

void Shell::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
}

void Shell::resizeEvent(QResizeEvent* /*event*/)
{
    m_scrim->setGeometry(rect());
    m_palette->move((width() - m_palette->width()) / 2, OverlayTop);
    m_help->move((width() - m_help->width()) / 2, OverlayTop);
}

} // namespace stowage
