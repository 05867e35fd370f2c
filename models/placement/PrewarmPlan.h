// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Digest.h"
#include "models/core/Time.h"
#include "models/fleet/Image.h"
#include "models/fleet/PlacementGoal.h"

#include <QMetaType>

#include <optional>
#include <vector>

namespace stowage {

/// Where a part of what a step fetches is expected to come from.
struct PrewarmSupply
{
    QString peer;     ///< a node that holds it then; empty: from upstream
    QString upstream; ///< the registry's source id; empty: from the peer
    qint64 bytes = 0;
    quint32 pieces = 0;

    bool isUpstream() const { return peer.isEmpty(); }
    bool operator==(const PrewarmSupply&) const = default;
};

/// One pull: an image on a node.
struct PrewarmStep
{
    QString node;
    QString zone;
    ImageKey image;
    QString platform;
    std::vector<Digest> layers; ///< those it will fetch, in digest order
    std::vector<Digest> others; ///< configs, manifests and indexes it will fetch
    quint32 held = 0;           ///< pieces of the image that lie there already
    quint32 pieces = 0;         ///< pieces of the image
    qint64 bytes = 0;           ///< that it will fetch
    quint32 wave = 0;           ///< from 1; a wave begins when the one before has been seen to have arrived
    std::vector<PrewarmSupply> supplies;
    QString reason; ///< in words

    QString reference() const { return image.repository + QLatin1Char(':') + image.tag; }
    qint64 peerBytes() const;
    qint64 upstreamBytes() const;
    bool operator==(const PrewarmStep&) const = default;
};

/// Why a part of the goal is not planned.
enum class PrewarmObstacle : quint8
{
    NoPlatform,   ///< no node is known to pull this platform
    UnknownCells, ///< nodes remain, but it is not known what lies on them
    NoDisk,       ///< nodes remain, but their disks have no room
    FewZones,     ///< too few zones have a node that can take a copy
    FewNodes,     ///< too few nodes can take a copy
};

QString prewarmObstacleName(PrewarmObstacle obstacle); ///< "noPlatform", "unknownCells", … as JSON prints it

/// What of an image will not meet the goal, and why.
struct PrewarmRefusal
{
    PrewarmObstacle obstacle = PrewarmObstacle::FewNodes;
    ImageKey image;
    QString platform;
    std::vector<Digest> pieces; ///< that stay below the goal, in digest order
    quint32 copies = 0;         ///< what the worst of them will have
    quint32 zones = 0;
    QString reason; ///< in words

    QString reference() const { return image.repository + QLatin1Char(':') + image.tag; }
    bool operator==(const PrewarmRefusal&) const = default;
};

/// What carrying out the plan would do to somebody.
struct PrewarmEffect
{
    QString kind;    ///< "upstreamRead", "disk", "holderServes", "copies": as JSON prints it
    QString subject; ///< a node or a source; empty for the whole
    qint64 bytes = 0;
    QString text; ///< in words

    bool operator==(const PrewarmEffect&) const = default;
};

/// What would be pulled where so that each layer has its copies. Only a plan: nothing here carries it out.
struct PrewarmPlan
{
    /// How long a plan may be taken for what it was computed from.
    static constexpr Millis Validity{300'000};

    QString hash; ///< SHA-256 in hex, over all that it was computed from
    Timestamp made{};
    Timestamp expires{};
    std::optional<PlacementGoal> goal; ///< nothing when the images have different ones
    std::vector<PrewarmStep> steps;    ///< by wave, then in the order in which they matter
    std::vector<PrewarmEffect> effects;
    std::vector<PrewarmRefusal> refused;
    std::vector<Millis> waveTimes; ///< estimated, by wave
    quint32 targets = 0;           ///< platforms of images that were looked at
    qint64 peerBytesPerSecond = 0; ///< what times were reckoned with
    qint64 upstreamBytesPerSecond = 0;
    bool isPeerRateMeasured = false; ///< else it was assumed
    bool isUpstreamRateMeasured = false;

    bool isEmpty() const { return steps.empty() && refused.empty(); }
    quint32 waves() const { return static_cast<quint32>(waveTimes.size()); }
    qint64 bytes() const;
    qint64 peerBytes() const;
    qint64 upstreamBytes() const;
    Millis time() const;
    bool operator==(const PrewarmPlan&) const = default;
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::PrewarmPlan)
