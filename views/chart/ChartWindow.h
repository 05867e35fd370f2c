// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesData.h"

namespace stowage {

/// The part of a history that a chart shows: how it moves, and when it goes on with time by itself.
class ChartWindow
{
public:
    static constexpr Millis Least{10'000}; ///< what can be shown at most closely

    const TimeRange& whole() const { return m_whole; }
    const TimeRange& shown() const { return m_shown; }
    Millis length() const { return m_shown.to - m_shown.from; }
    bool isEmpty() const { return m_shown.from == m_shown.to; }

    /// How far it can be moved: the whole, and before a young history the empty time that the first range
    /// has.
    TimeRange bounds() const;

    /// It ends now, and goes on with time while live.
    bool isFollowing() const { return m_isFollowing; }

    /// What is known of grew. The part that is shown stays, unless it is following and `isLive`.
    void setWhole(const TimeRange& whole, bool isLive);

    /// What reset() shows.
    void setFirst(const TimeRange& first) { m_first = first; }

    /// As far as there is anything: moved into the whole, and made longer than Least.
    void show(const TimeRange& range);

    /// As long as at first, ending now.
    void reset();

    /// Makes what is shown `factor` times as long; the anchor stays where it is. A following range keeps its
    /// end.
    void zoom(double factor, Timestamp anchor);
    void zoom(double factor); ///< about the middle

    /// By this share of what is shown; negative is back in time.
    void pan(double share);
    void toBegin();
    void toEnd();

private:
    TimeRange m_whole;
    TimeRange m_first;
    TimeRange m_shown;
    bool m_isFollowing = true;
};

} // namespace stowage
