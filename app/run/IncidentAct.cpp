// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/IncidentAct.h"

#include "app/compose/Actor.h"
#include "app/run/AlertPrinter.h"
#include "app/run/Console.h"
#include "app/run/ProfileLocator.h"
#include "connectors/store/alerts/SqliteAlertLog.h"

namespace stowage {
namespace {

constexpr std::chrono::seconds Patience{60}; ///< with a log of years on a slow disk

} // namespace

IncidentAct::IncidentAct(const Invocation& invocation, Profile profile, const Clock& clock, QObject* parent)
    : QObject(parent), m_invocation(invocation), m_profile(std::move(profile)), m_clock(clock),
      m_fleet(clock), m_hosts(m_fleet, clock),
      m_desk(m_fleet, m_hosts, {},
             std::make_unique<SqliteAlertLog>(
                 ProfileLocator::sessionOptions(invocation, m_profile).dataFolder, clock),
             clock)
{
    // That an old checkpoint cannot be read is no hindrance: the log can.
    connect(&m_desk, &AlertDesk::failed, this, [](const Error& error) { Console::say(error); });
    connect(&m_desk.log(), &AlertLog::failed, this, [this] { end(ExitStatus::ActionFailed); });
    connect(&m_desk, &AlertDesk::restored, this, &IncidentAct::act);
}

bool IncidentAct::isMeant(const Invocation& invocation)
{
    return invocation.command == QLatin1String("incidents") && !invocation.arguments.isEmpty() &&
           invocation.arguments.first() != QLatin1String("show");
}

void IncidentAct::start()
{
    m_clock.after(Patience, this, [this] {
        if (!m_isEnded) {
            Console::say(tr("the log of what happened does not answer"));
            end(ExitStatus::ActionFailed);
        }
    });
    m_desk.restore();
}

void IncidentAct::act()
{
    m_desk.flush();
    if (const Result<void> applied = apply(); !applied) {
        Console::say(applied.error());
        end(ExitStatus::Usage);
        return;
    }
    m_desk.flush();
    const Result<ExitStatus> printed =
        AlertPrinter(m_desk.book(), m_desk.incidents(), m_profile, m_invocation).print();
    if (!printed) {
        Console::say(printed.error());
    }
    end(printed ? ExitStatus::Fine : ExitStatus::Usage);
}

/// What the act takes away from somebody is said; an act that changes nothing is an error.
std::optional<Error> IncidentAct::sayBefore(const Incident& incident, const QString& act,
                                            const QString& actor) const
{
    const auto nothingToDo = [&incident](const QString& what) {
        return Error{ErrorKind::Usage, what.arg(incident.id), {}, {}, std::nullopt};
    };
    if (act == QLatin1String("release") && incident.owner.isEmpty()) {
        return nothingToDo(tr("nobody has taken %1 over"));
    }
    if (act == QLatin1String("unmute") && !incident.isMuted(m_clock.now())) {
        return nothingToDo(tr("%1 is not muted"));
    }
    if (act == QLatin1String("own") && !incident.owner.isEmpty() && incident.owner != actor) {
        Console::say(tr("%1 had been taken over by %2").arg(incident.id, incident.owner));
    }
    return std::nullopt;
}

Result<void> IncidentAct::apply()
{
    IncidentBook& incidents = m_desk.incidents();
    const QString& act = m_invocation.arguments.at(0);
    const QString& id = m_invocation.arguments.at(1);
    const QString actor = currentActor();
    const Incident* incident = incidents.find(id);
    if (incident == nullptr) {
        return fail(AlertPrinter::noIncident(id));
    }
    if (auto idle = sayBefore(*incident, act, actor)) {
        return fail(std::move(*idle));
    }
    if (act == QLatin1String("ack")) {
        return incidents.acknowledge(id, actor, m_invocation.note);
    }
    if (act == QLatin1String("own")) {
        return incidents.takeOver(id, actor);
    }
    if (act == QLatin1String("release")) {
        return incidents.release(id, actor);
    }
    return act == QLatin1String("mute")
               ? incidents.mute(id, actor, m_clock.now() + m_invocation.muteFor, m_invocation.note)
               : incidents.unmute(id, actor);
}

void IncidentAct::end(ExitStatus status)
{
    if (!std::exchange(m_isEnded, true)) {
        m_desk.close(); // waits until it is on disk
        Q_EMIT finished(status);
    }
}

} // namespace stowage
