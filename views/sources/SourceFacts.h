// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/core/Time.h"
#include "models/fleet/SourceStatus.h"
#include "views/sources/Examinations.h"
#include "views/widgets/DetailList.h"
#include "views/widgets/LineList.h"

namespace stowage {

class Fleet;

// What the side panel tells of a source.

std::vector<Detail> sourceDetails(const SourceStatus& source, Timestamp now);

/// The error that stands: what, where, what to do. Empty when there is none.
std::vector<LineItem> errorLines(const SourceStatus& source);

std::vector<LineItem> warningLines(const SourceStatus& source);

/// What the peers of a source tell together, of the fleet and of each zone; empty when none tells anything.
std::vector<LineItem> metricLines(const Fleet& fleet, SourceId source);

/// What could not be read, each with its reason; or that everything was.
std::vector<LineItem> coverageLines(const SourceStatus& source);

/// The doctor's checks as far as they have come.
std::vector<LineItem> checkLines(const Examinations::Report& report);

} // namespace stowage
