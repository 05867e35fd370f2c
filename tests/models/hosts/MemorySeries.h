// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/SeriesHistory.h"

#include <QHash>

namespace stowage::test {

/// A history in memory: tells every sample as it came, from a later turn of the event loop.
class MemorySeries final : public SeriesHistory
{
    Q_OBJECT

public:
    using SeriesHistory::SeriesHistory;

    quint64 read(const SeriesQuery& query) override;
    void cancel(quint64 ticket) override { Q_UNUSED(ticket) }
    quint64 record(std::vector<SampleBatch> batches) override;
    void requestSeries() override;
    void close() override { isClosed = true; }
    SeriesHistoryState state() const override { return {}; }

    /// Sample after sample, `step` apart, the last at `end`.
    void put(const SeriesKey& key, const std::vector<double>& values, Timestamp end, Millis step);

    QHash<SeriesKey, SeriesData> kept;
    std::vector<SeriesQuery> asked;
    bool fails = false; ///< answers with an error
    bool isClosed = false;

private:
    SeriesAnswer answer(const SeriesQuery& query) const;

    quint64 m_ticket = 0;
    quint64 m_recorded = 0;
};

} // namespace stowage::test
