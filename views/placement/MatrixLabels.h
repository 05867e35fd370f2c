// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/MatrixMarks.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace stowage {

class MatrixModel;
class TextCache;
class Theme;

/// Writes what stands at the left of the cells: images, digest, size and bar. Where rows are too low for
/// text, names thin out until they have room. Made anew for each paint; lengths of the layout are device
/// pixels, those painted with are not.
class MatrixLabels
{
public:
    MatrixLabels(const Theme& theme, const MatrixLayout& layout, const MatrixModel& model, qreal scale,
                 TextCache& texts);

    void paint(QPainter& painter, const MatrixMarks& marks);

private:
    QRectF rectOf(int row) const;
    void paintRow(QPainter& painter, int row, const MatrixMarks& marks);
    void paintImageHead(QPainter& painter, int row, const QRectF& rect) const;
    void paintPlatformHead(QPainter& painter, int row, const QRectF& rect) const;
    void paintLayer(QPainter& painter, int row, const QRectF& rect, bool marked) const;
    void paintBar(QPainter& painter, qint64 bytes, const QRectF& rect) const;
    void paintThinned(QPainter& painter, int row, const QRectF& rect);
    void paintMarkedRow(QPainter& painter, int row) const;
    QString nameOf(int row) const;

    const Theme& m_theme;
    const MatrixLayout& m_layout;
    const MatrixModel& m_model;
    qreal m_scale;
    TextCache& m_texts;
    QFont m_label;
    QFont m_strong;
    QFont m_mono;
    int m_lastGroup = -1;  ///< whose name was written or left out last
    qreal m_freeBelow = 0; ///< down to here names stand
};

} // namespace stowage
