// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/OneShot.h"

#include "app/compose/AlertDesk.h"
#include "app/compose/FindingDatesFile.h"
#include "app/compose/HostDesk.h"
#include "app/compose/OwnWatch.h"
#include "app/run/AlertPrinter.h"
#include "app/run/Console.h"
#include "app/run/FleetPrinter.h"
#include "app/run/HostPrinter.h"
#include "app/run/ProfileLocator.h"
#include "app/run/SeriesWords.h"

namespace stowage {
namespace {

constexpr std::chrono::seconds Patience{30}; ///< with the history, and what keeps it

/// What it shows is made of series, and has holes while the past of a source is being read.
bool showsSeries(const QString& command)
{
    return command == QLatin1String("hosts") || command == QLatin1String("series");
}

bool showsAlerts(const QString& command)
{
    return AlertPrinter::prints(command) || command == QLatin1String("snapshot");
}

} // namespace

OneShot::OneShot(const Invocation& invocation, Profile profile, const Clock& clock, const NameScouts& names,
                 QObject* parent)
    : QObject(parent), m_invocation(invocation), m_clock(clock),
      m_session(profile, ProfileLocator::sessionOptions(invocation, profile, names), clock),
      m_settling(m_session.fleet(), m_session.inventory(), clock)
{
    connect(&m_session, &FleetSession::arrived, &m_session.fleet(), &Fleet::apply);
    connect(&m_session, &FleetSession::arrived, &m_session.hosts().book(), &HostBook::apply);
    connect(&m_session, &FleetSession::warned, this, [](const Error& error) { Console::say(error); });
    if (m_invocation.isVerbose) {
        connect(&m_session, &FleetSession::arrived, this, &OneShot::tell);
    }
    connect(&m_settling, &Settling::settled, this, &OneShot::askOn);
}

void OneShot::start()
{
    m_session.start();
    m_settling.await(m_session.sourceIds(), m_invocation.settle,
                     showsSeries(m_invocation.command) ? Settling::Until::PastRead
                                                       : Settling::Until::Answered);
}

void OneShot::tell(const Delta& delta)
{
    if (delta.status && !delta.status->progress.isEmpty()) {
        Console::say(QStringLiteral("%1: %2").arg(delta.source, delta.status->progress));
    }
}

void OneShot::askOn()
{
    AlertDesk& alerts = m_session.alerts();
    if (!alerts.isRestored()) {
        connect(&alerts, &AlertDesk::restored, this, &OneShot::askOn);
        return;
    }
    m_session.fleet().judgeAges();
    m_session.fleet().flush();
    if (showsAlerts(m_invocation.command)) {
        judgePlacement();
    } else {
        judgeOwn();
    }
}

/// Rules about how things lie need it worked out, which another thread does.
void OneShot::judgePlacement()
{
    const FindingDatesFile dates(m_session.dataFolder());
    m_placement = std::make_unique<PlacementTracker>(m_session.fleet());
    m_placementWatch = std::make_unique<PlacementWatch>(*m_placement, m_session.profile().policies(), m_clock,
                                                        FindingDates(dates.read(m_clock.now())));
    m_session.setPlacement(m_placementWatch.get());
    connect(m_placementWatch.get(), &PlacementWatch::changed, this, &OneShot::judgeOwn);
    m_clock.after(Patience, this, [this] { judgeOwn(); });
}

void OneShot::judgeOwn()
{
    if (std::exchange(m_isJudged, true)) {
        return;
    }
    if (OwnWatch* own = m_session.own()) {
        own->judgeNow();
    }
    askPast();
}

void OneShot::askPast()
{
    HostDesk& hosts = m_session.hosts();
    hosts.book().forgetUnconfirmed();
    hosts.book().judgeAges();
    hosts.book().flush();
    if (m_invocation.command == QLatin1String("hosts")) {
        connect(&hosts.forecaster(), &HostForecaster::finished, this, &OneShot::printAndEnd);
        m_clock.after(Patience, this, [this] { printAndEnd(); });
        hosts.forecaster().refresh();
    } else if (m_invocation.command == QLatin1String("series")) {
        m_lookup = std::make_unique<SeriesLookup>(hosts.book(), hosts.series());
        connect(m_lookup.get(), &SeriesLookup::found, this, &OneShot::takeSeries);
        m_clock.after(Patience, this, [this] { printAndEnd(); });
        m_lookup->look(m_invocation.arguments.at(0), m_invocation.arguments.at(1), m_invocation.range);
    } else if (AlertPrinter::prints(m_invocation.command) && m_invocation.arguments.size() == 2) {
        askIncident();
    } else {
        printAndEnd();
    }
}

/// What happened to the incident that was asked for, beside what it is.
void OneShot::askIncident()
{
    AlertDesk& alerts = m_session.alerts();
    alerts.flush();
    const Incident* incident = alerts.incidents().find(m_invocation.arguments.at(1));
    if (incident == nullptr) {
        printAndEnd();
        return;
    }
    m_incidentPast = std::make_unique<IncidentPast>(alerts.log());
    connect(m_incidentPast.get(), &IncidentPast::found, this, [this](const std::vector<AlertEvent>& past) {
        m_past = past;
        printAndEnd();
    });
    m_clock.after(Patience, this, [this] { printAndEnd(); });
    m_incidentPast->look(*incident);
}

void OneShot::takeSeries(const Result<SeriesExtract>& extract)
{
    m_series = extract;
    printAndEnd();
}

void OneShot::printAndEnd()
{
    if (std::exchange(m_isPrinted, true)) {
        return;
    }
    const bool isReached = sayWhatIsWrong();
    m_session.fleet().judgeAges();
    m_session.fleet().flush();
    m_session.alerts().flush();
    const Result<ExitStatus> printed = print();
    if (!printed) {
        Console::say(printed.error());
    }
    m_session.setPlacement(nullptr);
    m_session.stop();
    // What was found stands, whoever else could not be asked; that nothing was found does not.
    Q_EMIT finished(!printed                                     ? ExitStatus::Usage
                    : !isReached && *printed == ExitStatus::Fine ? ExitStatus::NotReached
                                                                 : *printed);
}

/// Whether every source was reached.
bool OneShot::sayWhatIsWrong() const
{
    for (const QString& id : m_settling.waitingFor()) {
        Console::say(tr("%1 has not answered within %2; what is known of it is from before")
                         .arg(id, formatDuration(m_invocation.settle)));
    }
    if (showsSeries(m_invocation.command)) {
        for (const QString& id : m_settling.readingPast()) {
            Console::say(
                tr("%1 has not told all of its past within %2; gaps may fill: give it more by --settle")
                    .arg(id, formatDuration(m_invocation.settle)));
        }
    }
    bool isReached = m_settling.waitingFor().isEmpty();
    for (const Source& source : m_session.fleet().sources()) {
        if (!source.isAlive || !source.status.error) {
            continue;
        }
        Console::say(*source.status.error);
        isReached = isReached && source.status.error->kind == ErrorKind::Unsupported;
    }
    return isReached;
}

Result<ExitStatus> OneShot::print() const
{
    const HostDesk& hosts = m_session.hosts();
    const Profile& profile = m_session.profile();
    if (m_invocation.command == QLatin1String("hosts")) {
        return HostPrinter(hosts.book(), hosts.forecasts(), profile, m_invocation).print();
    }
    if (m_invocation.command == QLatin1String("series")) {
        return printSeries();
    }
    const AlertDesk& alerts = m_session.alerts();
    if (AlertPrinter::prints(m_invocation.command)) {
        return AlertPrinter(alerts.book(), alerts.incidents(), profile, m_invocation).print(m_past);
    }
    return FleetPrinter(m_session.fleet(), profile, m_invocation,
                        {&hosts.book(), &alerts.book(), &alerts.incidents()})
        .print();
}

Result<ExitStatus> OneShot::printSeries() const
{
    if (!m_series) {
        return fail({ErrorKind::Timeout, tr("the history did not answer in time"),
                     m_invocation.arguments.at(0), tr("Ask for a shorter --range."), std::nullopt});
    }
    if (!*m_series) {
        return fail(m_series->error());
    }
    const SeriesExtract& extract = **m_series;
    if (m_invocation.json) {
        Console::print(seriesDocument(extract, m_session.hosts().book().now(), m_session.profile().name));
    } else {
        Console::print(seriesWords(extract));
    }
    return ExitStatus::Fine;
}

} // namespace stowage
