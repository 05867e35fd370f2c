// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/MatrixLayout.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace stowage {

class MatrixModel;
class TextCache;
class Theme;
struct MatrixMarks;

/// Writes what stands beside the cells: digest, size and bar at the left, zones and nodes above. Made anew
/// for each paint; lengths of the layout are device pixels, those painted with are not.
class MatrixLabels
{
public:
    MatrixLabels(const Theme& theme, const MatrixLayout& layout, const MatrixModel& model, qreal scale,
                 TextCache& texts);

    void paintFrozen(QPainter& painter, const MatrixMarks& marks) const;
    void paintHead(QPainter& painter, const MatrixMarks& marks) const;

    /// How high the head must be for the labels of these nodes, in device-independent pixels.
    static int headHeight(const MatrixModel& model, qreal cellWidth);

private:
    QRectF logical(const QRect& device) const;
    void paintImageHead(QPainter& painter, int row, const QRectF& rect) const;
    void paintPlatformHead(QPainter& painter, int row, const QRectF& rect) const;
    void paintLayer(QPainter& painter, int row, const QRectF& rect, bool marked) const;
    void paintZones(QPainter& painter) const;
    void paintNode(QPainter& painter, int column, bool marked, bool upright) const;

    const Theme& m_theme;
    const MatrixLayout& m_layout;
    const MatrixModel& m_model;
    qreal m_scale;
    TextCache& m_texts;
    QFont m_label;
    QFont m_strong;
    QFont m_mono;
};

} // namespace stowage
