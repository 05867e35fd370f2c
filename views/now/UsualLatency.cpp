// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/UsualLatency.h"

#include "models/metrics/baseline/Median.h"

#include <cmath>

namespace stowage {

namespace {

using namespace std::chrono_literals;

constexpr size_t Points = 288;
constexpr size_t LeastPoints = 12; ///< an hour of five minutes each

} // namespace

UsualLatency::UsualLatency(SeriesReader& reader, QObject* parent) : QObject(parent), m_feed(reader)
{
    connect(&m_feed, &SeriesFeed::answered, this, &UsualLatency::take);
}

std::optional<double> UsualLatency::of(const SeriesKey& key, Timestamp now)
{
    if (!(key == m_key) || now - m_askedAt > Again) {
        if (!(key == m_key)) {
            m_usual.reset();
        }
        m_key = key;
        m_askedAt = now;
        m_feed.ask({{key}, {now - 25h, now - 1h}, Points});
    }
    return m_usual;
}

void UsualLatency::take(const std::vector<SeriesData>& series)
{
    std::vector<double> values;
    for (const SeriesData& data : series) {
        for (const SeriesPoint& point : data.points) {
            if (std::isfinite(point.mean)) {
                values.push_back(point.mean);
            }
        }
    }
    m_usual = values.size() < LeastPoints ? std::nullopt : std::optional(medianOf(std::move(values)));
    Q_EMIT changed();
}

} // namespace stowage
