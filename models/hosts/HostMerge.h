// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/Host.h"
#include "models/hosts/SubjectRecord.h"

namespace stowage {

/// A subject with how far its source can be trusted now.
struct JudgedSubject
{
    const SubjectRecord* record = nullptr;
    Freshness freshness = Freshness::Unseen;
};

/// How far a subject can be trusted, `source` being how its source stands: what is up and does not tell
/// anything for three times as long as it should is stale; what is paused or down is not expected to.
Freshness judgeSubject(const SubjectRecord& subject, Freshness source, Timestamp now);

/// What several sources say of one machine, as one: of each metric the value that is fresh, else the finest,
/// else the newest. Leaves name, zone, node and isAmbiguous to others.
Host mergeHost(std::vector<JudgedSubject> subjects, Timestamp now);

} // namespace stowage
