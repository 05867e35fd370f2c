// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/StoreWorker.h"
#include "connectors/store/series/SampleBacklog.h"
#include "connectors/store/series/SeriesKeeper.h"

#include <deque>
#include <memory>

namespace stowage {

/// How the worker stands after it wrote, or tried to.
struct SeriesProgress
{
    quint64 safeUpTo = 0; ///< this call and all before it are on disk
    quint64 samplesWaiting = 0;
    quint64 samplesDropped = 0;
    qint64 bytesOnDisk = 0;
    bool isWriting = true;
    Error error{}; ///< unless it is writing
};

/// The database's side of SqliteSeries, on the database's thread. Only values go in and out, by queued calls.
/// Long work is done in pieces, each a turn of the thread's event loop, so that none waits for another.
class SeriesWorker final : public StoreWorker
{
    Q_OBJECT

public:
    SeriesWorker(const QString& folder, SeriesRetention retention, size_t mostSamplesWaiting);
    ~SeriesWorker() override;

    /// Writes these after those that could not be written before; answered by wrote().
    void write(std::vector<SampleBatch> batches, quint64 upTo, Timestamp now);

    /// Answered by answered(), after all that was asked before.
    void read(quint64 ticket, const SeriesQuery& query, Timestamp now);
    void cancel(quint64 ticket);

    /// Answered by listed().
    void list(Timestamp now);

    /// Does what retention asks for, in the background; answered by maintained().
    void maintain(Timestamp now);

    /// The last call: the thread's event loop ends after it.
    void finish(std::vector<SampleBatch> batches, quint64 upTo, Timestamp now);

Q_SIGNALS:
    void wrote(const stowage::SeriesProgress& progress);
    void maintained(const stowage::SeriesProgress& progress);
    void answered(quint64 ticket, const std::shared_ptr<stowage::SeriesAnswer>& answer);
    void listed(const std::vector<stowage::SeriesSummary>& series);

private:
    /// A question that is being answered, a series a turn.
    struct Job
    {
        quint64 ticket = 0;
        SeriesQuery query;
        Timestamp now{};
        std::vector<SeriesData> found{};
    };

    bool open(Timestamp now);
    void close() override;
    QString adviceWhenFull() const override;
    QString adviceWhenSetAside(const QString& name) const override;
    bool attempt(const std::function<void()>& work, Timestamp now);
    void drain(Timestamp now);
    void sealSome(Timestamp now);
    void maintainSome(Timestamp now);
    void readSome();
    void answer(Job& job, SeriesAnswer&& answer);
    SeriesProgress progress() const;

    StoreDatabase m_database;
    std::unique_ptr<SeriesStore> m_store; ///< while the database is open
    SeriesKeeper m_keeper;
    SampleBacklog m_backlog;
    std::deque<Job> m_jobs;
    quint64 m_safeUpTo = 0;
    quint64 m_refused = 0;        ///< samples that came although the file is not ours to touch
    bool m_isReading = false;     ///< a turn of readSome() is on its way
    bool m_isSealing = false;     ///< one of sealSome()
    bool m_isMaintaining = false; ///< one of maintainSome()
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::SeriesProgress)
