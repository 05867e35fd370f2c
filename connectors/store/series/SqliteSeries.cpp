// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/SqliteSeries.h"

#include "connectors/store/series/SeriesWorker.h"

namespace stowage {
namespace {

quint64 samplesIn(const std::vector<SampleBatch>& batches)
{
    quint64 count = 0;
    for (const SampleBatch& batch : batches) {
        count += batch.samples.size() + batch.quarantined.size();
    }
    return count;
}

} // namespace

SqliteSeries::SqliteSeries(const QString& folder, const Clock& clock, SeriesRetention retention,
                           QObject* parent)
    : SqliteSeries(folder, clock, retention, SampleBacklog::MostSamples, parent)
{
}

SqliteSeries::SqliteSeries(const QString& folder, const Clock& clock, SeriesRetention retention,
                           size_t mostSamplesWaiting, QObject* parent)
    : SeriesHistory(parent), m_clock(clock), m_mostWaiting(mostSamplesWaiting),
      m_worker(new SeriesWorker(folder, retention, mostSamplesWaiting))
{
    m_thread.setObjectName(QStringLiteral("series"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SeriesWorker::wrote, this, &SqliteSeries::wrote);
    connect(m_worker, &SeriesWorker::maintained, this, [this](const SeriesProgress& progress) {
        setState(progress);
        Q_EMIT maintained();
    });
    connect(m_worker, &SeriesWorker::listed, this, &SeriesHistory::listed);
    connect(m_worker, &SeriesWorker::failed, this, &SeriesHistory::failed);
    connect(m_worker, &SeriesWorker::answered, this,
            [this](quint64 ticket, const std::shared_ptr<SeriesAnswer>& answer) {
                Q_EMIT answered(ticket, *answer);
            });
    m_thread.start();
    maintainLater();
}

SqliteSeries::~SqliteSeries()
{
    close();
}

quint64 SqliteSeries::record(std::vector<SampleBatch> batches)
{
    const quint64 ticket = ++m_lastRecord;
    if (m_isClosed) {
        return ticket;
    }
    m_timer.accept(m_clock.monotonic());
    m_pendingSamples += samplesIn(batches);
    m_pending.insert(m_pending.end(), std::make_move_iterator(batches.begin()),
                     std::make_move_iterator(batches.end()));
    if (m_sent == 0) {
        flushSoon(m_pendingSamples < FlushSamples ? FlushInterval : Millis{0});
    }
    return ticket;
}

void SqliteSeries::flushSoon(Millis delay)
{
    if (delay == Millis{0}) {
        flush();
    } else if (!m_isFlushDue) {
        m_isFlushDue = true;
        m_clock.after(delay, this, [this] {
            m_isFlushDue = false;
            flush();
        });
    }
}

void SqliteSeries::flush()
{
    if (!m_isClosed && m_sent == 0) {
        send();
    }
}

void SqliteSeries::send()
{
    ++m_sent;
    m_timer.send();
    m_pendingSamples = 0;
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, batches = std::exchange(m_pending, {}), upTo = m_lastRecord,
         now = m_clock.now()]() mutable { worker->write(std::move(batches), upTo, now); },
        Qt::QueuedConnection);
}

void SqliteSeries::wrote(const SeriesProgress& progress)
{
    --m_sent;
    if (!progress.isWriting) {
        flushSoon(RetryInterval);
    } else if (!m_pending.empty()) {
        flushSoon(m_pendingSamples < FlushSamples ? FlushInterval : Millis{0});
    }
    if (m_sent == 0 && progress.isWriting) { // else the answer to an earlier batch
        if (const auto took = m_timer.finish(m_clock.monotonic())) {
            Q_EMIT written(*took);
        }
    }
    setState(progress);
    if (progress.safeUpTo > m_acknowledged) {
        m_acknowledged = progress.safeUpTo;
        Q_EMIT acknowledged(m_acknowledged);
    }
}

void SqliteSeries::setState(const SeriesProgress& progress)
{
    const SeriesHistoryState state{progress.samplesWaiting, progress.samplesDropped, progress.bytesOnDisk,
                                   progress.isWriting, progress.error};
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

SeriesHistoryState SqliteSeries::state() const
{
    SeriesHistoryState state = m_state;
    state.waitingSamples += m_pendingSamples;
    return state;
}

quint64 SqliteSeries::read(const SeriesQuery& query)
{
    const quint64 ticket = ++m_lastRead;
    if (m_isClosed) {
        QMetaObject::invokeMethod(
            this,
            [this, ticket] {
                Q_EMIT answered(ticket,
                                fail({ErrorKind::Cancelled, tr("the history is closed"), {}, {}, {}}));
            },
            Qt::QueuedConnection);
        return ticket;
    }
    if (!m_pending.empty()) {
        send(); // so that the answer has it
    }
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, ticket, query, now = m_clock.now()] { worker->read(ticket, query, now); },
        Qt::QueuedConnection);
    return ticket;
}

void SqliteSeries::cancel(quint64 ticket)
{
    if (!m_isClosed) {
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, ticket] { worker->cancel(ticket); }, Qt::QueuedConnection);
    }
}

void SqliteSeries::requestSeries()
{
    if (m_isClosed) {
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT listed({}); }, Qt::QueuedConnection);
        return;
    }
    if (!m_pending.empty()) {
        send();
    }
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, now = m_clock.now()] { worker->list(now); }, Qt::QueuedConnection);
}

void SqliteSeries::maintain()
{
    if (!m_isClosed) {
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, now = m_clock.now()] { worker->maintain(now); },
            Qt::QueuedConnection);
    }
}

void SqliteSeries::maintainLater()
{
    m_clock.after(MaintenanceInterval, this, [this] {
        maintain();
        maintainLater();
    });
}

void SqliteSeries::close()
{
    if (m_isClosed) {
        return;
    }
    m_isClosed = true;
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, batches = std::exchange(m_pending, {}), upTo = m_lastRecord,
         now = m_clock.now()]() mutable { worker->finish(std::move(batches), upTo, now); },
        Qt::QueuedConnection);
    m_thread.wait();
}

} // namespace stowage
