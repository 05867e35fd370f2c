// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/Outbox.h"

namespace stowage {
namespace {

constexpr Millis Pause{4};
constexpr size_t MostAtOnce = 512;
constexpr qsizetype MostChunk = 256 * 1024;

} // namespace

void Outbox::headers(quint64 call, HttpAnswer answer)
{
    m_parcel.calls.push_back({call, std::move(answer)});
    ++m_size;
}

void Outbox::chunk(quint64 call, QByteArrayView bytes)
{
    if (!m_parcel.calls.empty() && m_parcel.calls.back().call == call) {
        auto* last = std::get_if<QByteArray>(&m_parcel.calls.back().what);
        if (last != nullptr && last->size() + bytes.size() <= MostChunk) {
            last->append(bytes.data(), bytes.size());
            return;
        }
    }
    m_parcel.calls.push_back({call, bytes.toByteArray()});
    ++m_size;
}

void Outbox::finished(quint64 call, HttpResult result)
{
    m_parcel.calls.push_back({call, std::move(result)});
    ++m_size;
}

void Outbox::item(quint64 batch, size_t index, HttpResult result)
{
    // Few batches run at once; the one that spoke last is the likeliest to speak again.
    auto found = m_parcel.batches.rbegin();
    while (found != m_parcel.batches.rend() && found->batch != batch) {
        ++found;
    }
    if (found == m_parcel.batches.rend()) {
        m_parcel.batches.push_back({batch, {}});
        found = m_parcel.batches.rbegin();
        found->items.reserve(MostAtOnce);
    }
    found->items.push_back({index, std::move(result)});
    ++m_size;
}

bool Outbox::isDue(SteadyTime now) const
{
    return m_size >= MostAtOnce || (m_size > 0 && now >= m_lastFlush + Pause);
}

SteadyTime Outbox::nextDue() const
{
    return m_size > 0 ? m_lastFlush + Pause : SteadyTime::max();
}

void Outbox::flush(SteadyTime now, std::vector<std::pair<EndpointId, EndpointStats>> stats)
{
    m_parcel.stats = std::move(stats);
    m_deliver(std::exchange(m_parcel, {}));
    m_size = 0;
    m_lastFlush = now;
}

} // namespace stowage
