// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/OwnWatch.h"

#include "app/compose/AlertDesk.h"
#include "app/compose/HostDesk.h"

namespace stowage {

OwnWatch::OwnWatch(const Fleet& fleet, HostDesk& hosts, AlertDesk& desk, std::vector<AlertRule> rules,
                   const Clock& clock)
    : m_self(fleet, clock), m_baselines(hosts.book(), hosts.series(), m_usual, clock),
      m_changes(fleet, hosts.book(), clock),
      m_gatherer({&fleet, &hosts.book(), &hosts.forecasts(), nullptr, &m_usual, &m_certificates, &m_self},
                 std::move(rules), clock)
{
    connect(&m_changes, &ChangeWatch::happened, &desk, &AlertDesk::note);
    connect(&m_gatherer, &FactGatherer::reported, &desk,
            [&desk](const AlertReport& report) { desk.takeReport(RuleEngine::source(), report); });
}

} // namespace stowage
