// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/DemoRun.h"

#include "app/run/Console.h"
#include "app/run/OneShot.h"
#include "app/run/WindowRun.h"

namespace stowage {

DemoRun::DemoRun(const Invocation& invocation, const Clock& clock, bool withWindow, QObject* parent)
    : QObject(parent), m_invocation(invocation), m_clock(clock), m_withWindow(withWindow),
      m_fleet(DemoSize::ofNodes(invocation.nodes))
{
    m_invocation.command = QStringLiteral("snapshot");
    if (m_invocation.dataFolder.isEmpty()) {
        m_invocation.dataFolder = m_folder.path();
    }
    connect(&m_fleet, &DemoHost::started, this, &DemoRun::connectTo);
    connect(&m_fleet, &DemoHost::failed, this, [this](const Error& error) {
        Console::say(error);
        end(error.kind == ErrorKind::Usage ? ExitStatus::Usage : ExitStatus::Defect);
    });
}

DemoRun::~DemoRun() = default;

void DemoRun::start()
{
    m_fleet.start(m_invocation.scenario);
}

void DemoRun::connectTo(const QByteArray& profileJson)
{
    const auto profile = ProfileReader::read(profileJson, QStringLiteral("demo"));
    if (!profile) {
        for (const ProfileProblem& problem : profile.error()) {
            Console::say(problem.text());
        }
        end(ExitStatus::Defect);
        return;
    }
    m_withWindow ? startWindow(*profile) : startReport(*profile);
}

void DemoRun::startWindow(const Profile& profile)
{
    m_window = std::make_unique<WindowRun>(m_invocation, profile, m_clock, scouts());
    connect(m_window.get(), &WindowRun::finished, this, &DemoRun::end);
    m_window->start();
}

void DemoRun::startReport(const Profile& profile)
{
    m_report = std::make_unique<OneShot>(m_invocation, profile, m_clock, scouts());
    connect(m_report.get(), &OneShot::finished, this, &DemoRun::end);
    m_report->start();
}

NameScouts DemoRun::scouts() const
{
    return {&m_fleet.resolver(), &m_fleet.resolver(), DemoResolver::Every};
}

void DemoRun::end(ExitStatus status)
{
    Q_EMIT finished(status);
}

} // namespace stowage
