// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/AlertLog.h"

namespace stowage::test {

/// A log in memory that answers when the test says so.
class TimelineLog final : public AlertLog
{
    Q_OBJECT

public:
    using AlertLog::AlertLog;

    void append(std::vector<AlertEvent> events) override; ///< told at once
    void restore() override {}
    void keepCheckpoint(AlertCheckpoint) override {}
    quint64 query(const AlertLogQuery& query) override;
    quint64 count(const AlertLogQuery& query, quint32 stretches) override;
    void cancel(quint64 request) override;
    void close() override {}

    /// Answers all that is asked, also what an answer makes somebody ask.
    void answer();

    size_t waiting() const { return m_asked.size() + m_counted.size(); }
    int queries = 0;

private:
    AlertLogPage pageOf(quint64 request, const AlertLogQuery& query) const;
    AlertLogCounts countsOf(quint64 request, const AlertLogQuery& query, quint32 stretches) const;
    std::vector<AlertEvent> matching(const AlertLogQuery& query) const;

    std::vector<AlertEvent> m_events;
    quint64 m_lastRequest = 0;
    std::vector<std::pair<quint64, AlertLogQuery>> m_asked;
    std::vector<std::tuple<quint64, AlertLogQuery, quint32>> m_counted;
};

} // namespace stowage::test
