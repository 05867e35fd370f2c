// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/alerts/SqliteAlertLog.h"

#include "connectors/store/alerts/AlertWorker.h"

namespace stowage {

SqliteAlertLog::SqliteAlertLog(const QString& folder, const Clock& clock, QObject* parent)
    : SqliteAlertLog(folder, clock, AlertRetention{}, AlertBacklog::MostBytes, parent)
{
}

SqliteAlertLog::SqliteAlertLog(const QString& folder, const Clock& clock, AlertRetention retention,
                               size_t mostBytesWaiting, QObject* parent)
    : AlertLog(parent), m_clock(clock), m_mostBytesWaiting(mostBytesWaiting),
      m_worker(new AlertWorker(folder, retention, mostBytesWaiting))
{
    m_thread.setObjectName(QStringLiteral("alerts"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    relay();
    m_thread.start();
    repeat(PollInterval, &SqliteAlertLog::poll);
    repeat(MaintenanceInterval, &SqliteAlertLog::maintain);
}

SqliteAlertLog::~SqliteAlertLog()
{
    close();
}

/// The worker's pages come one at a time: the next is asked for when this one has been taken.
void SqliteAlertLog::relay()
{
    using Events = std::shared_ptr<std::vector<AlertEvent>>;
    const auto next = [](AlertWorker& worker, Timestamp now) {
        worker.next(now);
    };
    connect(m_worker, &AlertWorker::restored, this,
            [this, next](const std::shared_ptr<AlertCheckpoint>& checkpoint, const Events& after, bool isLast,
                         bool isRead) {
                Q_EMIT restored(*checkpoint, *after, isLast, isRead);
                send(next);
            });
    connect(m_worker, &AlertWorker::told, this,
            [this, next](const Events& events, bool isReplay, bool isLast) {
                if (isReplay) {
                    Q_EMIT replayed(*events, isLast);
                } else {
                    Q_EMIT appended(*events);
                }
                send(next);
            });
    connect(m_worker, &AlertWorker::toldFromMemory, this,
            [this](const Events& events) { Q_EMIT appended(*events); });
    connect(m_worker, &AlertWorker::found, this,
            [this](const std::shared_ptr<AlertLogPage>& page) { Q_EMIT found(*page); });
    connect(m_worker, &AlertWorker::counted, this,
            [this](const std::shared_ptr<AlertLogCounts>& counts) { Q_EMIT counted(*counts); });
    connect(m_worker, &AlertWorker::failed, this, &AlertLog::failed);
    connect(m_worker, &AlertWorker::drained, this, &SqliteAlertLog::drained);
    connect(m_worker, &AlertWorker::maintained, this, [this](const AlertLogState& state) {
        setState(state);
        Q_EMIT maintained();
    });
}

void SqliteAlertLog::send(Task task)
{
    if (!m_isClosed) {
        QMetaObject::invokeMethod(
            m_worker,
            [worker = m_worker, task = std::move(task), now = m_clock.now()] { task(*worker, now); },
            Qt::QueuedConnection);
    }
}

void SqliteAlertLog::append(std::vector<AlertEvent> events)
{
    if (m_isClosed || events.empty()) {
        return;
    }
    m_timer.accept(m_clock.monotonic());
    m_pending.insert(m_pending.end(), std::make_move_iterator(events.begin()),
                     std::make_move_iterator(events.end()));
    if (m_sent == 0) {
        flushSoon(m_state.isWriting ? Millis{0} : PatientInterval);
    }
}

void SqliteAlertLog::flushSoon(Millis delay)
{
    if (delay == Millis{0}) {
        flush();
    } else if (!m_flushDue || delay < *m_flushDue) {
        m_flushDue = delay;
        m_clock.after(delay, this, [this] {
            m_flushDue.reset();
            flush();
        });
    }
}

void SqliteAlertLog::flush()
{
    if (m_isClosed || m_sent > 0) {
        return;
    }
    ++m_sent;
    m_timer.send();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, events = std::exchange(m_pending, {}), now = m_clock.now()]() mutable {
            worker->append(std::move(events), now);
        },
        Qt::QueuedConnection);
}

void SqliteAlertLog::drained(const AlertLogState& state)
{
    m_sent = 0;
    if (state.isWriting) {
        if (const auto took = m_timer.finish(m_clock.monotonic())) {
            Q_EMIT written(*took);
        }
    }
    setState(state);
    if (!m_pending.empty()) {
        flushSoon(m_state.isWriting ? Millis{0} : PatientInterval);
    } else if (!m_state.isWriting) {
        flushSoon(RetryInterval);
    }
}

void SqliteAlertLog::restore()
{
    if (m_isClosed) {
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT restored({}, {}, true, false); }, Qt::QueuedConnection);
        return;
    }
    send([](AlertWorker& worker, Timestamp now) { worker.restore(now); });
}

void SqliteAlertLog::keepCheckpoint(AlertCheckpoint checkpoint)
{
    send([checkpoint = std::move(checkpoint)](AlertWorker& worker, Timestamp now) {
        worker.keepCheckpoint(checkpoint, now);
    });
}

quint64 SqliteAlertLog::query(const AlertLogQuery& query)
{
    const quint64 request = ++m_lastRequest;
    if (m_isClosed) {
        QMetaObject::invokeMethod(
            this,
            [this, request] {
                Q_EMIT found({request, {}, true, 0});
            },
            Qt::QueuedConnection);
        return request;
    }
    send([request, query](AlertWorker& worker, Timestamp now) { worker.find(request, query, now); });
    return request;
}

quint64 SqliteAlertLog::count(const AlertLogQuery& query, quint32 stretches)
{
    const quint64 request = ++m_lastRequest;
    if (m_isClosed) {
        QMetaObject::invokeMethod(
            this,
            [this, request] {
                Q_EMIT counted({request, {}, {}, {}});
            },
            Qt::QueuedConnection);
        return request;
    }
    send([request, query, stretches](AlertWorker& worker, Timestamp now) {
        worker.count(request, query, stretches, now);
    });
    return request;
}

void SqliteAlertLog::cancel(quint64 request)
{
    send([request](AlertWorker& worker, Timestamp) { worker.cancel(request); });
}

void SqliteAlertLog::poll()
{
    send([](AlertWorker& worker, Timestamp now) { worker.poll(now); });
}

void SqliteAlertLog::maintain()
{
    send([](AlertWorker& worker, Timestamp now) { worker.maintain(now); });
}

void SqliteAlertLog::repeat(Millis interval, void (SqliteAlertLog::*what)())
{
    m_clock.after(interval, this, [this, interval, what] {
        if (!m_isClosed) {
            (this->*what)();
            repeat(interval, what);
        }
    });
}

void SqliteAlertLog::setState(const AlertLogState& state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

AlertLogState SqliteAlertLog::state() const
{
    AlertLogState state = m_state;
    state.waiting += m_pending.size();
    return state;
}

void SqliteAlertLog::close()
{
    if (m_isClosed) {
        return;
    }
    m_isClosed = true;
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, events = std::exchange(m_pending, {}), now = m_clock.now()]() mutable {
            worker->finish(std::move(events), now);
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

} // namespace stowage
