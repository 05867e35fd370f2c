// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/alerts/AlertWorker.h"

#include "connectors/store/alerts/AlertSchema.h"

#include <QElapsedTimer>
#include <QThread>

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t EventsAtOnce = 500; ///< in one transaction
constexpr int QuietTries = 3;        ///< of a second each, while another holds the lock

} // namespace

AlertWorker::AlertWorker(const QString& folder, AlertRetention retention, size_t mostBytesWaiting)
    : StoreWorker(QuietTries), m_database(DatabaseFile(folder, alertSchema())), m_keeper(retention),
      m_backlog(mostBytesWaiting)
{
}

AlertWorker::~AlertWorker()
{
    close();
}

void AlertWorker::append(std::vector<AlertEvent> events, Timestamp now)
{
    m_backlog.add(std::move(events));
    if (!m_isDraining) {
        drain(now);
    }
}

void AlertWorker::keepCheckpoint(const AlertCheckpoint& checkpoint, Timestamp now)
{
    m_checkpoint = checkpoint;
    if (!m_isDraining) {
        drain(now);
    }
}

/// A piece of what waits, and then the next.
void AlertWorker::drain(Timestamp now)
{
    m_isDraining = write(now) && !m_backlog.isEmpty();
    if (m_isDraining) {
        later(&AlertWorker::drain, now);
        return;
    }
    if (!m_backlog.isEmpty() && !isPatient()) {
        tellFromMemory(now);
    }
    Q_EMIT drained(state());
}

/// One transaction. A corrupt file is set aside once; the second attempt goes to a new one.
bool AlertWorker::write(Timestamp now)
{
    if (m_backlog.isEmpty() && !m_checkpoint) {
        return true;
    }
    QElapsedTimer timer;
    timer.start();
    for (int tries = 0; tries < 2 && open(now); ++tries) {
        const auto events = m_backlog.first(EventsAtOnce);
        const bool isLast = events.size() == m_backlog.size();
        const bool isDone = attempt(
            [&] {
                m_table->append(events);
                if (isLast && m_checkpoint) {
                    m_table->keep(*m_checkpoint);
                }
            },
            now);
        if (isDone) {
            m_lastWrite = Millis{timer.elapsed()};
            m_backlog.removeFirst(events.size());
            if (isLast) {
                m_checkpoint.reset();
            }
            settle();
            tellNew(now);
            return true;
        }
        if (m_table) {
            break; // full, or busy: the next time
        }
    }
    return false;
}

void AlertWorker::restore(Timestamp now)
{
    const auto checkpoint = std::make_shared<AlertCheckpoint>();
    const auto events = std::make_shared<std::vector<AlertEvent>>();
    bool isMore = false;
    const bool isRead = open(now) && attempt(
                                         [&] {
                                             *checkpoint = m_table->checkpoint();
                                             *events = m_table->after(checkpoint->upTo, isMore);
                                         },
                                         now);
    m_isRestoring = isRead && isMore;
    m_isPageOut = isRead;
    if (isRead) {
        m_toldUpTo = events->empty() ? checkpoint->upTo : events->back().number;
    }
    Q_EMIT restored(checkpoint, events, !m_isRestoring, isRead);
}

void AlertWorker::next(Timestamp now)
{
    m_isPageOut = false;
    tellNew(now);
}

/// The next page by number, of whoever wrote it; one at a time, so that the other side is never flooded.
void AlertWorker::tellNew(Timestamp now)
{
    if (m_isPageOut || !m_table) {
        return;
    }
    const auto events = std::make_shared<std::vector<AlertEvent>>();
    bool isMore = false;
    const bool isRead = attempt([&] { *events = m_table->after(m_toldUpTo.value_or(0), isMore); }, now);
    if (!isRead || (events->empty() && !m_isRestoring)) {
        return;
    }
    if (!events->empty()) {
        m_toldUpTo = events->back().number;
    }
    m_isPageOut = true;
    const bool isReplay = std::exchange(m_isRestoring, m_isRestoring && isMore);
    Q_EMIT told(events, isReplay, !isMore);
}

/// The program goes on although the disk does not: what comes is told without numbers.
void AlertWorker::tellFromMemory(Timestamp now)
{
    auto events = isRefused() ? m_backlog.giveUp() : m_backlog.settle();
    if (m_table) { // full, but it can be read
        attempt(
            [&] { std::erase_if(events, [&](const auto& event) { return m_table->isKnown(event.uid); }); },
            now);
    }
    for (size_t begin = 0; begin < events.size(); begin += AlertTable::PageEvents) {
        const size_t end = std::min(begin + AlertTable::PageEvents, events.size());
        const auto at = [&events](size_t index) {
            return std::make_move_iterator(events.begin() + static_cast<std::ptrdiff_t>(index));
        };
        Q_EMIT toldFromMemory(std::make_shared<std::vector<AlertEvent>>(at(begin), at(end)));
    }
}

void AlertWorker::poll(Timestamp now)
{
    if (isRefused() || m_isDraining || !open(now)) {
        return;
    }
    qint64 version = 0;
    const bool isRead =
        attempt([&] { version = m_database.sqlite().execAndGet("PRAGMA data_version").getInt64(); }, now);
    if (isRead && std::exchange(m_dataVersion, version) != version) {
        tellNew(now);
    }
}

void AlertWorker::find(quint64 request, const AlertLogQuery& query, Timestamp now)
{
    take({request, query, std::nullopt, false, {}}, now);
}

void AlertWorker::count(quint64 request, const AlertLogQuery& query, quint32 stretches, Timestamp now)
{
    take({request, query, stretches, false, {}}, now);
}

void AlertWorker::begin(Job& job)
{
    if (job.stretches) {
        job.work = std::make_unique<AlertCounter>(job.request, job.query, *job.stretches);
    } else {
        job.work = std::make_unique<AlertFinder>(job.request, job.query);
    }
}

void AlertWorker::take(Job job, Timestamp now)
{
    begin(job);
    m_jobs.push_back(std::move(job));
    if (!m_isWorking) {
        m_isWorking = true;
        later(&AlertWorker::work, now);
    }
}

void AlertWorker::cancel(quint64 request)
{
    std::erase_if(m_jobs, [request](const auto& job) { return job.request == request; });
}

/// A piece of one question, then it is the next one's turn: a long one keeps none waiting.
void AlertWorker::work(Timestamp now)
{
    if (!m_jobs.empty()) {
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        bool isDone = true;
        const auto piece = [&] {
            isDone = std::visit([this](auto& some) { return some->step(*m_table); }, job.work);
        };
        const bool isRead = open(now) && attempt(piece, now);
        if (!isRead && !std::exchange(job.isAgain, true)) {
            begin(job); // whatever it was may be over
            m_jobs.push_back(std::move(job));
        } else if (isRead && !isDone) {
            m_jobs.push_back(std::move(job));
        } else {
            answer(job, !isRead);
        }
    }
    m_isWorking = !m_jobs.empty();
    if (m_isWorking) {
        later(&AlertWorker::work, now);
    }
}

void AlertWorker::answer(Job& job, bool isBroken)
{
    if (auto* const finder = std::get_if<std::unique_ptr<AlertFinder>>(&job.work)) {
        const auto page = std::make_shared<AlertLogPage>((*finder)->take());
        if (isBroken) {
            page->isBroken = true;
            page->isLast = false;
            page->next = page->events.empty() ? job.query.beforeNumber : page->events.back().number;
        }
        Q_EMIT found(page);
    } else if (auto* const counter = std::get_if<std::unique_ptr<AlertCounter>>(&job.work)) {
        Q_EMIT counted(std::make_shared<AlertLogCounts>((*counter)->take()));
    }
}

void AlertWorker::maintain(Timestamp now)
{
    if (!m_isMaintaining) {
        m_isMaintaining = open(now);
        maintainSome(now);
    }
}

void AlertWorker::maintainSome(Timestamp now)
{
    bool isMore = false;
    if (m_isMaintaining && m_table && attempt([&] { isMore = m_keeper.step(*m_table); }, now) && isMore) {
        later(&AlertWorker::maintainSome, now);
        return;
    }
    m_isMaintaining = false;
    Q_EMIT maintained(state());
}

void AlertWorker::finish(std::vector<AlertEvent> events, Timestamp now)
{
    m_backlog.add(std::move(events));
    for (int failures = 0; failures < QuietTries && (!m_backlog.isEmpty() || m_checkpoint);) {
        failures += write(now) ? 0 : 1;
    }
    m_jobs.clear();
    close();
    thread()->quit();
}

/// Opens unless it is open. A corrupt file is set aside and begun anew.
bool AlertWorker::open(Timestamp now)
{
    for (int i = 0; i < 2 && !isRefused() && !m_table; ++i) {
        if (cope(m_database.file(), m_database.open(), now)) {
            attempt(
                [this] {
                    m_table = std::make_unique<AlertTable>(m_database.sqlite());
                    // A file that was begun anew must not give a number again that was told already.
                    const quint64 last = m_table->lastNumber();
                    if (m_toldUpTo.value_or(0) > last) {
                        m_table->raiseNumbers(*m_toldUpTo);
                    }
                    m_toldUpTo = m_toldUpTo.value_or(last);
                    m_dataVersion = 0;
                },
                now);
        }
    }
    return m_table != nullptr;
}

void AlertWorker::close()
{
    m_table.reset(); // its statements go before the database
    m_database.close();
}

bool AlertWorker::attempt(const std::function<void()>& what, Timestamp now)
{
    return cope(m_database.file(), m_database.attempt(what), now);
}

QString AlertWorker::adviceWhenFull() const
{
    return tr("Make room on the disk; until then alerts are kept in memory.");
}

QString AlertWorker::adviceWhenSetAside(const QString& name) const
{
    return tr("It is kept as %1, and a new one is begun; what its sources still know of earlier alerts "
              "is asked for again.")
        .arg(name);
}

AlertLogState AlertWorker::state() const
{
    AlertLogState state;
    state.waiting = m_backlog.size();
    state.waitingBytes = m_backlog.bytes();
    state.dropped = m_backlog.dropped();
    state.bytesOnDisk = isRefused() ? 0 : m_database.file().sizeOnDisk();
    state.lastWrite = m_lastWrite;
    state.isWriting = !isRefused() && m_backlog.isEmpty();
    state.error = state.isWriting ? Error{} : trouble();
    return state;
}

} // namespace stowage
