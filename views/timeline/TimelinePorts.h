// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace stowage {

class AlertLog;
class IncidentBook;
class TimelineExporter;

/// What the timeline is given. All of it outlives the page.
struct TimelinePorts
{
    AlertLog& log;
    const IncidentBook& incidents;
    const TimelineExporter* exporter = nullptr; ///< null: nothing can be saved
};

} // namespace stowage
