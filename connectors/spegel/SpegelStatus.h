// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/spegel/PeerMetricsWarnings.h"
#include "connectors/spegel/PeerSweep.h"
#include "models/fleet/NodeObservation.h"
#include "models/fleet/SourceStatus.h"

#include <vector>

namespace stowage {

/// What one peer adds to the status of the whole.
struct PeerReport
{
    QString name;
    QString address;
    NodeState state = NodeState::Unseen;
    bool isSuspect = false; ///< vanished together with most others
    bool isSettled = false;
    QString twinOf; ///< not asked, for this one has the same address
    Timestamp answeredAt{};
    QString identity;
    std::optional<Timestamp> identityChangedAt;
    std::optional<Error> identityTrouble;
    std::optional<Error> trouble; ///< why it is gone
    SweepTally lastRound;
    std::optional<WrongLength> wrongLength; ///< an example
    PhaseTimes phases;
    quint64 requestsSent = 0;
    quint64 requestsFailed = 0;
    PeerMetricsReport metrics;
};

/// What the connector knows apart from its peers.
struct SpegelFacts
{
    QString id;
    bool hasMetrics = false;
    bool isOwnNetwork = false;
    QStringList listedAgain;        ///< nodes that the profile names twice
    QStringList namespacesNotAsked; ///< named by the inventory, but not mirrored according to the profile
    Millis sweepInterval{30'000};
    Timestamp now{};
    quint64 inventoryRevision = 0; ///< what the peers were last asked by; 0 before the first reading
    SweepReport sweep;
};

/// The status of the source as its peers make it: pure words and sums.
SourceStatus spegelStatus(const SpegelFacts& facts, const std::vector<PeerReport>& peers);

} // namespace stowage
