// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/alerts/AlertTable.h"

#include <optional>

namespace stowage {

/// The slots of the events that may match a query, the newest first, a few at a time: found by what narrows
/// most. Nothing is kept open between two calls. Throws SQLite::Exception.
class AlertCandidates
{
public:
    /// Limits to what the query's times and beforeNumber leave.
    AlertCandidates(AlertTable& table, const AlertLogQuery& query);

    /// The next ones; fewer than `most`: these were the last.
    std::vector<qint64> next(AlertTable& table, size_t most);

    /// Whether a candidate matches.
    bool matches(const AlertEvent& event) const;

private:
    enum class Way : quint8
    {
        Nothing,
        Words,
        Incident,
        Alert,
        Kinds,
        Time,
    };

    void choose(AlertTable& table, quint32 leftOut);
    quint32 commonWords(AlertTable& table);
    std::vector<qint64> byKinds(AlertTable& table, size_t most);
    std::vector<qint64> run(SQLite::Statement& statement, int firstFree, size_t most);

    AlertLogQuery m_query;
    AlertWords m_words;
    bool m_isLean = false;  ///< words that nearly all events have were left out
    size_t m_given = 0;     ///< candidates
    bool m_isLoose = false; ///< m_words has the last word
    std::string m_match;
    Way m_way = Way::Time;
    qint64 m_from = 0;
    qint64 m_before = 0; ///< slots below this one are left
};

} // namespace stowage
