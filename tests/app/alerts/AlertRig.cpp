// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/alerts/AlertRig.h"

#include "app/compose/HostDesk.h"
#include "app/profile/ProfileReader.h"
#include "connectors/store/alerts/SqliteAlertLog.h"

#include <QSet>
#include <QTest>

#include <algorithm>

namespace stowage::test {
namespace {

constexpr int Patience = 60'000;
constexpr quint32 Plenty = 100'000;

} // namespace

std::vector<AlertEvent> loggedEvents(const QString& folder, const Clock& clock)
{
    SqliteAlertLog log(folder, clock);
    AlertLogQuery everything;
    everything.limit = Plenty;
    std::optional<std::vector<AlertEvent>> events;
    QObject::connect(&log, &AlertLog::found, &log,
                     [&events](const AlertLogPage& page) { events = page.events; });
    log.query(everything);
    const bool hasAnswered = QTest::qWaitFor([&events] { return events.has_value(); }, Patience);
    log.close();
    if (!hasAnswered) {
        return {};
    }
    std::ranges::sort(*events, {}, &AlertEvent::number);
    return *events;
}

QString turnsOf(const std::vector<AlertEvent>& events, const QString& alert)
{
    QStringList turns;
    for (const AlertEvent& event : events) {
        if (event.alert == alert) {
            turns << alertEventKindName(event.kind);
        }
    }
    return turns.join(QLatin1Char(' '));
}

QString repeatedUid(const std::vector<AlertEvent>& events)
{
    QSet<QString> uids;
    for (const AlertEvent& event : events) {
        if (uids.contains(event.uid)) {
            return event.uid;
        }
        uids.insert(event.uid);
    }
    return {};
}

QByteArray AlertRig::profileOf(const QByteArray& sources)
{
    return R"({"schema": "stowage/profile/1", "name": "lab", "sources": )" + sources + '}';
}

AlertRig::AlertRig(const QByteArray& sources, const QString& folder, const Clock& clock)
{
    const auto profile = ProfileReader::read(profileOf(sources), QStringLiteral("lab"));
    if (!profile) {
        m_error = profile.error().front().text();
        return;
    }
    m_session =
        std::make_unique<FleetSession>(*profile, SessionOptions{folder, std::chrono::seconds(2)}, clock);
    QObject::connect(m_session.get(), &FleetSession::arrived, &m_session->fleet(), &Fleet::apply);
    QObject::connect(m_session.get(), &FleetSession::arrived, &m_session->hosts().book(), &HostBook::apply);
    QObject::connect(m_session.get(), &FleetSession::arrived, m_session.get(),
                     [this](const Delta& delta) { ++m_deltas[delta.source]; });
    QObject::connect(&desk().book(), &AlertBook::happened, m_session.get(),
                     [this](const std::vector<AlertEvent>& events) {
                         m_told.insert(m_told.end(), events.begin(), events.end());
                     });
}

void AlertRig::start()
{
    m_session->start();
}

void AlertRig::stop()
{
    m_session->stop();
}

int AlertRig::count(const QString& name) const
{
    return static_cast<int>(std::ranges::count_if(m_session->alerts().book().alerts(), [&](const Alert& one) {
        return !one.key.isEmpty() && one.name == name;
    }));
}

const Alert* AlertRig::alert(const QString& name) const
{
    const auto& alerts = m_session->alerts().book().alerts();
    const auto found = std::ranges::find_if(
        alerts, [&](const Alert& one) { return !one.key.isEmpty() && one.name == name; });
    return found == alerts.end() ? nullptr : &*found;
}

bool AlertRig::isState(const QString& name, AlertState state) const
{
    const Alert* found = alert(name);
    return found != nullptr && found->state == state;
}

bool AlertRig::isTold(const QString& name, size_t witnesses) const
{
    const Alert* found = alert(name);
    return found != nullptr && found->state == AlertState::Firing &&
           std::ranges::count_if(found->witnesses, [](const AlertWitness& witness) {
               return witness.phase == AlertPhase::Firing && !witness.isSilent;
           }) == static_cast<std::ptrdiff_t>(witnesses);
}

std::vector<Incident> AlertRig::incidents(const QString& name) const
{
    std::vector<Incident> found;
    std::ranges::copy_if(m_session->alerts().incidents().incidents(), std::back_inserter(found),
                         [&](const Incident& incident) {
                             return std::ranges::find(incident.members, name, &IncidentMember::name) !=
                                    incident.members.end();
                         });
    return found;
}

QString AlertRig::words() const
{
    QStringList lines;
    for (const Incident& incident : m_session->alerts().incidents().incidents()) {
        lines << QStringLiteral("%1 [%2] %3")
                     .arg(incident.id, incidentStateName(incident.state), incident.title);
        for (const IncidentMember& member : incident.members) {
            lines << QStringLiteral("    %1 %2 %3")
                         .arg(member.name, member.subject.name, belongingName(member.why));
        }
    }
    for (const AlertEvent& event : m_told) {
        lines << QStringLiteral("%1 %2 %3").arg(event.name, alertEventKindName(event.kind), event.source);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace stowage::test
