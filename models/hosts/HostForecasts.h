// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostBook.h"

#include <span>

namespace stowage {

/// When a figure of a host will reach its limit.
struct HostForecast
{
    SeriesKey series;
    double limit = 100;
    Timestamp reachesAt{};
    Timestamp earliest{};
    Timestamp latest{};

    bool operator==(const HostForecast&) const = default;
};

/// "/nix fills in 3 h 40 (2 h to 9 h)", translated.
QString forecastText(const HostForecast& forecast, Timestamp now);

/// What fills up, and when: HostForecaster finds it out. GUI thread.
class HostForecasts : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Of a host, the nearest first; empty where nothing fills up, or too little is known.
    std::span<const HostForecast> of(HostId id) const;

    /// The nearest of a host; null where there is none.
    const HostForecast* nearest(HostId id) const
    {
        const auto all = of(id);
        return all.empty() ? nullptr : &all.front();
    }

    /// Those of a host are these from now on, in any order.
    void set(HostId id, std::vector<HostForecast> forecasts);

Q_SIGNALS:
    /// Forecasts of these hosts are others.
    void changed(const std::vector<stowage::HostId>& hosts);

private:
    std::vector<std::vector<HostForecast>> m_forecasts; ///< by host
};

} // namespace stowage
