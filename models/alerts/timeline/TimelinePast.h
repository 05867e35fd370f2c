// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"
#include "models/ports/AlertLog.h"

#include <QObject>

#include <memory>

namespace stowage {

class Clock;
class IncidentBook;

/// Incidents that were over before IncidentBook's memory begins: made anew from what the log has of a range,
/// by the rules by which they were made then. On the GUI thread, in slices.
///
/// What began before the events that are read is dated where they begin, and may have another id than it had.
class TimelinePast : public QObject
{
    Q_OBJECT

public:
    static constexpr quint32 PageEvents = 1'000;
    static constexpr size_t MostEvents = 10'000; ///< the newest of the range
    /// So much before a range is read too: what stood when it began.
    static constexpr Millis Before = std::chrono::hours{24};

    /// Both outlive it.
    TimelinePast(AlertLog& log, const Clock& clock, QObject* parent = nullptr);
    ~TimelinePast() override;

    /// Reads this range, as far as IncidentBook does not remember it; `to` the epoch: up to now. What was
    /// read last stays until that is done.
    void look(Timestamp from, Timestamp to);

    /// Nobody wants to see them.
    void forget();

    bool isLooking() const { return m_request != 0 || m_book != nullptr; }

    /// By impact, as IncidentBook has them.
    const std::vector<Incident>& incidents() const { return m_incidents; }

    /// What happened before was not read; the epoch: all of the range was.
    Timestamp coveredFrom() const { return m_coveredFrom; }

Q_SIGNALS:
    void changed();

private:
    void stop();
    void take(const AlertLogPage& page);
    void fold();
    void finish();

    AlertLog& m_log;
    const Clock& m_clock;
    AlertLogQuery m_query;
    quint64 m_request = 0; ///< 0: none is on its way
    std::vector<AlertEvent> m_events;
    std::unique_ptr<IncidentBook> m_book; ///< while it folds
    bool m_isWhole = true;                ///< m_events are all of the range
    std::vector<Incident> m_incidents;
    Timestamp m_coveredFrom{};
};

} // namespace stowage
