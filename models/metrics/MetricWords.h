// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/Histogram.h"

#include <QString>

#include <optional>

namespace stowage {

/// "92 %", below 10 with one decimal; a dash for what is not told.
QString formatPercent(std::optional<double> percent);

/// "480 µs", "38 ms", "1.2 s"; a dash for what is not told.
QString formatSeconds(std::optional<double> seconds);

/// The same, with "over " before a quantile above the last bound.
QString formatQuantile(const std::optional<Quantile>& quantile);

} // namespace stowage
