// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/core/Time.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace stowage {

/// What is wrong with how things lie.
enum class PlacementFindingKind : quint8
{
    KeyImageNotWhole,      ///< a key image is not whole on a node that it must be whole on
    NoHolder,              ///< nodes have answered for a layer, none holds it
    ManifestWithoutLayers, ///< a node serves a manifest and lacks layers of it
    AdvertisedNotServable, ///< a node's records live on in the peers' table, and it does not serve
    WrongLength,           ///< a node offers content in another length than the registry's
    CoverageBroken,        ///< an image's layers have fewer copies or zones than its goal
    SingleHolder,          ///< one known holder
};

/// "keyImageNotWhole", … as JSON prints it.
QString placementFindingName(PlacementFindingKind kind);
QString placementFindingText(PlacementFindingKind kind); ///< the same for a person

enum class FindingSeverity : quint8
{
    Warning,
    Critical,
};

QString findingSeverityName(FindingSeverity severity); ///< "warning", "critical"

/// One finding, in words and as ids.
struct PlacementFinding
{
    PlacementFindingKind kind = PlacementFindingKind::SingleHolder;
    FindingSeverity severity = FindingSeverity::Warning;
    bool isCertain = true; ///< false: unknown cells may hide that all is well
    QString title;         ///< one sentence for a person
    QString rule;          ///< the policy that it breaks: a key rule's name or a pattern; empty for the base
    std::vector<NodeId> nodes;
    std::vector<ImageId> images;
    std::vector<LayerId> layers;
    qint64 bytes = 0; ///< of these layers
    QString key;      ///< names it across recomputations

    Timestamp since{};         ///< when it was first found; the epoch until it is dated
    bool isSinceExact = false; ///< false: it may be older than that

    /// Whether a policy of the profile is broken: what makes `stowage risk` end with 1.
    bool isPolicy() const
    {
        return kind == PlacementFindingKind::KeyImageNotWhole || kind == PlacementFindingKind::CoverageBroken;
    }

    bool operator==(const PlacementFinding&) const = default;
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::PlacementFinding)
