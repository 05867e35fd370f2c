// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmProblem.h"

#include <random>

namespace stowage::test {

/// What random problems look like.
struct ProblemShape
{
    size_t nodes = 4;
    size_t zones = 2;
    size_t targets = 3;
    size_t pieces = 8;          ///< that there are; images draw from them
    size_t piecesPerTarget = 4; ///< at most
    unsigned heldOfHundred = 25;
    unsigned wholeOfHundred = 10; ///< chance that a node was given an image whole
    PlacementGoal goal{2, 2};
};

/// A problem all of whose cells are known, of live nodes that nothing is known against. The same seed gives
/// the same problem on every machine.
PrewarmProblem randomProblem(std::mt19937& random, const ProblemShape& shape);

} // namespace stowage::test
