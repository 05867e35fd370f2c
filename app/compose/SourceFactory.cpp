// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/SourceFactory.h"

#include "app/compose/UnconnectedSource.h"
#include "connectors/alertmanager/AlertmanagerConnector.h"
#include "connectors/beszel/BeszelConnector.h"
#include "connectors/prometheus/PrometheusConnector.h"
#include "connectors/registry/RegistryConnector.h"
#include "connectors/spegel/SpegelConnector.h"

#include <QCoreApplication>

namespace stowage {
namespace {

QByteArray urlOf(const SourceProfile& source)
{
    if (const auto* registry = std::get_if<RegistryProfile>(&source.part)) {
        return registry->url;
    }
    if (const auto* prometheus = std::get_if<PrometheusProfile>(&source.part)) {
        return prometheus->url;
    }
    if (const auto* other = std::get_if<OtherProfile>(&source.part)) {
        return other->url;
    }
    return {};
}

Error notConnected(const SourceProfile& source)
{
    return {ErrorKind::Unsupported,
            QCoreApplication::translate("SourceFactory", "this version does not connect to %1")
                .arg(sourceKindName(source.kind)),
            source.id, QCoreApplication::translate("SourceFactory", "The other sources are not affected."),
            std::nullopt};
}

} // namespace

SourceFactory::SourceFactory(Ports ports, Millis longestDeadline)
    : m_ports(ports), m_longestDeadline(longestDeadline)
{
}

std::unique_ptr<Connector> SourceFactory::build(const SourceProfile& source,
                                                const Result<Credentials>& credentials,
                                                const std::vector<Image>& lastKnown) const
{
    if (!isConnectable(source.kind)) {
        return buildUnconnected(source, notConnected(source));
    }
    if (!credentials) {
        return buildUnconnected(source, credentials.error());
    }
    switch (source.kind) {
    case SourceKind::Registry:
        return buildRegistry(source, *credentials, lastKnown);
    case SourceKind::Beszel:
        return buildHub(source, *credentials);
    case SourceKind::Prometheus:
        return buildPrometheus(source, *credentials);
    case SourceKind::Alertmanager:
        return buildAlertmanager(source, *credentials);
    default:
        return buildPeers(source, *credentials);
    }
}

DoctorTarget SourceFactory::target(const SourceProfile& source, const Result<Credentials>& credentials) const
{
    // A hub takes a password by its sign-in alone.
    const Credentials own =
        source.kind == SourceKind::Beszel ? Credentials{} : credentials.value_or(Credentials{});
    DoctorTarget target{source.id, sourceKindName(source.kind), {}, {}};
    if (const auto* peers = std::get_if<SpegelProfile>(&source.part)) {
        target.namespaces = peers->namespaces;
        for (const PeerProfile& peer : peers->nodes) {
            DoctorEndpoint each{peer.name, endpoint(source, peer.registry, own), std::nullopt};
            if (!peer.metrics.isEmpty()) {
                each.metrics = endpoint(source, peer.metrics, {});
            }
            target.endpoints.push_back(std::move(each));
        }
    } else {
        target.endpoints.push_back({source.id, endpoint(source, urlOf(source), own), std::nullopt});
    }
    return target;
}

std::unique_ptr<Connector> SourceFactory::buildRegistry(const SourceProfile& source,
                                                        const Credentials& credentials,
                                                        const std::vector<Image>& lastKnown) const
{
    const auto& registry = std::get<RegistryProfile>(source.part);
    RegistrySettings settings;
    settings.id = source.id;
    settings.endpoint = endpoint(source, registry.url, credentials);
    settings.registryNamespace = registry.registryNamespace;
    settings.repositories = registry.repositories;
    settings.metricsUrl = registry.metrics;
    settings.cpuLimit = registry.cpuLimit;
    settings.isProxy = registry.pullThrough;
    settings.pollInterval =
        source.access.poll.value_or(std::chrono::floor<std::chrono::seconds>(settings.pollInterval));
    auto connector = std::make_unique<RegistryConnector>(m_ports.http, m_ports.clock, m_ports.manifests,
                                                         std::move(settings));
    connector->adopt(lastKnown);
    return connector;
}

std::unique_ptr<Connector> SourceFactory::buildPeers(const SourceProfile& source,
                                                     const Credentials& credentials) const
{
    const auto& peers = std::get<SpegelProfile>(source.part);
    SpegelSettings settings;
    settings.id = source.id;
    settings.namespaces = peers.namespaces;
    settings.total = peers.total;
    settings.sweepInterval =
        source.access.poll.value_or(std::chrono::floor<std::chrono::seconds>(settings.sweepInterval));
    settings.metricsInterval =
        peers.metricsEvery.value_or(std::chrono::floor<std::chrono::seconds>(settings.metricsInterval));
    settings.thresholds = peers.thresholds;
    for (const PeerProfile& peer : peers.nodes) {
        PeerSettings each{peer.name, peer.zone, endpoint(source, peer.registry, credentials), std::nullopt};
        each.registry.budget = source.access.budget.value_or(PeerBudget);
        if (!peer.metrics.isEmpty()) {
            each.metrics = endpoint(source, peer.metrics, {}); // that port knows no authentication
        }
        settings.peers.push_back(std::move(each));
    }
    return std::make_unique<SpegelConnector>(m_ports.http, m_ports.clock, m_ports.inventory,
                                             std::move(settings));
}

std::unique_ptr<Connector> SourceFactory::buildHub(const SourceProfile& source,
                                                   const Credentials& credentials) const
{
    BeszelSettings settings;
    settings.id = source.id;
    settings.endpoint = endpoint(source, urlOf(source), {});
    if (const auto* account = std::get_if<BasicCredentials>(&credentials)) {
        settings.user = account->user;
        settings.password = account->password;
    }
    settings.pollInterval =
        source.access.poll.value_or(std::chrono::floor<std::chrono::seconds>(settings.pollInterval));
    return std::make_unique<BeszelConnector>(m_ports.http, m_ports.clock, std::move(settings), m_ports.codes);
}

std::unique_ptr<Connector> SourceFactory::buildPrometheus(const SourceProfile& source,
                                                          const Credentials& credentials) const
{
    const auto& prometheus = std::get<PrometheusProfile>(source.part);
    PrometheusSettings settings;
    settings.id = source.id;
    settings.endpoint = endpoint(source, prometheus.url, credentials);
    settings.labels = prometheus.labels;
    settings.metrics = prometheus.hostMetrics;
    settings.rate = prometheus.rate;
    settings.pollInterval =
        source.access.poll.value_or(std::chrono::floor<std::chrono::seconds>(settings.pollInterval));
    return std::make_unique<PrometheusConnector>(m_ports.http, m_ports.clock, std::move(settings));
}

std::unique_ptr<Connector> SourceFactory::buildAlertmanager(const SourceProfile& source,
                                                            const Credentials& credentials) const
{
    AlertmanagerSettings settings;
    settings.id = source.id;
    settings.endpoint = endpoint(source, urlOf(source), credentials);
    settings.pollInterval =
        source.access.poll.value_or(std::chrono::floor<std::chrono::seconds>(settings.pollInterval));
    return std::make_unique<AlertmanagerConnector>(m_ports.http, m_ports.clock, std::move(settings));
}

std::unique_ptr<Connector> SourceFactory::buildUnconnected(const SourceProfile& source, Error why) const
{
    if (why.where.isEmpty()) {
        why.where = source.id;
    }
    SourceStatus status;
    status.id = source.id;
    status.kind = sourceKindName(source.kind);
    status.url = QString::fromUtf8(urlOf(source));
    status.error = std::move(why);
    return std::make_unique<UnconnectedSource>(std::move(status), m_ports.clock);
}

Endpoint SourceFactory::endpoint(const SourceProfile& source, const QByteArray& url,
                                 const Credentials& credentials) const
{
    Endpoint endpoint;
    endpoint.source = source.id;
    endpoint.baseUrl = url;
    endpoint.caFile = source.access.ca;
    endpoint.clientCertificate = source.access.clientCertificate;
    endpoint.clientKey = source.access.clientKey;
    endpoint.pin = source.access.pin;
    endpoint.proxy = source.access.proxy;
    endpoint.budget = source.access.budget.value_or(Budget{});
    endpoint.credentials = credentials;
    endpoint.longestDeadline = m_longestDeadline;
    return endpoint;
}

} // namespace stowage
