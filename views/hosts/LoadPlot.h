// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/baseline/LoadModel.h"

#include <QWidget>

namespace stowage {

class Theme;

/// Where things of a load model lie in a plot, for tests without a window: requests a second to the right,
/// p95 upwards, both from nought.
struct LoadPlotLayout
{
    QRectF area;
    double mostLoad = 0;
    double mostLatency = 0;

    static LoadPlotLayout of(const LoadModel& model, double current, const QRectF& area);
    QPointF at(double perSecond, double seconds) const;
};

/// What a service was seen to bear: p95 at each load, the curve through it, its knee, and the load of now.
class LoadPlot : public QWidget
{
    Q_OBJECT

public:
    explicit LoadPlot(const Theme& theme, QWidget* parent = nullptr);

    /// `current`: requests a second just now.
    void setModel(const LoadModel& model, std::optional<double> current);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintKnee(QPainter& painter, const LoadPlotLayout& layout) const;
    void paintCurve(QPainter& painter, const LoadPlotLayout& layout) const;
    void paintPoints(QPainter& painter, const LoadPlotLayout& layout) const;
    void paintScale(QPainter& painter, const LoadPlotLayout& layout) const;

    const Theme& m_theme;
    LoadModel m_model;
    std::optional<double> m_current;
};

} // namespace stowage
