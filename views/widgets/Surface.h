// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

class QPainter;

namespace stowage {

class Theme;

/// The ground of panels and tiles: panel colour, a crisp 1 px border, rounded corners.
void drawSurface(QPainter& painter, const QRect& rect, const Theme& theme);

} // namespace stowage
