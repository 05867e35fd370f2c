// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/MatrixMarks.h"
#include "views/theme/Token.h"

#include <QRectF>

class QPainter;

namespace stowage {

class MatrixModel;
class MatrixOverlay;
class Theme;

/// Writes what stands above the cells: zones, which stay in sight, and nodes, whose names thin out where
/// columns are narrow while a tick goes on marking those that are down or imagined lost.
class MatrixHeads
{
public:
    MatrixHeads(const Theme& theme, const MatrixLayout& layout, const MatrixModel& model,
                const MatrixOverlay& overlay, qreal scale, qreal widestLabel);

    void paint(QPainter& painter, const MatrixMarks& marks) const;

    /// How wide the widest label of the nodes is, in device-independent pixels.
    static qreal widestLabel(const MatrixModel& model);

    /// How high the head must be for such labels, in device-independent pixels.
    static int height(qreal widestLabel, qreal cellWidth);

    /// Of how many columns one has its label written.
    static int stride(qreal widestLabel, qreal cellWidth);

    /// The part of the head in which zones are named, in device-independent pixels from the top.
    static constexpr int ZoneHeight = 22;

private:
    bool isGoing(int column) const;
    void paintZones(QPainter& painter) const;
    void paintNode(QPainter& painter, int column, bool marked) const;
    void paintTick(QPainter& painter, int column) const;
    void paintMarked(QPainter& painter, int column) const;
    Token inkOf(int column, bool marked) const;
    qreal left(int column) const;

    const Theme& m_theme;
    const MatrixLayout& m_layout;
    const MatrixModel& m_model;
    const MatrixOverlay& m_overlay;
    qreal m_scale;
    qreal m_widest;
    qreal m_cellWidth;
};

} // namespace stowage
