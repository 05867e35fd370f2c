// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/MatrixLayout.h"

#include <vector>

namespace stowage {

/// How large cells are: one number from one device pixel to such with room for a word, and every length of
/// the layout that follows from it. A value.
class MatrixZoom
{
public:
    static constexpr qreal Normal = 15; ///< device-independent pixels from one cell to the next
    static constexpr qreal Largest = 48;
    static constexpr qreal WithWord = 36; ///< cells carry a word
    static constexpr qreal Notch = 1.2;   ///< what a notch of the wheel makes of it

    /// The width of a cell in device-independent pixels.
    qreal size() const { return m_size; }

    /// Kept within one device pixel … Largest.
    void setSize(qreal size);

    /// Larger (positive) or smaller by this many notches of a wheel; by one device pixel at least.
    void step(qreal notches);

    /// Larger or smaller by this factor, as fingers do; may be too little to be seen yet.
    void scaleBy(qreal factor) { setSize(m_size * factor); }

    /// The sizes of whole device pixels from Normal down to one, to find the one with which all fits.
    std::vector<MatrixZoom> smaller() const;

    /// Device pixels to a device-independent one.
    qreal scale() const { return m_scale; }
    void setScale(qreal scale);

    /// All lengths but the head's height, in device pixels.
    MatrixMetrics metrics() const;

    /// Whether lines of images are too low for their own head, so that names stand beside their rows.
    bool isOverview() const { return m_size < LowestHead; }

    bool operator==(const MatrixZoom&) const = default;

private:
    static constexpr qreal LowestHead = 8;

    qreal m_size = Normal;
    qreal m_scale = 1;
};

} // namespace stowage
