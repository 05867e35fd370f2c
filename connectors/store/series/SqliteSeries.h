// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/WriteTimer.h"
#include "connectors/store/series/SampleBacklog.h"
#include "connectors/store/series/SeriesRetention.h"
#include "models/ports/Clock.h"
#include "models/ports/SeriesHistory.h"

#include <QThread>

#include <memory>

namespace stowage {

class SeriesWorker;
struct SeriesProgress;

/// A year of samples in a SQLite database of their own, `series.db`. The database has a thread of its own;
/// this object is for the GUI thread and never waits, but in close().
///
/// What is recorded is gathered for FlushInterval, or until it is much, and written in one transaction; what
/// was acknowledged survives a kill. What is read includes all that was recorded before. While the disk is
/// full or the database locked, samples are kept in memory up to a bound, the oldest are dropped beyond it,
/// and it is told once and tried again. A corrupt file is set aside and begun anew; a file of a newer
/// program, or of another, is left as it is and nothing is kept.
class SqliteSeries final : public SeriesHistory
{
    Q_OBJECT

public:
    static constexpr Millis FlushInterval{250};
    static constexpr Millis RetryInterval{5'000};
    static constexpr Millis MaintenanceInterval = std::chrono::minutes{10};
    static constexpr size_t FlushSamples = 5'000; ///< so many are written at once

    /// `folder` is made when it is not there, for this user alone.
    SqliteSeries(const QString& folder, const Clock& clock, SeriesRetention retention = {},
                 QObject* parent = nullptr);

    /// The same with another bound for what waits in memory.
    SqliteSeries(const QString& folder, const Clock& clock, SeriesRetention retention,
                 size_t mostSamplesWaiting, QObject* parent = nullptr);

    ~SqliteSeries() override; ///< closes

    quint64 record(std::vector<SampleBatch> batches) override;
    void requestSeries() override;
    void close() override;
    SeriesHistoryState state() const override;

    quint64 read(const SeriesQuery& query) override;
    void cancel(quint64 ticket) override;

    /// Retention and vacuum now, in the background; they come by themselves every MaintenanceInterval.
    void maintain();

    /// For how long the oldest that is not on disk has been waiting; nothing while all is.
    std::optional<Millis> unsafeFor() const { return m_timer.age(m_clock.monotonic()); }

    size_t mostWaiting() const { return m_mostWaiting; } ///< samples; beyond, the oldest go

Q_SIGNALS:
    /// Something that was accepted so long ago is safe on disk.
    void written(stowage::Millis took);

    /// maintain() has come to its end.
    void maintained();

private:
    void flushSoon(Millis delay);
    void flush();
    void send();
    void wrote(const SeriesProgress& progress);
    void maintainLater();
    void setState(const SeriesProgress& progress);

    const Clock& m_clock;
    const size_t m_mostWaiting;
    QThread m_thread;
    SeriesWorker* m_worker; ///< lives on m_thread and dies with it
    std::vector<SampleBatch> m_pending;
    WriteTimer m_timer;
    quint64 m_pendingSamples = 0;
    quint64 m_lastRecord = 0;
    quint64 m_acknowledged = 0;
    quint64 m_lastRead = 0;
    SeriesHistoryState m_state; ///< but for what waits on this side
    int m_sent = 0;             ///< batches that the worker has not spoken of yet
    bool m_isFlushDue = false;  ///< a flush is on its way
    bool m_isClosed = false;
};

} // namespace stowage
