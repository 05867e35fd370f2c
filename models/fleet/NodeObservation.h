// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Digest.h"
#include "models/core/Presence.h"
#include "models/core/Time.h"

#include <QString>

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
