// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "models/alerts/AlertReport.h"

#include <QStringList>

#include <memory>

namespace stowage {

/// What a server's alerting rules give now.
///
/// `/api/v1/rules?type=alert` tells alerts and health of the rules in one answer, so that a list that is
/// empty because nothing was evaluated yet is not taken for the end of all alerts. `/api/v1/alerts` tells the
/// alerts alone, for engines that offer nothing else. The value is a text ("0e+00"), activeAt the moment
/// since which the condition holds, also of one that fires; a rule that cannot be evaluated keeps telling its
/// old alerts.
struct RuleAlerts
{
    std::vector<AlertObservation> alerts;                  ///< the same labels once: what fires wins
    std::optional<std::vector<AlertRuleFailure>> failures; ///< none: not told
    QStringList warnings;                                  ///< the server's own, fit to be shown
    bool isPartial = false; ///< not all that the server has: it says so, or warns
    bool isUnjudged =
        false;           ///< a rule was not evaluated yet: it was loaded a moment ago, or the server is new
    quint64 leftOut = 0; ///< alerts that cannot be read, or are too many
};

constexpr size_t MostRuleAlerts = 50'000;

Result<std::shared_ptr<RuleAlerts>> readAlertRules(const HttpAnswer& answer);
Result<std::shared_ptr<RuleAlerts>> readAlertList(const HttpAnswer& answer);

} // namespace stowage
