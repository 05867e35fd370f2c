// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertEvent.h"

#include <array>

namespace stowage {

/// What a lane of the timeline shows.
enum class TimelineLane : quint8
{
    Alerts,
    Incidents, ///< also what persons did to them, and what was told to people
    Changes,
    Sources, ///< their outages
    Actions,
};

inline constexpr std::array TimelineLanes{TimelineLane::Alerts, TimelineLane::Incidents,
                                          TimelineLane::Changes, TimelineLane::Sources,
                                          TimelineLane::Actions};

QString timelineLaneName(TimelineLane lane); ///< "alerts", "incidents", … as JSON prints it
QString timelineLaneText(TimelineLane lane); ///< for a person, translated

TimelineLane timelineLaneOf(AlertEventKind kind);

/// All kinds of a lane.
std::vector<AlertEventKind> timelineKindsOf(TimelineLane lane);

} // namespace stowage
