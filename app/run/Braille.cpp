// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/Braille.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stowage {
namespace {

constexpr char16_t Blank = 0x2800;
constexpr int Heights = 4;
/// Dots of a column from the bottom upwards, filled up to the height.
constexpr std::array<char16_t, Heights + 1> LeftDots{0, 0x40, 0x44, 0x46, 0x47};
constexpr std::array<char16_t, Heights + 1> RightDots{0, 0x80, 0xA0, 0xB0, 0xB8};

size_t heightOf(double value, double least, double most)
{
    if (!std::isfinite(value)) {
        return 0;
    }
    const double share = most > least ? (value - least) / (most - least) : 0;
    return static_cast<size_t>(1 + std::clamp<long>(std::lround(share * (Heights - 1)), 0, Heights - 1));
}

} // namespace

QString brailleLine(const std::vector<double>& values)
{
    double least = 0;
    double most = 0;
    for (const double value : values) {
        if (std::isfinite(value)) {
            least = std::min(least, value);
            most = std::max(most, value);
        }
    }
    QString line;
    for (size_t i = 0; i < values.size(); i += 2) {
        const size_t left = heightOf(values[i], least, most);
        const size_t right = i + 1 < values.size() ? heightOf(values[i + 1], least, most) : 0;
        line += QChar(static_cast<char16_t>(Blank + LeftDots.at(left) + RightDots.at(right)));
    }
    return line;
}

} // namespace stowage
