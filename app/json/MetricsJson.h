// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/FleetJson.h"

namespace stowage {

/// What the node's peer tells by the dotted names of cli.md ("hits.percent"), rates over five minutes. What
/// it does not tell is not in it, nor is anything that is no longer fresh.
Json jsonMetrics(const Fleet& fleet, NodeId node);

/// Milliseconds since its page was read; null when it never was.
Json jsonMetricsAge(const Fleet& fleet, NodeId node);

/// What is beyond the profile's thresholds, in words.
Json jsonBreaches(const Fleet& fleet, NodeId node);

/// The same of all peers of a source and of each zone, with how many nodes tell; null when none does.
Json jsonMetricsSummary(const Fleet& fleet, SourceId source);

} // namespace stowage
