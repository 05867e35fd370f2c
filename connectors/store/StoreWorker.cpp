// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/StoreWorker.h"

namespace stowage {

StoreWorker::~StoreWorker() = default;

bool StoreWorker::cope(const DatabaseFile& file, const StoreDatabase::Attempt& attempt, Timestamp now)
{
    if (attempt.outcome == Outcome::Done) {
        return true;
    }
    m_busy = attempt.isBusy ? m_busy + 1 : 0;
    switch (attempt.outcome) {
    case Outcome::Done:
        break;
    case Outcome::Retry:
        m_trouble = attempt.error;
        if (attempt.isFull) {
            const QString advice = adviceWhenFull();
            m_trouble.todo = advice.isEmpty() ? m_trouble.todo : advice;
        } else if (!attempt.isBusy) {
            close();
        }
        if (!isPatient()) {
            tellOnce(m_trouble);
        }
        break;
    case Outcome::Refused:
        m_isRefused = true;
        m_trouble = attempt.error;
        close();
        giveUp();
        tellOnce(m_trouble);
        break;
    case Outcome::Corrupt:
        m_trouble = {};
        setAside(file, attempt.error, now);
        break;
    }
    return false;
}

void StoreWorker::setAside(const DatabaseFile& file, const Error& error, Timestamp now)
{
    close();
    const auto name = file.setAside(now);
    if (!name) {
        m_trouble = name.error();
        tellOnce(m_trouble);
        return;
    }
    Error told = error;
    told.todo = adviceWhenSetAside(*name);
    Q_EMIT failed(told);
}

/// What lasts is told once, not at every attempt.
void StoreWorker::tellOnce(const Error& error)
{
    if (m_told != error.message) {
        m_told = error.message;
        Q_EMIT failed(error);
    }
}

void StoreWorker::settle()
{
    m_busy = 0;
    m_trouble = {};
    m_told.clear();
}

} // namespace stowage
