// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmPlan.h"
#include "models/placement/PrewarmProblem.h"

namespace stowage::test {

/// A problem as a picture. Nodes: "n1 a +- " is node n1 in zone a, with a cell for each piece: `+` held, `-`
/// absent, `?` unknown. Pieces are of 100 bytes, and one image "app:1" of registry "reg" has all of them.
PrewarmProblem smallProblem(const QStringList& nodes, PlacementGoal goal);

PrewarmProblem::Node& nodeNamed(PrewarmProblem& problem, const QString& name);

/// The plan's steps as "wave node<source", blank-separated and in order: "1 n2<n1 2 n3<reg".
QString stepsOf(const PrewarmPlan& plan);

/// The obstacles of what is refused, blank-separated.
QString refusalsOf(const PrewarmPlan& plan);

} // namespace stowage::test
