// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/DeltaBacklog.h"
#include "connectors/store/HistoryDatabase.h"
#include "connectors/store/HistoryState.h"

#include <QObject>

namespace stowage {

/// The database's side of SqliteHistory, on the database's thread. Only values go in and out, by queued
/// calls.
class HistoryWorker : public QObject
{
    Q_OBJECT

public:
    explicit HistoryWorker(const QString& folder);

    /// Reads the last known fleet; answered by restored().
    void load(Timestamp now);

    /// Writes these after those that could not be written before; answered by drained().
    void write(std::vector<Delta> deltas, Timestamp now);

    /// The last call: the thread's event loop ends after it.
    void finish(std::vector<Delta> deltas, Timestamp now);

Q_SIGNALS:
    void restored(const std::vector<stowage::Delta>& deltas);

    /// The worker has nothing to do; `isBehind`: it keeps what it could not write, try again later.
    void drained(const stowage::HistoryState& state, bool isBehind);

    void failed(const stowage::Error& error);

private:
    using Outcome = HistoryDatabase::Outcome;

    bool open(Timestamp now);
    bool drain(Timestamp now);
    bool cope(const HistoryDatabase::Attempt& attempt, Timestamp now);
    bool setAside(const Error& error, Timestamp now);
    void tellOnce(const Error& error);
    HistoryState state() const;

    HistoryDatabase m_database;
    DeltaBacklog m_backlog;
    bool m_isRefused = false; ///< the file is not ours to touch; nothing is kept
    Error m_trouble;          ///< the last that kept something from being written; empty: none
    QString m_told;           ///< the trouble that was told and still lasts
};

} // namespace stowage
