// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/StoreWorker.h"
#include "connectors/store/alerts/AlertBacklog.h"
#include "connectors/store/alerts/AlertCounter.h"
#include "connectors/store/alerts/AlertFinder.h"
#include "connectors/store/alerts/AlertKeeper.h"
#include "connectors/store/alerts/AlertLogState.h"

#include <deque>
#include <functional>
#include <memory>
#include <variant>

namespace stowage {

/// The database's side of SqliteAlertLog, on the database's thread. Only values go in and out, by queued
/// calls. Long work is done in pieces, each a turn of the thread's event loop, so that none waits for
/// another.
class AlertWorker final : public StoreWorker
{
    Q_OBJECT

public:
    AlertWorker(const QString& folder, AlertRetention retention, size_t mostBytesWaiting);
    ~AlertWorker() override;

    /// Writes these after those that could not be written before; answered by drained().
    void append(std::vector<AlertEvent> events, Timestamp now);
    void keepCheckpoint(const AlertCheckpoint& checkpoint, Timestamp now);

    /// Answered by restored(), and as long as it is not the last, each next() by told().
    void restore(Timestamp now);

    /// What told() or restored() brought is taken: the next page may come.
    void next(Timestamp now);

    void find(quint64 request, const AlertLogQuery& query, Timestamp now);
    void count(quint64 request, const AlertLogQuery& query, quint32 stretches, Timestamp now);
    void cancel(quint64 request);

    /// Looks whether another process has written.
    void poll(Timestamp now);

    /// Does what retention asks for, in the background; answered by maintained().
    void maintain(Timestamp now);

    /// The last call: the thread's event loop ends after it.
    void finish(std::vector<AlertEvent> events, Timestamp now);

Q_SIGNALS:
    void drained(const stowage::AlertLogState& state);
    void maintained(const stowage::AlertLogState& state);
    void restored(const std::shared_ptr<stowage::AlertCheckpoint>& checkpoint,
                  const std::shared_ptr<std::vector<stowage::AlertEvent>>& after, bool isLast, bool isRead);
    void told(const std::shared_ptr<std::vector<stowage::AlertEvent>>& events, bool isReplay, bool isLast);
    void toldFromMemory(const std::shared_ptr<std::vector<stowage::AlertEvent>>& events);
    void found(const std::shared_ptr<stowage::AlertLogPage>& page);
    void counted(const std::shared_ptr<stowage::AlertLogCounts>& counts);

private:
    /// A question that is being answered.
    struct Job
    {
        quint64 request = 0;
        AlertLogQuery query;
        std::optional<quint32> stretches; ///< of a count; none: it asks for a page
        bool isAgain = false;             ///< reading has failed once
        std::variant<std::unique_ptr<AlertFinder>, std::unique_ptr<AlertCounter>> work;
    };

    bool open(Timestamp now);
    bool start();
    void close() override;
    QString adviceWhenFull() const override;
    QString adviceWhenSetAside(const QString& name) const override;
    bool attempt(const std::function<void()>& what, Timestamp now);
    void drain(Timestamp now);
    bool write(Timestamp now);
    void tellNew(Timestamp now);
    void tellFromMemory(Timestamp now);
    void maintainSome(Timestamp now);
    void take(Job job, Timestamp now);
    void work(Timestamp now);
    static void begin(Job& job);
    void answer(Job& job, bool isBroken);
    AlertLogState state() const;

    StoreDatabase m_database;
    std::unique_ptr<AlertTable> m_table; ///< while the database is open
    AlertKeeper m_keeper;
    AlertBacklog m_backlog;
    std::optional<AlertCheckpoint> m_checkpoint; ///< not on disk yet
    std::deque<Job> m_jobs;
    std::optional<quint64> m_toldUpTo; ///< the number; none: the file was never open
    qint64 m_dataVersion = 0;
    Millis m_lastWrite{0}; ///< how long it took
    bool m_isRestoring = false;
    bool m_isPageOut = false; ///< the other side has a page, and has not asked for the next
    bool m_isDraining = false;
    bool m_isWorking = false; ///< a turn of work() is on its way
    bool m_isMaintaining = false;
};

} // namespace stowage
