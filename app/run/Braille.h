// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace stowage {

/// A line drawn in a row of braille characters: two values a character, four heights. NaN is a gap and stays
/// blank. From nought, or from the least where that is below.
QString brailleLine(const std::vector<double>& values);

} // namespace stowage
