// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HeldSamples.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t MostOfSpark = 360; ///< six hours of a sample a minute
constexpr size_t MostBad = 256;     ///< beyond it they are no longer counted one by one

size_t mostOf(const SampleBatch& batch)
{
    const bool isSpark = batch.key.metric == QLatin1String("cpu.percent") ||
                         batch.key.metric == QLatin1String("process.cpu.cores");
    return isSpark ? MostOfSpark : 1;
}

/// The newest stand last in what is kept.
template <class T, class At>
void append(std::vector<T>& to, const std::vector<T>& from, size_t most, At at)
{
    to.insert(to.end(), from.begin(), from.end());
    if (to.size() > most) {
        std::ranges::stable_sort(to, {}, at);
        to.erase(to.begin(), to.end() - static_cast<std::ptrdiff_t>(most));
    }
}

} // namespace

void HeldSamples::add(const std::vector<SampleBatch>& batches)
{
    for (const SampleBatch& batch : batches) {
        const auto found = m_places.constFind(batch.key);
        const size_t place = found == m_places.cend() ? m_batches.size() : *found;
        if (found == m_places.cend()) {
            m_places.insert(batch.key, place);
            m_batches.push_back({batch.key, batch.span, false, {}, {}});
        }
        SampleBatch& held = m_batches[place];
        held.span = batch.isBackfill ? held.span : batch.span;
        append(held.samples, batch.samples, mostOf(batch), &Sample::at);
        append(held.quarantined, batch.quarantined, MostBad,
               [](const QuarantinedSample& bad) { return bad.sample.at; });
    }
}

std::vector<SampleBatch> HeldSamples::take()
{
    m_places.clear();
    return std::exchange(m_batches, {});
}

} // namespace stowage
