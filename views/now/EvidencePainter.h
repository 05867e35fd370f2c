// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/PlotScale.h"
#include "views/now/EvidenceView.h"

#include <QImage>
#include <QRect>

#include <span>

class QPainter;

namespace stowage {

/// Draws the lanes of an EvidenceView where they are said to lie. Content and theme outlive it.
class EvidencePainter
{
public:
    EvidencePainter(const EvidenceContent& content, const Theme& theme) : m_content(content), m_theme(theme)
    {
    }

    /// The lines of all lanes, `area` wide and high.
    QImage picture(std::span<const QRect> lanes, const QRect& area, qreal ratio) const;

    /// Where nothing is known is ground of another shade.
    void paintGaps(QPainter& painter, std::span<const QRect> lanes) const;

    /// What each lane is and what it was last, to the left of it; `column` says from where to where.
    void paintLabels(QPainter& painter, std::span<const QRect> lanes, const QRect& column) const;

    /// The shared axis below, and the moment of the opening through all lanes.
    void paintAxis(QPainter& painter, const QRect& area, int height) const;

    /// A moment and the value of each lane then.
    void paintCross(QPainter& painter, std::span<const QRect> lanes, Timestamp at) const;

private:
    void drawLine(QImage& image, size_t index, qreal ratio) const;
    bool isShown(Timestamp at) const { return m_content.range.from <= at && at <= m_content.range.to; }

    const EvidenceContent& m_content;
    const Theme& m_theme;
};

} // namespace stowage
