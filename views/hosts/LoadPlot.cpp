// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/LoadPlot.h"

#include "models/metrics/MetricInfo.h"
#include "views/hosts/LoadLines.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

constexpr int Height = 120;
constexpr int ScaleHeight = 18;
constexpr int TopMargin = 16;
constexpr double Dot = 2.5;
constexpr double Headroom = 1.1;
constexpr int CurveSteps = 64;

} // namespace

LoadPlotLayout LoadPlotLayout::of(const LoadModel& model, double current, const QRectF& area)
{
    LoadPlotLayout layout{area, current, 0};
    for (const LoadBin& bin : model.bins) {
        layout.mostLoad = std::max(layout.mostLoad, bin.perSecond);
        layout.mostLatency = std::max(layout.mostLatency, bin.p95Seconds);
    }
    if (model.knee) {
        layout.mostLoad = std::max(layout.mostLoad, model.knee->perSecond);
    }
    layout.mostLoad = layout.mostLoad > 0 ? layout.mostLoad * Headroom : 1;
    layout.mostLatency = layout.mostLatency > 0 ? layout.mostLatency * Headroom : 1;
    return layout;
}

QPointF LoadPlotLayout::at(double perSecond, double seconds) const
{
    const double x = std::clamp(perSecond / mostLoad, 0.0, 1.0);
    const double y = std::clamp(seconds / mostLatency, 0.0, 1.0);
    return {area.left() + x * area.width(), area.bottom() - y * area.height()};
}

LoadPlot::LoadPlot(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Latency by load"));
}

void LoadPlot::setModel(const LoadModel& model, std::optional<double> current)
{
    m_model = model;
    m_current = current;
    setAccessibleDescription(kneeText(model));
    update();
}

QSize LoadPlot::sizeHint() const
{
    return {200, Height};
}

void LoadPlot::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fonts::secondary());
    const QRectF area(0.5, TopMargin, width() - 1, height() - TopMargin - ScaleHeight);
    const LoadPlotLayout layout = LoadPlotLayout::of(m_model, m_current.value_or(0), area);
    painter.setPen(m_theme.color(Token::Line));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    paintKnee(painter, layout);
    paintCurve(painter, layout);
    paintPoints(painter, layout);
    paintScale(painter, layout);
}

/// The knee with the bounds within which it lies.
void LoadPlot::paintKnee(QPainter& painter, const LoadPlotLayout& layout) const
{
    if (!m_model.knee) {
        return;
    }
    const double top = layout.area.top();
    const QPointF least = layout.at(m_model.knee->least, 0);
    const QPointF most = layout.at(m_model.knee->most, 0);
    QColor band = m_theme.color(Token::Warning);
    band.setAlphaF(0.12F);
    painter.fillRect(QRectF(QPointF(least.x(), top), most), band);
    painter.setPen(QPen(m_theme.color(Token::Warning), 1, Qt::DashLine));
    const QPointF knee = layout.at(m_model.knee->perSecond, 0);
    painter.drawLine(QPointF(knee.x(), top), knee);
    painter.setPen(m_theme.color(Token::Text2));
    const QRectF all(0, 0, width(), TopMargin);
    const bool isRight = knee.x() > all.center().x();
    painter.drawText(isRight ? QRectF(0, 0, knee.x() + 1, TopMargin)
                             : QRectF(knee.x(), 0, all.right() - knee.x(), TopMargin),
                     (isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, tr("knee"));
}

void LoadPlot::paintCurve(QPainter& painter, const LoadPlotLayout& layout) const
{
    if (m_model.bins.empty() || m_model.reason == NoKnee::TooLittle || m_model.reason == NoKnee::TooNarrow) {
        return;
    }
    // As far as something was seen: beyond it the curve is a guess.
    const double first = m_model.bins.front().perSecond;
    const double last = m_model.bins.back().perSecond;
    QPolygonF line;
    for (int i = 0; i <= CurveSteps; ++i) {
        const double load = first + (last - first) * i / CurveSteps;
        const double latency = m_model.curve.latencyAt(load);
        if (std::isfinite(latency)) {
            line << layout.at(load, latency);
        }
    }
    painter.setPen(QPen(m_theme.color(Token::Text3), 1));
    painter.drawPolyline(line);
}

void LoadPlot::paintPoints(QPainter& painter, const LoadPlotLayout& layout) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Accent));
    for (const LoadBin& bin : m_model.bins) {
        painter.drawEllipse(layout.at(bin.perSecond, bin.p95Seconds), Dot, Dot);
    }
    if (m_current) {
        const QPointF foot = layout.at(*m_current, 0);
        painter.setPen(QPen(m_theme.color(Token::Text), 1));
        painter.drawLine(QPointF(foot.x(), layout.area.top()), foot);
    }
}

void LoadPlot::paintScale(QPainter& painter, const LoadPlotLayout& layout) const
{
    const QRectF below(0, layout.area.bottom() + 2, width(), ScaleHeight - 2);
    painter.setPen(m_theme.color(Token::Text3));
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("0"));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter,
                     formatMetric(MetricUnit::PerSecond, layout.mostLoad));
    const bool isKneeLeft = m_model.knee && m_model.knee->perSecond < layout.mostLoad / 2;
    painter.drawText(QRectF(0, 0, width(), TopMargin),
                     (isKneeLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                     //: latency that 95 % of requests stay below, at the upper edge of a plot
                     tr("p95, up to %1").arg(formatMetric(MetricUnit::Seconds, layout.mostLatency)));
}

} // namespace stowage
