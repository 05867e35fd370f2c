// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/SqliteHistory.h"

#include "connectors/store/HistoryWorker.h"

namespace stowage {

SqliteHistory::SqliteHistory(const QString& folder, const Clock& clock, QObject* parent)
    : History(parent), m_clock(clock), m_worker(new HistoryWorker(folder))
{
    m_thread.setObjectName(QStringLiteral("history"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &HistoryWorker::restored, this, &History::restored);
    connect(m_worker, &HistoryWorker::failed, this, &History::failed);
    connect(m_worker, &HistoryWorker::drained, this, &SqliteHistory::drained);
    m_thread.start();
}

SqliteHistory::~SqliteHistory()
{
    close();
}

void SqliteHistory::requestLastFleet()
{
    if (m_isClosed) {
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT restored({}); }, Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, now = m_clock.now()] { worker->load(now); }, Qt::QueuedConnection);
}

void SqliteHistory::record(const Delta& delta)
{
    if (m_isClosed) {
        return;
    }
    m_pending.add(delta);
    m_timer.accept(m_clock.monotonic());
    if (!m_isWriting) {
        flushSoon(FlushInterval);
    }
}

void SqliteHistory::flushSoon(Millis delay)
{
    if (m_isFlushDue) {
        return;
    }
    m_isFlushDue = true;
    m_clock.after(delay, this, [this] {
        m_isFlushDue = false;
        flush();
    });
}

void SqliteHistory::flush()
{
    if (m_isClosed || m_isWriting) {
        return;
    }
    m_isWriting = true;
    m_timer.send();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, deltas = m_pending.take(), now = m_clock.now()]() mutable {
            worker->write(std::move(deltas), now);
        },
        Qt::QueuedConnection);
}

void SqliteHistory::drained(const HistoryState& state, bool isBehind)
{
    m_isWriting = false;
    m_state = state;
    if (state.isWriting) {
        if (const auto took = m_timer.finish(m_clock.monotonic())) {
            Q_EMIT written(*took);
        }
    }
    if (isBehind) {
        flushSoon(RetryInterval);
    } else if (!m_pending.isEmpty()) {
        flushSoon(FlushInterval);
    }
}

HistoryState SqliteHistory::state() const
{
    HistoryState state = m_state;
    state.waiting += m_pending.entries();
    return state;
}

void SqliteHistory::close()
{
    if (m_isClosed) {
        return;
    }
    m_isClosed = true;
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, deltas = m_pending.take(), now = m_clock.now()]() mutable {
            worker->finish(std::move(deltas), now);
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

} // namespace stowage
