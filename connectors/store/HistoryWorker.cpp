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
    if (open(now) && !cope(m_database.read(now, deltas, lost), now)) {
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
    if (!m_isRefused) {
        m_backlog.add(std::move(deltas));
    }
    const bool isDone = m_isRefused || drain(now);
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
        if (cope(attempt, now)) {
            m_backlog.take();
            m_trouble = {};
            m_told.clear();
            return true;
        }
        if (attempt.outcome == Outcome::Retry) {
            m_database.close(); // the next time begins from the file itself, wherever that is then
            break;
        }
    }
    return m_isRefused;
}

/// Opens unless it is open. A corrupt file is set aside and begun anew.
bool HistoryWorker::open(Timestamp now)
{
    for (int i = 0; i < 2 && !m_isRefused && !m_database.isOpen(); ++i) {
        cope(m_database.open(), now);
    }
    return m_database.isOpen();
}

/// Does what an attempt's outcome asks for; true when it was done.
bool HistoryWorker::cope(const HistoryDatabase::Attempt& attempt, Timestamp now)
{
    switch (attempt.outcome) {
    case Outcome::Done:
        return true;
    case Outcome::Retry:
        m_trouble = attempt.error;
        tellOnce(attempt.error);
        break;
    case Outcome::Refused:
        m_isRefused = true;
        m_trouble = attempt.error;
        m_backlog.take();
        tellOnce(attempt.error);
        break;
    case Outcome::Corrupt:
        setAside(attempt.error, now);
        break;
    }
    return false;
}

bool HistoryWorker::setAside(const Error& error, Timestamp now)
{
    m_database.close();
    const auto name = m_database.file().setAside(now);
    if (!name) {
        m_trouble = name.error();
        tellOnce(name.error());
        return false;
    }
    Error told = error;
    told.todo =
        tr("It is kept as %1, and a new one is begun; the fleet fills in as the sources answer.").arg(*name);
    Q_EMIT failed(told);
    return true;
}

/// What lasts is told once, not at every attempt.
void HistoryWorker::tellOnce(const Error& error)
{
    if (m_told != error.message) {
        m_told = error.message;
        Q_EMIT failed(error);
    }
}

HistoryState HistoryWorker::state() const
{
    HistoryState state;
    state.waiting = m_backlog.entries();
    state.isWriting = !m_isRefused && m_backlog.isEmpty();
    state.error = state.isWriting ? Error{} : m_trouble;
    return state;
}

} // namespace stowage
