// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/series/SqliteSeries.h"
#include "tests/support/ManualClock.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace stowage::test {

constexpr int SeriesPatience = 60'000;

/// 2026-11-01T00:00:00Z and so many minutes.
Timestamp minute(qint64 count);

/// "cpu.percent" of a host of the hub.
SeriesKey keyOf(const QString& subject, const QString& metric = QStringLiteral("cpu.percent"));

/// A sample a minute from `first` on, `count` of them; the value is the minute's number, plus `offset`.
SampleBatch minutes(const SeriesKey& key, int first, int count, double offset = 0);

/// The same at another step: each stands for so many minutes, and its value is its last one's number.
SampleBatch coarse(const SeriesKey& key, int first, int count, int step);

/// "0 1 2 5": the points' values; sums as "mean(count)", doubtful ones not among them.
QString valuesOf(const SeriesData& data);

/// "[2 4]": the gaps, in minutes.
QString gapsOf(const SeriesData& data);

/// A running history and all that it said. Only the test moves its clock.
class RunningSeries
{
public:
    /// `later`: by how much its clock is ahead of a ManualClock's begin.
    explicit RunningSeries(const QString& folder, SeriesRetention retention = {},
                           size_t mostWaiting = SampleBacklog::MostSamples, Millis later = Millis{0});

    /// Records, and waits until it is safe.
    bool keep(std::vector<SampleBatch> batches);

    /// All of a series between two minutes.
    SeriesData read(const SeriesKey& key, qint64 from = -1'000'000, qint64 to = 1'000'000, size_t points = 0);
    SeriesAnswer ask(const SeriesQuery& query);
    std::vector<SeriesSummary> list();

    /// Runs what retention asks for to its end.
    void maintain();

    Error error(qsizetype index = 0) const { return failed.at(index).at(0).value<Error>(); }

    ManualClock clock;
    SqliteSeries history;
    QSignalSpy failed;
    quint64 safe = 0; ///< acknowledged up to here
};

} // namespace stowage::test
