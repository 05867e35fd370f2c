// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/SourceStatus.h"

#include <array>

namespace stowage {

/// One phase of an exchange with its name and its place among the chart colours.
struct Phase
{
    QString name; ///< "DNS", "TCP 4", …
    std::optional<PhaseTimes::Micros> took;
    int series = 0;
};

inline constexpr std::size_t PhaseCount = 6;

/// In the order in which they happen.
std::array<Phase, PhaseCount> phasesOf(const PhaseTimes& times);

/// The sum of what is known. The two TCP families race, so the slower of them is no part of the answer's
/// time: only the faster one counts.
std::optional<PhaseTimes::Micros> totalOf(const PhaseTimes& times);

/// "640 µs", "2.3 ms", "250 ms", "1.2 s".
QString formatMicros(PhaseTimes::Micros took);

/// All phases in one line, for tooltips and readers: "DNS 1.2 ms, TCP 4 0.6 ms, …".
QString phasesText(const PhaseTimes& times);

} // namespace stowage
