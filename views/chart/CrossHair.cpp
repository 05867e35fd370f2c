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
constexpr double BoxTop = 8;
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

/// What happened there, as the box says it.
std::vector<const ChartMark*> marksAt(const ChartPlot& plot, Timestamp at)
{
    std::vector<const ChartMark*> marks;
    for (const ChartMark& mark : plot.content.marks) {
        if (std::abs(plot.scale.x(mark.at) - plot.scale.x(at)) <= Reach) {
            marks.push_back(&mark);
        }
    }
    return marks;
}

} // namespace

QStringList CrossHair::lines(const ChartPlot& plot, Timestamp at)
{
    QStringList lines{words::momentText(at)};
    for (const ChartMark* mark : marksAt(plot, at)) {
        lines << words::markText(*mark);
    }
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

CrossHair::Box CrossHair::measure(const std::vector<Row>& rows, Timestamp at, double x) const
{
    const QFontMetricsF metrics(fonts::label());
    Box box;
    box.head << words::momentText(at);
    for (const ChartMark* mark : marksAt(m_plot, at)) {
        box.head << metrics.elidedText(words::markText(*mark), Qt::ElideRight, MostDetail);
    }
    const double room = m_plot.scale.size.height() - 2 * (Padding + BoxTop);
    const auto most = static_cast<size_t>(std::max(2.0, room / RowHeight)) - std::min<size_t>(1, rows.size());
    const size_t shown = std::min(rows.size(), most > static_cast<size_t>(box.head.size())
                                                   ? most - static_cast<size_t>(box.head.size())
                                                   : 1);
    double labels = 0;
    double values = 0;
    double details = 0;
    for (size_t i = 0; i < shown; ++i) {
        const MetricUnit unit = rows[i].series->unit;
        box.texts.push_back(
            {metrics.elidedText(words::visible(rows[i].series->label), Qt::ElideMiddle, MostLabel),
             words::readingValue(rows[i].reading, unit),
             metrics.elidedText(words::readingDetail(rows[i].reading, unit), Qt::ElideRight, MostDetail)});
        labels = std::max(labels, metrics.horizontalAdvance(box.texts.back().label));
        values = std::max(values, metrics.horizontalAdvance(box.texts.back().value));
        details = std::max(details, metrics.horizontalAdvance(box.texts.back().detail));
    }
    if (shown < rows.size()) {
        box.foot = tr("and %n more, see the table (v)", nullptr, static_cast<int>(rows.size() - shown));
    }
    box.valuesLeft = Padding + Swatch + 6 + labels + 14;
    box.detailsLeft = box.valuesLeft + values + (details > 0 ? 10 : 0);
    double width = box.detailsLeft + details;
    for (const QString& text : box.head + QStringList{box.foot}) {
        width = std::max(width, Padding + metrics.horizontalAdvance(text));
    }
    const double lines =
        static_cast<double>(box.head.size()) + static_cast<double>(shown) + (box.foot.isEmpty() ? 0 : 1);
    const QSizeF size(std::ceil(width + Padding), 2 * Padding + RowHeight * lines - 3);
    const bool fitsRight = x + 12 + size.width() <= m_plot.scale.size.width();
    const double left = fitsRight ? x + 12 : std::max(0.0, x - 12 - size.width());
    box.rect = QRectF({std::floor(left) + 0.5, BoxTop + 0.5}, size);
    return box;
}

void CrossHair::paintBox(const std::vector<Row>& rows, Timestamp at, double x)
{
    const Box box = measure(rows, at, x);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(m_plot.theme.color(Token::Line), 1));
    m_painter.setBrush(m_plot.theme.color(Token::Raised));
    m_painter.drawRoundedRect(box.rect, metrics::ControlRadius, metrics::ControlRadius);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setFont(fonts::label());
    const double ascent = QFontMetricsF(fonts::label()).ascent();
    const double left = box.rect.left();
    double y = box.rect.top() + Padding + ascent;
    const auto write = [&](double x1, const QString& text, Token ink) {
        m_painter.setPen(m_plot.theme.color(ink));
        m_painter.drawText(QPointF(left + x1, y), text);
    };
    for (const QString& text : box.head) {
        write(Padding, text, Token::Text2);
        y += RowHeight;
    }
    for (size_t i = 0; i < box.texts.size(); ++i, y += RowHeight) {
        const QImage swatch = lineSwatch(m_plot.palette.look(rows[i].series->colour),
                                         static_cast<int>(Swatch), m_painter.device()->devicePixelRatioF());
        m_painter.drawImage(QPointF(left + Padding, y - ascent / 2 - Swatch / 2 + 1), swatch);
        const bool isBad = rows[i].reading.kind == ChartReading::Kind::Quarantined;
        write(Padding + Swatch + 6, box.texts[i].label, Token::Text2);
        write(box.valuesLeft, box.texts[i].value, isBad ? Token::Unknown : Token::Text);
        write(box.detailsLeft, box.texts[i].detail, Token::Text3);
    }
    write(Padding, box.foot, Token::Text3);
}

} // namespace stowage
