// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/StoreDatabase.h"

#include <QObject>

namespace stowage {

/// The database's side of a store, on the database's thread: how it copes with a file that is not ours, a
/// corrupt one, a full disk and another process that holds the lock. What is kept, and when, is its heirs'.
class StoreWorker : public QObject
{
    Q_OBJECT

public:
    ~StoreWorker() override;

Q_SIGNALS:
    void failed(const stowage::Error& error);

protected:
    using Outcome = StoreDatabase::Outcome;

    /// That another process holds the lock is told after so many attempts in a row, of a second each.
    explicit StoreWorker(int quietTries = 0) : m_quietTries(quietTries) {}

    /// Does what an attempt's outcome asks for: tells it, closes, sets the file aside. True when it was done.
    bool cope(const DatabaseFile& file, const StoreDatabase::Attempt& attempt, Timestamp now);

    /// All went well: what trouble there was is over.
    void settle();

    bool isRefused() const { return m_isRefused; } ///< not ours to touch: nothing will ever be kept
    /// Another process holds the lock, but not for so long that it is to be told.
    bool isPatient() const { return m_busy > 0 && m_busy <= m_quietTries; }
    /// The last that kept something from being done; without a message: nothing does.
    const Error& trouble() const { return m_trouble; }

    /// Lets go of the file, so that the next attempt begins from the file itself, wherever that is then.
    virtual void close() = 0;
    /// It is refused: what waits will never be written.
    virtual void giveUp() {}
    virtual QString adviceWhenFull() const { return {}; } ///< empty: what the database says itself
    /// A corrupt file is `name` now.
    virtual QString adviceWhenSetAside(const QString& name) const = 0;

    /// In the next turn of the event loop, so that long work keeps nobody waiting.
    template <class Worker>
    void later(void (Worker::*work)(Timestamp), Timestamp now)
    {
        auto* const worker = static_cast<Worker*>(this);
        QMetaObject::invokeMethod(
            worker, [worker, work, now] { (worker->*work)(now); }, Qt::QueuedConnection);
    }

private:
    void setAside(const DatabaseFile& file, const Error& error, Timestamp now);
    void tellOnce(const Error& error);

    const int m_quietTries;
    int m_busy = 0; ///< attempts in a row for which another process held the lock
    bool m_isRefused = false;
    Error m_trouble;
    QString m_told; ///< the trouble that was told and still lasts
};

} // namespace stowage
