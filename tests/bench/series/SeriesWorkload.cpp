// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/series/SeriesWorkload.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

namespace stowage::bench {
namespace {

constexpr std::array<const char*, SeriesWorkload::Metrics> Names{
    "cpu.percent", "memory.used", "disk.used[/data]", "network.received[eth0]", "load.1"};

constexpr double Gigabyte = 1073741824.0;

double rounded(double value, double places)
{
    return std::round(value * places) / places;
}

/// A day's swing between 0 and 1.
double swing(int minute, double phase)
{
    return 0.5 + 0.5 * std::sin(2 * std::numbers::pi * (minute / 1440.0 + phase));
}

std::vector<double> series(int metric, std::mt19937& random)
{
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform;
    const double phase = uniform(random);
    const double size = 0.5 + uniform(random);
    double wander = 0;
    double disk = 40 + 200 * uniform(random);
    std::vector<double> values;
    for (int minute = 0; minute < SeriesWorkload::Minutes; ++minute) {
        wander += 0.1 * normal(random) - 0.01 * wander;
        const double busy = swing(minute, phase) * size;
        const bool isBurst = uniform(random) < 0.02;
        switch (metric) {
        case 0:
            values.push_back(rounded(
                std::clamp(5 + 30 * busy + 2 * normal(random) + (isBurst ? 40 : 0), 0.0, 100.0), 100));
            break;
        case 1:
            values.push_back(rounded(8 * size + 2 * busy + 0.4 * wander + 0.02 * normal(random), 100) *
                             Gigabyte);
            break;
        case 2:
            disk += isBurst ? 0.05 : 0;
            disk = uniform(random) < 0.0001 ? disk - 5 : disk;
            values.push_back(rounded(disk, 100) * Gigabyte);
            break;
        case 3:
            values.push_back(
                std::round((20'000 + 400'000 * busy) * std::exp(0.3 * normal(random)) * (isBurst ? 20 : 1)));
            break;
        default:
            values.push_back(rounded(
                std::max(0.0, 4 * busy + 0.3 * wander + 0.05 * normal(random) + (isBurst ? 3 : 0)), 100));
            break;
        }
    }
    return values;
}

} // namespace

SeriesWorkload::SeriesWorkload()
{
    std::mt19937 random(17);
    for (int host = 0; host < Hosts; ++host) {
        for (int metric = 0; metric < Metrics; ++metric) {
            m_values.push_back(series(metric, random));
        }
    }
}

SeriesKey SeriesWorkload::key(int series)
{
    return {{QStringLiteral("hub"), QStringLiteral("host-%1").arg(series / Metrics)},
            QLatin1String(Names[static_cast<size_t>(series % Metrics)])};
}

Timestamp SeriesWorkload::moment(int minute)
{
    return Timestamp{Millis{1'790'000'000'000}} + std::chrono::minutes(minute);
}

std::vector<SampleBatch> SeriesWorkload::batch(int firstMinute) const
{
    std::vector<SampleBatch> batches;
    for (int series = 0; series < Hosts * Metrics; ++series) {
        SampleBatch batch{key(series), Millis{60'000}, false, {}, {}};
        for (int minute = firstMinute; minute < firstMinute + MinutesABatch; ++minute) {
            const double value = values(series)[static_cast<size_t>(minute)];
            batch.samples.push_back({moment(minute), value, value});
        }
        batches.push_back(std::move(batch));
    }
    return batches;
}

} // namespace stowage::bench
