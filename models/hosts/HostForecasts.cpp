// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostForecasts.h"

#include "models/metrics/MetricInfo.h"

#include <algorithm>

namespace stowage {

QString forecastText(const HostForecast& forecast, Timestamp now)
{
    const auto until = [now](Timestamp at) {
        return formatDuration(std::max(Millis{0}, at - now));
    };
    const QString device = metricDevice(forecast.series.metric).toString();
    //: a file system, memory or inodes: "/nix fills in 3 h 40 (2 h to 9 h)"
    return HostForecasts::tr("%1 fills in %2 (%3 to %4)")
        .arg(device.isEmpty() ? metricTitle(forecast.series.metric) : device, until(forecast.reachesAt),
             until(forecast.earliest), until(forecast.latest));
}

std::span<const HostForecast> HostForecasts::of(HostId id) const
{
    return id.value < m_forecasts.size() ? std::span<const HostForecast>(m_forecasts[id.value])
                                         : std::span<const HostForecast>();
}

void HostForecasts::set(HostId id, std::vector<HostForecast> forecasts)
{
    std::ranges::sort(forecasts, {}, &HostForecast::reachesAt);
    if (id.value >= m_forecasts.size()) {
        m_forecasts.resize(id.value + 1);
    }
    if (m_forecasts[id.value] != forecasts) {
        m_forecasts[id.value] = std::move(forecasts);
        Q_EMIT changed({id});
    }
}

} // namespace stowage
