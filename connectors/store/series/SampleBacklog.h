// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SampleBatch.h"

#include <span>

namespace stowage {

/// Batches that wait to be written, and the number of the newest call that they came with. While the disk
/// refuses, batches of one series are put together, and beyond a bound the oldest samples are dropped.
class SampleBacklog
{
public:
    /// Samples in memory at most: 24 bytes each.
    static constexpr size_t MostSamples = 2'000'000;

    explicit SampleBacklog(size_t mostSamples = MostSamples) : m_most(mostSamples) {}

    void add(std::vector<SampleBatch> batches, quint64 upTo);

    /// The first batches, of about so many samples; at least one batch unless it is empty.
    std::span<const SampleBatch> first(size_t samples) const;

    /// The first so many batches are written.
    void remove(size_t batches);
    void clear();

    bool isEmpty() const { return m_batches.empty(); }
    quint64 upTo() const { return m_upTo; }
    size_t samples() const { return m_samples; }
    quint64 dropped() const { return m_dropped; }
    const std::vector<SampleBatch>& batches() const { return m_batches; }

    /// The disk refuses for now: what is here may stay for long.
    void settle();

private:
    void join();
    void drop();

    const size_t m_most;
    std::vector<SampleBatch> m_batches;
    quint64 m_upTo = 0;
    size_t m_samples = 0;
    quint64 m_dropped = 0;
    size_t m_joinAt = 0; ///< batches
};

} // namespace stowage
