// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/alerts/SqliteAlertLog.h"
#include "tests/support/ManualClock.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace stowage::test {

constexpr int AlertPatience = 60'000;

/// 2026-11-01T00:00:00Z and so many seconds.
Timestamp logSecond(qint64 count);

/// A firing of "disk-full" on "eu-b-17" at a second; its uid is `uid`.
AlertEvent logEvent(const QString& uid, qint64 second, AlertEventKind kind = AlertEventKind::Fired);

/// So many, one a second, with uids "PREFIX1", "PREFIX2", …
std::vector<AlertEvent> logEvents(const QString& prefix, int count, qint64 from = 0);

/// A query, for tests to be short.
AlertLogQuery asking(Timestamp from = {}, Timestamp to = {}, const QString& text = {},
                     const std::vector<AlertEventKind>& kinds = {}, const QString& alert = {},
                     const QString& incident = {});

/// "b a": their uids.
QString uidsOf(const std::vector<AlertEvent>& events);

/// A running log and all that it said. Only the test moves its clock.
class RunningAlertLog
{
public:
    explicit RunningAlertLog(const QString& folder, AlertRetention retention = {},
                             size_t mostBytesWaiting = AlertBacklog::MostBytes);

    /// Appends, and waits until so many more events were told.
    bool keep(std::vector<AlertEvent> events, size_t told);
    bool keep(std::vector<AlertEvent> events);

    AlertLogPage ask(const AlertLogQuery& query);
    AlertLogCounts count(const AlertLogQuery& query, quint32 stretches);

    /// Restores; what came after the checkpoint, of all pages, is in `replay`.
    bool restore();

    /// Runs what retention asks for to its end.
    bool maintain();

    Error error(qsizetype index = 0) const { return failed.at(index).at(0).value<Error>(); }

    ManualClock clock;
    SqliteAlertLog log;
    QSignalSpy failed;
    std::vector<AlertEvent> told; ///< by appended()
    AlertCheckpoint checkpoint;
    std::vector<AlertEvent> replay;
    int replayPages = 0;
    bool isReplayed = false; ///< the last page was there
    bool isRead = false;     ///< restored() said so
};

} // namespace stowage::test
