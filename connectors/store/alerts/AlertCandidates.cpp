// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/alerts/AlertCandidates.h"

#include "connectors/store/SqlStatement.h"
#include "connectors/store/alerts/AlertSlot.h"

#include <algorithm>
#include <array>

namespace stowage {
namespace {

constexpr const char* ByWords = "SELECT rowid FROM words WHERE words MATCH ? AND rowid >= ? AND rowid < ? "
                                "ORDER BY rowid DESC LIMIT ?";
constexpr const char* ByIncident = "SELECT slot FROM event INDEXED BY event_incident WHERE incident = ? AND "
                                   "incident <> '' AND slot >= ? AND slot < ? ORDER BY slot DESC LIMIT ?";
constexpr const char* ByAlert = "SELECT slot FROM event INDEXED BY event_thing WHERE thing IN "
                                "(SELECT id FROM thing WHERE alert = ? AND alert <> '') "
                                "AND slot >= ? AND slot < ? ORDER BY slot DESC LIMIT ?";
constexpr const char* ByKind = "SELECT slot FROM event INDEXED BY event_kind WHERE kind = ? AND slot >= ? "
                               "AND slot < ? ORDER BY slot DESC LIMIT ?";
constexpr const char* ByTime =
    "SELECT slot FROM event WHERE slot >= ? AND slot < ? ORDER BY slot DESC LIMIT ?";

constexpr size_t Sample = 64; ///< events that tell which words nearly all have
constexpr size_t LeastSample = 32;
constexpr size_t LeanPatience = 5'000; ///< candidates; by then what was left out would have been worth it

/// The marks of all events of these kinds.
std::string anyOf(const std::vector<AlertEventKind>& kinds)
{
    std::string text;
    for (const AlertEventKind kind : kinds) {
        for (qint64 severity = 0; severity <= qint64(AlertSeverity::Critical); ++severity) {
            text.append(text.empty() ? "(\"" : " OR \"");
            text.append(AlertWordIndex::markOf(static_cast<qint64>(kind), severity)).append("\"");
        }
    }
    return text.empty() ? text : text + ")";
}

} // namespace

AlertCandidates::AlertCandidates(AlertTable& table, const AlertLogQuery& query)
    : m_query(query), m_words(query.text), m_from(alertslot::first(query.from)),
      m_before(query.to == Timestamp{} ? alertslot::End : alertslot::first(query.to))
{
    std::ranges::sort(m_query.kinds);
    m_query.kinds.erase(std::unique(m_query.kinds.begin(), m_query.kinds.end()), m_query.kinds.end());
    if (query.beforeNumber != 0) {
        m_before = std::min(m_before, table.slotOf(query.beforeNumber).value_or(0));
    }
    choose(table, commonWords(table));
}

/// A word that nearly every event has narrows nothing, and is the dearest to look up: its list is as long as
/// the log. The events that the search begins with tell which are such.
quint32 AlertCandidates::commonWords(AlertTable& table)
{
    const size_t words = m_words.words().size();
    if (words < 2 || !m_query.incident.isEmpty() || !m_query.alert.isEmpty()) {
        return 0;
    }
    SQLite::Statement statement(table.database(), ByTime);
    std::array<size_t, AlertWords::Most> hits{};
    size_t events = 0;
    for (const qint64 slot : run(statement, 1, Sample)) {
        if (const auto event = table.at(slot)) {
            ++events;
            const quint32 found = m_words.found(*event);
            for (size_t i = 0; i < words; ++i) {
                hits.at(i) += found >> i & 1U;
            }
        }
    }
    quint32 common = 0;
    for (size_t i = 0; i < words && events >= LeastSample; ++i) {
        common |= hits.at(i) >= events - events / 8 ? quint32{1} << i : 0;
    }
    return common;
}

void AlertCandidates::choose(AlertTable& table, quint32 leftOut)
{
    const AlertExpression expression = table.words().expression(m_words, leftOut);
    m_way = Way::Time;
    m_isLean = leftOut != 0;
    m_isLoose = expression.isLoose;
    if (expression.isEmpty) {
        m_way = Way::Nothing;
    } else if (!m_query.incident.isEmpty()) {
        m_way = Way::Incident;
        m_isLoose = true;
    } else if (!m_query.alert.isEmpty()) {
        m_way = Way::Alert;
        m_isLoose = true;
    } else if (!expression.match.empty()) {
        m_way = Way::Words;
        m_match = AlertWordIndex::both(expression.match, anyOf(m_query.kinds));
    } else if (!m_query.kinds.empty()) {
        m_way = Way::Kinds;
    }
}

std::vector<qint64> AlertCandidates::next(AlertTable& table, size_t most)
{
    if (m_isLean && m_given > LeanPatience) {
        choose(table, 0);
    }
    SQLite::Database& database = table.database();
    const auto by = [&](const char* sql, const auto& what) {
        SQLite::Statement statement(database, sql);
        sql::bindOne(statement, 1, what);
        return run(statement, 2, most);
    };
    std::vector<qint64> slots;
    switch (m_way) {
    case Way::Nothing:
        break;
    case Way::Words:
        slots = by(ByWords, m_match);
        break;
    case Way::Incident:
        slots = by(ByIncident, m_query.incident);
        break;
    case Way::Alert:
        slots = by(ByAlert, m_query.alert);
        break;
    case Way::Kinds:
        slots = byKinds(table, most);
        break;
    case Way::Time: {
        SQLite::Statement statement(database, ByTime);
        slots = run(statement, 1, most);
        break;
    }
    }
    m_given += slots.size();
    m_before = slots.empty() ? m_from : slots.back();
    return slots;
}

/// Each kind has its own order: the newest of each, put together.
std::vector<qint64> AlertCandidates::byKinds(AlertTable& table, size_t most)
{
    std::vector<qint64> slots;
    SQLite::Statement statement(table.database(), ByKind);
    for (const AlertEventKind kind : m_query.kinds) {
        statement.reset();
        sql::bindOne(statement, 1, static_cast<qint64>(kind));
        const std::vector<qint64> some = run(statement, 2, most);
        slots.insert(slots.end(), some.begin(), some.end());
    }
    std::ranges::sort(slots, std::greater{});
    slots.resize(std::min(slots.size(), most));
    return slots;
}

std::vector<qint64> AlertCandidates::run(SQLite::Statement& statement, int firstFree, size_t most)
{
    sql::bindOne(statement, firstFree, m_from);
    sql::bindOne(statement, firstFree + 1, m_before);
    sql::bindOne(statement, firstFree + 2, static_cast<qint64>(most));
    std::vector<qint64> slots;
    while (statement.executeStep()) {
        slots.push_back(statement.getColumn(0).getInt64());
    }
    return slots;
}

bool AlertCandidates::matches(const AlertEvent& event) const
{
    const bool isOfKind = m_query.kinds.empty() || std::ranges::binary_search(m_query.kinds, event.kind);
    return isOfKind && (m_query.alert.isEmpty() || m_query.alert == event.alert) &&
           (m_query.incident.isEmpty() || m_query.incident == event.incident) &&
           (!m_isLoose || m_words.matches(event));
}

} // namespace stowage
