// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/CrossHair.h"

#include "views/chart/ChartPalette.h"
#include "views/chart/ChartWords.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Words.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace stowage {

namespace {

constexpr double Reach = 5; ///< pixels: so near is meant
constexpr double RowHeight = 17;
constexpr double Padding = 8;
constexpr double Swatch = 14;
constexpr double MostLabel = 190;
constexpr double MostDetail = 280;

std::vector<ChartReading> readAll(const ChartPlot& plot, Timestamp at)
{
    const double scale = plot.scale.pixelsPerMs();
    const Millis reach{scale > 0 ? std::llround(Reach / scale) : 0};
    std::vector<ChartReading> readings;
    for (const ChartSeries& series : plot.content.series) {
        readings.push_back(readSeries(series, at, reach));
    }
    return readings;
}

} // namespace

QStringList CrossHair::lines(const ChartPlot& plot, Timestamp at)
{
    QStringList lines{words::momentText(at)};
    const std::vector<ChartReading> readings = readAll(plot, at);
    for (size_t i = 0; i < readings.size(); ++i) {
        const ChartSeries& series = plot.content.series[i];
        const QString detail = words::readingDetail(readings[i], series.unit);
        const QString value = words::readingValue(readings[i], series.unit);
        lines << QStringLiteral("%1: %2").arg(words::visible(series.label),
                                              detail.isEmpty() ? value
                                                               : QStringLiteral("%1, %2").arg(value, detail));
    }
    return lines;
}

std::vector<CrossHair::Row> CrossHair::read(Timestamp at) const
{
    std::vector<Row> rows;
    const std::vector<ChartReading> readings = readAll(m_plot, at);
    for (size_t i = 0; i < readings.size(); ++i) {
        rows.push_back({&m_plot.content.series[i], readings[i]});
    }
    return rows;
}

void CrossHair::paint(Timestamp at)
{
    if (at < m_plot.scale.range.from || at > m_plot.scale.range.to) {
        return;
    }
    const double x = std::floor(m_plot.scale.x(at)) + 0.5;
    m_painter.setPen(QPen(m_plot.theme.color(Token::Text3), 1));
    m_painter.drawLine(QPointF(x, 0), QPointF(x, m_plot.scale.size.height()));
    const std::vector<Row> rows = read(at);
    paintDots(rows);
    paintBox(rows, at, x);
}

void CrossHair::paintDots(const std::vector<Row>& rows)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    for (const Row& row : rows) {
        const auto which = m_plot.lines.scaleOf(row.series->unit);
        if (!which || row.reading.kind != ChartReading::Kind::Value || row.reading.isOutside) {
            continue;
        }
        const QPointF at(m_plot.scale.x(middleOf(row.reading.point)),
                         m_plot.scale.y(row.reading.point.mean, m_plot.lines.scales()[*which]));
        m_painter.setPen(QPen(m_plot.theme.color(Token::Panel), 1.5));
        m_painter.setBrush(m_plot.palette.look(row.series->colour).color);
        m_painter.drawEllipse(at, 4, 4);
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void CrossHair::paintBox(const std::vector<Row>& rows, Timestamp at, double x)
{
    struct Texts
    {
        QString label;
        QString value;
        QString detail;
    };
    const QFontMetricsF metrics(fonts::label());
    std::vector<Texts> texts;
    double labels = 0;
    double values = 0;
    double details = 0;
    for (const Row& row : rows) {
        const MetricUnit unit = row.series->unit;
        texts.push_back(
            {metrics.elidedText(words::visible(row.series->label), Qt::ElideMiddle, MostLabel),
             words::readingValue(row.reading, unit),
             metrics.elidedText(words::readingDetail(row.reading, unit), Qt::ElideRight, MostDetail)});
        labels = std::max(labels, metrics.horizontalAdvance(texts.back().label));
        values = std::max(values, metrics.horizontalAdvance(texts.back().value));
        details = std::max(details, metrics.horizontalAdvance(texts.back().detail));
    }
    const QString title = words::momentText(at);
    const double valuesLeft = Padding + Swatch + 6 + labels + 14;
    const double detailsLeft = valuesLeft + values + (details > 0 ? 10 : 0);
    const double width =
        std::ceil(std::max(detailsLeft + details, Padding + metrics.horizontalAdvance(title)) + Padding);
    const double height = 2 * Padding + RowHeight * static_cast<double>(rows.size() + 1) - 3;
    const bool fitsRight = x + 12 + width <= m_plot.scale.size.width();
    const double left = fitsRight ? x + 12 : std::max(0.0, x - 12 - width);
    const QRectF box(std::floor(left) + 0.5, 8.5, width, height);

    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(m_plot.theme.color(Token::Line), 1));
    m_painter.setBrush(m_plot.theme.color(Token::Raised));
    m_painter.drawRoundedRect(box, metrics::ControlRadius, metrics::ControlRadius);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setFont(fonts::label());
    double y = box.top() + Padding + metrics.ascent();
    m_painter.setPen(m_plot.theme.color(Token::Text2));
    m_painter.drawText(QPointF(box.left() + Padding, y), title);
    for (size_t i = 0; i < rows.size(); ++i) {
        y += RowHeight;
        const QImage swatch = lineSwatch(m_plot.palette.look(rows[i].series->colour),
                                         static_cast<int>(Swatch), m_painter.device()->devicePixelRatioF());
        m_painter.drawImage(QPointF(box.left() + Padding, y - metrics.ascent() / 2 - Swatch / 2 + 1), swatch);
        m_painter.setPen(m_plot.theme.color(Token::Text2));
        m_painter.drawText(QPointF(box.left() + Padding + Swatch + 6, y), texts[i].label);
        const bool isBad = rows[i].reading.kind == ChartReading::Kind::Quarantined;
        m_painter.setPen(m_plot.theme.color(isBad ? Token::Unknown : Token::Text));
        m_painter.drawText(QPointF(box.left() + valuesLeft, y), texts[i].value);
        m_painter.setPen(m_plot.theme.color(Token::Text3));
        m_painter.drawText(QPointF(box.left() + detailsLeft, y), texts[i].detail);
    }
}

} // namespace stowage
