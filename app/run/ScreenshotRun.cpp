// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/ScreenshotRun.h"

#include "app/compose/AlertDesk.h"
#include "app/compose/HostDesk.h"
#include "app/run/Console.h"
#include "app/run/ProfileLocator.h"
#include "models/alerts/incidents/IncidentBook.h"
#include "views/hosts/HostChart.h"
#include "views/hosts/HostsPage.h"
#include "views/hosts/MetricChips.h"
#include "views/now/MemberView.h"
#include "views/now/NowPage.h"
#include "views/shell/Page.h"
#include "views/timeline/TimelinePage.h"
#include "views/timeline/TimelineView.h"
#include "views/widgets/RangeChip.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace stowage {
namespace {

/// Pages coalesce what arrives, lay themselves out anew and paint, all later; a grab must come after that.
constexpr Millis Composure{400};
constexpr Millis Near = std::chrono::minutes(10); ///< of the timeline
constexpr int MostWaits = 25;

} // namespace

ScreenshotRun::ScreenshotRun(const Invocation& invocation, const Clock& clock, QObject* parent)
    : QObject(parent), m_invocation(invocation), m_clock(clock), m_demo(DemoSize::ofNodes(invocation.nodes))
{
    if (m_invocation.dataFolder.isEmpty()) {
        m_invocation.dataFolder = m_folder.path();
    }
    connect(&m_demo, &DemoHost::started, this, &ScreenshotRun::showDemo);
    connect(&m_demo, &DemoHost::failed, this, [this](const Error& error) {
        Console::say(error);
        Q_EMIT finished(ExitStatus::Usage);
    });
}

ScreenshotRun::~ScreenshotRun() = default;

void ScreenshotRun::start()
{
    if (m_invocation.profilePath.isEmpty()) {
        m_demo.start(m_invocation.scenario);
    } else if (const auto profile = ProfileLocator::readOrSay(m_invocation.profilePath)) {
        show(*profile);
    } else {
        Q_EMIT finished(ExitStatus::Usage);
    }
}

void ScreenshotRun::showDemo(const QByteArray& profileJson)
{
    const auto profile = ProfileReader::read(profileJson, QStringLiteral("demo"));
    if (!profile) {
        Q_EMIT finished(ExitStatus::Defect);
        return;
    }
    show(*profile, {&m_demo.resolver(), &m_demo.resolver(), DemoResolver::Every});
}

void ScreenshotRun::show(const Profile& profile, const NameScouts& names)
{
    m_session = std::make_unique<FleetSession>(
        profile, ProfileLocator::sessionOptions(m_invocation, profile, names), m_clock);
    m_window = std::make_unique<WindowSession>(*m_session, m_clock, m_invocation.theme);
    m_window->buildPages();
    m_settling = std::make_unique<Settling>(m_session->fleet(), m_session->inventory(), m_clock);
    connect(m_settling.get(), &Settling::settled, this, [this] {
        m_clock.after(m_invocation.after, this, [this] {
            m_session->fleet().flush();
            shoot();
        });
    });
    m_window->shell().resize(m_invocation.size);
    m_window->shell().show();
    m_session->start();
    m_settling->await(m_session->sourceIds(), m_invocation.settle);
}

void ScreenshotRun::shoot()
{
    const QString folder = m_invocation.arguments.first();
    if (!QDir().mkpath(folder)) {
        Console::say(Error{ErrorKind::Storage, tr("the folder cannot be made"), folder, {}, std::nullopt});
        Q_EMIT finished(ExitStatus::Usage);
        return;
    }
    addScenes();
    shootScene(0);
}

void ScreenshotRun::addScenes()
{
    for (const Page* page : m_window->shell().pages()) {
        const QString id = page->id();
        m_scenes.push_back({id, [this, id] {
                                m_window->shell().go(Link{id, {}});
                            }});
        if (id == QLatin1String("hosts")) {
            addHostScenes();
        } else if (id == QLatin1String("now")) {
            addNowScenes();
        } else if (id == QLatin1String("timeline")) {
            addTimelineScenes();
        }
    }
}

/// The alerts of the worst incident, unfolded, and where a person says something to it.
void ScreenshotRun::addNowScenes()
{
    auto* page = m_window->shell().findChild<NowPage*>();
    if (page == nullptr || m_session->alerts().incidents().incidents().empty()) {
        return;
    }
    m_scenes.push_back({QStringLiteral("now-alerts"), [page] {
                            page->panel().members().expandAll();
                            page->panel().focusMembers();
                        }});
    m_scenes.push_back({QStringLiteral("now-mute"), [page] {
                            page->panel().askMute();
                        }});
}

/// What has just happened, from near; a storm in place.
void ScreenshotRun::addTimelineScenes()
{
    auto* page = m_window->shell().findChild<TimelinePage*>();
    if (page == nullptr) {
        return;
    }
    m_scenes.push_back({QStringLiteral("timeline-minutes"), [this, page] {
                            page->view().showRange({m_clock.now() - Near, m_clock.now()});
                        }});
    m_scenes.push_back({QStringLiteral("timeline-table"), [page] {
                            page->toggleTwin();
                        }});
    const auto incidents = m_session->alerts().incidents().incidents();
    const auto storm = std::ranges::find_if(incidents, &Incident::isStorm);
    if (storm != incidents.end()) {
        m_scenes.push_back({QStringLiteral("timeline-storm"), [page, id = storm->id] {
                                page->toggleTwin();
                                page->openStorm(id);
                            }});
    }
}

/// One page, and much to see on it: what is shown depends on which hosts are chosen.
void ScreenshotRun::addHostScenes()
{
    auto* page = m_window->shell().findChild<HostsPage*>();
    const HostBook& book = m_session->hosts().book();
    if (page == nullptr || std::ranges::none_of(book.hosts(), &Host::isAlive)) {
        return; // what it says instead was taken already
    }
    constexpr int Together = 12;
    m_scenes.push_back({QStringLiteral("hosts-twelve"), [page] {
                            page->chooseTop(Together);
                        }});
    m_scenes.push_back({QStringLiteral("hosts-30-days"), [page] {
                            page->chooseTop(1);
                            page->chart().range().choose(QStringLiteral("30d"));
                        }});
    const auto absurd = std::ranges::find_if(
        book.hosts(), [](const Host& host) { return host.isAlive && !host.quarantined.empty(); });
    if (absurd != book.hosts().end()) {
        m_scenes.push_back({QStringLiteral("hosts-quarantined"), [page, name = absurd->name] {
                                page->chart().range().choose(QStringLiteral("6h"));
                                page->open(name);
                                page->chart().chips().choose({QStringLiteral("io")});
                            }});
    }
    m_scenes.push_back({QStringLiteral("hosts-details"), [page] {
                            page->chart().range().choose(QStringLiteral("6h"));
                            page->chart().chips().choose({QStringLiteral("cpu")});
                            page->showDetails(true);
                        }});
}

void ScreenshotRun::shootScene(size_t index)
{
    if (index == m_scenes.size()) {
        m_session->stop();
        Q_EMIT finished(ExitStatus::Fine);
        return;
    }
    m_scenes[index].show();
    takeSettled(index, MostWaits);
}

/// A chart reads what it shows; a source that hangs keeps the picture waiting only so long.
void ScreenshotRun::takeSettled(size_t index, int waits)
{
    m_clock.after(Composure, this, [this, index, waits] {
        if (isReading() && waits > 0) {
            takeSettled(index, waits - 1);
            return;
        }
        const ExitStatus status = save(m_scenes[index].name);
        status == ExitStatus::Fine ? shootScene(index + 1) : finished(status);
    });
}

bool ScreenshotRun::isReading() const
{
    const Shell& shell = m_window->shell();
    const auto* hosts = shell.findChild<HostsPage*>();
    const auto* timeline = shell.findChild<TimelinePage*>();
    const auto* now = shell.findChild<NowPage*>();
    return (hosts != nullptr && hosts->isActive() && hosts->isReading()) ||
           (timeline != nullptr && timeline->isActive() &&
            (timeline->book().isLoading() || timeline->overview().isCounting())) ||
           (now != nullptr && now->isActive() && now->panel().isReading());
}

ExitStatus ScreenshotRun::save(const QString& name)
{
    const QString path = QDir(m_invocation.arguments.first()).filePath(name + QStringLiteral(".png"));
    if (!m_window->shell().grab().save(path)) {
        Console::say(Error{ErrorKind::Storage, tr("the picture cannot be written"), path, {}, std::nullopt});
        return ExitStatus::Usage;
    }
    Console::print(path + QLatin1Char('\n'));
    return ExitStatus::Fine;
}

} // namespace stowage
