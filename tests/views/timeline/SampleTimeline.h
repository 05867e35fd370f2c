// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/IncidentBook.h"
#include "tests/models/timeline/TimelineLog.h"
#include "tests/support/ManualClock.h"
#include "views/timeline/TimelinePorts.h"

namespace stowage::test {

/// A log in memory and the incidents that come of it; times are told by how long ago.
class SampleTimeline
{
public:
    struct Told
    {
        AlertEventKind kind = AlertEventKind::Fired;
        QString name;
        QString subject;
        Millis ago{0};
        AlertSeverity severity = AlertSeverity::Warning;
        QString summary{};
        QString actor{};
        SubjectKind subjectKind = SubjectKind::Host;
        std::vector<AlertLabel> labels{};
    };

    /// Keeps events, and gives them to the incidents.
    void tell(const std::vector<Told>& told);
    AlertEvent event(const Told& told) const;

    void tellCalmDay();        ///< a few changes, an alert that came and went
    void tellTroubledDay();    ///< all that a lane can have
    void tellStorm(int count); ///< so many alerts of a host within ten minutes, two hours ago
    void tellYear();           ///< some 3,000 events
    QString stormId() const;   ///< empty: there is none

    TimelinePorts ports() { return {log, incidents, exporter}; }

    ManualClock clock;
    TimelineLog log;
    IncidentBook incidents{clock};
    const TimelineExporter* exporter = nullptr;
};

} // namespace stowage::test
