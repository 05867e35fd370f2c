// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SampleBatch.h"

#include <QHash>

namespace stowage {

/// Samples that arrive while the screen stands still, for HostBook to have afterwards. What is superseded is
/// forgotten but for what sparklines are made of: it never keeps much more than one sample a series.
class HeldSamples
{
public:
    void add(const std::vector<SampleBatch>& batches);

    /// A batch for each series, and forgets them.
    std::vector<SampleBatch> take();

private:
    QHash<SeriesKey, size_t> m_places;
    std::vector<SampleBatch> m_batches;
};

} // namespace stowage
