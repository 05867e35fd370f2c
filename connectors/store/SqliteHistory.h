// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/DeltaBacklog.h"
#include "connectors/store/HistoryState.h"
#include "connectors/store/WriteTimer.h"
#include "models/ports/Clock.h"
#include "models/ports/History.h"

#include <QThread>

namespace stowage {

class HistoryWorker;

/// The last known fleet in a SQLite database, `stowage.db` in a folder of its own. The database has a thread
/// of its own; this object is for the GUI thread and never waits, but in close().
///
/// What is recorded is gathered for FlushInterval and written in one transaction; a kill loses at most that.
/// A disk that is full or a database that is locked is told once and tried again; meanwhile what is overtaken
/// is dropped from memory. A corrupt file is set aside and begun anew. A file of a newer program, or of
/// another, is left as it is and nothing is kept.
class SqliteHistory final : public History
{
    Q_OBJECT

public:
    static constexpr Millis FlushInterval{250};
    static constexpr Millis RetryInterval{5'000};

    /// `folder` is made when it is not there, for this user alone.
    SqliteHistory(const QString& folder, const Clock& clock, QObject* parent = nullptr);
    ~SqliteHistory() override; ///< closes

    void requestLastFleet() override;
    void record(const Delta& delta) override;
    void close() override;

    HistoryState state() const;

    /// For how long the oldest that is not on disk has been waiting; nothing while all is.
    std::optional<Millis> unsafeFor() const { return m_timer.age(m_clock.monotonic()); }

Q_SIGNALS:
    /// Something that was accepted so long ago is safe on disk.
    void written(stowage::Millis took);

private:
    void flushSoon(Millis delay);
    void flush();
    void drained(const HistoryState& state, bool isBehind);

    const Clock& m_clock;
    QThread m_thread;
    HistoryWorker* m_worker; ///< lives on m_thread and dies with it
    DeltaBacklog m_pending;
    HistoryState m_state; ///< but for what waits on this side
    WriteTimer m_timer;
    bool m_isWriting = false;  ///< the worker has a batch
    bool m_isFlushDue = false; ///< a flush is on its way
    bool m_isClosed = false;
};

} // namespace stowage
