// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/OneShot.h"

#include "app/run/Console.h"
#include "app/run/FleetPrinter.h"
#include "app/run/ProfileLocator.h"

namespace stowage {
OneShot::OneShot(const Invocation& invocation, Profile profile, const Clock& clock, QObject* parent)
    : QObject(parent), m_invocation(invocation),
      m_session(profile, ProfileLocator::sessionOptions(invocation, profile), clock),
      m_settling(m_session.fleet(), m_session.inventory(), clock)
{
    connect(&m_session, &FleetSession::arrived, &m_session.fleet(), &Fleet::apply);
    connect(&m_session, &FleetSession::warned, this, [](const Error& error) { Console::say(error); });
    if (m_invocation.isVerbose) {
        connect(&m_session, &FleetSession::arrived, this, &OneShot::tell);
    }
    connect(&m_settling, &Settling::settled, this, &OneShot::printAndEnd);
}

void OneShot::start()
{
    m_session.start();
    m_settling.await(m_session.sourceIds(), m_invocation.settle);
}

void OneShot::tell(const Delta& delta)
{
    if (delta.status && !delta.status->progress.isEmpty()) {
        Console::say(QStringLiteral("%1: %2").arg(delta.source, delta.status->progress));
    }
}

void OneShot::printAndEnd()
{
    Fleet& fleet = m_session.fleet();
    for (const QString& id : m_settling.waitingFor()) {
        Console::say(tr("%1 has not answered within %2; what is known of it is from before")
                         .arg(id, formatDuration(m_invocation.settle)));
    }
    bool isReached = m_settling.waitingFor().isEmpty();
    for (const Source& source : fleet.sources()) {
        if (!source.isAlive || !source.status.error) {
            continue;
        }
        Console::say(*source.status.error);
        isReached = isReached && source.status.error->kind == ErrorKind::Unsupported;
    }
    fleet.judgeAges();
    fleet.flush();
    const FleetPrinter printer(fleet, m_session.profile(), m_invocation);
    const auto printed = printer.print();
    if (!printed) {
        Console::say(printed.error());
    }
    m_session.stop();
    Q_EMIT finished(!printed ? ExitStatus::Usage : isReached ? *printed : ExitStatus::NotReached);
}

} // namespace stowage
