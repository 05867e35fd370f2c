// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmMove.h"
#include "models/placement/PrewarmPlan.h"
#include "models/placement/PrewarmStock.h"

namespace stowage {

/// Why this image on this node, and from where: what is scarce, why the node, where it comes from. `now` is
/// before any pull.
QString prewarmReason(const PrewarmStock& now, const PrewarmMove& move);

/// "n1", "n1 and n2", "n1, n2 and 3 more".
QString someNames(const QStringList& names);

/// "zone eu-a", or "the nodes without a zone" for none.
QString zoneWords(const QString& zone);

} // namespace stowage
