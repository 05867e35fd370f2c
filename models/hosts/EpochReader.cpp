// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/EpochReader.h"

#include <algorithm>

namespace stowage {
namespace {

void clip(SeriesData& data, const std::vector<TimeRange>& ranges)
{
    const auto isOutside = [&ranges](Timestamp at) {
        return std::ranges::none_of(
            ranges, [at](const TimeRange& range) { return range.from <= at && at <= range.to; });
    };
    std::erase_if(data.points, [&](const SeriesPoint& point) { return isOutside(point.at); });
    std::erase_if(data.quarantined, [&](const QuarantinedSample& bad) { return isOutside(bad.sample.at); });
    std::erase_if(data.gaps, [&](const TimeRange& gap) { return isOutside(gap.from) || isOutside(gap.to); });
}

} // namespace

EpochReader::EpochReader(SeriesReader& source, const SubjectEpochs& epochs, QObject* parent)
    : SeriesReader(parent), m_source(source), m_epochs(epochs)
{
    connect(&source, &SeriesReader::answered, this, &EpochReader::take);
}

quint64 EpochReader::read(const SeriesQuery& query)
{
    Asked asked;
    SeriesQuery raw = query;
    for (SeriesKey& key : raw.series) {
        asked.keys.push_back(key);
        asked.places.push_back(m_epochs.placeOf(key.subject));
        key.subject = asked.places.back().subject;
    }
    const quint64 ticket = m_source.read(raw);
    m_asked.insert(ticket, asked);
    return ticket;
}

void EpochReader::cancel(quint64 ticket)
{
    m_asked.remove(ticket);
    m_source.cancel(ticket);
}

void EpochReader::take(quint64 ticket, const SeriesAnswer& answer)
{
    if (!m_asked.contains(ticket)) {
        return; // somebody else asked
    }
    const Asked asked = m_asked.take(ticket);
    if (!answer) {
        Q_EMIT answered(ticket, answer);
        return;
    }
    std::vector<SeriesData> all = *answer;
    for (size_t i = 0; i < std::min(all.size(), asked.keys.size()); ++i) {
        all[i].key = asked.keys[i];
        if (!asked.places[i].ranges.empty()) {
            clip(all[i], asked.places[i].ranges);
        }
    }
    Q_EMIT answered(ticket, std::move(all));
}

} // namespace stowage
