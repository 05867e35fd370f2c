// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SampleBatch.h"

#include <array>
#include <limits>
#include <optional>

namespace stowage {

/// What a series lately was: as much of it as judging the next sample needs, and no more.
class SeriesPast
{
public:
    static constexpr size_t Kept = 16; ///< believed samples

    /// Whether a sample was told before.
    enum class Known : quint8
    {
        No,
        Same,      ///< to the last bit
        SameValue, ///< with another peak
        OtherValue,
    };

    Known knows(const Sample& sample) const;

    /// Takes what is believed. What is older than the newest changes nothing, unless `isOrderLost`.
    void believe(const Sample& sample, bool isOrderLost = false);

    /// Takes what is not; `isStampSound`: time has gone on all the same.
    void doubt(const Sample& sample, bool isStampSound);

    /// How many doubted samples in a row agreed with each other, this one included.
    int agreeing(const Sample& sample, SampleReason reason);

    /// What was is no measure any more.
    void forgetValues();
    /// The source's clock was set: stamps from before say nothing of those that come.
    void forgetOrder();

    bool isEmpty() const { return m_count == 0; }
    size_t count() const { return m_count; }
    Timestamp newestAt() const { return m_newestAt; } ///< of all with a sound stamp; the epoch: none
    const Sample& believed(size_t back) const;        ///< 0: the last one
    double last() const { return believed(0).value; }

    double median() const; ///< of the believed
    double spread() const; ///< robust, as a share of the median; 0 for a median of 0
    double least() const;
    double greatest() const;

private:
    struct Doubt
    {
        SampleReason reason = SampleReason::None;
        Timestamp at{};
        double value = 0;
        int count = 0;
    };

    void sum() const;

    std::array<Sample, Kept> m_samples{};
    std::array<Sample, 4> m_doubted{};
    quint8 m_next = 0;
    quint8 m_count = 0;
    quint8 m_nextDoubted = 0;
    mutable bool m_isSummed = false;
    mutable double m_median = 0;
    mutable double m_spread = 0;
    Timestamp m_newestAt{};
    Doubt m_doubt;
};

} // namespace stowage
