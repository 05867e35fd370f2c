// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/alerts/AlertCounter.h"

#include "connectors/store/SqlStatement.h"
#include "connectors/store/alerts/AlertSlot.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr qint64 SlotsAtOnce = 20'000;
constexpr size_t RowsAtOnce = 500;

constexpr const char* Hours = "SELECT hour, kind, severity, events FROM hour WHERE hour >= ? AND hour < ?";
constexpr const char* NextKind = "SELECT min(kind) FROM event INDEXED BY event_kind WHERE kind > ?";
constexpr const char* OfKind = "SELECT slot, severity FROM event INDEXED BY event_kind WHERE kind = ? AND "
                               "slot >= ? AND slot < ? ORDER BY slot LIMIT ?";
constexpr const char* WithWords = "SELECT rowid FROM words WHERE words MATCH ? AND rowid >= ? AND rowid < ? "
                                  "ORDER BY rowid LIMIT ?";

} // namespace

AlertCounter::AlertCounter(quint64 request, const AlertLogQuery& query, quint32 stretches)
    : m_query(query), m_stretches(std::clamp(stretches, 1U, MostStretches))
{
    m_counts.request = request;
    m_query.beforeNumber = 0;
}

bool AlertCounter::step(AlertTable& table)
{
    if (!m_isBegun) {
        m_isBegun = true;
        return begin(table);
    }
    if (m_rows) {
        return countRows(table);
    }
    return countPass(table);
}

/// Without bounds of its own, the query's are those of the log.
bool AlertCounter::begin(AlertTable& table)
{
    const auto extent = table.extent();
    const auto millis = [](Timestamp at) {
        return alertslot::millisOf(alertslot::first(at));
    };
    const qint64 first = extent ? alertslot::millisOf(extent->first) : 0;
    const qint64 last = extent ? alertslot::millisOf(extent->second) + 1 : 0;
    const qint64 from = m_query.from == Timestamp{} ? first : millis(m_query.from);
    const qint64 to = m_query.to == Timestamp{} ? std::max(from, last) : millis(m_query.to);
    divide(from, to);
    if (!extent || from >= to) {
        return true;
    }
    if (isHourly()) {
        countHours(table);
        return true;
    }
    plan(table);
    return !m_rows && m_passes.empty();
}

bool AlertCounter::isHourly() const
{
    return m_counts.width.count() % AlertTable::Hour == 0 && m_query.incident.isEmpty() &&
           m_query.alert.isEmpty() && AlertWords(m_query.text).isEmpty();
}

/// Stretches of an hour and more are of whole hours.
void AlertCounter::divide(qint64 from, qint64 to)
{
    constexpr qint64 Hour = AlertTable::Hour;
    const qint64 length = std::max(to - from, qint64{0});
    const qint64 stretches = m_stretches;
    qint64 width = std::max(qint64{1}, (length + stretches - 1) / stretches);
    if (width >= Hour) {
        width = (width + Hour - 1) / Hour * Hour;
        from = from / Hour * Hour;
        while (from + width * stretches < to) {
            width += Hour;
        }
    }
    m_from = from;
    m_to = to;
    m_counts.from = Timestamp{Millis{from}};
    m_counts.width = Millis{width};
}

/// The hour in which the range ends counts as a whole.
void AlertCounter::countHours(AlertTable& table)
{
    SQLite::Statement hours(table.database(), Hours);
    sql::bind(hours, m_from / AlertTable::Hour, (m_to + AlertTable::Hour - 1) / AlertTable::Hour);
    while (hours.executeStep()) {
        const auto column = [&hours](int index) {
            return qint64{hours.getColumn(index).getInt64()};
        };
        if (isWanted(column(1))) {
            add(column(0) * AlertTable::Hour, column(1), column(2), column(3));
        }
    }
}

bool AlertCounter::isWanted(qint64 kind) const
{
    return m_query.kinds.empty() ||
           std::ranges::find(m_query.kinds, static_cast<AlertEventKind>(kind)) != m_query.kinds.end();
}

void AlertCounter::plan(AlertTable& table)
{
    m_query.from = Timestamp{Millis{m_from}};
    m_query.to = Timestamp{Millis{m_to}};
    const AlertExpression expression = table.words().expression(AlertWords(m_query.text));
    const bool hasWords = !m_query.text.isEmpty() && !expression.match.empty();
    if (expression.isEmpty) {
        return;
    }
    if (!m_query.incident.isEmpty() || !m_query.alert.isEmpty() || (expression.isLoose && !hasWords)) {
        m_rows.emplace(table, m_query);
        return;
    }
    m_match = expression.match;
    SQLite::Statement nextKind(table.database(), NextKind);
    for (qint64 kind = -1;;) {
        sql::bind(nextKind, kind);
        nextKind.executeStep();
        if (nextKind.getColumn(0).isNull()) {
            break;
        }
        kind = nextKind.getColumn(0).getInt64();
        const qint64 severities = hasWords ? qint64(AlertSeverity::Critical) : 0;
        for (qint64 severity = 0; isWanted(kind) && severity <= severities; ++severity) {
            m_passes.push_back({kind, severity, alertslot::first(m_query.from)});
        }
    }
}

bool AlertCounter::countPass(AlertTable& table)
{
    Pass& pass = m_passes.back();
    const bool hasWords = !m_match.empty();
    SQLite::Statement slots(table.database(), hasWords ? WithWords : OfKind);
    const std::string match =
        AlertWordIndex::both(m_match, "\"" + AlertWordIndex::markOf(pass.kind, pass.severity) + "\"");
    if (hasWords) {
        sql::bindOne(slots, 1, match);
    } else {
        sql::bindOne(slots, 1, pass.kind);
    }
    sql::bindOne(slots, 2, pass.from);
    sql::bindOne(slots, 3, alertslot::first(m_query.to));
    sql::bindOne(slots, 4, SlotsAtOnce);
    qint64 found = 0;
    for (; slots.executeStep(); ++found) {
        const qint64 slot = slots.getColumn(0).getInt64();
        pass.from = slot + 1;
        add(alertslot::millisOf(slot), pass.kind, hasWords ? pass.severity : slots.getColumn(1).getInt64(),
            1);
    }
    if (found < SlotsAtOnce) {
        m_passes.pop_back();
    }
    return m_passes.empty();
}

bool AlertCounter::countRows(AlertTable& table)
{
    const std::vector<qint64> slots = m_rows->next(table, RowsAtOnce);
    for (const qint64 slot : slots) {
        const auto event = table.at(slot);
        if (event && m_rows->matches(*event)) {
            add(alertslot::millisOf(slot), static_cast<qint64>(event->kind),
                static_cast<qint64>(event->severity), 1);
        }
    }
    return slots.size() < RowsAtOnce;
}

/// Most fall into the cell of the one before.
void AlertCounter::add(qint64 millis, qint64 kind, qint64 severity, qint64 count)
{
    const qint64 index = (std::max(millis, m_from) - m_from) / m_counts.width.count();
    const Cell cell{static_cast<quint32>(index), static_cast<quint8>(kind), static_cast<quint8>(severity)};
    if (m_last == m_cells.end() || m_last->first != cell) {
        m_last = m_cells.try_emplace(cell, 0).first;
    }
    m_last->second += static_cast<quint32>(count);
}

AlertLogCounts AlertCounter::take()
{
    m_counts.stretches.reserve(m_cells.size());
    for (const auto& [cell, count] : m_cells) {
        const auto& [index, kind, severity] = cell;
        m_counts.stretches.push_back(
            {index, static_cast<AlertEventKind>(kind), static_cast<AlertSeverity>(severity), count});
    }
    return std::move(m_counts);
}

} // namespace stowage
