// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoMetricsPage.h"
#include "app/demo/DistributionPath.h"
#include "app/demo/MicroServer.h"

namespace stowage {

class DemoWorld;

/// A cache peer over one node of the world that answers as Spegel 0.7.4 does (contract spegel.md,
/// recordings): a registry port with probes and content, a metrics port with the metadata and
/// the metrics.
///
/// A node that is Unable answers its probes and leaves content without an answer; one that is Gone refuses
/// connections on both ports. As at the registry, a GET of a layer is a 404. A tag is known to the nodes that
/// hold what it points at now: stale tags are not played.
class DemoPeer
{
public:
    /// For how long a dead node's records are still found by others.
    static constexpr Millis RecordLife = std::chrono::minutes(19);

    /// The world must outlive the peer, and so must an engine that it shares with others. Only one registry
    /// name is mirrored.
    DemoPeer(const DemoWorld& world, size_t node, MicroEngine* shared = nullptr,
             QByteArray mirrored = "docker.io");

    /// Takes two ports, then serves or refuses as the node's state says.
    Result<void> start();

    /// To be called when the node's state or identity changed: serves, refuses, cuts what the process that
    /// was restarted had open, or asks anew what hung.
    Result<void> follow();

    void stop();

    size_t node() const { return m_node; }
    const MicroServer& registryPort() const { return m_registry; }
    const MicroServer& metricsPort() const { return m_metrics; }

private:
    MicroAnswer counted(const MicroRequest& request, MicroAnswer answer);
    MicroAnswer handleRegistry(const MicroRequest& request) const;
    MicroAnswer handleMetrics(const MicroRequest& request) const;
    MicroAnswer content(const MicroRequest& request, const DistributionPath& path) const;
    MicroResponse local(const MicroRequest& request, const DistributionPath& path) const;
    MicroResponse mirrored(const MicroRequest& request, const DistributionPath& path) const;
    std::optional<size_t> heldHere(const DistributionPath& path) const;
    std::optional<size_t> wanted(const DistributionPath& path) const;

    const DemoWorld& m_world;
    size_t m_node;
    QByteArray m_mirrored;
    QByteArray m_identity;        ///< of the process that serves
    DemoRequestCounts m_answered; ///< by that process
    MicroServer m_registry;
    MicroServer m_metrics;
};

} // namespace stowage
