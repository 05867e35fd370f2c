// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "models/metrics/SampleReason.h"
#include "models/metrics/SeriesKey.h"

#include <QMetaType>

#include <vector>

namespace stowage {

/// A value of a metric, in the metric's unit, at the end of the span that it stands for.
struct Sample
{
    Timestamp at{}; ///< by the source's clock
    double value = 0;
    double peak = 0; ///< the greatest within the span; `value` where the source does not tell it

    bool operator==(const Sample&) const = default;
};

/// A sample that cannot be true. Kept, drawn apart and counted; it never reaches a tile, an alert or a
/// forecast.
struct QuarantinedSample
{
    Sample sample;
    SampleReason reason = SampleReason::None;

    bool operator==(const QuarantinedSample&) const = default;
};

/// Samples of one series, as a source told them in one go.
///
/// A connector fills `samples` with all that it was told. On the way to history and screen the gate moves
/// what cannot be true to `quarantined`.
struct SampleBatch
{
    SeriesKey key;
    Millis span{60'000};         ///< what each sample stands for; the source's step
    bool isBackfill = false;     ///< of the past, fetched to fill a gap: never replaces what is finer
    std::vector<Sample> samples; ///< in order of time where the source keeps it
    std::vector<QuarantinedSample> quarantined{};

    bool operator==(const SampleBatch&) const = default;
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::SampleBatch)
