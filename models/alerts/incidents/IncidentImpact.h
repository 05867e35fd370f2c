// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/IncidentGroup.h"

namespace stowage {

/// What an incident comes to, as numbers.
struct IncidentWeight
{
    AlertSeverity severity = AlertSeverity::Info; ///< the worst that stands; of a resolved one the worst ever
    std::vector<AlertSubject> subjects;           ///< worst first, then those with the most alerts
    std::vector<QString> zones;                   ///< of the subjects, by name
    std::vector<QString> sources;                 ///< by name
    double singleLayers = 0;                      ///< layers with one copy left, as the alerts told last
    double lostLayers = 0;                        ///< layers with none
};

IncidentWeight weigh(const IncidentGroup& group);

/// For the order: severity before subjects and layers; greater is worse.
double impactOf(const IncidentWeight& weight);

/// The same with how long it has stood, in steps that double. What nobody can judge at present weighs half.
double impactOf(double impact, const IncidentGroup& group, Timestamp now);

} // namespace stowage
