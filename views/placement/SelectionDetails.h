// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/MatrixMarks.h"
#include "views/widgets/DetailList.h"

namespace stowage {

class MatrixModel;

/// What a selection of several cells amounts to: layers, nodes, how many cells are held. More cells than can
/// be looked at in a moment are not counted, and that is said.
std::vector<Detail> selectionDetails(const MatrixModel& model, const MatrixBlock& selection);

} // namespace stowage
