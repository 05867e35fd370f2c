// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/SeriesFeed.h"

#include <utility>

namespace stowage {

SeriesFeed::SeriesFeed(SeriesReader& reader, QObject* parent) : QObject(parent), m_reader(reader)
{
    connect(&reader, &SeriesReader::answered, this, &SeriesFeed::take);
}

SeriesFeed::~SeriesFeed()
{
    forget();
}

void SeriesFeed::forget()
{
    if (m_ticket) {
        m_reader.cancel(*m_ticket);
        m_ticket.reset();
    }
    m_meanwhile.clear();
}

void SeriesFeed::ask(const SeriesQuery& query)
{
    forget();
    m_asked = query;
    if (!query.series.empty()) {
        m_ticket = m_reader.read(query);
    }
}

void SeriesFeed::remember(const SeriesKey& key, const SeriesPoint& point)
{
    if (m_ticket) {
        m_meanwhile[key].push_back(point);
    }
}

void SeriesFeed::take(quint64 ticket, const SeriesAnswer& answer)
{
    if (m_ticket != ticket) {
        return; // of a question that was taken back, or somebody else's
    }
    m_ticket.reset();
    const auto meanwhile = std::exchange(m_meanwhile, {});
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    std::vector<SeriesData> series = *answer;
    for (SeriesData& data : series) {
        for (const SeriesPoint& point : meanwhile.value(data.key)) {
            if (data.points.empty() || data.points.back().at < point.at) {
                data.points.push_back(point);
            }
        }
    }
    Q_EMIT answered(series);
}

} // namespace stowage
