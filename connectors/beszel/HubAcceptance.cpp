// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubAcceptance.h"

namespace stowage {
namespace {

/// Records of one step; one of stats has some thirty numbers, each of which becomes a batch.
constexpr size_t RecordsAtOnce = 16;

} // namespace

HubAcceptance::HubAcceptance(HubSnapshot snapshot, QSet<QString> only, Timestamp began, Into into)
    : m_snapshot(std::move(snapshot)), m_isOfAll(only.isEmpty()), m_only(std::move(only)), m_began(began),
      m_into(std::move(into))
{
}

const std::vector<HubAcceptance::Stage>& HubAcceptance::stages()
{
    // The past of alerts before the alerts, so that what stands is told with its beginning; measurements
    // last, so that they can leave while the rest of them is taken.
    static const std::vector<Stage> Stages{
        &HubAcceptance::takeSystems,    &HubAcceptance::dropSystems,    &HubAcceptance::takeDetails,
        &HubAcceptance::sortContainers, &HubAcceptance::takeContainers, &HubAcceptance::sortServices,
        &HubAcceptance::takeServices,   &HubAcceptance::takeTurns,      &HubAcceptance::takeAlerts,
        &HubAcceptance::dropAlerts,     &HubAcceptance::takeStats};
    return Stages;
}

bool HubAcceptance::step(Timestamp now)
{
    if (m_stage < stages().size() && (this->*stages()[m_stage])(now)) {
        ++m_stage;
        m_at = 0;
    }
    return m_stage < stages().size();
}

bool HubAcceptance::areHostsWhole() const
{
    return m_stage + 1 >= stages().size();
}

/// The next few of the items; true when these were the last.
template <class Items, class Take>
bool HubAcceptance::some(Items& items, Take take)
{
    const size_t end = std::min(items.size(), m_at + RecordsAtOnce);
    for (; m_at < end; ++m_at) {
        take(items[m_at]);
    }
    return m_at == items.size();
}

bool HubAcceptance::takeSystems(Timestamp now)
{
    return some(m_snapshot.systems, [&](const HubSystem& system) {
        m_listed.insert(system.id);
        m_into.system(system, now);
    });
}

bool HubAcceptance::dropSystems(Timestamp /*now*/)
{
    if (m_snapshot.has(HubCollection::Systems)) {
        m_into.hosts.endList(m_listed, m_began);
    }
    m_listed.clear();
    if (m_isOfAll) {
        m_only = m_into.hosts.ids();
    }
    m_systems.assign(m_only.begin(), m_only.end());
    return true;
}

bool HubAcceptance::takeDetails(Timestamp /*now*/)
{
    return some(m_snapshot.details, [&](const HubDetails& details) { m_into.hosts.take(details); });
}

bool HubAcceptance::sortContainers(Timestamp /*now*/)
{
    return some(m_snapshot.containers, [&](HubContainer& row) {
        if (m_only.contains(row.system)) {
            m_containers[row.system].push_back(std::move(row.container));
        }
    });
}

bool HubAcceptance::takeContainers(Timestamp /*now*/)
{
    return !m_snapshot.has(HubCollection::Containers) || some(m_systems, [&](const QString& id) {
        m_into.hosts.takeContainers(id, m_containers.take(id));
    });
}

bool HubAcceptance::sortServices(Timestamp /*now*/)
{
    return some(m_snapshot.services, [&](HubService& row) {
        if (m_only.contains(row.system)) {
            m_services[row.system].push_back(std::move(row.service));
        }
    });
}

bool HubAcceptance::takeServices(Timestamp /*now*/)
{
    return !m_snapshot.has(HubCollection::Services) ||
           some(m_systems, [&](const QString& id) { m_into.hosts.takeServices(id, m_services.take(id)); });
}

bool HubAcceptance::takeTurns(Timestamp /*now*/)
{
    return some(m_snapshot.turns, [&](const HubAlertTurn& turn) { m_into.alerts.take(turn); });
}

bool HubAcceptance::takeAlerts(Timestamp now)
{
    return some(m_snapshot.alerts, [&](const HubAlert& alert) {
        m_listed.insert(alert.id);
        m_into.alerts.takeListed(alert, now, m_began);
    });
}

bool HubAcceptance::dropAlerts(Timestamp /*now*/)
{
    if (m_snapshot.has(HubCollection::Alerts)) {
        m_into.alerts.endList(m_listed, m_began, !m_snapshot.areAlertsPartial);
    }
    m_listed.clear();
    if (m_snapshot.has(HubCollection::QuietHours)) {
        m_into.alerts.takeQuietHours(std::move(m_snapshot.quiet));
    }
    return true;
}

bool HubAcceptance::takeStats(Timestamp /*now*/)
{
    if (m_page == m_snapshot.stats.size()) {
        return true;
    }
    const HubStats& page = m_snapshot.stats[m_page];
    m_into.samples(m_into.stats.take(HubCollection::SystemStats, page, false, {m_at, RecordsAtOnce}));
    m_at += RecordsAtOnce;
    if (m_at >= page.rows.size()) {
        m_at = 0;
        ++m_page;
    }
    return false;
}

} // namespace stowage
