// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/alerts/AlertThings.h"
#include "connectors/store/alerts/AlertWordIndex.h"
#include "models/ports/AlertLog.h"

#include <optional>
#include <span>

namespace stowage {

/// The log of alerts in an open database. Several programs may use one file: numbers are given with the lock
/// held, so that they grow in the order in which others can see them. Throws SQLite::Exception; what was
/// committed before stays.
class AlertTable
{
public:
    static constexpr qint64 Hour = 3'600'000; ///< ms

    explicit AlertTable(SQLite::Database& database);

    /// In one transaction; after it they survive a kill. Those whose uid is there are left out, and past
    /// ones from before what is kept. Events as boundedEvent() gives them.
    void append(std::span<const AlertEvent> events);

    /// Of the event that came last.
    quint64 lastNumber();

    /// The next numbers are above this one.
    void raiseNumbers(quint64 to);

    /// The next events by number, few enough for one page; `isMore`: there are others behind them.
    std::vector<AlertEvent> after(quint64 number, bool& isMore);

    std::optional<AlertEvent> at(qint64 slot);
    std::optional<qint64> slotOf(quint64 number);
    bool isKnown(const QString& uid);

    /// The slots of the first and the last event by time; nothing when there is none.
    std::optional<std::pair<qint64, qint64>> extent();

    AlertCheckpoint checkpoint();
    void keep(const AlertCheckpoint& checkpoint);

    /// The oldest go, in one transaction; returns how many did.
    qint64 removeOldest(qint64 count);
    qint64 count();

    AlertWordIndex& words() { return m_words; }
    SQLite::Database& database() { return m_database; }

    /// What is well under a page of memory for whoever takes it in one turn.
    static constexpr size_t PageEvents = 1'000;
    static constexpr size_t PageBytes = size_t{4} << 20;

private:
    bool put(const AlertEvent& event, quint64 number, qint64& slot);
    qint64 freeSlot(Timestamp at);
    qint64 figure(const char* name);
    void setFigure(const char* name, qint64 value);
    void countHour(qint64 slot, const AlertEvent& event, qint64 by);
    AlertEvent eventOf(SQLite::Statement& row);
    void remove(qint64 slot);

    SQLite::Database& m_database;
    AlertThings m_things;
    AlertWordIndex m_words;
    SQLite::Statement m_lastSlot;
    SQLite::Statement m_putUid;
    SQLite::Statement m_put;
    SQLite::Statement m_countHour;
    SQLite::Statement m_after;
    SQLite::Statement m_at;
    SQLite::Statement m_slotOf;
    SQLite::Statement m_knows;
    SQLite::Statement m_figure;
    SQLite::Statement m_setFigure;
};

} // namespace stowage
