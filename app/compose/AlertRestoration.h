// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertBook.h"
#include "models/alerts/incidents/IncidentBook.h"
#include "models/ports/AlertLog.h"

#include <QObject>

namespace stowage {

/// Puts both books back to what the log says that they were: incidents from their checkpoint and what came
/// after it, alerts from their latest turns, and what stands in an incident for longer than these from its
/// own. Where the checkpoint cannot be read, incidents are made anew of the latest turns and of what persons
/// did. In slices between which the event loop has its turn. All of it outlives this.
class AlertRestoration : public QObject
{
    Q_OBJECT

public:
    /// Turns of alerts that are read back at most, and where incidents are to be made of them, too.
    static constexpr quint32 MostTurns = 20'000;
    static constexpr quint32 MostFolded = 50'000;

    AlertRestoration(AlertLog& log, AlertBook& book, IncidentBook& incidents, const Clock& clock);

    /// May be called again once it has finished and not all could be read.
    void start();
    bool isUnderWay() const { return m_awaited > 0; }

    /// All that was to be read has been. Until then what the books hold is not to be written over the log's
    /// checkpoint.
    bool isWhole() const { return m_isWhole && !isUnderWay(); }

Q_SIGNALS:
    void finished();
    void failed(const stowage::Error& error);

private:
    /// An alert that stands in an incident and is not among the latest turns.
    struct Older
    {
        QString alert;
        std::vector<AlertEvent> turns; ///< the newest first
    };

    void takeCheckpoint(const AlertCheckpoint& checkpoint, const std::vector<AlertEvent>& after, bool isLast,
                        bool isRead);
    void takeMore(const std::vector<AlertEvent>& more, bool isLast);
    void askTurns(quint64 before);
    void takePage(const AlertLogPage& page);
    void takeTurns(const AlertLogPage& page);
    void takeSlice();
    void endOne();
    void askOlder();
    void ask(const Older& older, quint64 before);
    void takeOlder(Older older, const AlertLogPage& page);
    void finish();

    AlertLog& m_log;
    AlertBook& m_book;
    IncidentBook& m_incidents;
    const Clock& m_clock;
    quint64 m_request = 0;           ///< of turns; 0: none is asked for
    std::vector<AlertEvent> m_turns; ///< the newest first, then the oldest
    size_t m_taken = 0;
    std::vector<AlertEvent> m_after; ///< what came after a checkpoint that cannot be read
    QStringList m_older;             ///< alerts still to be asked for
    QHash<quint64, Older> m_asked;   ///< by request
    int m_awaited = 0;               ///< of incidents, alerts, and what is older
    bool m_isWhole = false;
    bool m_wantsIncidents = false; ///< the checkpoint could not be read: the turns have to do
};

} // namespace stowage
