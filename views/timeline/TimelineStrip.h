// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/timeline/TimelineCounts.h"
#include "views/chart/WindowStrip.h"

namespace stowage {

/// How much happened over the whole range, on a strip, and upon it the part that the lanes show.
class TimelineStrip : public WindowStrip
{
    Q_OBJECT

public:
    /// The window outlives the strip.
    TimelineStrip(const ChartWindow& window, const Theme& theme, QWidget* parent = nullptr);

    void setCounts(const TimelineCounts& counts);

    /// How wide the same time is drawn by the lanes above, which may have a scroll bar beside them.
    void setTimeWidth(int width);

    QRectF area() const override;
    QSize sizeHint() const override;

protected:
    void paintGround(QPainter& painter) override;

private:
    TimelineCounts m_counts;
    int m_timeWidth = 0; ///< 0: as much as there is
};

} // namespace stowage
