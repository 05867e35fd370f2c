// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

namespace stowage {

/// What SampleGate holds for possible where no fact of the host says otherwise. Chosen by what hardware and
/// clocks can do, wide rather than narrow: a true sample in quarantine is worse than a false one on a chart.
struct GateLimits
{
    Millis futureTolerance = std::chrono::minutes(5); ///< clocks differ by so much without being wrong
    Millis greatestSkew = std::chrono::hours(36);     ///< a whole source may be off by so much, constantly
    Millis oldest = std::chrono::days(400);           ///< a lasting "down" tells its last record for long
    Millis oldestBackfill = std::chrono::days(3650);

    double percentSlack = 1; ///< points: counters are read a moment before or after the clock is
    double busyPercentSlack = 5;
    double wholeSlack = 0.05; ///< share: facts are told seldom, and a disk may have grown since
    double deviceSlack = 0.1; ///< share: a rate over a span that was a little shorter than it is told
    double linkBytesPerSecond = 12.5e9; ///< 100 Gbit/s, where no speed of the link is known
    double diskBytesPerSecond = 16e9;   ///< an array of NVMe devices
    double leastCelsius = -60;
    double mostCelsius = 150;

    double silence = 2.5;   ///< spans without a sample
    int newNormalAfter = 5; ///< samples that agree with each other against the past, and are the truth now
};

} // namespace stowage
