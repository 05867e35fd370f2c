// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/BarGeometry.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace stowage {

namespace {

constexpr int BarHeight = 7;
constexpr int BarGap = 8;
constexpr int ShortestTrack = 16;
constexpr int LeastFilled = 2;

} // namespace

BarGeometry barGeometry(const QRect& room, double fraction, int textWidth)
{
    BarGeometry geometry;
    const int trackWidth = room.width() - textWidth - BarGap;
    if (trackWidth < ShortestTrack) {
        geometry.text = room;
        return geometry;
    }
    const int top = room.top() + (room.height() - BarHeight) / 2;
    geometry.track = QRect(room.left(), top, trackWidth, BarHeight);
    const double part = std::isnan(fraction) ? 0 : std::clamp(fraction, 0.0, 1.0);
    const int filled = part > 0 ? std::max(LeastFilled, static_cast<int>(std::lround(part * trackWidth))) : 0;
    geometry.filled = QRect(room.left(), top, filled, BarHeight);
    geometry.text = QRect(room.right() + 1 - textWidth, room.top(), textWidth, room.height());
    return geometry;
}

std::vector<int> stackedWidths(std::span<const double> parts, int width, int least)
{
    std::vector<int> widths(parts.size(), 0);
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    if (sum <= 0 || width <= 0) {
        return widths;
    }
    int used = 0;
    for (size_t i = 0; i < parts.size(); ++i) {
        const int share = static_cast<int>(std::lround(parts[i] / sum * width));
        widths[i] = parts[i] > 0 ? std::max(least, share) : 0;
        used += widths[i];
    }
    // Rounding and the least widths are paid by the widest.
    while (used != width) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        const int change = used > width ? std::min(used - width, *widest - 1) : width - used;
        if (change <= 0) {
            break;
        }
        *widest += used > width ? -change : change;
        used += used > width ? -change : change;
    }
    return widths;
}

} // namespace stowage
