// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Endpoint.h"
#include "models/metrics/MetricThresholds.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace stowage {

/// What a node is asked at most where the profile does not say.
inline constexpr Budget PeerBudget{200, 8};

/// One cache peer: a node and the two ports of its Spegel.
struct PeerSettings
{
    QString name;
    QString zone;
    Endpoint registry; ///< the registry port, which answers /readyz and /v2/
    std::optional<Endpoint>
        metrics; ///< the metrics port; a base URL that ends in /metrics is taken without it
};

/// What the cache-peer connector is told. The times are the contract's; tests shorten the deadlines.
struct SpegelSettings
{
    QString id;             ///< the profile's id of this source
    QStringList namespaces; ///< the registries that the peers mirror: "docker.io"; nothing else is asked for
    std::vector<PeerSettings> peers;

    Millis probeInterval{2'000}; ///< between two probes of a node
    Millis probeDeadline{1'000}; ///< a probe without an answer by then is missed
    int missesUntilGone = 2;     ///< missed probes in a row
    Millis identityInterval{10'000};

    Millis contentDeadline{1'000}; ///< a HEAD without an answer by then is silent
    int silencesUntilUnable = 3;   ///< silent HEADs in a row after which a sweep stops asking
    /// From when most nodes are through with a round over the inventory to the next.
    Millis sweepInterval{30'000};
    Millis smallInterval{10'000}; ///< between small rounds for what is at risk; 0: none
    /// Of all nodes together; without a rate it is that of as many nodes as have connections. What one node
    /// may be asked is its endpoint's budget.
    Budget total{0, 256};
    size_t mostUnderWay = 512; ///< cells handed to the engine for one node, queued ones included

    size_t probesOfDead = 96; ///< nodes that do not live probed at the same time
    size_t peersAtOnce = 64;  ///< first probed at the same time; the others follow within an interval

    Millis metricsInterval{10'000}; ///< between two readings of a peer's metrics page
    Millis metricsDeadline{2'000};
    MetricThresholds thresholds;

    Millis inventoryPoll{500};       ///< how often the inventory's revision is looked at
    Millis observationEvery{10'000}; ///< a node that stays as it is is told again this often
};

} // namespace stowage
