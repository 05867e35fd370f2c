// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/WindowSession.h"

#include "app/compose/Actor.h"
#include "app/compose/AlertDesk.h"
#include "app/compose/HostDesk.h"
#include "app/compose/OwnWatch.h"
#include "views/fleet/FleetPage.h"
#include "views/hosts/HostPanel.h"
#include "views/hosts/HostsPage.h"
#include "views/now/NowPage.h"
#include "views/placement/PlacementPage.h"
#include "views/shell/FleetGate.h"
#include "views/shell/LatePage.h"
#include "views/sources/SourcesPage.h"
#include "views/theme/ThemeStyle.h"
#include "views/timeline/TimelinePage.h"

#include <QApplication>

namespace stowage {
namespace {

constexpr Millis AfterFirstFrame{100};

} // namespace

WindowSession::WindowSession(FleetSession& session, const Clock& clock, const QString& theme, QObject* parent)
    : QObject(parent), m_session(session), m_theme(Theme::builtIn(theme)), m_placement(session.fleet()),
      m_placementWatch(m_placement, session.profile().policies(), clock,
                       FindingDates(FindingDatesFile(session.dataFolder()).read(clock.now()))),
      m_findingDates(FindingDatesFile(session.dataFolder()), m_placementWatch, clock),
      m_placementFile(session.fleet(), m_placement, session.profile()),
      m_incidentFile(session.profile(), clock), m_seriesFile(session.profile(), clock),
      m_timelineFile(session.profile(), clock), m_viewFile(session.dataFolder()),
      m_gate(std::make_unique<FleetGate>(session.fleet(), &session.hosts().book()))
{
    applyTheme(*qApp, m_theme);
    const Profile& profile = session.profile();
    m_shell = std::make_unique<Shell>(Context{profile.name, profile.risk}, session.fleet(), *m_gate, clock,
                                      m_theme);
    session.setPlacement(&m_placementWatch);
    addPages(clock);
    judgeHosts(clock);
    connect(&session, &FleetSession::arrived, m_gate.get(), &FleetGate::take);
    connect(m_shell.get(), &Shell::refreshRequested, &session, &FleetSession::refresh);
    connect(m_shell.get(), &Shell::themeSwitchRequested, this, &WindowSession::switchTheme);
}

WindowSession::~WindowSession()
{
    m_session.setPlacement(nullptr);
}

void WindowSession::addPages(const Clock& clock)
{
    Fleet& fleet = m_session.fleet();
    AlertDesk& alerts = m_session.alerts();
    m_shell->addPage(
        new NowPage({alerts.incidents(), alerts.book(), fleet, &m_session.hosts().book(),
                     &m_session.hosts().series(), &m_placementWatch, currentActor(), &m_incidentFile},
                    clock, m_theme));
    addLate<FleetPage>([this, &fleet, &clock] { return new FleetPage(fleet, clock, m_theme); });
    HostDesk& hosts = m_session.hosts();
    addLate<PlacementPage>([this, &fleet, &hosts, &clock] {
        return new PlacementPage({fleet, m_placement, m_placementWatch, &m_placementFile, &hosts.book()},
                                 clock, m_theme);
    });
    addLate<HostsPage>([this, &hosts, &clock] {
        return new HostsPage({hosts.book(), hosts.series(), &hosts.forecasts(), &m_seriesFile, &m_viewFile},
                             clock, m_theme);
    });
    addLate<SourcesPage>(
        [this, &fleet, &clock] { return new SourcesPage(fleet, &m_session.doctor(), clock, m_theme); });
    addLate<TimelinePage>([this, &alerts, &clock] {
        return new TimelinePage({alerts.log(), alerts.incidents(), &m_timelineFile}, clock, m_theme);
    });
    buildSoon(clock);
}

template <class What>
void WindowSession::addLate(std::function<What*()> make)
{
    m_shell->addPage(new LatePage(What::identity(), What::name(), std::move(make)));
}

/// One a turn, so that none of them is felt.
void WindowSession::buildSoon(const Clock& clock)
{
    clock.after(AfterFirstFrame, this, [this, &clock] {
        if (LatePage* page = nextUnbuilt()) {
            page->build();
            buildSoon(clock);
        }
    });
}

LatePage* WindowSession::nextUnbuilt() const
{
    for (Page* page : m_shell->pages()) {
        if (auto* late = qobject_cast<LatePage*>(page); late != nullptr && !late->isBuilt()) {
            return late;
        }
    }
    return nullptr;
}

void WindowSession::buildPages()
{
    while (LatePage* page = nextUnbuilt()) {
        page->build();
    }
}

/// As the shell does of the fleet: not while the screen stands still.
void WindowSession::judgeHosts(const Clock& clock)
{
    clock.after(std::chrono::seconds{1}, this, [this, &clock] { judgeHosts(clock); });
    if (!m_gate->isShut()) {
        m_session.hosts().book().judgeAges();
    }
    if (OwnWatch* own = m_session.own()) {
        own->setHeld(m_gate->isShut());
        // It comes after the window, and goes before it; the pages come later still.
        if (auto* page = m_shell->findChild<HostsPage*>()) {
            page->panel().setBaselines(&own->usual());
        }
        if (auto* page = m_shell->findChild<SourcesPage*>()) {
            page->setSelf(&own->self());
        }
    }
}

void WindowSession::switchTheme()
{
    m_theme = Theme::builtIn(m_theme.isDark() ? QStringLiteral("light") : QStringLiteral("dark"));
    applyTheme(*qApp, m_theme);
}

} // namespace stowage
