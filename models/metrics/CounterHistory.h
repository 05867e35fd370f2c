// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/PeerMetrics.h"

#include <deque>

namespace stowage {

/// Whether a number can be a counter's: finite and not below zero.
bool isCounterValue(double value);

/// One counter as a page tells it. Several counters may make one sum: the same counts of several registries.
struct CounterValue
{
    quint32 counter = 0; ///< a small number of its own
    quint32 sum = 0;     ///< what it is added to
    double value = 0;
};

/// The counters of one process at one moment.
struct CounterReading
{
    Millis at{0};                       ///< by a clock that never goes back
    Timestamp wall{};                   ///< the same moment
    std::optional<Timestamp> startedAt; ///< of the process, by its own clock
    QString identity;                   ///< of the process; empty where not told
    bool isWhole = true;                ///< false: counters may be missing that exist
    std::vector<CounterValue> values;
};

/// What counters gained over the last minute, five minutes and hour.
///
/// A counter that falls began anew, so it gained what it shows. One that appears on a page of a process whose
/// last page was whole began at nought. A process that started since the last page began all its counters at
/// nought; another one under the same address, which runs for longer, has nothing to be compared with, and
/// the windows begin anew.
class CounterHistory
{
public:
    /// How a process follows the one that was read before.
    enum class Continuity : quint8
    {
        First,
        Same,
        Restarted,
        Another,
    };

    /// Of the sums, the first `few` are known over all three windows, the others over five minutes only.
    CounterHistory(Millis every, quint32 few);

    Continuity take(const CounterReading& reading);

    /// Nothing was ever read.
    void forget();

    /// The time between the newest reading and the one that it is compared with: at most the window and one
    /// step. Nothing while there is no such reading.
    std::optional<Millis> covered(MetricWindow window) const;

    /// By how much the sum grew in that time; nothing when covered() is nothing, or the newest reading did
    /// not tell any of its counters.
    std::optional<double> gain(MetricWindow window, quint32 sum) const;

    bool isTold(quint32 sum) const { return sum < m_isTold.size() && m_isTold[sum]; }

private:
    struct Moment
    {
        Millis at{0};
        std::vector<double> sums;
    };

    /// Moments of the past, at least `step` apart, the first of them what the newest reading is compared
    /// with.
    struct Window
    {
        Millis length{0};
        Millis step{0};
        quint32 sums = 0;
        std::deque<Moment> moments;
    };

    Continuity continuityOf(const CounterReading& reading) const;
    void add(const CounterValue& value, Continuity continuity);
    void remember(Window& window, Millis at) const;

    Millis m_every;
    std::array<Window, MetricWindows.size()> m_windows;
    bool m_isFirst = true;
    bool m_wasWhole = false;
    Millis m_at{0};
    std::optional<Timestamp> m_startedAt;
    QString m_identity;
    std::vector<double> m_last; ///< by counter; NaN where none was told
    std::vector<double> m_sums; ///< what each gained since the first reading
    std::vector<bool> m_isTold; ///< by sum, in the newest reading
};

} // namespace stowage
