// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/Host.h"
#include "models/metrics/baseline/BaselineBook.h"
#include "views/widgets/LineList.h"

namespace stowage {

// What the side panel tells of a service against what is usual for it, and of the load that it bears.

/// "knee at about 140/s (120 to 170)", or why none is told.
QString kneeText(const LoadModel& model);

/// "p95 2.3 s: 9.0× its baseline 0.26 s, for 18 min"; what is as usual is told shortly. Empty for machines,
/// and while too little is known.
std::vector<LineItem> baselineLines(const Host& host, const BaselineBook& book, Timestamp now);

/// The knee, the load of now against it, and where the CPU is full.
std::vector<LineItem> loadLines(const LoadModel& model, std::optional<double> current);

} // namespace stowage
