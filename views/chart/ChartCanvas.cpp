// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/ChartCanvas.h"

#include "views/chart/CrossHair.h"
#include "views/chart/LineRaster.h"
#include "views/chart/PlotItem.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Words.h"

#include <QCategoryAxis>
#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLegendMarker>
#include <QScatterSeries>

#include <algorithm>
#include <cmath>
#include <utility>

namespace stowage {

namespace {

constexpr double TimeAxisHeight = 26;
constexpr double TopMargin = 10;
constexpr double RightMargin = 28;
constexpr int TickDistance = 96; ///< pixels between moments that are written, at least
constexpr int StepHeight = 44;
constexpr int SwatchSize = 14;
constexpr double LegendEntry = SwatchSize + 17; ///< its mark and the room about it
constexpr int LegendRow = 22;
constexpr int MostLegendRows = 3;

} // namespace

ChartCanvas::ChartCanvas(const ChartContent& content, const ChartWindow& window,
                         const std::vector<PinnedRange>& pins, const Theme& theme, QWidget* parent)
    : QChartView(parent), m_content(content), m_window(window), m_pins(pins), m_theme(theme),
      m_palette(theme),
      m_time(new QCategoryAxis(this)), m_values{new QCategoryAxis(this), new QCategoryAxis(this)},
      m_plot(new PlotItem(ChartPlot{content, m_lines, pins, m_palette, theme}, chart()))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->legend()->setAlignment(Qt::AlignTop);
    chart()->legend()->detachFromChart(); // else it has one row, and the rest is scrolled out of sight
    chart()->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    chart()->legend()->setFont(fonts::label());
    chart()->legend()->layout()->setContentsMargins(0, 0, 0, 0);
    m_plot->setZValue(50); // above the grid, which Qt Charts draws
    makeAxes();
    takeTheme();
}

void ChartCanvas::makeAxes()
{
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_values[0], Qt::AlignLeft);
    chart()->addAxis(m_values[1], Qt::AlignRight);
    for (QCategoryAxis* axis : {m_time, m_values[0], m_values[1]}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setLabelsFont(fonts::label());
        axis->setTruncateLabels(false);
    }
    m_values[1]->setGridLineVisible(false);
    m_time->setGridLineVisible(false);
}

void ChartCanvas::takeTheme()
{
    m_palette = ChartPalette(m_theme);
    chart()->setBackgroundBrush(m_theme.color(Token::Panel));
    chart()->setBackgroundPen(Qt::NoPen);
    setBackgroundBrush(m_theme.color(Token::Panel));
    chart()->legend()->setLabelColor(m_theme.color(Token::Text2));
    for (QCategoryAxis* axis : {m_time, m_values[0], m_values[1]}) {
        lookAs(*axis);
    }
    takeContent();
}

void ChartCanvas::lookAs(QCategoryAxis& axis)
{
    axis.setLabelsColor(m_theme.color(Token::Text3));
    axis.setLinePen(QPen(m_theme.color(Token::Line), 1));
    axis.setGridLinePen(QPen(m_theme.color(Token::Line), 1, Qt::DotLine));
}

void ChartCanvas::takeContent()
{
    m_lines.forget();
    placeEverything(); // which scales there are
    makeLegend();
    chart()->layout()->activate();
}

void ChartCanvas::takeRange()
{
    if (std::exchange(m_isPlaced, false)) {
        QMetaObject::invokeMethod(this, &ChartCanvas::placeNow, Qt::QueuedConnection);
    }
}

void ChartCanvas::placeNow()
{
    if (!m_isPlaced) {
        placeEverything();
    }
}

const ChartLines& ChartCanvas::lines()
{
    placeNow();
    return m_lines;
}

void ChartCanvas::takePins()
{
    m_plot->update();
}

void ChartCanvas::makeLegend()
{
    chart()->removeAllSeries();
    const bool isWanted = m_content.series.size() > 1;
    chart()->legend()->setVisible(isWanted);
    if (!isWanted) {
        return;
    }
    for (const ChartSeries& series : m_content.series) {
        if (!m_lines.scaleOf(series.unit)) {
            continue; // a third unit is not drawn
        }
        auto* entry = new QScatterSeries; // without points: only its entry in the legend is wanted
        // Qt Charts takes names for HTML.
        entry->setName(words::visible(series.label).toHtmlEscaped());
        entry->setMarkerSize(SwatchSize);
        entry->setLightMarker(lineSwatch(m_palette.look(series.colour), SwatchSize, devicePixelRatioF()));
        chart()->addSeries(entry);
    }
    // A detached legend lays its entries out when its geometry changes, and takes none while it is hidden.
    chart()->legend()->setGeometry(QRectF(0, 0, viewport()->width(), 1));
    placeLegend(viewport()->width());
}

QStringList ChartCanvas::undrawn()
{
    placeNow();
    QStringList labels;
    for (const ChartSeries& series : m_content.series) {
        if (!m_lines.scaleOf(series.unit)) {
            labels << words::visible(series.label);
        }
    }
    return labels;
}

void ChartCanvas::placeLegend(int width)
{
    m_legendHeight = 0;
    if (m_content.series.size() < 2) {
        return;
    }
    const QFontMetricsF metrics(fonts::label());
    const double room = width - 2.0 * metrics::Margin;
    int rows = 1;
    double x = 0;
    for (const ChartSeries& series : m_content.series) {
        const double wide = metrics.horizontalAdvance(words::visible(series.label)) + LegendEntry;
        if (x > 0 && x + wide > room) {
            x = 0;
            ++rows;
        }
        x += wide;
    }
    m_legendHeight = std::min(rows, MostLegendRows) * LegendRow + metrics::Grid;
    chart()->legend()->setGeometry(QRectF(metrics::Margin, 2, room, m_legendHeight));
}

int ChartCanvas::columns()
{
    return std::max(1, static_cast<int>(plotArea().width() * devicePixelRatioF()));
}

double ChartCanvas::scaleWidth(size_t which) const
{
    if (which >= m_lines.scales().size()) {
        return which == 0 ? 40 : RightMargin;
    }
    const QFontMetricsF metrics(fonts::label());
    double widest = 0;
    for (const ChartTick& tick : m_lines.scales()[which].ticks) {
        widest = std::max(widest, metrics.horizontalAdvance(tick.text));
    }
    // Not by the pixel, so that the plot does not move with each new value.
    return std::max(which == 0 ? 40.0 : RightMargin, std::ceil((widest + 18) / 8) * 8);
}

QRectF ChartCanvas::areaFor(const QSize& size) const
{
    const double left = scaleWidth(0);
    const double right = scaleWidth(1);
    const double top = TopMargin + m_legendHeight;
    return {left, top, std::max(1.0, size.width() - left - right),
            std::max(1.0, size.height() - top - TimeAxisHeight)};
}

void ChartCanvas::placeEverything()
{
    m_isPlaced = true;
    const QSize size = viewport()->size();
    placeLegend(size.width());
    // What the scales need of the width depends on the values, which depend little on the width.
    const double height = size.height() - TopMargin - m_legendHeight - TimeAxisHeight;
    const int steps = std::clamp(static_cast<int>(height / StepHeight), 2, 10);
    const TimeRange range = m_window.shown();
    const auto prepare = [&](double width) {
        const int columns = static_cast<int>(width * devicePixelRatioF()) * LineRaster::Fineness;
        m_lines.prepare(m_content, range, columns, steps);
    };
    prepare(areaFor(size).width());
    const QRectF area = areaFor(size);
    prepare(area.width());
    chart()->setPlotArea(area);
    fill(*m_time, timeTicks(range, std::max(2, static_cast<int>(area.width()) / TickDistance)),
         static_cast<double>(range.from.time_since_epoch().count()),
         static_cast<double>(range.to.time_since_epoch().count()));
    for (size_t i = 0; i < m_values.size(); ++i) {
        const bool isUsed = i < m_lines.scales().size();
        m_values[i]->setVisible(isUsed);
        if (isUsed) {
            const ValueScale& scale = m_lines.scales()[i];
            fill(*m_values[i], scale.ticks, scale.lowest, scale.highest);
        }
    }
    // A new area moves the axes only when the chart is laid out, which else waits for the event loop.
    chart()->layout()->invalidate();
    chart()->layout()->activate();
    const bool isElsewhere = area != plotArea();
    m_plot->setScale(area, range);
    m_plot->dropPicture();
    if (isElsewhere) {
        Q_EMIT areaChanged();
    }
}

void ChartCanvas::fill(QCategoryAxis& axis, const std::vector<ChartTick>& ticks, double from, double to)
{
    QStringList names;
    for (const ChartTick& tick : ticks) {
        // Qt Charts takes names for HTML and wants each once; what is added cannot be seen.
        QString name = tick.text.toHtmlEscaped();
        while (names.contains(name)) {
            name += QChar(0x200B);
        }
        names << name;
    }
    if (axis.min() == from && axis.max() == to && axis.categoriesLabels() == names) {
        return;
    }
    for (const QString& label : axis.categoriesLabels()) {
        axis.remove(label);
    }
    axis.setRange(from, to);
    axis.setStartValue(from - (to - from)); // there is no name before the first tick
    for (qsizetype i = 0; i < names.size(); ++i) {
        axis.append(names[i], ticks[static_cast<size_t>(i)].at);
    }
}

QRectF ChartCanvas::plotArea()
{
    placeNow();
    return {m_plot->pos(), m_plot->plot().scale.size};
}

double ChartCanvas::xOf(Timestamp at)
{
    return plotArea().left() + m_plot->plot().scale.x(at);
}

Timestamp ChartCanvas::timeAt(double x)
{
    return m_plot->plot().scale.timeAt(x - plotArea().left());
}

std::optional<Timestamp> ChartCanvas::cross() const
{
    return m_plot->plot().cross;
}

void ChartCanvas::setCross(std::optional<Timestamp> at)
{
    if (at != cross()) {
        m_plot->setCross(at);
        Q_EMIT crossMoved();
    }
}

QStringList ChartCanvas::crossLines()
{
    placeNow();
    return cross() ? CrossHair::lines(m_plot->plot(), *cross()) : QStringList();
}

void ChartCanvas::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    placeEverything();
}

} // namespace stowage
