// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/WindowRun.h"

#include "app/cli/CommandLine.h"
#include "app/run/Console.h"
#include "app/run/ProfileLocator.h"

#include <QGuiApplication>

namespace stowage {

WindowRun::WindowRun(const Invocation& invocation, Profile profile, const Clock& clock,
                     const NameScouts& names, QObject* parent)
    : QObject(parent), m_link(invocation.link), m_size(invocation.size),
      m_endsAfterFirstFrame(invocation.exitAfterFirstFrame),
      m_session(profile, ProfileLocator::sessionOptions(invocation, profile, names), clock),
      m_window(m_session, clock, invocation.theme),
      m_notifier(m_session, m_window.shell(), m_window.theme(), clock)
{
    m_codes.setWindow(&m_window.shell());
    m_session.setOneTimeCodes(&m_codes);
    connect(&m_session, &FleetSession::warned, this, [](const Error& error) { Console::say(error); });
    connect(&m_notifier, &WindowNotifier::failed, this, [](const Error& error) { Console::say(error); });
    connect(&m_notifier, &WindowNotifier::quitRequested, this, [this] { Q_EMIT finished(ExitStatus::Fine); });
    connect(qGuiApp, &QGuiApplication::lastWindowClosed, this, [this] { Q_EMIT finished(ExitStatus::Fine); });
}

void WindowRun::start()
{
    if (const auto link = Link::parse(m_link); link && !m_window.shell().goOnceThere(*link)) {
        Console::say(CommandLine::wrongLink(m_link)); // no such page in this version
        Q_EMIT finished(ExitStatus::Usage);
        return;
    }
    m_window.shell().resize(m_size);
    if (m_endsAfterFirstFrame) {
        m_window.shell().installEventFilter(this);
    }
    m_window.shell().show();
    m_session.start();
}

bool WindowRun::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // The shell paints before what lies on it; once this event is through, the frame is on the screen.
        QMetaObject::invokeMethod(this, &WindowRun::endAfterThisFrame, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void WindowRun::endAfterThisFrame()
{
    Console::print(QStringLiteral("first frame\n"));
    Q_EMIT finished(ExitStatus::Fine);
}

} // namespace stowage
