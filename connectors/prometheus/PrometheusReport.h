// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/prometheus/MetricAnswer.h"
#include "connectors/prometheus/PrometheusTargets.h"
#include "connectors/prometheus/RuleAlerts.h"

#include <QSet>

#include <memory>

namespace stowage {

/// All that one poll brought.
struct PrometheusReport
{
    std::optional<Error> error; ///< nothing can be said of any host
    bool hasAnswered = false;   ///< something came back from the server
    Timestamp at{};             ///< of the evaluation, by the server's clock; the epoch where it told none

    std::vector<TargetReading::Target> up;
    std::optional<std::vector<TargetReading::Target>> scrapes; ///< when; none: the query failed
    std::optional<std::vector<TargetReading::Target>> hosts;   ///< who they are, with boot times; the same
    QSet<QString> jobs; ///< that had hosts within the last hours; only of the first poll
    std::vector<std::shared_ptr<const MetricReading>> readings;
    bool hasFacts = false; ///< they were asked for
    std::optional<std::vector<ScrapeTarget>> targets;

    std::shared_ptr<RuleAlerts> alerts; ///< null: not read, which ends none of them

    std::optional<QString> version;
    std::optional<QStringList> failingRules;
    std::optional<QHash<QString, QString>> metricTypes;

    QStringList offered;  ///< what is there beside queries: "targets", "rules", "metadata"
    QStringList refused;  ///< of the same, what the server does not offer
    QStringList unseen;   ///< queries that failed, each with its reason
    QStringList warnings; ///< of the answers
};

} // namespace stowage
