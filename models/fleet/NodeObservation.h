// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Digest.h"
#include "models/core/Presence.h"
#include "models/core/Time.h"
#include "models/fleet/NodeStability.h"

#include <QString>

#include <optional>
#include <vector>

namespace stowage {

/// How a node stands.
enum class NodeState : quint8
{
    Unseen, ///< never answered
    Live,
    Stale,  ///< nobody has told of it for longer than its source promises
    Unable, ///< ready, but its content does not answer
    Gone,   ///< does not answer at its address, though its source's own network is fine
};

QString nodeStateName(NodeState state); ///< "live", "stale", "gone", "unable", "unseen"

/// What a source says of a node.
struct NodeObservation
{
    QString name;
    QString zone;
    NodeState state = NodeState::Unseen; ///< never Stale: staleness is judged by the fleet
    QString reason;                      ///< why it is not live, in words; empty when it is
    QString identity;                    ///< what the peer calls itself (libp2p id); empty where not told
    QString address;                     ///< "http://10.77.0.1:5000", no credentials
    Timestamp at{};                      ///< when this was seen; the epoch when it was only configured

    // Not kept on disk: they begin anew with the source.
    std::optional<Timestamp> since{}; ///< when the source first saw it in this state; of a gone node, the
                                      ///< first probe that was missed
    /// Of a gone node that lived: until then other peers may be sent to it for content, because its DHT
    /// records outlive it (contract: spegel, time constants). Absent when they are over.
    std::optional<Timestamp> recordsUntil{};
    NodeStability stability{};

    bool operator==(const NodeObservation&) const = default;
};

/// One cell of the matrix as a peer answered it.
struct Sighting
{
    Digest digest;
    Presence presence = Presence::Unknown;
    Evidence evidence = Evidence::NotAsked;

    bool operator==(const Sighting&) const = default;
};

/// A batch of cells of one node, all seen at `at`.
struct NodeContent
{
    QString node;
    Timestamp at{};
    std::vector<Sighting> sightings;
};

} // namespace stowage
