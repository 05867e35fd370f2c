// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/ScreenshotRun.h"

#include "app/run/Console.h"
#include "app/run/ProfileLocator.h"
#include "views/shell/Page.h"

#include <QCoreApplication>
#include <QDir>

namespace stowage {
namespace {

/// Pages coalesce what arrives, lay themselves out anew and paint, all later; a grab must come after that.
constexpr Millis Composure{400};

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
    show(*profile);
}

void ScreenshotRun::show(const Profile& profile)
{
    m_session = std::make_unique<FleetSession>(profile, ProfileLocator::sessionOptions(m_invocation, profile),
                                               m_clock);
    m_window = std::make_unique<WindowSession>(*m_session, m_clock, m_invocation.theme);
    m_settling = std::make_unique<Settling>(m_session->fleet(), m_session->inventory(), m_clock);
    connect(m_settling.get(), &Settling::settled, this, [this] {
        m_session->fleet().flush();
        shoot();
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
    shootPage(0);
}

void ScreenshotRun::shootPage(size_t index)
{
    const auto pages = m_window->shell().pages();
    if (index == pages.size()) {
        m_session->stop();
        Q_EMIT finished(ExitStatus::Fine);
        return;
    }
    const QString page = pages[index]->id();
    m_window->shell().go(Link{page, {}});
    m_clock.after(Composure, this, [this, page, index] {
        const ExitStatus status = save(page);
        status == ExitStatus::Fine ? shootPage(index + 1) : finished(status);
    });
}

ExitStatus ScreenshotRun::save(const QString& page)
{
    const QString path = QDir(m_invocation.arguments.first()).filePath(page + QStringLiteral(".png"));
    if (!m_window->shell().grab().save(path)) {
        Console::say(Error{ErrorKind::Storage, tr("the picture cannot be written"), path, {}, std::nullopt});
        return ExitStatus::Usage;
    }
    Console::print(path + QLatin1Char('\n'));
    return ExitStatus::Fine;
}

} // namespace stowage
