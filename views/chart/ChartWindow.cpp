// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/ChartWindow.h"

#include <algorithm>
#include <cmath>

namespace stowage {

namespace {

Millis scaled(Millis length, double factor)
{
    // A century is longer than any history, and far from where numbers end.
    constexpr double Most = 100.0 * 366 * 86'400'000;
    return Millis{std::llround(std::clamp(static_cast<double>(length.count()) * factor, -Most, Most))};
}

} // namespace

TimeRange ChartWindow::bounds() const
{
    // A young history is shown with the empty time before it, so that the first range is as long as asked.
    const Millis first = m_first.to - m_first.from;
    return {std::min(m_whole.from, m_whole.to - first), m_whole.to};
}

void ChartWindow::setWhole(const TimeRange& whole, bool isLive)
{
    const Millis step = whole.to - m_whole.to;
    m_whole = whole;
    if (m_isFollowing && isLive && !isEmpty()) {
        m_shown = {m_shown.from + step, m_shown.to + step};
    }
}

void ChartWindow::show(const TimeRange& range)
{
    const TimeRange most = bounds();
    const Millis room = std::max(most.to - most.from, Least);
    const Millis length = std::clamp(range.to - range.from, Least, room);
    const Timestamp to = std::clamp(range.to, std::min(most.from + length, most.to), most.to);
    m_shown = {to - length, to};
    m_isFollowing = to >= m_whole.to;
}

void ChartWindow::reset()
{
    const Millis length = m_first.to - m_first.from;
    show({m_whole.to - length, m_whole.to});
}

void ChartWindow::zoom(double factor, Timestamp anchor)
{
    const Millis length = std::max(scaled(this->length(), factor), Least);
    const double share = this->length().count() > 0 ? static_cast<double>((anchor - m_shown.from).count()) /
                                                          static_cast<double>(this->length().count())
                                                    : 0.5;
    const Timestamp from = anchor - scaled(length, share);
    show({from, from + length});
}

void ChartWindow::zoom(double factor)
{
    zoom(factor, m_isFollowing ? m_shown.to : m_shown.from + length() / 2);
}

void ChartWindow::pan(double share)
{
    const Millis by = scaled(length(), share);
    show({m_shown.from + by, m_shown.to + by});
}

void ChartWindow::toBegin()
{
    show({m_whole.from, m_whole.from + length()});
}

void ChartWindow::toEnd()
{
    show({m_whole.to - length(), m_whole.to});
}

} // namespace stowage
