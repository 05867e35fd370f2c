// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alerts/PollOutcome.h"

namespace stowage {

void takePollOutcome(SourceStatus& status, const std::optional<Error>& error, bool hasAnswered)
{
    status.settled = true;
    status.progress.clear();
    status.error = error;
    if (status.error && status.error->where.isEmpty()) {
        status.error->where = status.id;
    }
    if (status.lastAnswer == Timestamp{}) {
        status.state = Freshness::Unseen;
    } else if (!error) {
        status.state = Freshness::Live;
    } else {
        status.state = hasAnswered ? Freshness::Stale : Freshness::Offline;
    }
}

} // namespace stowage
