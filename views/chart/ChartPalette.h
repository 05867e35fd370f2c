// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPainterPath>

#include <vector>

namespace stowage {

class Theme;

/// How one line of a chart looks: besides its colour it has a mark, and from the second round on dashes, so
/// that colour is never the only difference.
struct LineLook
{
    QColor color;
    int mark = 0; ///< see lineMark()
    bool isDashed = false;
};

/// The looks of a theme's lines, as many as can be told apart.
class ChartPalette
{
public:
    static constexpr int Count = 14;
    static constexpr int Marks = 7;

    explicit ChartPalette(const Theme& theme);

    /// Wraps around.
    const LineLook& look(int which) const;

private:
    std::vector<LineLook> m_looks;
};

/// The shape of a mark on a line about this point, none of those that tell a status.
QPainterPath lineMark(int mark, QPointF centre, qreal size);

/// A piece of line with its mark, for legends: `size` device-independent pixels wide and high.
QImage lineSwatch(const LineLook& look, int size, qreal devicePixelRatio);

/// How different two colours look (CIE 1976: 2.3 is just noticeable).
double colorDifference(const QColor& a, const QColor& b);

} // namespace stowage
