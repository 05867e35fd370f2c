// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/gate/SeriesPast.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace stowage {
namespace {

constexpr double MadToSigma = 1.4826; // of a normal distribution

bool isSame(double a, double b)
{
    return std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b);
}

/// Of values that may be put in any order.
double medianOf(std::array<double, SeriesPast::Kept>& values, size_t count)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(count / 2);
    std::nth_element(values.begin(), middle, values.begin() + static_cast<std::ptrdiff_t>(count));
    return *middle;
}

bool agree(SampleReason reason, const Sample& earlier, const Sample& later)
{
    if (later.at <= earlier.at) {
        return false;
    }
    switch (reason) {
    case SampleReason::OutOfOrder:
        return true;
    case SampleReason::WentBack: {
        const double passed = std::chrono::duration<double>(later.at - earlier.at).count();
        return std::abs(later.value - earlier.value - passed) <= 120 + passed / 10;
    }
    default:
        return later.value <= 2 * earlier.value && earlier.value <= 2 * later.value;
    }
}

} // namespace

SeriesPast::Known SeriesPast::knows(const Sample& sample) const
{
    const auto compared = [&sample](const Sample& other) {
        if (!isSame(other.value, sample.value)) {
            return Known::OtherValue;
        }
        return isSame(other.peak, sample.peak) ? Known::Same : Known::SameValue;
    };
    for (size_t i = 0; i < m_count; ++i) {
        if (m_samples[i].at == sample.at) {
            const Known known = compared(m_samples[i]);
            if (known != Known::OtherValue) {
                return known;
            }
        }
    }
    bool isTold = false;
    for (const Sample& doubted : m_doubted) {
        if (doubted.at == sample.at && doubted.at != Timestamp{} && compared(doubted) == Known::Same) {
            return Known::Same;
        }
    }
    for (size_t i = 0; i < m_count; ++i) {
        isTold = isTold || m_samples[i].at == sample.at;
    }
    return isTold ? Known::OtherValue : Known::No;
}

void SeriesPast::believe(const Sample& sample, bool isOrderLost)
{
    if (sample.at <= m_newestAt && !isOrderLost) {
        return;
    }
    m_newestAt = sample.at;
    m_doubt = {};
    m_samples[m_next] = sample;
    m_next = static_cast<quint8>((m_next + 1) % Kept);
    m_count = static_cast<quint8>(std::min<size_t>(m_count + 1U, Kept));
    m_isSummed = false;
}

void SeriesPast::doubt(const Sample& sample, bool isStampSound)
{
    m_doubted[m_nextDoubted] = sample;
    m_nextDoubted = static_cast<quint8>((m_nextDoubted + 1U) % m_doubted.size());
    if (isStampSound) {
        m_newestAt = std::max(m_newestAt, sample.at);
    }
}

int SeriesPast::agreeing(const Sample& sample, SampleReason reason)
{
    const bool goesOn =
        m_doubt.reason == reason && agree(reason, {m_doubt.at, m_doubt.value, m_doubt.value}, sample);
    m_doubt = {reason, sample.at, sample.value, goesOn ? m_doubt.count + 1 : 1};
    return m_doubt.count;
}

void SeriesPast::forgetValues()
{
    m_count = 0;
    m_next = 0;
    m_isSummed = false;
    m_doubt = {};
}

void SeriesPast::forgetOrder()
{
    m_newestAt = {};
}

const Sample& SeriesPast::believed(size_t back) const
{
    return m_samples[(m_next + 2 * Kept - 1 - back) % Kept];
}

double SeriesPast::median() const
{
    sum();
    return m_median;
}

double SeriesPast::spread() const
{
    sum();
    return m_spread;
}

double SeriesPast::least() const
{
    double least = std::numeric_limits<double>::infinity();
    for (size_t i = 0; i < m_count; ++i) {
        least = std::min(least, m_samples[i].value);
    }
    return least;
}

double SeriesPast::greatest() const
{
    double greatest = -std::numeric_limits<double>::infinity();
    for (size_t i = 0; i < m_count; ++i) {
        greatest = std::max(greatest, m_samples[i].value);
    }
    return greatest;
}

void SeriesPast::sum() const
{
    if (m_isSummed || m_count == 0) {
        return;
    }
    std::array<double, Kept> values{};
    std::transform(m_samples.begin(), m_samples.begin() + m_count, values.begin(),
                   [](const Sample& sample) { return sample.value; });
    m_median = medianOf(values, m_count);
    for (size_t i = 0; i < m_count; ++i) {
        values[i] = std::abs(values[i] - m_median);
    }
    m_spread = m_median == 0 ? 0 : MadToSigma * medianOf(values, m_count) / std::abs(m_median);
    m_isSummed = true;
}

} // namespace stowage
