// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/CounterHistory.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stowage {
namespace {

constexpr double Untold = std::numeric_limits<double>::quiet_NaN();

/// Processes compute when they started from their age: it wavers a little.
constexpr Millis StartWavers{2'000};

/// How far the clock of a node may be off ours.
constexpr Millis ClocksDiffer{30'000};

constexpr std::array<Millis, MetricWindows.size()> Steps{std::chrono::seconds(10), std::chrono::seconds(30),
                                                         std::chrono::minutes(2)};

template <class Values, class T>
void put(Values& values, quint32 at, T value, T otherwise)
{
    if (at >= values.size()) {
        values.resize(at + size_t{1}, otherwise);
    }
    values[at] = value;
}

} // namespace

bool isCounterValue(double value)
{
    return std::isfinite(value) && value >= 0;
}

CounterHistory::CounterHistory(Millis every, quint32 few) : m_every(every)
{
    for (size_t i = 0; i < m_windows.size(); ++i) {
        const bool isFull = MetricWindow(i) == MetricWindow::FiveMinutes;
        m_windows[i] = {MetricWindows[i], std::max(every, Steps[i]), isFull ? UINT32_MAX : few, {}};
    }
}

void CounterHistory::forget()
{
    for (Window& window : m_windows) {
        window.moments.clear();
    }
    m_isFirst = true;
    m_last.clear();
    m_sums.clear();
    m_isTold.clear();
}

CounterHistory::Continuity CounterHistory::take(const CounterReading& reading)
{
    const Continuity continuity = continuityOf(reading);
    if (continuity == Continuity::Another) {
        forget();
    } else if (continuity == Continuity::Restarted) {
        m_last.clear();
    }
    m_isTold.assign(m_isTold.size(), false);
    for (const CounterValue& value : reading.values) {
        add(value, continuity);
    }
    m_isFirst = false;
    m_wasWhole = reading.isWhole;
    m_at = reading.at;
    // A page that does not tell these was cut short; it is the same process all the same.
    m_startedAt = reading.startedAt ? reading.startedAt : m_startedAt;
    m_identity = reading.identity.isEmpty() ? m_identity : reading.identity;
    for (Window& window : m_windows) {
        remember(window, reading.at);
    }
    return continuity;
}

CounterHistory::Continuity CounterHistory::continuityOf(const CounterReading& reading) const
{
    if (m_isFirst) {
        return Continuity::First;
    }
    if (m_startedAt && reading.startedAt) {
        if (std::chrono::abs(*reading.startedAt - *m_startedAt) <= StartWavers) {
            return Continuity::Same;
        }
        const Millis age = reading.wall - *reading.startedAt;
        const bool isYoung = age <= reading.at - m_at + ClocksDiffer;
        return *reading.startedAt > *m_startedAt && isYoung ? Continuity::Restarted : Continuity::Another;
    }
    const bool isOther =
        !m_identity.isEmpty() && !reading.identity.isEmpty() && m_identity != reading.identity;
    return isOther ? Continuity::Another : Continuity::Same;
}

void CounterHistory::add(const CounterValue& value, Continuity continuity)
{
    if (!isCounterValue(value.value)) {
        return;
    }
    const double last = value.counter < m_last.size() ? m_last[value.counter] : Untold;
    const bool isCompared = continuity == Continuity::Same || continuity == Continuity::Restarted;
    const bool isBorn = continuity == Continuity::Restarted || m_wasWhole;
    double gained = 0;
    if (isCompared && std::isnan(last)) {
        gained = isBorn ? value.value : 0;
    } else if (isCompared) {
        gained = value.value >= last ? value.value - last : value.value;
    }
    put(m_last, value.counter, value.value, Untold);
    put(m_isTold, value.sum, true, false);
    if (value.sum >= m_sums.size()) {
        m_sums.resize(value.sum + size_t{1}, 0);
    }
    m_sums[value.sum] += gained;
}

void CounterHistory::remember(Window& window, Millis at) const
{
    // Readings come a little late or early: half of an interval makes no step too short.
    if (window.moments.empty() || at - window.moments.back().at >= window.step - m_every / 2) {
        const auto kept = std::min<size_t>(m_sums.size(), window.sums);
        window.moments.push_back({at, {m_sums.begin(), m_sums.begin() + static_cast<std::ptrdiff_t>(kept)}});
    }
    while (window.moments.size() > 1 && at - window.moments[1].at >= window.length) {
        window.moments.pop_front();
    }
    // After a gap the oldest is from before the window; the newest is this moment then.
    while (at - window.moments.front().at > window.length + 2 * window.step) {
        window.moments.pop_front();
    }
}

std::optional<Millis> CounterHistory::covered(MetricWindow window) const
{
    const auto& moments = m_windows.at(static_cast<size_t>(window)).moments;
    if (moments.empty() || moments.front().at >= m_at) {
        return std::nullopt;
    }
    return m_at - moments.front().at;
}

std::optional<double> CounterHistory::gain(MetricWindow window, quint32 sum) const
{
    const Window& within = m_windows.at(static_cast<size_t>(window));
    if (!covered(window) || !isTold(sum) || sum >= within.sums) {
        return std::nullopt;
    }
    const std::vector<double>& then = within.moments.front().sums;
    return std::max(0.0, m_sums[sum] - (sum < then.size() ? then[sum] : 0));
}

} // namespace stowage
