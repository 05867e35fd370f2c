// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartContent.h"

namespace stowage {

/// When nothing at all was known: the gaps that all series with points have in common, ascending.
std::vector<TimeRange> commonGaps(const ChartContent& content);

} // namespace stowage
