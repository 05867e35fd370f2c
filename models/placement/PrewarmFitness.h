// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmProblem.h"

namespace stowage {

/// Whether a node may be asked to pull a target, or the first reason against it. Room on its disk is judged
/// as the plan grows, not here.
enum class PrewarmFitness : quint8
{
    Fit,
    HoldsAll, ///< nothing is left to fetch
    Gone,
    Unable,
    Unseen,
    Stale,
    Cordoned,
    OtherPlatform,
    PlatformUnknown, ///< the image has several, and nobody told which one the node pulls
    CellsUnknown,    ///< of some piece it is not known whether it lies there
};

/// Of a node in general: Gone, Unable, Unseen, Stale, Cordoned or Fit.
PrewarmFitness fitnessOf(const PrewarmProblem::Node& node);

/// The same with what a target asks: also OtherPlatform and PlatformUnknown. What lies on the node is not
/// judged.
PrewarmFitness fitnessFor(const PrewarmProblem::Node& node, const PrewarmProblem::Target& target);

/// Whether it stayed where it was: it did not vanish or restart time and again, has been up for a while, and
/// is not worked to its limit. What nobody told speaks neither way. Others are taken only when the steady
/// do not suffice.
bool isSteady(const NodeWorth& worth);

/// What a plan may spend, in thousandths of a fetch's bytes, to avoid this node for another: 0 for the best,
/// never more than MostReluctance, so that worth alone makes no plan cost a tenth more.
inline constexpr quint32 MostReluctance = 80;
quint32 reluctance(const NodeWorth& worth);

} // namespace stowage
