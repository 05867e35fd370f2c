// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertObservation.h"
#include "models/core/Error.h"

namespace stowage {

/// A silence or a time of quiet as a source keeps it.
struct AlertSilence
{
    QString id;
    QString matchers; ///< in the source's own writing: `{alertname="TargetDown",zone=~"eu-.*"}`
    Timestamp startsAt{};
    Timestamp endsAt{};
    QString createdBy;
    QString comment;
    bool isActive = false;
    bool isDeliveryOnly = false; ///< Beszel's quiet hours: the alert stands, its mail does not go

    bool operator==(const AlertSilence&) const = default;
};

/// A rule that its engine could not evaluate: neither firing nor fine.
struct AlertRuleFailure
{
    QString key;  ///< "group/rule"
    QString name; ///< of the alert
    Error error;
    Timestamp at{};

    bool operator==(const AlertRuleFailure&) const = default;
};

/// What a source says of its alerts, in a Delta.
struct AlertReport
{
    /// Whether `alerts` are all that stand: what stood before and is missing has ended. False: only these
    /// have changed.
    bool isWhole = false;
    /// The source began anew a moment ago and may not have been told everything yet: what is missing is
    /// unknown, not ended.
    bool isYoung = false;
    std::vector<AlertObservation> alerts;
    /// What was before, for the log: episodes that began and ended while nobody was here. Each is told with
    /// its own times, and makes no noise.
    std::vector<AlertObservation> past;
    std::optional<std::vector<AlertSilence>> silences;     ///< all of them; none: not asked
    std::optional<std::vector<AlertRuleFailure>> failures; ///< all that stand; none: not asked
    quint64 leftOut = 0; ///< alerts that could not be read, or were too many

    bool isEmpty() const
    {
        return !isWhole && alerts.empty() && past.empty() && !silences && !failures && leftOut == 0;
    }
};

} // namespace stowage
