// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/SourceStatus.h"

namespace stowage {

/// How a source stands after a poll of it has ended: live; stale where it answered, but not with what was
/// asked for; offline where it did not answer; unseen while it never did. `error`: none when all went well;
/// without a place of its own it is the source's.
void takePollOutcome(SourceStatus& status, const std::optional<Error>& error, bool hasAnswered);

/// When the word of a source that is asked so often is old.
FreshnessLimits pollLimits(Millis interval);

/// What to say of a server whose clock is that much ahead of ours, or behind (less than 0); empty while the
/// times that are shown are right all the same.
QString clockWarning(Millis ahead);

} // namespace stowage
