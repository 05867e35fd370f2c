// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/alerts/AlertTable.h"

#include "connectors/store/SqlStatement.h"
#include "connectors/store/alerts/AlertBounds.h"
#include "connectors/store/alerts/AlertSlot.h"

#include <QCryptographicHash>

#include <algorithm>

namespace stowage {
namespace {

constexpr const char* LastSlot = "SELECT max(slot) FROM event WHERE slot >= ? AND slot < ?";
constexpr const char* PutUid =
    "INSERT INTO uid (hash, slot) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING 1";
constexpr const char* Put =
    "INSERT INTO event (slot, number, kind, severity, at, seen_at, thing, is_past, until, uid, source, "
    "summary, incident, other, actor, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* CountHour = "INSERT INTO hour (hour, kind, severity, events) VALUES (?1, ?2, ?3, ?4) "
                                  "ON CONFLICT DO UPDATE SET events = events + ?4";
constexpr const char* After = "WHERE number > ? ORDER BY number LIMIT ?";
constexpr const char* At = "WHERE slot = ?";
constexpr const char* SlotOf = "SELECT slot FROM event WHERE number = ?";
constexpr const char* Knows = "SELECT 1 FROM uid WHERE hash = ?";
constexpr const char* Figure = "SELECT value FROM figure WHERE name = ?";
constexpr const char* SetFigure =
    "INSERT INTO figure (name, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2";
constexpr const char* KeepCheckpoint = "INSERT INTO checkpoint (id, up_to, state) VALUES (1, ?1, ?2) "
                                       "ON CONFLICT DO UPDATE SET up_to = ?1, state = ?2 WHERE up_to <= ?1";

constexpr const char* LastNumber = "last number";
constexpr const char* OldestKept = "oldest kept"; ///< ms; what is before was removed

/// As eventOf() reads them.
std::string select(const char* which)
{
    return std::string("SELECT number, kind, severity, at, seen_at, thing, is_past, until, uid, source, "
                       "summary, incident, other, actor, note FROM event ") +
           which;
}

QByteArray hashOf(const QString& uid)
{
    return QCryptographicHash::hash(uid.toUtf8(), QCryptographicHash::Sha256).left(16);
}

qint64 numberOf(Timestamp at)
{
    return at.time_since_epoch().count();
}

Timestamp timestampOf(qint64 number)
{
    return Timestamp{Millis{number}};
}

} // namespace

AlertTable::AlertTable(SQLite::Database& database)
    : m_database(database), m_things(database), m_words(database), m_lastSlot(database, LastSlot),
      m_putUid(database, PutUid), m_put(database, Put), m_countHour(database, CountHour),
      m_after(database, select(After)), m_at(database, select(At)), m_slotOf(database, SlotOf),
      m_knows(database, Knows), m_figure(database, Figure), m_setFigure(database, SetFigure)
{
    database.exec("PRAGMA journal_size_limit = 4194304"); // a log that grew once is cut again
    database.exec("PRAGMA cache_size = -8000");           // of kibibytes: uids lie everywhere
}

void AlertTable::append(std::span<const AlertEvent> events)
{
    try {
        SQLite::Transaction transaction(m_database, SQLite::TransactionBehavior::IMMEDIATE);
        quint64 number = lastNumber();
        const qint64 oldest = figure(OldestKept);
        std::vector<std::pair<qint64, std::string>> texts;
        for (const AlertEvent& event : events) {
            qint64 slot = 0;
            if ((event.isPast && numberOf(event.at) < oldest) || !put(event, number + 1, slot)) {
                continue;
            }
            ++number;
            const std::set<std::string> terms = AlertWordIndex::termsOf(event);
            texts.emplace_back(slot, AlertWordIndex::textOf(event, terms));
            m_words.learn(terms);
            countHour(slot, event, 1);
        }
        std::ranges::sort(texts);
        for (const auto& [slot, text] : texts) {
            m_words.put(slot, text);
        }
        setFigure(LastNumber, static_cast<qint64>(number));
        transaction.commit();
    } catch (...) {
        m_words.forget();
        throw;
    }
}

bool AlertTable::put(const AlertEvent& event, quint64 number, qint64& slot)
{
    slot = freeSlot(event.at);
    const QByteArray hash = hashOf(event.uid);
    if (!sql::rowOf(m_putUid, QByteArrayView(hash), slot)) {
        return false;
    }
    const qint64 thing = m_things.numberFor(event);
    sql::run(m_put, slot, static_cast<qint64>(number), static_cast<qint64>(event.kind),
             static_cast<qint64>(event.severity), numberOf(event.at), numberOf(event.seenAt), thing,
             qint64{event.isPast}, numberOf(event.until), event.uid, event.source, event.summary,
             event.incident, event.other, event.actor, event.note);
    return true;
}

qint64 AlertTable::freeSlot(Timestamp at)
{
    const qint64 first = alertslot::first(at);
    for (qint64 begin = first;; begin += qint64{1} << alertslot::Bits) {
        const qint64 end = begin + (qint64{1} << alertslot::Bits);
        sql::bind(m_lastSlot, begin, end);
        m_lastSlot.executeStep();
        const SQLite::Column last = m_lastSlot.getColumn(0);
        const qint64 slot = last.isNull() ? begin : last.getInt64() + 1;
        m_lastSlot.reset();
        if (slot < end) {
            return slot;
        }
    }
}

void AlertTable::countHour(qint64 slot, const AlertEvent& event, qint64 by)
{
    sql::run(m_countHour, alertslot::millisOf(slot) / Hour, static_cast<qint64>(event.kind),
             static_cast<qint64>(event.severity), by);
}

quint64 AlertTable::lastNumber()
{
    return static_cast<quint64>(figure(LastNumber));
}

void AlertTable::raiseNumbers(quint64 to)
{
    SQLite::Transaction transaction(m_database, SQLite::TransactionBehavior::IMMEDIATE);
    setFigure(LastNumber, static_cast<qint64>(std::max(to, lastNumber())));
    transaction.commit();
}

std::vector<AlertEvent> AlertTable::after(quint64 number, bool& isMore)
{
    std::vector<AlertEvent> events;
    isMore = false;
    size_t bytes = 0;
    sql::bind(m_after, static_cast<qint64>(number), static_cast<qint64>(PageEvents + 1));
    while (m_after.executeStep()) {
        isMore = events.size() == PageEvents || bytes >= PageBytes;
        if (isMore) {
            break;
        }
        events.push_back(eventOf(m_after));
        bytes += weightOf(events.back());
    }
    m_after.reset();
    return events;
}

std::optional<AlertEvent> AlertTable::at(qint64 slot)
{
    std::optional<AlertEvent> event;
    sql::bind(m_at, slot);
    if (m_at.executeStep()) {
        event = eventOf(m_at);
    }
    m_at.reset();
    return event;
}

/// What makes no sense was written by a newer program, or by nobody: its numbers are brought to known ones.
AlertEvent AlertTable::eventOf(SQLite::Statement& row)
{
    AlertEvent event;
    const auto number = [&row](int column) {
        return qint64{row.getColumn(column).getInt64()};
    };
    const auto text = [&row](int column) {
        return QString::fromStdString(row.getColumn(column).getString());
    };
    event.number = static_cast<quint64>(number(0));
    event.kind = static_cast<AlertEventKind>(number(1));
    event.severity =
        static_cast<AlertSeverity>(std::clamp(number(2), qint64{0}, qint64(AlertSeverity::Critical)));
    event.at = timestampOf(number(3));
    event.seenAt = timestampOf(number(4));
    m_things.fill(number(5), event);
    event.isPast = number(6) != 0;
    event.until = timestampOf(number(7));
    event.uid = text(8);
    event.source = text(9);
    event.summary = text(10);
    event.incident = text(11);
    event.other = text(12);
    event.actor = text(13);
    event.note = text(14);
    return event;
}

std::optional<qint64> AlertTable::slotOf(quint64 number)
{
    return sql::rowOf(m_slotOf, static_cast<qint64>(number));
}

bool AlertTable::isKnown(const QString& uid)
{
    const QByteArray hash = hashOf(uid);
    return sql::rowOf(m_knows, QByteArrayView(hash)).has_value();
}

std::optional<std::pair<qint64, qint64>> AlertTable::extent()
{
    const SQLite::Column first = m_database.execAndGet("SELECT min(slot) FROM event");
    const SQLite::Column last = m_database.execAndGet("SELECT max(slot) FROM event");
    if (first.isNull() || last.isNull()) {
        return {};
    }
    return std::pair(qint64{first.getInt64()}, qint64{last.getInt64()});
}

AlertCheckpoint AlertTable::checkpoint()
{
    AlertCheckpoint checkpoint;
    SQLite::Statement read(m_database, "SELECT up_to, state FROM checkpoint WHERE id = 1");
    if (read.executeStep()) {
        const SQLite::Column state = read.getColumn(1);
        checkpoint.upTo = static_cast<quint64>(read.getColumn(0).getInt64());
        checkpoint.state = QByteArray(static_cast<const char*>(state.getBlob()), state.getBytes());
    }
    return checkpoint;
}

/// Of two programs' checkpoints the one that reaches further stays.
void AlertTable::keep(const AlertCheckpoint& checkpoint)
{
    SQLite::Statement keep(m_database, KeepCheckpoint);
    sql::run(keep, static_cast<qint64>(checkpoint.upTo), QByteArrayView(checkpoint.state));
}

qint64 AlertTable::count()
{
    return m_database.execAndGet("SELECT coalesce(sum(events), 0) FROM hour").getInt64();
}

qint64 AlertTable::removeOldest(qint64 count)
{
    SQLite::Transaction transaction(m_database, SQLite::TransactionBehavior::IMMEDIATE);
    std::vector<qint64> slots;
    {
        SQLite::Statement oldest(m_database, "SELECT slot FROM event ORDER BY slot LIMIT ?");
        sql::bind(oldest, count);
        while (oldest.executeStep()) {
            slots.push_back(oldest.getColumn(0).getInt64());
        }
    }
    for (const qint64 slot : slots) {
        remove(slot);
    }
    if (!slots.empty()) {
        m_database.exec("DELETE FROM hour WHERE events <= 0");
        setFigure(OldestKept, std::max(figure(OldestKept), alertslot::millisOf(slots.back()) + 1));
    }
    transaction.commit();
    return static_cast<qint64>(slots.size());
}

void AlertTable::remove(qint64 slot)
{
    const auto event = at(slot);
    if (!event) {
        return;
    }
    SQLite::Statement ofThing(m_database, "DELETE FROM event WHERE slot = ? RETURNING thing");
    const auto thing = sql::rowOf(ofThing, slot);
    SQLite::Statement dropUid(m_database, "DELETE FROM uid WHERE hash = ?");
    const QByteArray hash = hashOf(event->uid);
    sql::run(dropUid, QByteArrayView(hash));
    m_words.remove(slot, *event);
    countHour(slot, *event, -1);
    m_things.dropUnused(thing.value_or(0));
}

qint64 AlertTable::figure(const char* name)
{
    return sql::rowOf(m_figure, std::string(name)).value_or(0);
}

void AlertTable::setFigure(const char* name, qint64 value)
{
    sql::run(m_setFigure, std::string(name), value);
}

} // namespace stowage
