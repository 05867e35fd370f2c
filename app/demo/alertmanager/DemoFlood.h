// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/prometheus/DemoRules.h"

#include <vector>

namespace stowage {

/// Many alerts within a short time, of one cause: what other rules than the simulated Prometheus' have sent.
struct DemoFlood
{
    Millis from{0}; ///< on the world's clock
    Millis over{0}; ///< until all have come; they stay
    quint32 alerts = 0;
    const char* instance = ""; ///< "%1" is a number of two digits
    quint32 instances = 1;     ///< that the alerts are spread over
    std::vector<const char*> names;
    const char* summary = ""; ///< "%1" is the instance
};

/// Those that have come by that moment of the world's clock, the oldest first.
std::vector<DemoRuleAlert> floodedAlerts(const DemoFlood& flood, Millis now);

} // namespace stowage
