// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Alert.h"

namespace stowage {

/// Chooses alerts for a rule of the profile. Patterns know `*` and `?`, go over the whole text and know no
/// case; what is empty matches any. A match takes at most the product of both lengths. All that is said must
/// match.
struct AlertMatcher
{
    QString name;                      ///< pattern of Alert::name
    QString source;                    ///< id of a source; one witness of it suffices
    std::optional<SubjectKind> kind;   ///< of the subject
    QString subject;                   ///< pattern of its name
    QString zone;                      ///< pattern
    std::vector<AlertLabel> labels;    ///< each value a pattern; a label that the alert has not is empty
    std::optional<AlertSeverity> upTo; ///< not for what is more severe

    bool matches(const Alert& alert) const;

    bool operator==(const AlertMatcher&) const = default;
};

} // namespace stowage
