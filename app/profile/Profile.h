// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/NotifyProfile.h"
#include "app/profile/ProfileAuth.h"
#include "connectors/http/Endpoint.h"
#include "connectors/prometheus/MetricQuery.h"
#include "models/alerts/AlertPolicy.h"
#include "models/alerts/rules/AlertRule.h"
#include "models/core/Risk.h"
#include "models/metrics/MetricThresholds.h"
#include "models/placement/PlacementPolicies.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

namespace stowage {

QString riskName(Risk risk); ///< "development", "staging", "production", as the profile writes it

enum class SourceKind : quint8
{
    Registry,
    Spegel,
    Beszel,
    Prometheus,
    Alertmanager,
    Nixery
};

QString sourceKindName(SourceKind kind); ///< "registry", "spegel", …, as the profile writes it

/// Whether this version has a connector for the kind. The others are read and checked, but nothing asks them.
bool isConnectable(SourceKind kind);

/// How any source is reached. Files are absolute paths; URLs end without a slash and hold no credentials.
struct SourceAccess
{
    Auth auth;
    std::optional<Budget> budget; ///< none: the connector's own default
    QString ca;                   ///< PEM file; empty: the system's authorities
    QString clientCertificate;    ///< PEM file, always together with clientKey
    QString clientKey;
    QByteArray pin;                           ///< "sha256//base64" of the server's public key; empty: none
    QByteArray proxy;                         ///< URL; empty: none
    std::optional<std::chrono::seconds> poll; ///< none: the connector's own default
};

/// A Docker or OCI registry.
struct RegistryProfile
{
    QByteArray url;
    QByteArray metrics;             ///< whole URL of the exposition page; empty: none
    QString registryNamespace;      ///< the name clients pull by; the URL's host and port unless told
    QStringList repositories;       ///< names or patterns with `*`; empty: all of the catalog
    bool pullThrough = false;       ///< a pull-through cache: looking at it changes it, so it is never swept
    std::optional<double> cpuLimit; ///< cores that its container may use
    QString host;                   ///< the machine that it runs on; empty: nobody says
};

/// One Spegel peer.
struct PeerProfile
{
    QString name; ///< as the profile's nodes call it, where the peer is told by one of their aliases
    QString zone; ///< empty: nobody says
    QByteArray registry;
    QByteArray metrics; ///< whole URL of the exposition page; empty: none
};

/// A mesh of Spegel peers.
struct SpegelProfile
{
    QStringList namespaces; ///< those that the peers mirror; never empty
    std::vector<PeerProfile> nodes;
    std::optional<std::chrono::seconds> metricsEvery; ///< none: the connector's own default
    MetricThresholds thresholds;
    Budget total{0, 256}; ///< of all peers; what each may be asked is the source's budget
};

/// A Prometheus server, or what speaks its query API.
struct PrometheusProfile
{
    QByteArray url;
    QMap<QString, QString> labels;            ///< only series with these are of this fleet's hosts
    std::optional<std::chrono::seconds> rate; ///< none: the connector's own default
    std::vector<MetricQuery> hostMetrics;     ///< beside and in place of node-exporter's
};

/// A source of which nothing but the address needs to be said: a hub, an Alertmanager, and what this version
/// does not connect to.
struct OtherProfile
{
    QByteArray url;
};

struct SourceProfile
{
    QString id;
    SourceKind kind = SourceKind::Registry;
    SourceAccess access;
    std::variant<RegistryProfile, SpegelProfile, PrometheusProfile, OtherProfile> part;
    int line = 0; ///< where the profile speaks of it
};

/// What several sources may call a node, and where it stands.
struct NodeProfile
{
    QString name;
    QStringList aliases;
    QString zone; ///< empty: not told
    QStringList labels{};
};

/// All that an operator says about one fleet. Only ProfileReader makes it, so whoever has one has a right
/// one.
struct Profile
{
    QString file; ///< as it was read from; empty where it was not a file
    QString name;
    Risk risk = Risk::Production;
    std::vector<SourceProfile> sources;
    std::vector<NodeProfile> nodes;
    PlacementGoal placement{2, 1};
    std::vector<CoverageRule> coverage;
    std::vector<KeyRule> keyImages;
    AlertPolicy alerts;
    NotifyProfile notify;
    std::vector<AlertRule> rules; ///< beside and in place of those that Stowage comes with

    /// All that is asked of how things lie.
    PlacementPolicies policies() const;
};

} // namespace stowage
