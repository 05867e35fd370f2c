// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/gate/SampleGate.h"

#include <functional>
#include <map>

namespace stowage::test {

/// One subject that is watched once a minute.
class GateFixture
{
public:
    SampleGate gate;
    SubjectKey subject{QStringLiteral("hub"), QStringLiteral("n1")};
    Timestamp now{}; ///< 2026-11-21T22:00:00.000Z to begin with

    using Values = std::map<QString, double>; ///< by metric

    GateFixture();

    SeriesKey key(const QString& metric) const { return {subject, metric}; }

    /// A minute later, the source tells these values.
    std::vector<SampleBatch> tell(const Values& values);

    /// `minutes` times, values of the minute counted from 0.
    void tellFor(int minutes, const std::function<Values(int minute)>& values);

    /// One sample as it is, now.
    SampleBatch give(const QString& metric, Sample sample, bool isBackfill = false);

    /// The reason for which the only sample was quarantined; None if it was not.
    static SampleReason reasonOf(const SampleBatch& batch);

    /// The same of one metric out of several.
    static SampleReason reasonOf(const std::vector<SampleBatch>& batches, const QString& metric);
};

} // namespace stowage::test
