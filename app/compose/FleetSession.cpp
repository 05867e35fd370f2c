// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/FleetSession.h"

#include "app/compose/AlertDesk.h"
#include "app/compose/HostDesk.h"
#include "app/compose/OwnWatch.h"
#include "app/compose/SourceCredentials.h"
#include "app/compose/SourceFactory.h"
#include "app/rules/RuleReader.h"
#include "connectors/doctor/NetworkResolver.h"
#include "connectors/doctor/SourceDoctor.h"
#include "connectors/registry/ManifestStore.h"
#include "connectors/secrets/SecretResolver.h"
#include "connectors/store/SqliteHistory.h"
#include "connectors/store/alerts/SqliteAlertLog.h"
#include "connectors/store/series/SqliteSeries.h"
#include "models/alerts/rules/RuleTempos.h"
#include "models/fleet/FleetInventory.h"

namespace stowage {
namespace {

constexpr std::chrono::days KeepUnused{30};      ///< a manifest that no image needs
constexpr std::chrono::minutes FirstPruning{10}; ///< when a first crawl has long read what it needs
constexpr std::chrono::days NextPruning{1};

std::vector<HostNames> namesOf(const Profile& profile)
{
    std::vector<HostNames> names;
    for (const NodeProfile& node : profile.nodes) {
        names.push_back({node.name, node.aliases, node.zone});
    }
    return names;
}

/// Where registries run, by source.
QHash<QString, QString> machinesOf(const Profile& profile)
{
    QHash<QString, QString> machines;
    for (const SourceProfile& source : profile.sources) {
        const auto* registry = std::get_if<RegistryProfile>(&source.part);
        if (registry != nullptr && !registry->host.isEmpty()) {
            machines.insert(source.id, registry->host);
        }
    }
    return machines;
}

} // namespace

FleetSession::FleetSession(Profile profile, SessionOptions options, const Clock& clock, QObject* parent)
    : QObject(parent), m_profile(std::move(profile)), m_options(std::move(options)), m_clock(clock),
      m_fleet(std::make_unique<Fleet>(clock)), m_inventory(std::make_unique<FleetInventory>(*m_fleet)),
      m_history(std::make_unique<SqliteHistory>(m_options.dataFolder, clock)),
      m_series(new SqliteSeries(m_options.dataFolder, clock)),
      m_hosts(std::make_unique<HostDesk>(*m_fleet, namesOf(m_profile),
                                         std::unique_ptr<SeriesHistory>(m_series), m_options.dataFolder,
                                         clock)),
      m_alertLog(new SqliteAlertLog(m_options.dataFolder, clock)),
      m_alerts(std::make_unique<AlertDesk>(*m_fleet, m_hosts->book(), m_profile.alerts,
                                           std::unique_ptr<AlertLog>(m_alertLog), clock)),
      m_manifests(std::make_unique<ManifestStore>(m_options.dataFolder)),
      m_secrets(std::make_unique<SecretResolver>()),
      m_credentials(std::make_unique<SourceCredentials>(*m_secrets)), m_http(std::make_unique<HttpEngine>()),
      m_resolver(std::make_unique<NetworkResolver>(clock)),
      m_doctor(std::make_unique<SourceDoctor>(DoctorTools{*m_http, clock, *m_resolver, {}}))
{
    m_alerts->setMachines(machinesOf(m_profile));
    connect(m_history.get(), &History::restored, this, &FleetSession::takeLastKnown);
    connect(m_history.get(), &History::failed, this, &FleetSession::warned);
    connect(m_hosts.get(), &HostDesk::failed, this, &FleetSession::warned);
    connect(m_alerts.get(), &AlertDesk::failed, this, &FleetSession::warned);
    connect(m_manifests.get(), &ManifestStore::failed, this, &FleetSession::warned);
    connect(m_credentials.get(), &SourceCredentials::ready, this, &FleetSession::makeSources);
}

FleetSession::~FleetSession()
{
    stop();
}

void FleetSession::prepare()
{
    m_history->requestLastFleet();
}

void FleetSession::start()
{
    m_isToStart = true;
    prepare();
}

void FleetSession::takeLastKnown(const std::vector<Delta>& lastKnown)
{
    for (const Delta& delta : lastKnown) {
        // Only what this profile still names; the folder may have served another.
        if (sourceIds().contains(delta.source)) {
            m_fleet->apply(delta);
            m_lastKnownImages.insert(m_lastKnownImages.end(), delta.images.begin(), delta.images.end());
        }
    }
    m_fleet->flush();
    m_hosts->restore(sourceIds());
    m_alerts->keepSources(sourceIds());
    m_alerts->restore();
    Q_EMIT restored();
    m_credentials->fetch(m_profile.sources);
}

void FleetSession::setPlacement(const PlacementWatch* placement)
{
    m_placement = placement;
    if (m_own) {
        m_own->setPlacement(placement);
    }
}

/// A defect of the rules that this program comes with must not keep the profile's from being judged.
void FleetSession::makeOwnWatch()
{
    auto rules = ownRules();
    if (!rules) {
        Q_EMIT warned(rules.error());
        rules = std::vector<AlertRule>{};
    }
    std::vector<AlertRule> all = mergedRules(std::move(*rules), m_profile.rules);
    m_alerts->book().setPolicy(withRuleTempos(m_profile.alerts, all));
    m_own = std::make_unique<OwnWatch>(*m_fleet, *m_hosts, namesOf(m_profile), *m_alerts,
                                       OwnStores{*m_history, *m_series, *m_alertLog}, std::move(all),
                                       m_options.dataFolder, *m_resolver, m_clock, m_options.names);
    m_own->watchRequests(*m_http);
    m_own->setPlacement(m_placement);
}

void FleetSession::makeSources()
{
    makeOwnWatch();
    const SourceFactory factory({*m_http, m_clock, *m_manifests, *m_inventory, m_codes}, m_options.timeout);
    std::vector<DoctorTarget> targets;
    for (const SourceProfile& source : m_profile.sources) {
        const Result<Credentials>& credentials = m_credentials->of(source.id);
        targets.push_back(factory.target(source, credentials));
        auto connector = factory.build(source, credentials, m_lastKnownImages);
        connect(connector.get(), &Connector::delta, this, &FleetSession::take);
        if (SeriesReader* own = connector->series()) {
            m_hosts->addReader(source.id, *own);
        }
        m_connectors.push_back(std::move(connector));
    }
    if (m_isToStart) {
        m_own->watchServers(targets);
    }
    m_doctor->setTargets(std::move(targets));
    m_lastKnownImages.clear();
    Q_EMIT ready();
    if (m_isToStart) {
        for (const auto& connector : m_connectors) {
            connector->start();
        }
        m_clock.after(FirstPruning, this, [this] { pruneManifests(); });
    }
}

/// What an image that is known is made of stays, however long its registry has not been reached.
void FleetSession::pruneManifests()
{
    QSet<Digest> inUse;
    for (const FleetImage& image : m_fleet->images()) {
        if (!image.isAlive) {
            continue;
        }
        inUse.insert(image.image.target.digest);
        for (const PlatformImage& platform : image.image.platforms) {
            inUse << platform.manifest.digest << platform.config.digest;
        }
    }
    m_manifests->prune(inUse, m_clock.now() - KeepUnused);
    m_clock.after(NextPruning, this, [this] { pruneManifests(); });
}

void FleetSession::stop()
{
    for (const auto& connector : m_connectors) {
        connector->stop();
    }
    m_own.reset();
    m_alerts->close();
    m_hosts->close();
    m_connectors.clear();
    m_history->close();
}

void FleetSession::take(const Delta& delta)
{
    Delta judged = delta;
    m_hosts->judge(judged);
    m_alerts->take(judged);
    if (m_own) {
        m_own->take(judged);
    }
    std::vector<SampleBatch> samples = std::exchange(judged.samples, {});
    m_history->record(judged); // which keeps no samples
    judged.samples = std::move(samples);
    Q_EMIT arrived(judged);
}

Doctor& FleetSession::doctor()
{
    return *m_doctor;
}

QStringList FleetSession::sourceIds() const
{
    QStringList ids;
    for (const SourceProfile& source : m_profile.sources) {
        ids << source.id;
    }
    return ids;
}

void FleetSession::refresh(const QString& sourceId)
{
    for (const auto& connector : m_connectors) {
        if (sourceId.isEmpty() || connector->sourceId() == sourceId) {
            connector->refresh();
        }
    }
}

} // namespace stowage
