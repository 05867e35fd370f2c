// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/core/Id.h"
#include "models/placement/PrewarmProblem.h"

#include <QHash>
#include <QStringList>

namespace stowage {

class Fleet;
class HostBook;
class PlacementMap;
struct PlacementPolicies;

/// What somebody wants to have warmed.
struct PrewarmRequest
{
    std::vector<ImageId> images; ///< of the map
    quint32 copies = 0;          ///< 0: what the policies say of each image's repository
    quint32 zones = 0;           ///< the same
    QString platform; ///< "linux/arm64": nodes of which nobody tells are taken for it; may be empty
    PrewarmLimits limits;
};

/// What is told of nodes beside what lies on them, by name.
using NodeFacts = QHash<QString, NodeWorth>;

/// What the fleet knows of its nodes' steadiness. Watched for less than ten minutes, a node is neither steady
/// nor not. With it what their hosts tell; `hosts` may be null.
NodeFacts nodeFacts(const Fleet& fleet, const HostBook* hosts = nullptr);

/// The images that these name: "team/api" for all its tags, "team/api:1.0" for one, with `*` as in the
/// profile. A Usage error for one that names none, with the nearest that there is.
Result<std::vector<ImageId>> imagesNamed(const PlacementMap& map, const QStringList& references);

/// Every image of the map.
std::vector<ImageId> allImages(const PlacementMap& map);

/// The problem to plan. What a node pulls of an image with several platforms is taken from its facts, else
/// from what lies on it of one platform alone, else from the request, else from what all others pull where
/// they agree.
PrewarmProblem prewarmProblem(const PlacementMap& map, const PlacementPolicies& policies,
                              const PrewarmRequest& request, const NodeFacts& facts,
                              const PrewarmRates& rates);

} // namespace stowage
