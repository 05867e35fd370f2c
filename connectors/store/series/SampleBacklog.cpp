// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/SampleBacklog.h"

#include <QHash>

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t FewBatches = 1'000;

size_t samplesIn(const SampleBatch& batch)
{
    return batch.samples.size() + batch.quarantined.size();
}

template <class Samples>
void append(Samples& to, const Samples& from)
{
    to.insert(to.end(), from.begin(), from.end());
}

/// The first share of them goes, which is the oldest.
template <class Samples>
size_t cut(Samples& samples, double share)
{
    const auto count = static_cast<std::ptrdiff_t>(static_cast<double>(samples.size()) * share);
    samples.erase(samples.begin(), samples.begin() + count);
    samples.shrink_to_fit();
    return static_cast<size_t>(count);
}

} // namespace

void SampleBacklog::add(std::vector<SampleBatch> batches, quint64 upTo)
{
    m_upTo = upTo;
    for (SampleBatch& batch : batches) {
        m_samples += samplesIn(batch);
        m_batches.push_back(std::move(batch));
    }
}

std::span<const SampleBatch> SampleBacklog::first(size_t samples) const
{
    size_t count = 0;
    for (size_t taken = 0; count < m_batches.size() && (count == 0 || taken < samples); ++count) {
        taken += samplesIn(m_batches[count]);
    }
    return {m_batches.data(), count};
}

void SampleBacklog::remove(size_t batches)
{
    const auto end = m_batches.begin() + static_cast<std::ptrdiff_t>(batches);
    for (auto batch = m_batches.begin(); batch != end; ++batch) {
        m_samples -= samplesIn(*batch);
    }
    m_batches.erase(m_batches.begin(), end);
}

void SampleBacklog::clear()
{
    m_batches.clear();
    m_samples = 0;
}

void SampleBacklog::settle()
{
    if (m_batches.size() > std::max(m_joinAt, FewBatches)) {
        join();
        m_joinAt = 2 * m_batches.size();
    }
    if (m_samples > m_most) {
        join();
        drop();
    }
}

void SampleBacklog::join()
{
    QHash<std::pair<SeriesKey, qint64>, size_t> places;
    std::vector<SampleBatch> joined;
    for (SampleBatch& batch : m_batches) {
        const std::pair place(batch.key, qint64{batch.span.count()});
        const auto known = places.constFind(place);
        if (known == places.cend()) {
            places.insert(place, joined.size());
            joined.push_back(std::move(batch));
        } else {
            append(joined[*known].samples, batch.samples);
            append(joined[*known].quarantined, batch.quarantined);
        }
    }
    m_batches = std::move(joined);
}

/// To three quarters of the bound, so that it is not done at every call.
void SampleBacklog::drop()
{
    const double share = 1 - 0.75 * static_cast<double>(m_most) / static_cast<double>(m_samples);
    size_t dropped = 0;
    for (SampleBatch& batch : m_batches) {
        dropped += cut(batch.samples, share) + cut(batch.quarantined, share);
    }
    m_samples -= dropped;
    m_dropped += dropped;
}

} // namespace stowage
