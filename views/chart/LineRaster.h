// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/Decimation.h"
#include "views/chart/PlotScale.h"

#include <QColor>
#include <QImage>

namespace stowage {

/// How a line is drawn.
struct LineStroke
{
    QColor color;
    double width = 1.5; ///< pixels of the image
    double dash = 0;    ///< length of a dash and of what is left out together, in pixels; 0: whole
};

/// Draws decimated lines into a picture, antialiased, in a time that depends on its size and not on how many
/// points there were. (QPainter takes seconds for a path of 100,000 points and a pen wider than a pixel.)
///
/// Each pixel's column is looked at in a few narrower ones. What the line covers of each is one stretch from
/// top to bottom, widened by the pen as a disc would; from how much of a pixel these stretches cover comes
/// its opacity.
class LineRaster
{
public:
    /// How many narrow columns make one of the image: decimate to this many times its width.
    static constexpr int Fineness = 4;

    /// The image is premultiplied ARGB, and outlives this.
    explicit LineRaster(QImage& image);

    /// `where` is in pixels of the image. Draws the stretch between least and greatest of what points sum up
    /// below the line, where they differ from it.
    void draw(std::span<const DecimatedColumn> columns, const PlotScale& where, const ValueScale& scale,
              const LineStroke& stroke);

private:
    struct Stretch
    {
        float top;
        float bottom;
    };

    static constexpr Stretch Nothing{1e9F, -1e9F};

    void cover(std::vector<Stretch>& stretches, double x, double top, double bottom) const;
    void coverLine(std::vector<Stretch>& stretches, QPointF from, QPointF to) const;
    void trace(std::span<const DecimatedColumn> columns, const PlotScale& where, const ValueScale& scale,
               double radius);
    void leaveOut(const PlotScale& where, double dash);
    void widen(double radius);
    void paint(const std::vector<Stretch>& stretches, const QColor& color);
    void addCoverage(Stretch stretch);

    QImage& m_image;
    int m_margin; ///< narrow columns left of the image, and right of it: what lies there widens into it
    std::vector<Stretch> m_line;
    std::vector<Stretch> m_band;
    std::vector<Stretch> m_wide;
    std::vector<float> m_edges;  ///< coverage of single pixels of the column at hand
    std::vector<float> m_starts; ///< where whole coverage begins, and where it ends, as differences
    int m_top = 0;               ///< the pixels of the column that are touched
    int m_bottom = -1;
    bool m_hasBand = false;
};

} // namespace stowage
