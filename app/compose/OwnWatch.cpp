// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/OwnWatch.h"

#include "app/compose/AlertDesk.h"
#include "app/compose/HostDesk.h"

#include <QUrl>

namespace stowage {
namespace {

constexpr int Http = 80;
constexpr int Https = 443;

} // namespace

OwnWatch::OwnWatch(const Fleet& fleet, HostDesk& hosts, AlertDesk& desk, std::vector<AlertRule> rules,
                   const QString& folder, const HostResolver& resolver, const Clock& clock,
                   const NameScouts& scouts)
    : m_probe(folder), m_self(fleet, clock, &m_probe),
      m_baselines(hosts.book(), hosts.series(), m_usual, clock), m_changes(fleet, hosts.book(), clock),
      m_resolver(resolver), m_addresses(clock),
      m_names(scouts.names != nullptr ? *scouts.names : m_resolver, clock),
      m_scout(resolver, clock, m_certificates),
      m_gatherer({&fleet, &hosts.book(), &hosts.forecasts(), nullptr, &m_usual, &m_certificates, &m_self,
                  &m_names.book()},
                 std::move(rules), clock)
{
    m_names.setProbe(scouts.addresses != nullptr ? scouts.addresses : &m_addresses);
    if (scouts.every > Millis{0}) {
        m_names.setEvery(scouts.every);
    }
    addDatabases(folder);
    connect(&m_changes, &ChangeWatch::happened, &desk, &AlertDesk::note);
    connect(&m_names, &NameWatch::happened, &desk, &AlertDesk::note);
    connect(&m_gatherer, &FactGatherer::reported, &desk,
            [&desk](const AlertReport& report) { desk.takeReport(RuleEngine::source(), report); });
}

void OwnWatch::addDatabases(const QString& folder)
{
    for (const char* name : {"stowage", "series", "alerts"}) {
        const QString file = QStringLiteral("%1/%2.db").arg(folder, QLatin1String(name));
        m_self.addDatabase(QLatin1String(name), [file] {
            SelfDatabase database;
            database.bytes = databaseBytes(file);
            return database;
        });
    }
}

void OwnWatch::watchServers(const std::vector<DoctorTarget>& targets)
{
    for (const DoctorTarget& target : targets) {
        for (const DoctorEndpoint& server : target.endpoints) {
            const QUrl url = QUrl::fromEncoded(server.endpoint.baseUrl);
            const int usual = url.scheme() == QLatin1String("https") ? Https : Http;
            // What a proxy reaches from where it stands cannot be tried from here.
            const int port = server.endpoint.proxy.isEmpty() ? url.port(usual) : 0;
            m_names.watch(target.sourceId, {url.host()}, static_cast<quint16>(port));
        }
    }
    m_scout.setTargets(targets);
    m_scout.start();
}

} // namespace stowage
