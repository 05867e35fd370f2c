// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SampleBatch.h"

namespace stowage::bench {

/// What twenty machines tell in thirty days: five metrics each, a sample a minute. The noise is that of real
/// machines: percents with two decimals that wander and jump, memory and disks in gigabytes of two decimals
/// that a hub made bytes, network and disk rates as whole bytes a second, loads.
class SeriesWorkload
{
public:
    static constexpr int Hosts = 20;
    static constexpr int Metrics = 5;
    static constexpr int Minutes = 43'200;
    static constexpr int MinutesABatch = 100; ///< of 100 series: 10,000 samples
    static constexpr qint64 Samples = qint64{Hosts} * Metrics * Minutes;

    SeriesWorkload();

    static SeriesKey key(int series);
    static Timestamp moment(int minute);

    /// The first minute of each of these is a multiple of MinutesABatch.
    std::vector<SampleBatch> batch(int firstMinute) const;

    const std::vector<double>& values(int series) const { return m_values[static_cast<size_t>(series)]; }

private:
    std::vector<std::vector<double>> m_values; ///< by series and minute
};

} // namespace stowage::bench
