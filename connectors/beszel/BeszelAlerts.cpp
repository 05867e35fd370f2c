// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/BeszelConnector.h"
#include "connectors/beszel/HubTime.h"

namespace stowage {
namespace {

/// A record may appear a little after its moment.
constexpr std::chrono::minutes Late{2};

} // namespace

/// Newest first: what comes while the pages are read moves records on, and does not hide any.
std::vector<HubQuery> BeszelConnector::alertQueries() const
{
    QByteArray since;
    if (m_turnsUntil != Timestamp{}) {
        const QByteArray from = toHubTime(m_turnsUntil - Late);
        since = "created>'" + from + "'||resolved>'" + from + '\'';
    }
    return {{HubCollection::Alerts, {}, "id", true},
            {HubCollection::AlertsHistory, since, "-created", false},
            {HubCollection::QuietHours, {}, "id", true}};
}

/// A token that is over gives empty lists, and nothing would stand any more.
bool BeszelConnector::isSuspectOfAlerts(const HubSnapshot& snapshot) const
{
    return snapshot.has(HubCollection::Alerts) && snapshot.alerts.empty() &&
           (!m_hasAlerts || m_alerts.stands());
}

void BeszelConnector::takeAlertEvent(const HubEvent& event)
{
    m_alerts.leaveOut(event.page.leftOut);
    for (const HubAlert& alert : event.page.alerts) {
        m_alerts.take(alert, event.action, m_session->hubNow());
    }
    for (const HubAlertTurn& turn : event.page.turns) {
        if (event.action != HubAction::Delete) { // the hub throws old ones away: they were all the same
            m_alerts.take(turn);
        }
    }
}

/// Not before the systems have names: a summary would change a moment later. Nor before what happened while
/// nobody told us is known: what stands may have begun then. True when there is more to tell.
bool BeszelConnector::tellAlerts(Delta& delta)
{
    for (const HostObservation& host : delta.hosts) {
        m_alerts.takeHost(host);
    }
    for (const QString& system : delta.removedHosts) {
        m_alerts.removeHost(system);
    }
    const bool isKnown = m_hasAlerts && !m_isAlertGap && !m_acceptance;
    if (!isKnown || m_session == nullptr || m_hosts.hasNews()) {
        return false;
    }
    delta.alerts = m_alerts.news(m_session->hubNow());
    return m_alerts.hasNews();
}

} // namespace stowage
