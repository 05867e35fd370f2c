// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/SeriesWorker.h"

#include "connectors/store/series/SeriesSchema.h"

#include <QThread>

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t SamplesAtOnce = 50'000; ///< in one transaction

} // namespace

SeriesWorker::SeriesWorker(const QString& folder, SeriesRetention retention, size_t mostSamplesWaiting)
    : m_database(DatabaseFile(folder, seriesSchema())), m_keeper(retention), m_backlog(mostSamplesWaiting)
{
}

SeriesWorker::~SeriesWorker()
{
    close();
}

void SeriesWorker::write(std::vector<SampleBatch> batches, quint64 upTo, Timestamp now)
{
    m_backlog.add(std::move(batches), upTo);
    drain(now);
    Q_EMIT wrote(progress());
    if (m_store) {
        sealSome(now);
    }
}

void SeriesWorker::drain(Timestamp now)
{
    bool isDone = open(now);
    // A corrupt file is set aside once; the next attempt goes to a new one.
    for (int troubles = 0; isDone && !m_backlog.isEmpty() && troubles < 2;) {
        const auto batches = m_backlog.first(SamplesAtOnce);
        if (attempt([&] { m_store->append(batches); }, now)) {
            m_backlog.remove(batches.size());
        } else {
            ++troubles;
            isDone = open(now) && trouble().message.isEmpty();
        }
    }
    if (isRefused()) {
        m_refused += m_backlog.samples();
        m_backlog.clear();
    } else if (m_backlog.isEmpty()) {
        m_safeUpTo = m_backlog.upTo();
        settle();
    } else {
        m_backlog.settle();
    }
}

void SeriesWorker::sealSome(Timestamp now)
{
    m_isSealing = false;
    bool isMore = false;
    if (m_store && attempt([&] { isMore = m_store->seal(); }, now) && isMore && !m_isSealing) {
        m_isSealing = true;
        later(&SeriesWorker::sealSome, now);
    }
}

void SeriesWorker::maintain(Timestamp now)
{
    if (m_isMaintaining) {
        return;
    }
    m_isMaintaining = open(now);
    maintainSome(now);
}

void SeriesWorker::maintainSome(Timestamp now)
{
    bool isMore = false;
    if (m_isMaintaining && m_store && attempt([&] { isMore = m_keeper.step(*m_store, now); }, now) &&
        isMore) {
        later(&SeriesWorker::maintainSome, now);
        return;
    }
    m_isMaintaining = false;
    Q_EMIT maintained(progress());
}

void SeriesWorker::read(quint64 ticket, const SeriesQuery& query, Timestamp now)
{
    m_jobs.push_back({ticket, query, now});
    if (!m_isReading) {
        m_isReading = true;
        readSome();
    }
}

void SeriesWorker::cancel(quint64 ticket)
{
    std::erase_if(m_jobs, [ticket](const Job& job) { return job.ticket == ticket; });
}

/// One series of the oldest question.
void SeriesWorker::readSome()
{
    if (!m_jobs.empty()) {
        Job& job = m_jobs.front();
        if (job.found.size() == job.query.series.size()) {
            answer(job, std::move(job.found));
        } else if (!open(job.now)) {
            answer(job, fail(trouble()));
        } else {
            const SeriesKey& key = job.query.series[job.found.size()];
            SeriesData data;
            if (attempt(
                    [&] {
                        data = m_store->read(key, job.query.range, job.query.points, m_backlog.batches());
                    },
                    job.now)) {
                job.found.push_back(std::move(data));
            } else {
                answer(job, fail(trouble()));
            }
        }
    }
    m_isReading = !m_jobs.empty();
    if (m_isReading) {
        QMetaObject::invokeMethod(this, &SeriesWorker::readSome, Qt::QueuedConnection);
    }
}

void SeriesWorker::answer(Job& job, SeriesAnswer&& answer)
{
    const quint64 ticket = job.ticket;
    const auto shared = std::make_shared<SeriesAnswer>(std::move(answer));
    m_jobs.pop_front();
    Q_EMIT answered(ticket, shared);
}

void SeriesWorker::list(Timestamp now)
{
    std::vector<SeriesSummary> series;
    if (open(now)) {
        attempt([&] { series = m_store->list(); }, now);
    }
    Q_EMIT listed(series);
}

void SeriesWorker::finish(std::vector<SampleBatch> batches, quint64 upTo, Timestamp now)
{
    if (!batches.empty() || !m_backlog.isEmpty()) {
        write(std::move(batches), upTo, now);
    }
    close();
    thread()->quit();
}

/// Opens unless it is open. A corrupt file is set aside and begun anew.
bool SeriesWorker::open(Timestamp now)
{
    for (int i = 0; i < 2 && !isRefused() && !m_store; ++i) {
        if (cope(m_database.file(), m_database.open(), now)) {
            attempt([this] { m_store = std::make_unique<SeriesStore>(m_database.sqlite()); }, now);
        }
    }
    return m_store != nullptr;
}

void SeriesWorker::close()
{
    m_store.reset(); // its statements go before the database
    m_database.close();
}

bool SeriesWorker::attempt(const std::function<void()>& work, Timestamp now)
{
    return cope(m_database.file(), m_database.attempt(work), now);
}

QString SeriesWorker::adviceWhenFull() const
{
    return tr("Make room on the disk; until then samples are kept in memory.");
}

QString SeriesWorker::adviceWhenSetAside(const QString& name) const
{
    return tr("It is kept as %1, and a new one is begun; what its sources still know is fetched again.")
        .arg(name);
}

SeriesProgress SeriesWorker::progress() const
{
    SeriesProgress progress;
    progress.safeUpTo = m_safeUpTo;
    progress.samplesWaiting = m_backlog.samples();
    progress.samplesDropped = m_backlog.dropped() + m_refused;
    progress.bytesOnDisk = isRefused() ? 0 : m_database.file().sizeOnDisk();
    progress.isWriting = !isRefused() && m_backlog.isEmpty();
    progress.error = progress.isWriting ? Error{} : trouble();
    return progress;
}

} // namespace stowage
