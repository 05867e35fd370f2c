// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace stowage {

/// Short texts in a plot that never lie upon each other: who comes first has its place, who finds none is
/// left out.
class PlotLabels
{
public:
    /// `within` is where texts may be.
    PlotLabels(const QRectF& within, const QFont& font);

    /// Where it begins beside a vertical line.
    enum class Edge : quint8
    {
        Top,
        Bottom
    };

    /// Beside the line at `x`: left of it, else right, in the first of a few rows that is free.
    std::optional<QRectF> placeBeside(const QString& text, double x, Edge edge);

    /// About this point; a little lower where it is not free.
    std::optional<QRectF> placeAbout(const QString& text, QPointF middle);

    /// With its left edge here, above or else below the line at `y`.
    std::optional<QRectF> placeAtLine(const QString& text, double left, double y);

    QSizeF sizeOf(const QString& text) const;
    const std::vector<QRectF>& taken() const { return m_taken; }

private:
    std::optional<QRectF> take(const QRectF& rect);

    QRectF m_within;
    QFont m_font;
    std::vector<QRectF> m_taken;
};

} // namespace stowage
