// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/WriteTimer.h"
#include "connectors/store/alerts/AlertBacklog.h"
#include "connectors/store/alerts/AlertLogState.h"
#include "connectors/store/alerts/AlertRetention.h"
#include "models/ports/AlertLog.h"
#include "models/ports/Clock.h"

#include <QThread>

#include <functional>
#include <optional>

namespace stowage {

class AlertWorker;

/// The log of alerts in a SQLite database of its own, `alerts.db`. The database has a thread of its own;
/// this object is for the GUI thread and never waits, but in close().
///
/// What is appended goes on its way at once; what appended() told with its number survives a kill. Several
/// programs may append to one file: each tells what the others wrote within PollInterval. While the disk is
/// full or the database locked, events are told without numbers, kept in memory up to a bound, and written
/// later; it is told once. A corrupt file is set aside and begun anew; a file of a newer program, or of
/// another, is left as it is and nothing is kept.
class SqliteAlertLog final : public AlertLog
{
    Q_OBJECT

public:
    static constexpr Millis PollInterval{1'000};
    static constexpr Millis RetryInterval{5'000};
    static constexpr Millis PatientInterval{250}; ///< between attempts while the disk refuses and more comes
    static constexpr Millis MaintenanceInterval = std::chrono::minutes{10};

    /// `folder` is made when it is not there, for this user alone.
    SqliteAlertLog(const QString& folder, const Clock& clock, QObject* parent = nullptr);

    /// The same with another bound for the file, and for what waits in memory.
    SqliteAlertLog(const QString& folder, const Clock& clock, AlertRetention retention,
                   size_t mostBytesWaiting = AlertBacklog::MostBytes, QObject* parent = nullptr);

    ~SqliteAlertLog() override; ///< closes

    void append(std::vector<AlertEvent> events) override;
    void restore() override;
    void keepCheckpoint(AlertCheckpoint checkpoint) override;
    quint64 query(const AlertLogQuery& query) override;
    quint64 count(const AlertLogQuery& query, quint32 stretches) override;
    void cancel(quint64 request) override;
    void close() override;

    AlertLogState state() const;

    /// For how long the oldest event that is not on disk has been waiting; nothing while all are.
    std::optional<Millis> unsafeFor() const { return m_timer.age(m_clock.monotonic()); }

    size_t mostBytesWaiting() const { return m_mostBytesWaiting; }

    /// Retention and vacuum now, in the background; they come by themselves every MaintenanceInterval.
    void maintain();

Q_SIGNALS:
    void stateChanged();

    /// Something that was accepted so long ago is safe on disk.
    void written(stowage::Millis took);

    /// maintain() has come to its end.
    void maintained();

private:
    using Task = std::function<void(AlertWorker&, Timestamp now)>;

    void relay();
    void send(Task task);
    void flush();
    void flushSoon(Millis delay);
    void drained(const AlertLogState& state);
    void repeat(Millis interval, void (SqliteAlertLog::*what)());
    void poll();
    void setState(const AlertLogState& state);

    const Clock& m_clock;
    const size_t m_mostBytesWaiting;
    QThread m_thread;
    AlertWorker* m_worker; ///< lives on m_thread and dies with it
    std::vector<AlertEvent> m_pending;
    WriteTimer m_timer;
    quint64 m_lastRequest = 0;
    AlertLogState m_state;            ///< but for what waits on this side
    int m_sent = 0;                   ///< batches that the worker has not spoken of yet
    std::optional<Millis> m_flushDue; ///< a flush is on its way, after so long
    bool m_isClosed = false;
};

} // namespace stowage
