// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertBook.h"
#include "models/alerts/incidents/IncidentBook.h"
#include "models/ports/AlertLog.h"

#include <QObject>

namespace stowage {

/// Puts both books back to what the log says that they were: incidents from their checkpoint and what came
/// after it, alerts from their latest turns. In slices between which the event loop has its turn. All of it
/// outlives this.
class AlertRestoration : public QObject
{
    Q_OBJECT

public:
    /// Turns of alerts that are read back. What has stood for longer than all of these is found again by the
    /// next report of its source.
    static constexpr quint32 MostTurns = 20'000;

    AlertRestoration(AlertLog& log, AlertBook& book, IncidentBook& incidents, const Clock& clock);

    /// Once.
    void start();

Q_SIGNALS:
    void finished();
    void failed(const stowage::Error& error);

private:
    void takeCheckpoint(const AlertCheckpoint& checkpoint, const std::vector<AlertEvent>& after, bool isLast);
    void takeMore(const std::vector<AlertEvent>& more, bool isLast);
    void takeTurns(const AlertLogPage& page);
    void takeSlice();
    void finishOne();

    AlertLog& m_log;
    AlertBook& m_book;
    IncidentBook& m_incidents;
    const Clock& m_clock;
    quint64 m_request = 0;
    std::vector<AlertEvent> m_turns; ///< the oldest first
    size_t m_taken = 0;
    int m_awaited = 2;             ///< incidents and alerts
    bool m_wantsIncidents = false; ///< the checkpoint could not be read: the turns have to do
};

} // namespace stowage
