// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/timeline/TimelineEntry.h"
#include "views/theme/Token.h"
#include "views/widgets/Status.h"

namespace stowage::words {

// Entries of the timeline for a reader.

/// The shape of its severity; what nobody tells of any more is not seen.
Status statusOf(const TimelineEntry& entry);

/// The colour that goes with it. What is only worth knowing stays quiet.
Token tokenOf(const TimelineEntry& entry);
Token tokenOf(AlertSeverity severity);

/// What stands beside its mark: "eu-b-17  NodeGone", "124 alerts: registry-3 is out of CPU". Short, safe to
/// be drawn.
QString timelineLabel(const TimelineEntry& entry);

/// When it was: "03:01:12 UTC, for 4 min", "since 03:01:12 UTC, still stands".
QString timelineWhen(const TimelineEntry& entry, Timestamp now);

/// All of it in one line, for tooltips and for who reads the screen aloud.
QString timelineInWords(const TimelineEntry& entry, Timestamp now);

/// "1.2k": what fits above a column.
QString shortCount(quint64 count);

} // namespace stowage::words
