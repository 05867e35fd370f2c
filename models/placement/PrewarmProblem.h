// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Digest.h"
#include "models/core/Time.h"
#include "models/fleet/Image.h"
#include "models/fleet/NodeObservation.h"
#include "models/fleet/PlacementGoal.h"

#include <roaring/roaring.hh>

#include <optional>
#include <vector>

namespace stowage {

/// What speaks for a node as a place to keep copies. Nothing where nobody told: that is neither good nor bad.
struct NodeWorth
{
    std::optional<Millis> uptime;
    std::optional<quint32> restarts; ///< as far back as it was watched
    std::optional<quint32> vanished; ///< how often it was gone, as far back as it was watched
    std::optional<qint64> freeBytes; ///< on the disk that takes content
    std::optional<double> load;      ///< share of its processors that is busy, 0 … 1
    std::optional<bool> isCordoned;  ///< its scheduler places nothing on it
    std::optional<QString> platform; ///< "linux/amd64", what it pulls of an index

    bool operator==(const NodeWorth&) const = default;
};

/// Speeds to reckon times with; nothing where none was measured.
struct PrewarmRates
{
    std::optional<qint64> peerBytesPerSecond;     ///< what one peer serves, or takes in, in all
    std::optional<qint64> upstreamBytesPerSecond; ///< what one registry serves, in all

    bool operator==(const PrewarmRates&) const = default;
};

/// How hard a plan may press.
struct PrewarmLimits
{
    quint32 nodesPerHolder = 3;   ///< nodes that one holder serves in a wave; at least 1
    quint32 nodesPerUpstream = 8; ///< nodes that read from one registry in a wave; at least 1
    /// Disk that a pull takes up, against what it fetches: content stays packed and is unpacked beside that.
    quint32 diskFactor = 3;

    bool operator==(const PrewarmLimits&) const = default;
};

/// All that a plan is computed from, and nothing else: no clock, no fleet. A wall between the two.
struct PrewarmProblem
{
    /// Roaring over indexes into `pieces`.
    struct Node
    {
        QString name;
        QString zone;
        NodeState state = NodeState::Unseen;
        NodeWorth worth;
        bool isPlatformAssumed = false; ///< worth.platform is what all others pull; nobody told of this one
        Roaring known;                  ///< held or absent
        Roaring held;                   ///< within known; a copy while the node is live or stale
    };
    /// A layer, config, manifest or index.
    struct Piece
    {
        Digest digest;
        qint64 bytes = 0;
        ContentKind kind = ContentKind::Layer;
    };
    /// One platform of an image: what a pull fetches.
    struct Target
    {
        ImageKey image;
        QString platform;
        bool isOneOfSeveral = false; ///< a node pulls it only when its platform is this one
        std::vector<quint32> pieces; ///< each once
        PlacementGoal goal;          ///< a piece that several need has the highest of theirs
    };

    std::vector<Node> nodes;
    std::vector<Piece> pieces;
    std::vector<Target> targets; ///< those that are to be warmed
    PrewarmLimits limits;
    PrewarmRates rates;
};

} // namespace stowage
