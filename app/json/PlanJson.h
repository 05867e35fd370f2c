// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/FleetJson.h"
#include "models/placement/PrewarmPlan.h"

namespace stowage {

/// `stowage/plan/1`: what a preview says before anything is done.
Json planDocument(const PrewarmPlan& plan, const QString& context);

} // namespace stowage
