// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubAlertValues.h"

#include "connectors/beszel/HubAlertWords.h"

#include <algorithm>
#include <array>

namespace stowage {
namespace {

constexpr QLatin1String Sent{"net.sent.bytesPerSecond"};
constexpr QLatin1String Received{"net.received.bytesPerSecond"};

constexpr std::array Bases{QLatin1String{"cpu.percent"},
                           QLatin1String{"memory.percent"},
                           QLatin1String{"disk.percent"},
                           QLatin1String{"gpu.percent"},
                           QLatin1String{"temperature.celsius"},
                           QLatin1String{"load.1m"},
                           QLatin1String{"load.5m"},
                           QLatin1String{"load.15m"},
                           Sent,
                           Received};

constexpr std::chrono::minutes Finest{1};

/// What a machine may send and receive at most: a terabit a second. Hubs tell of 559 TB/s now and then.
constexpr double MostBytesPerSecond = 125e9;

bool isOfAlerts(QStringView metric)
{
    const QStringView base = metricBase(metric);
    return std::ranges::any_of(Bases, [base](QLatin1String each) { return base == each; });
}

} // namespace

void HubAlertValues::take(const std::vector<SampleBatch>& batches)
{
    for (const SampleBatch& batch : batches) {
        // Of the past only the minutes: a mean of ten is no latest value.
        if (!batch.samples.empty() && batch.span <= Finest && isOfAlerts(batch.key.metric)) {
            take(batch);
        }
    }
}

void HubAlertValues::take(const SampleBatch& batch)
{
    const auto newest = std::ranges::max_element(batch.samples, {}, &Sample::at);
    Measured& known = m_values[batch.key.subject.subject][batch.key.metric];
    if (newest->at >= known.at) {
        known = {newest->at, newest->value};
        m_changed.insert(batch.key.subject.subject);
    }
}

void HubAlertValues::forget(const QString& system)
{
    m_values.remove(system);
}

std::optional<double> HubAlertValues::worst(const QString& system, QLatin1String base) const
{
    std::optional<double> found;
    Timestamp newest{};
    const auto values = m_values.constFind(system);
    if (values == m_values.cend()) {
        return found;
    }
    for (auto each = values->begin(); each != values->end(); ++each) {
        if (metricBase(each.key()) != base || each->at < newest) {
            continue; // a device that is no longer told of
        }
        found = each->at == newest && found ? std::max(*found, each->value) : each->value;
        newest = each->at;
    }
    return found;
}

std::optional<double> HubAlertValues::value(const QString& system, QStringView alert) const
{
    if (alert == QLatin1String("Bandwidth")) {
        const auto values = m_values.constFind(system);
        const bool isTold = values != m_values.cend() && values->contains(Sent) && values->contains(Received);
        const double sum = isTold ? values->value(Sent).value + values->value(Received).value : 0;
        return isTold && sum <= MostBytesPerSecond ? std::optional(sum) : std::nullopt;
    }
    const HubAlertKind& kind = hubAlertKind(alert);
    if (kind.metric == nullptr) {
        return std::nullopt;
    }
    const std::optional<double> found = worst(system, QLatin1String(kind.metric));
    const bool isPossible = found && *found >= 0 && (kind.unit != MetricUnit::Percent || *found <= 100);
    return isPossible ? found : std::nullopt;
}

} // namespace stowage
