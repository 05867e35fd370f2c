// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/DeltaBacklog.h"
#include "connectors/store/HistoryDatabase.h"
#include "connectors/store/HistoryState.h"
#include "connectors/store/StoreWorker.h"

namespace stowage {

/// The database's side of SqliteHistory, on the database's thread. Only values go in and out, by queued
/// calls.
class HistoryWorker final : public StoreWorker
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

private:
    bool open(Timestamp now);
    bool drain(Timestamp now);
    void close() override { m_database.close(); }
    void giveUp() override { m_backlog.take(); }
    QString adviceWhenSetAside(const QString& name) const override;
    HistoryState state() const;

    HistoryDatabase m_database;
    DeltaBacklog m_backlog;
};

} // namespace stowage
