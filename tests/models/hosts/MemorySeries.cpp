// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/hosts/MemorySeries.h"

namespace stowage::test {

quint64 MemorySeries::read(const SeriesQuery& query)
{
    asked.push_back(query);
    const quint64 ticket = ++m_ticket;
    QMetaObject::invokeMethod(
        this, [this, ticket, query] { Q_EMIT answered(ticket, answer(query)); }, Qt::QueuedConnection);
    return ticket;
}

SeriesAnswer MemorySeries::answer(const SeriesQuery& query) const
{
    if (fails) {
        return fail({ErrorKind::Storage, QStringLiteral("the history is broken"), {}, {}, std::nullopt});
    }
    std::vector<SeriesData> all;
    for (const SeriesKey& key : query.series) {
        SeriesData data = kept.value(key);
        data.key = key;
        const auto isOutside = [&query](Timestamp at) {
            return at < query.range.from || at > query.range.to;
        };
        std::erase_if(data.points, [&](const SeriesPoint& point) { return isOutside(point.at); });
        std::erase_if(data.quarantined, [&](const auto& bad) { return isOutside(bad.sample.at); });
        all.push_back(std::move(data));
    }
    return all;
}

quint64 MemorySeries::record(std::vector<SampleBatch> batches)
{
    for (const SampleBatch& batch : batches) {
        SeriesData& data = kept[batch.key];
        data.key = batch.key;
        data.resolution = batch.span;
        for (const Sample& sample : batch.samples) {
            data.points.push_back({sample.at, batch.span, sample.value, sample.value, sample.peak, 1});
        }
        data.quarantined.insert(data.quarantined.end(), batch.quarantined.begin(), batch.quarantined.end());
    }
    return ++m_recorded;
}

void MemorySeries::requestSeries()
{
    std::vector<SeriesSummary> all;
    for (const SeriesData& data : kept) {
        all.push_back({data.key, {}, data.points.size(), data.quarantined.size()});
    }
    QMetaObject::invokeMethod(
        this, [this, all] { Q_EMIT listed(all); }, Qt::QueuedConnection);
}

void MemorySeries::put(const SeriesKey& key, const std::vector<double>& values, Timestamp end, Millis step)
{
    SampleBatch batch{key, step, false, {}, {}};
    for (size_t i = 0; i < values.size(); ++i) {
        const auto before = static_cast<qint64>(values.size() - 1 - i);
        batch.samples.push_back({end - before * step, values[i], values[i]});
    }
    record({batch});
}

} // namespace stowage::test
