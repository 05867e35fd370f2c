// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/WindowNotifier.h"

#include "app/compose/Actor.h"
#include "app/compose/AlertDesk.h"
#include "app/compose/FleetSession.h"
#include "connectors/notify/DesktopChannel.h"
#include "views/shell/Shell.h"
#include "views/tray/TrayChannel.h"

#include <algorithm>

namespace stowage {

WindowNotifier::WindowNotifier(FleetSession& session, Shell& shell, const Theme& theme, const Clock& clock,
                               QObject* parent)
    : QObject(parent), m_session(session), m_shell(shell), m_theme(theme), m_clock(clock)
{
    connect(&session, &FleetSession::ready, this, &WindowNotifier::begin);
}

WindowNotifier::~WindowNotifier() = default;

/// Not before the first frame: the desktop's bus may take its time, also to say whether there is a tray.
void WindowNotifier::begin()
{
    makeTray();
    showStanding();
    if (!m_session.profile().notify.isDesktop) {
        return;
    }
    DesktopChannel::find(QDBusConnection::sessionBus(), this, [this](bool isThere) { beginOn(isThere); });
}

void WindowNotifier::makeTray()
{
    if (!m_tray && TrayIcon::isThere()) {
        m_tray = std::make_unique<TrayIcon>(m_session.profile().name, m_theme);
        connect(m_tray.get(), &TrayIcon::opened, this, &WindowNotifier::raise);
        connect(m_tray.get(), &TrayIcon::quitRequested, this, &WindowNotifier::quitRequested);
        connect(&m_session.alerts().incidents(), &IncidentBook::changed, this, &WindowNotifier::showStanding);
    }
}

void WindowNotifier::beginOn(bool hasService)
{
    const NotifyProfile& profile = m_session.profile().notify;
    if (!hasService && !m_tray) {
        return; // nobody could be told; the window shows it all the same
    }
    AlertDesk& alerts = m_session.alerts();
    m_notify =
        std::make_unique<NotifyDesk>(profile, m_session.profile().name, currentActor(),
                                     NotifyDesk::Ports{alerts.book(), alerts.incidents(), alerts.log(),
                                                       m_session.http(), m_session.secrets(), m_clock});
    if (hasService) {
        m_notify->addChannel(std::make_unique<DesktopChannel>(QDBusConnection::sessionBus(), profile.isLoud));
    } else {
        m_notify->addChannel(std::make_unique<TrayChannel>(*m_tray, profile.isLoud));
    }
    connect(m_notify.get(), &NotifyDesk::failed, this, &WindowNotifier::failed);
    connect(m_notify.get(), &NotifyDesk::opened, this, &WindowNotifier::open);
    m_notify->takeTurns(m_session.dataFolder() + QStringLiteral("/window.lock"));
    if (alerts.isRestored()) {
        m_notify->start();
    } else {
        connect(&alerts, &AlertDesk::restored, m_notify.get(), &NotifyDesk::start);
    }
}

void WindowNotifier::showStanding()
{
    if (m_tray) {
        const bool isLive = std::ranges::all_of(m_session.fleet().sources(), [](const Source& source) {
            return !source.isAlive || source.status.state == Freshness::Live;
        });
        m_tray->show(TrayStanding::of(m_session.alerts().incidents().incidents(), isLive));
    }
}

void WindowNotifier::open(const QString& incident)
{
    if (const auto link = Link::parse(QStringLiteral("stowage://incident/%1").arg(incident))) {
        m_shell.go(*link);
    }
    raise();
}

void WindowNotifier::raise()
{
    QWidget* window = m_shell.window();
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace stowage
