// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

#include <span>
#include <vector>

namespace stowage {

/// Where a bar and its number lie in a cell.
struct BarGeometry
{
    QRect track;
    QRect filled; ///< a part of the track; at least 2 px when the fraction is above 0
    QRect text;   ///< to the right of the track
};

/// `fraction` is clamped to 0 … 1. The text keeps `textWidth`; the track takes what is left, and goes when
/// that is too little to be read.
BarGeometry barGeometry(const QRect& room, double fraction, int textWidth);

/// Widths in pixels for a stacked bar of these parts in `width`: in proportion, their sum exact, and every
/// part above 0 at least `least` wide where there is room.
std::vector<int> stackedWidths(std::span<const double> parts, int width, int least = 2);

} // namespace stowage
