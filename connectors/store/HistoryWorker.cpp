// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/HistoryWorker.h"

#include "connectors/store/HistorySchema.h"

#include <QThread>

namespace stowage {

HistoryWorker::HistoryWorker(const QString& folder) : m_database(DatabaseFile(folder, historySchema())) {}

void HistoryWorker::load(Timestamp now)
{
    std::vector<Delta> deltas;
    int lost = 0;
    if (open(now) && !cope(m_database.file(), m_database.read(now, deltas, lost), now)) {
        deltas.clear();
    }
    if (lost > 0) {
        Q_EMIT failed(
            {ErrorKind::Storage,
             tr("%n entries of the last known fleet could not be read and are left out", nullptr, lost),
             m_database.file().path(),
             tr("They come again as the sources answer."),
             {}});
    }
    Q_EMIT restored(deltas);
}

void HistoryWorker::write(std::vector<Delta> deltas, Timestamp now)
{
    if (!isRefused()) {
        m_backlog.add(std::move(deltas));
    }
    const bool isDone = isRefused() || drain(now);
    Q_EMIT drained(state(), !isDone);
}

void HistoryWorker::finish(std::vector<Delta> deltas, Timestamp now)
{
    write(std::move(deltas), now);
    m_database.close();
    thread()->quit();
}

bool HistoryWorker::drain(Timestamp now)
{
    if (m_backlog.isEmpty()) {
        return true;
    }
    // A corrupt file is set aside once; the second attempt goes to a new one.
    for (int i = 0; i < 2 && open(now); ++i) {
        const HistoryDatabase::Attempt attempt = m_database.write(m_backlog.deltas());
        if (cope(m_database.file(), attempt, now)) {
            m_backlog.take();
            settle();
            return true;
        }
        if (attempt.outcome == Outcome::Retry) {
            close();
            break;
        }
    }
    return isRefused();
}

/// Opens unless it is open. A corrupt file is set aside and begun anew.
bool HistoryWorker::open(Timestamp now)
{
    for (int i = 0; i < 2 && !isRefused() && !m_database.isOpen(); ++i) {
        cope(m_database.file(), m_database.open(), now);
    }
    return m_database.isOpen();
}

QString HistoryWorker::adviceWhenSetAside(const QString& name) const
{
    return tr("It is kept as %1, and a new one is begun; the fleet fills in as the sources answer.")
        .arg(name);
}

HistoryState HistoryWorker::state() const
{
    HistoryState state;
    state.waiting = m_backlog.entries();
    state.isWriting = !isRefused() && m_backlog.isEmpty();
    state.error = state.isWriting ? Error{} : trouble();
    return state;
}

} // namespace stowage
