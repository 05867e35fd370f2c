// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoFleet.h"

#include "app/demo/DemoLife.h"
#include "app/demo/DemoResolver.h"
#include "app/demo/alertmanager/DemoAlertmanager.h"
#include "app/demo/prometheus/DemoPrometheus.h"

#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include <QFile>

namespace stowage {

namespace {

constexpr Millis TickEvery{1000};
constexpr quint64 LifeSalt = 0x5703; ///< so that building and living do not draw the same numbers

/// Two listening sockets a peer, and what the rest of the program needs: connections with both ends in this
/// process, files, libraries.
constexpr rlim_t DescriptorsPerPeer = 2;
constexpr rlim_t DescriptorsBeside = 2'048;

/// Shells often allow 1024 descriptors where the system allows many more.
Result<void> allowDescriptors(rlim_t needed)
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= needed) {
        return {};
    }
    if (limit.rlim_max < needed) {
        return fail({ErrorKind::Connect,
                     DemoFleet::tr("The simulated fleet needs %1 open files and may have %2")
                         .arg(needed)
                         .arg(limit.rlim_max),
                     QStringLiteral("demo"),
                     DemoFleet::tr("Raise the limit (ulimit -Hn) or take a smaller fleet."),
                     {}});
    }
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    return {};
}

std::string text(const QByteArray& bytes)
{
    return bytes.toStdString();
}

} // namespace

DemoFleet::DemoFleet(const Clock& clock, DemoSize size, quint64 seed, QObject* parent)
    : QObject(parent), m_clock(clock), m_size(std::move(size)), m_seed(seed)
{
}

DemoFleet::~DemoFleet()
{
    stop();
}

Result<void> DemoFleet::start(const QString& scenario)
{
    stop();
    const auto found = findDemoScenario(scenario);
    if (!found) {
        return fail(found.error());
    }
    m_world = buildDemoWorld(m_size, m_seed);
    m_world.setBeganAt(m_clock.now());
    m_world.setTroubles(found->troubles);
    m_life = std::make_unique<DemoLife>(m_world, *found, m_seed ^ LifeSalt);
    if (auto listening = listen(); !listening) {
        stop();
        return listening;
    }
    m_registry->setBusyFrom(found->registryBusyFrom);
    m_prometheus->rules().watchRegistry("registry-1:5001", found->registryBusyFrom);
    m_alertmanager->setFlood(found->flood);
    m_isNamed = found->darkV6.has_value();
    m_run = std::make_unique<QObject>();
    m_startedAt = m_clock.monotonic();
    scheduleTick();
    return {};
}

Result<void> DemoFleet::listen()
{
    if (auto allowed = allowDescriptors(m_world.nodes().size() * DescriptorsPerPeer + DescriptorsBeside);
        !allowed) {
        return allowed;
    }
    m_engine = std::make_unique<MicroEngine>();
    m_registry = std::make_unique<DemoRegistry>(m_world, m_engine.get());
    for (MicroServer* server : {&m_registry->server(), &m_registry->debugServer()}) {
        if (auto listening = server->listen(); !listening) {
            return listening;
        }
    }
    m_prometheus = std::make_unique<DemoPrometheus>(m_world, demoTargets(m_world), m_engine.get());
    if (auto listening = m_prometheus->server().listen(); !listening) {
        return listening;
    }
    m_alertmanager =
        std::make_unique<DemoAlertmanager>(m_world, m_prometheus->rules(), prometheusUrl(), m_engine.get());
    m_alertmanager->setSilences(usualDemoSilences(m_prometheus->targets()));
    if (auto listening = m_alertmanager->server().listen(); !listening) {
        return listening;
    }
    for (size_t node = 0; node < m_world.nodes().size(); ++node) {
        m_peers.push_back(std::make_unique<DemoPeer>(m_world, node, m_engine.get()));
        if (auto started = m_peers.back()->start(); !started) {
            return started;
        }
    }
    m_hub = std::make_unique<DemoHub>(m_world, m_engine.get());
    if (auto started = m_hub->start(); !started) {
        return started;
    }
    return keepPassword();
}

/// In a file that nobody else can read, as a profile wants it.
Result<void> DemoFleet::keepPassword()
{
    m_secrets = std::make_unique<QTemporaryDir>();
    QFile file(m_secrets->filePath(QStringLiteral("hub")));
    const bool isKept = m_secrets->isValid() && file.open(QIODevice::WriteOnly) &&
                        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                        file.write(DemoHub::Password) > 0;
    if (!isKept) {
        return fail({ErrorKind::Storage,
                     tr("The simulated hub's password cannot be written: %1").arg(file.errorString()),
                     file.fileName(),
                     tr("Make room in the folder for temporary files."),
                     {}});
    }
    return {};
}

void DemoFleet::stop()
{
    m_run.reset();
    m_hub.reset();
    m_secrets.reset();
    m_peers.clear();
    m_alertmanager.reset();
    m_prometheus.reset();
    m_registry.reset();
    m_engine.reset();
    m_life.reset();
}

bool DemoFleet::isRunning() const
{
    return m_run != nullptr;
}

void DemoFleet::scheduleTick()
{
    m_clock.after(TickEvery, m_run.get(), [this] { tick(); });
}

void DemoFleet::tick()
{
    scheduleTick();
    for (const size_t node : m_life->advance(m_clock.monotonic() - m_startedAt)) {
        if (const auto followed = m_peers[node]->follow(); !followed) {
            qWarning("%s", qPrintable(followed.error().text()));
        }
        Q_EMIT nodeChanged(m_world.nodes()[node].name);
    }
    m_hub->tick();
}

QByteArray DemoFleet::profileJson() const
{
    if (!isRunning()) {
        return {};
    }
    using Json = nlohmann::ordered_json;
    Json nodes = Json::array();
    for (const auto& peer : m_peers) {
        const DemoNode& node = m_world.nodes()[peer->node()];
        nodes.push_back({{"name", text(node.name)},
                         {"zone", text(node.zone)},
                         {"registry", text(peer->registryPort().url())},
                         {"metrics", text(peer->metricsPort().url() + "/metrics")}});
    }
    const Json profile{{"schema", "stowage/profile/1"},
                       {"name", "demo"},
                       {"risk", "development"},
                       {"sources",
                        {{{"id", "registry-1"},
                          {"kind", "registry"},
                          {"url", text(named(registryUrl(), DemoResolver::RegistryName))},
                          {"metrics", text(m_registry->debugServer().url() + "/metrics")},
                          {"cpuLimit", DemoRegistryLoad::CpuLimit},
                          {"host", "registry-3"},
                          {"namespace", "docker.io"}},
                         {{"id", "peers"},
                          {"kind", "spegel"},
                          {"namespaces", Json::array({"docker.io"})},
                          {"thresholds", {{"hitPercentBelow", 80}, {"resolveP95SecondsAbove", 0.5}}},
                          {"budget", {{"requestsPerSecond", 2000}, {"connections", 8}}},
                          {"nodes", nodes}},
                         {{"id", "prom"}, {"kind", "prometheus"}, {"url", text(prometheusUrl())}},
                         {{"id", "am"}, {"kind", "alertmanager"}, {"url", text(alertmanagerUrl())}}}},
                       {"placement", {{"copies", 3}, {"zones", 2}}}};
    const Json password{{"file", m_secrets->filePath(QStringLiteral("hub")).toStdString()}};
    Json whole = profile;
    whole["sources"].push_back({{"id", "hub"},
                                {"kind", "beszel"},
                                {"url", text(named(m_hub->server().url(), DemoResolver::HubName))},
                                {"auth", {{"password", {{"user", DemoHub::User}, {"password", password}}}}}});
    return QByteArray::fromStdString(whole.dump(2)) + '\n';
}

/// The address as a name that leads to it, where the scenario is about names.
QByteArray DemoFleet::named(QByteArray url, const char* name) const
{
    return m_isNamed ? url.replace("127.0.0.1", name) : url;
}

QByteArray DemoFleet::registryUrl() const
{
    return m_registry ? m_registry->server().url() : QByteArray();
}

QByteArray DemoFleet::prometheusUrl() const
{
    return m_prometheus ? m_prometheus->server().url() : QByteArray();
}

QByteArray DemoFleet::alertmanagerUrl() const
{
    return m_alertmanager ? m_alertmanager->server().url() : QByteArray();
}

int DemoFleet::hangingRequests() const
{
    int count = 0;
    for (const auto& peer : m_peers) {
        count += peer->registryPort().suspendedCount();
    }
    return count;
}

} // namespace stowage
