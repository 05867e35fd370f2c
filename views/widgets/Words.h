// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "models/fleet/NodeObservation.h"
#include "models/fleet/SourceStatus.h"
#include "models/ports/Doctor.h"
#include "views/widgets/Status.h"

namespace stowage::words {

// What enumerations are called on the screen, in the reader's language, and which mark stands beside them.

QString nodeState(NodeState state); ///< "live", "gone", "cannot serve", …
Status statusOf(NodeState state);

QString freshness(Freshness freshness); ///< "live", "stale", "no answer", "not seen yet"
QString verdict(Verdict verdict);
Status statusOf(Verdict verdict);

/// A source as a whole: it may be live and still give reason for concern.
Status statusOf(const SourceStatus& source);
/// One or two words for it, never empty: "live", "failed", "in part", "stale".
QString sourceState(const SourceStatus& source);

/// An error where its source is named already: what happened and what to do.
QString reason(const Error& error);

/// The text with a full stop, unless it ends a sentence already.
QString sentence(const QString& text);

/// The time since `then`; "never" for the epoch.
QString age(Timestamp then, Timestamp now);

/// "22:15:03 UTC", with the date when `now` is another day.
QString utcTime(Timestamp at, Timestamp now);

/// The same moment where the reader is, for tooltips: "22 Nov 2026 00:15:03 CET".
QString localTime(Timestamp at);

/// Text from outside as it may be shown: control characters and direction overrides become visible marks.
QString visible(const QString& text);

/// The same as a tooltip, which would otherwise take it for HTML.
QString toolTip(const QString& text);

} // namespace stowage::words
