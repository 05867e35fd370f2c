// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/alerts/AlertCandidates.h"

#include <map>
#include <tuple>

namespace stowage {

/// Events counted by stretch, kind and severity, in pieces of a few milliseconds: from hours that are
/// counted already where that is fine enough, else from an index or the words. Throws SQLite::Exception.
class AlertCounter
{
public:
    static constexpr quint32 MostStretches = 4'096;

    AlertCounter(quint64 request, const AlertLogQuery& query, quint32 stretches);
    Q_DISABLE_COPY_MOVE(AlertCounter)
    ~AlertCounter() = default;

    /// Does a piece; true when all is counted.
    bool step(AlertTable& table);

    AlertLogCounts take();

private:
    using Cell = std::tuple<quint32, quint8, quint8>; ///< stretch, kind, severity

    /// What is counted without looking at rows.
    struct Pass
    {
        qint64 kind = 0;
        qint64 severity = 0; ///< of those that have words
        qint64 from = 0;     ///< the next slot
    };

    bool begin(AlertTable& table);
    void divide(qint64 from, qint64 to);
    void plan(AlertTable& table);
    void countHours(AlertTable& table);
    bool countPass(AlertTable& table);
    bool countRows(AlertTable& table);
    void add(qint64 millis, qint64 kind, qint64 severity, qint64 count);
    bool isHourly() const;
    bool isWanted(qint64 kind) const;

    AlertLogQuery m_query;
    const quint32 m_stretches;
    AlertLogCounts m_counts;
    bool m_isBegun = false;
    qint64 m_from = 0; ///< ms, the first that is counted
    qint64 m_to = 0;   ///< and the first that is not
    std::string m_match;
    std::vector<Pass> m_passes;
    std::optional<AlertCandidates> m_rows; ///< what has to be looked at
    std::map<Cell, quint32> m_cells;
    std::map<Cell, quint32>::iterator m_last = m_cells.end();
};

} // namespace stowage
