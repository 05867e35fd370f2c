// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoPeer.h"
#include "app/demo/DemoRegistry.h"
#include "app/demo/DemoWorldBuilder.h"
#include "app/demo/hub/DemoHub.h"
#include "models/ports/Clock.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace stowage {

class DemoAlertmanager;
class DemoLife;
class DemoPrometheus;

/// The simulated fleet: a registry, cache peers, Prometheus, Alertmanager and a hub on ports of 127.0.0.1,
/// over one world that slowly changes. Whoever connects uses the profile, as with a real fleet. Everything
/// happens in the event loop of the thread that it is started on.
class DemoFleet : public QObject
{
    Q_OBJECT

public:
    static constexpr quint64 DefaultSeed = 20261121;

    /// The clock must outlive the fleet.
    explicit DemoFleet(const Clock& clock, DemoSize size = {}, quint64 seed = DefaultSeed,
                       QObject* parent = nullptr);
    ~DemoFleet() override;

    /// Builds the world and listens. Usage for an unknown scenario, Connect when ports or descriptors do not
    /// suffice; nothing is left running then. A fleet that runs is stopped first.
    Result<void> start(const QString& scenario);

    /// Cuts every connection and gives the ports back. The world stays to be read.
    void stop();

    bool isRunning() const;

    /// A whole profile (schema stowage/profile/1) that points at the ports; empty when it does not run.
    QByteArray profileJson() const;

    /// The truth: which node holds what. Empty before the first start; changes with time while the fleet
    /// runs.
    const DemoWorld& world() const { return m_world; }

    QByteArray registryUrl() const; ///< "http://127.0.0.1:PORT"
    QByteArray prometheusUrl() const;
    QByteArray alertmanagerUrl() const;
    DemoHub* hub() { return m_hub.get(); } ///< none while it does not run
    const std::vector<std::unique_ptr<DemoPeer>>& peers() const { return m_peers; } ///< by node

    /// Requests that unable nodes have left without an answer so far, and whose clients still wait.
    int hangingRequests() const;

Q_SIGNALS:
    /// A node began to serve, to hang or to refuse, or was restarted.
    void nodeChanged(const QByteArray& node);

private:
    Result<void> listen();
    Result<void> keepPassword();
    QByteArray named(QByteArray url, const char* name) const;
    void scheduleTick();
    void tick();

    const Clock& m_clock;
    DemoSize m_size;
    quint64 m_seed;
    DemoWorld m_world;
    std::unique_ptr<QObject> m_run; ///< context of the ticks: lives while the fleet runs
    Millis m_startedAt{0};
    bool m_isNamed = false; ///< the profile names hub and registry by name
    std::unique_ptr<DemoLife> m_life;
    std::unique_ptr<MicroEngine> m_engine; ///< of all that follow
    std::unique_ptr<DemoRegistry> m_registry;
    std::vector<std::unique_ptr<DemoPeer>> m_peers;
    std::unique_ptr<DemoPrometheus> m_prometheus;
    std::unique_ptr<DemoAlertmanager> m_alertmanager; ///< of its rules
    std::unique_ptr<DemoHub> m_hub;
    std::unique_ptr<QTemporaryDir> m_secrets; ///< where the profile finds the hub's password
};

} // namespace stowage
