// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/MetricInfo.h"
#include "models/metrics/SampleReason.h"

#include <limits>

namespace stowage {

/// What metrics of one subject belong together: each knows of the others what they can be.
enum class MetricFamily : quint8
{
    None,
    Memory,
    Swap,
    Disk, ///< of one device
    Net,  ///< of one device
};

/// What a metric is within its family. Judged in this order, so that a doubtful whole is out before its parts
/// are held against it.
enum class MetricPart : quint8
{
    Total,
    Used,
    Percent,
    Busy,
    Read,
    Write,
    Received,
    Sent,
    None,
};

/// How a metric moves, which decides what a sudden factor of 1000 means.
enum class MetricHabit : quint8
{
    Volatile, ///< goes anywhere within its bounds from one sample to the next
    Level,    ///< is filled and emptied
    Flow,     ///< a rate of bytes: steady or not
    Age,      ///< grows with the clock, and begins anew
};

/// What the gate knows of a metric before any sample.
struct MetricTraits
{
    MetricFamily family = MetricFamily::None;
    MetricPart part = MetricPart::None;
    MetricHabit habit = MetricHabit::Volatile;
    MetricUnit unit = MetricUnit::Number;
    bool isRate = false;
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity(); ///< for any host whatever; facts narrow it
    SampleReason above = SampleReason::AboveDevice;        ///< what a greater value is
    QString device;
    quint32 rules = 0; ///< those of gateRules() that concern it, as bits

    bool operator==(const MetricTraits&) const = default;
};

/// Without `rules`.
MetricTraits metricTraits(QStringView metric);

} // namespace stowage
