// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/timeline/TimelineEntry.h"

#include <QHash>

#include <span>

namespace stowage {

/// Puts events together to what is drawn: what fired and ended is one episode, a source lost and found one
/// outage; what says more of a standing episode belongs to it; the rest are moments.
class TimelinePairing
{
public:
    /// `from` and `to` of what is shown: what was over before it is left out.
    TimelinePairing(Timestamp from, Timestamp to) : m_from(from), m_to(to) {}

    /// The next event, by time and number.
    void take(const AlertEvent& event);

    /// By their beginning.
    std::vector<TimelineEntry> finish();

private:
    void begin(const AlertEvent& event, const QString& key);
    void end(const AlertEvent& event, const QString& key);
    void tell(const AlertEvent& event, const QString& key);
    void moment(const AlertEvent& event);
    TimelineEntry* standing(const QString& key);
    TimelineEntry& beganBefore(const AlertEvent& event, const QString& key);
    bool isShown(const TimelineEntry& entry) const;

    const Timestamp m_from;
    const Timestamp m_to;
    std::vector<TimelineEntry> m_entries;
    QHash<QString, size_t> m_standing; ///< by what it is about
    QHash<QString, Timestamp> m_over;  ///< likewise, when the latest ended
};

} // namespace stowage
