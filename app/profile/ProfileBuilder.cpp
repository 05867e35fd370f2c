// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/ProfileBuilder.h"

#include "app/profile/AlertsBuilder.h"
#include "app/profile/JsonFields.h"
#include "app/profile/NotifyBuilder.h"
#include "app/profile/ProfilePlaces.h"
#include "app/profile/SchemaFormats.h"
#include "connectors/prometheus/MetricTable.h"
#include "connectors/spegel/SpegelSettings.h"

#include <QHash>
#include <QUrl>

#include <array>

namespace stowage {
namespace {

using nlohmann::json;

QByteArray url(const json& object, const char* key)
{
    return object.contains(key) ? encodedUrl(textOf(object, key)) : QByteArray();
}

QStringList texts(const json& object, const char* key)
{
    QStringList list;
    if (const auto found = object.find(key); found != object.end()) {
        for (const json& item : *found) {
            list << QString::fromStdString(item.get<std::string>());
        }
    }
    return list;
}

template <class T>
std::optional<T> optional(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found == object.end() ? std::nullopt : std::optional<T>(found->get<T>());
}

class Builder
{
public:
    Builder(const JsonDocument& document, const QString& fileName)
        : m_document(document), m_fileName(fileName), m_places(fileName)
    {
    }

    Profile build() const
    {
        const json& root = m_document.root();
        Profile profile;
        profile.file = m_fileName;
        profile.name = textOf(root, "name");
        profile.risk = risk(textOf(root, "risk"));
        for (size_t i = 0; i < root["sources"].size(); ++i) {
            profile.sources.push_back(source(root["sources"][i]));
            profile.sources.back().line = m_document.lineOf(childPointer("/sources", i));
        }
        for (const json& node : root.value("nodes", json::array())) {
            profile.nodes.push_back(
                {textOf(node, "name"), texts(node, "aliases"), textOf(node, "zone"), texts(node, "labels")});
        }
        nameOnce(profile);
        if (const auto placement = root.find("placement"); placement != root.end()) {
            takePlacement(*placement, profile);
        }
        profile.alerts = buildAlertPolicy(root.value("alerts", json::object()));
        profile.notify =
            buildNotifyProfile(root.value("alerts", json::object()).value("notify", json::object()), m_places,
                               profile.alerts.quietHours);
        return profile;
    }

private:
    static Risk risk(const QString& name)
    {
        for (const Risk known : {Risk::Development, Risk::Staging}) {
            if (riskName(known) == name) {
                return known;
            }
        }
        return Risk::Production;
    }

    static SourceKind kind(const QString& name)
    {
        for (const SourceKind known : {SourceKind::Registry, SourceKind::Spegel, SourceKind::Beszel,
                                       SourceKind::Prometheus, SourceKind::Alertmanager}) {
            if (sourceKindName(known) == name) {
                return known;
            }
        }
        return SourceKind::Nixery;
    }

    /// Asking for more copies than zones is the schema's default; the other way round would not be reachable.
    static PlacementGoal goal(const json& placement)
    {
        PlacementGoal goal = PlacementPolicies{}.base;
        goal.zones = placement.value("zones", goal.zones);
        goal.copies = placement.value("copies", std::max(goal.copies, goal.zones));
        return goal;
    }

    static void takePlacement(const json& placement, Profile& profile)
    {
        profile.placement = goal(placement);
        for (const json& rule : placement.value("coverage", json::array())) {
            profile.coverage.push_back({textOf(rule, "repositories"), goal(rule)});
        }
        for (const json& rule : placement.value("keyImages", json::array())) {
            profile.keyImages.push_back({textOf(rule, "name"), texts(rule, "images"), texts(rule, "nodes"),
                                         texts(rule, "zones"), texts(rule, "labels")});
        }
    }

    /// A node is one node whichever of its names a source knows it by, and has one zone.
    static void nameOnce(Profile& profile)
    {
        QHash<QString, const NodeProfile*> nodes;
        for (const NodeProfile& node : profile.nodes) {
            nodes.insert(node.name.toLower(), &node);
            for (const QString& alias : node.aliases) {
                nodes.insert(alias.toLower(), &node);
            }
        }
        for (SourceProfile& source : profile.sources) {
            if (auto* registry = std::get_if<RegistryProfile>(&source.part)) {
                const NodeProfile* node = nodes.value(registry->host.toLower());
                registry->host = node ? node->name : registry->host;
            }
            auto* spegel = std::get_if<SpegelProfile>(&source.part);
            for (size_t i = 0; spegel && i < spegel->nodes.size(); ++i) {
                PeerProfile& peer = spegel->nodes[i];
                if (const NodeProfile* node = nodes.value(peer.name.toLower())) {
                    peer.name = node->name;
                    peer.zone = peer.zone.isEmpty() ? node->zone : peer.zone;
                }
            }
        }
    }

    SourceProfile source(const json& object) const
    {
        SourceProfile source;
        source.id = textOf(object, "id");
        source.kind = kind(textOf(object, "kind"));
        source.access = access(object);
        if (source.kind == SourceKind::Registry) {
            source.part = registry(object);
        } else if (source.kind == SourceKind::Spegel) {
            source.part = spegel(object);
        } else if (source.kind == SourceKind::Prometheus) {
            source.part = prometheus(object);
        } else {
            source.part = OtherProfile{url(object, "url")};
        }
        return source;
    }

    static RegistryProfile registry(const json& object)
    {
        RegistryProfile registry;
        registry.url = url(object, "url");
        registry.metrics = url(object, "metrics");
        registry.registryNamespace = object.contains("namespace") ? textOf(object, "namespace")
                                                                  : QUrl(textOf(object, "url")).authority();
        registry.repositories = texts(object, "repositories");
        registry.pullThrough = object.value("pullThrough", false);
        registry.cpuLimit = optional<double>(object, "cpuLimit");
        registry.host = textOf(object, "host");
        return registry;
    }

    static Budget budgetOf(const json& budget, const Budget& defaults)
    {
        return {budget.value("requestsPerSecond", defaults.requestsPerSecond),
                budget.value("connections", defaults.connections)};
    }

    static SpegelProfile spegel(const json& object)
    {
        SpegelProfile spegel;
        spegel.namespaces = texts(object, "namespaces");
        spegel.total = budgetOf(object.value("totalBudget", json::object()), spegel.total);
        for (const json& node : object["nodes"]) {
            spegel.nodes.push_back(
                {textOf(node, "name"), textOf(node, "zone"), url(node, "registry"), url(node, "metrics")});
        }
        if (const auto seconds = optional<int>(object, "metricsSeconds")) {
            spegel.metricsEvery = std::chrono::seconds{*seconds};
        }
        spegel.thresholds = thresholds(object.value("thresholds", json::object()));
        return spegel;
    }

    static PrometheusProfile prometheus(const json& object)
    {
        PrometheusProfile prometheus;
        prometheus.url = url(object, "url");
        for (const QString& label : texts(object, "labels")) {
            const qsizetype sign = label.indexOf(QLatin1Char('='));
            prometheus.labels.insert(label.left(sign), label.mid(sign + 1));
        }
        if (const auto seconds = optional<int>(object, "rateSeconds")) {
            prometheus.rate = std::chrono::seconds{*seconds};
        }
        const json metrics = object.value("hostMetrics", json::array());
        prometheus.hostMetrics = MetricTable::parseQueries(QByteArray::fromStdString(metrics.dump())).value();
        return prometheus;
    }

    static MetricThresholds thresholds(const json& object)
    {
        MetricThresholds thresholds;
        thresholds.hitPercentBelow = optional<double>(object, "hitPercentBelow");
        thresholds.resolveP95SecondsAbove = optional<double>(object, "resolveP95SecondsAbove");
        thresholds.latencyP95SecondsAbove = optional<double>(object, "latencyP95SecondsAbove");
        thresholds.errorPercentAbove = optional<double>(object, "errorPercentAbove");
        thresholds.leastRequests = object.value("leastRequests", thresholds.leastRequests);
        return thresholds;
    }

    SourceAccess access(const json& object) const
    {
        SourceAccess access;
        access.auth = auth(object.value("auth", json::object()));
        if (const auto budget = object.find("budget"); budget != object.end()) {
            access.budget =
                budgetOf(*budget, textOf(object, "kind") == sourceKindName(SourceKind::Spegel) ? PeerBudget
                                                                                               : Budget{});
        }
        access.ca = m_places.path(textOf(object, "ca"));
        access.clientCertificate = m_places.path(textOf(object, "clientCertificate"));
        access.clientKey = m_places.path(textOf(object, "clientKey"));
        access.pin = textOf(object, "pin").toLatin1();
        access.proxy = url(object, "proxy");
        if (const auto seconds = optional<int>(object, "pollSeconds")) {
            access.poll = std::chrono::seconds{*seconds};
        }
        return access;
    }

    Auth auth(const json& object) const
    {
        if (const auto basic = object.find("basic"); basic != object.end()) {
            return BasicAuth{textOf(*basic, "user"), m_places.secret((*basic)["password"])};
        }
        if (const auto signIn = object.find("password"); signIn != object.end()) {
            return SignInAuth{textOf(*signIn, "user"), m_places.secret((*signIn)["password"])};
        }
        if (const auto token = object.find("token"); token != object.end()) {
            return TokenAuth{m_places.secret(*token)};
        }
        return {};
    }

    const JsonDocument& m_document;
    QString m_fileName;
    const ProfilePlaces m_places;
};

} // namespace

Profile buildProfile(const JsonDocument& document, const QString& fileName)
{
    return Builder(document, fileName).build();
}

} // namespace stowage
