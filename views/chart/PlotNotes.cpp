// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/PlotNotes.h"

#include "views/chart/ChartPalette.h"
#include "views/chart/ChartWords.h"
#include "views/chart/PlotGaps.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"
#include "views/widgets/Words.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace stowage {

namespace {

constexpr double HollowSize = 9;
constexpr double OwnGapHeight = 3;

/// A line upon whole pixels, else it is grey and two pixels wide.
double crisp(double x)
{
    return std::floor(x) + 0.5;
}

Token inkOf(const ChartMark& mark)
{
    return mark.kind == ChartMark::Kind::Change ? Token::Accent : statusToken(mark.status);
}

QRectF inside(const QSizeF& size)
{
    return {0, 0, size.width(), size.height()};
}

} // namespace

PlotNotes::PlotNotes(QPainter& painter, const ChartPlot& plot)
    : m_painter(painter), m_plot(plot), m_gaps(commonGaps(plot.content)),
      m_labels(inside(plot.scale.size), fonts::label())
{
}

void PlotNotes::paintBehind()
{
    paintPins();
    paintGaps();
    paintAlerts();
}

void PlotNotes::paintUpon()
{
    const std::vector<QRectF> pins = placePins(m_plot, m_labels); // whoever comes first has his place
    paintOwnGaps();
    paintLimitLines();
    paintMarkLines();
    paintQuarantined();
    labelMarks(ChartMark::Kind::Alert);
    labelLimits();
    labelGaps();
    labelMarks(ChartMark::Kind::Change);
    labelPins(pins);
}

void PlotNotes::paintGaps()
{
    const QColor ground = m_plot.theme.color(Token::Raised);
    double painted = -1; // many short gaps fall on one pixel
    for (const TimeRange& gap : m_gaps) {
        const QRectF band = m_plot.band(gap);
        if (!band.isEmpty() && band.right() > painted + 0.5) {
            m_painter.fillRect(band, ground);
            painted = band.right();
        }
    }
}

void PlotNotes::paintOwnGaps()
{
    if (m_plot.content.series.size() < 2) {
        return;
    }
    double bottom = m_plot.scale.size.height();
    for (const ChartSeries& series : m_plot.content.series) {
        if (series.data.gaps.empty() || bottom < m_plot.scale.size.height() * 0.8) {
            continue;
        }
        QColor color = m_plot.palette.look(series.colour).color;
        color.setAlphaF(0.55F);
        double painted = -1;
        for (const TimeRange& gap : series.data.gaps) {
            const QRectF band = m_plot.band(gap);
            if (!band.isEmpty() && band.right() > painted + 0.5) {
                m_painter.fillRect(QRectF(band.left(), bottom - OwnGapHeight, band.width(), OwnGapHeight - 1),
                                   color);
                painted = band.right();
            }
        }
        bottom -= OwnGapHeight;
    }
}

void PlotNotes::paintAlerts()
{
    for (const ChartMark& mark : m_plot.content.marks) {
        if (mark.until) {
            QColor color = m_plot.theme.color(inkOf(mark));
            color.setAlphaF(0.1F);
            m_painter.fillRect(m_plot.band({mark.at, *mark.until}), color);
        }
    }
}

void PlotNotes::paintPins()
{
    for (const PinnedRange& pin : m_plot.pins) {
        const QRectF band = m_plot.band(pin.range);
        if (band.isEmpty()) {
            continue;
        }
        QColor color = m_plot.theme.color(Token::Accent);
        color.setAlphaF(0.09F);
        m_painter.fillRect(band, color);
        color.setAlphaF(0.6F);
        m_painter.setPen(QPen(color, 1));
        for (const Timestamp edge : {pin.range.from, pin.range.to}) {
            if (edge >= m_plot.scale.range.from && edge <= m_plot.scale.range.to) {
                const double x = crisp(m_plot.scale.x(edge));
                m_painter.drawLine(QPointF(x, 0), QPointF(x, band.height()));
            }
        }
    }
}

std::optional<double> PlotNotes::yOf(const ChartLimit& limit) const
{
    const auto which = m_plot.lines.scaleOf(limit.unit);
    return which ? std::optional(m_plot.scale.y(limit.value, m_plot.lines.scales()[*which])) : std::nullopt;
}

void PlotNotes::paintLimitLines()
{
    for (const ChartLimit& limit : m_plot.content.limits) {
        const std::optional<double> y = yOf(limit);
        if (y && *y >= 0 && *y <= m_plot.scale.size.height()) {
            m_painter.setPen(QPen(m_plot.theme.color(statusToken(limit.status)), 1, Qt::DashLine));
            m_painter.drawLine(QPointF(0, crisp(*y)), QPointF(m_plot.scale.size.width(), crisp(*y)));
        }
    }
}

void PlotNotes::labelLimits()
{
    for (const ChartLimit& limit : m_plot.content.limits) {
        const std::optional<double> y = yOf(limit);
        if (!y || *y > m_plot.scale.size.height()) {
            continue;
        }
        const QString label = words::visible(limit.label);
        const QString text =
            *y < 0 ? QStringLiteral("↑ %1").arg(label) : label; // it lies above what is shown
        if (const auto place = m_labels.placeAtLine(text, 6, std::max(0.0, *y))) {
            write(*place, text, m_plot.theme.color(statusToken(limit.status)));
        }
    }
}

bool PlotNotes::isShown(const ChartMark& mark) const
{
    return mark.at >= m_plot.scale.range.from && mark.at <= m_plot.scale.range.to;
}

void PlotNotes::paintMarkLines()
{
    for (const ChartMark& mark : m_plot.content.marks) {
        if (isShown(mark)) {
            const bool isAlert = mark.kind == ChartMark::Kind::Alert;
            const double x = crisp(m_plot.scale.x(mark.at));
            m_painter.setPen(QPen(m_plot.theme.color(inkOf(mark)), isAlert ? 1.5 : 1,
                                  isAlert ? Qt::SolidLine : Qt::DotLine));
            m_painter.drawLine(QPointF(x, 0), QPointF(x, m_plot.scale.size.height()));
        }
    }
}

void PlotNotes::labelMarks(ChartMark::Kind kind)
{
    for (const ChartMark& mark : m_plot.content.marks) {
        if (mark.kind == kind && isShown(mark)) {
            labelMark(mark);
        }
    }
}

void PlotNotes::labelMark(const ChartMark& mark)
{
    const bool isAlert = mark.kind == ChartMark::Kind::Alert;
    const QColor color = m_plot.theme.color(inkOf(mark));
    const double x = crisp(m_plot.scale.x(mark.at));
    const QString text = words::markText(mark);
    if (const auto place =
            m_labels.placeBeside(text, x, isAlert ? PlotLabels::Edge::Top : PlotLabels::Edge::Bottom)) {
        write(*place, text, color);
        return;
    }
    // No room for words: what kind it is shows all the same, and the cross hair tells the rest.
    const double y = isAlert ? 0 : m_plot.scale.size.height() - HollowSize;
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawPath(statusShape(isAlert ? mark.status : Status::Fine,
                                   QRectF(x - HollowSize / 2, y, HollowSize, HollowSize)));
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void PlotNotes::labelGaps()
{
    const double top = m_plot.scale.size.height() * 0.07 + 8;
    for (const TimeRange& gap : m_gaps) {
        const QRectF band = m_plot.band(gap);
        if (band.width() < 3) {
            continue;
        }
        const QString text = words::gapText(gap);
        if (const auto place = m_labels.placeAbout(text, {band.center().x(), top})) {
            m_painter.setFont(fonts::label());
            m_painter.setPen(m_plot.theme.color(Token::Text3));
            m_painter.drawText(*place, Qt::AlignCenter | Qt::TextDontClip, text);
        }
    }
}

std::vector<QRectF> PlotNotes::pinLabels(const ChartPlot& plot)
{
    PlotLabels labels(inside(plot.scale.size), fonts::label());
    return placePins(plot, labels);
}

std::vector<QRectF> PlotNotes::placePins(const ChartPlot& plot, PlotLabels& labels)
{
    std::vector<QRectF> places;
    for (const PinnedRange& pin : plot.pins) {
        const QRectF band = plot.band(pin.range);
        // The lowest row is theirs: marks of changes give way.
        const auto place = band.isEmpty() ? std::nullopt
                                          : labels.placeAtLine(words::pinText(pin), band.left() + 4,
                                                               plot.scale.size.height());
        places.push_back(place.value_or(QRectF()));
    }
    return places;
}

void PlotNotes::labelPins(const std::vector<QRectF>& places)
{
    for (size_t i = 0; i < places.size(); ++i) {
        if (!places[i].isEmpty()) {
            m_painter.fillRect(places[i].adjusted(-2, 0, 2, 0),
                               m_plot.theme.blend(Token::Accent, Token::Panel, 0.09));
            write(places[i], words::pinText(m_plot.pins[i]), m_plot.theme.color(Token::Accent));
        }
    }
}

void PlotNotes::paintQuarantined()
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    for (const ChartSeries& series : m_plot.content.series) {
        if (const auto which = m_plot.lines.scaleOf(series.unit)) {
            paintQuarantinedOf(series, m_plot.lines.scales()[*which]);
        }
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void PlotNotes::paintQuarantinedOf(const ChartSeries& series, const ValueScale& scale)
{
    const QColor color = m_plot.palette.look(series.colour).color;
    const double height = m_plot.scale.size.height();
    const double inset = HollowSize / 2 + 1;
    auto from = std::ranges::lower_bound(series.data.quarantined, m_plot.scale.range.from, {},
                                         [](const QuarantinedSample& bad) { return bad.sample.at; });
    QPointF last(-100, -100);
    m_painter.setPen(QPen(color, 1.4));
    m_painter.setBrush(m_plot.theme.color(Token::Panel));
    for (; from != series.data.quarantined.end() && from->sample.at <= m_plot.scale.range.to; ++from) {
        const double value = from->sample.value;
        const double wanted = std::isfinite(value) ? m_plot.scale.y(value, scale) : -1;
        const bool isAbove = wanted < 0;
        const bool isBelow = wanted > height;
        const QPointF at(m_plot.scale.x(from->sample.at), std::clamp(wanted, inset + 5, height - inset - 5));
        if (QLineF(at, last).length() < 3) {
            continue;
        }
        last = at;
        m_painter.drawPath(
            statusShape(Status::Quarantined,
                        QRectF(at.x() - HollowSize / 2, at.y() - HollowSize / 2, HollowSize, HollowSize)));
        if (isAbove || isBelow) { // an arrow to where it would be
            const double turn = isAbove ? -1 : 1;
            const QPointF tip(at.x(), at.y() + turn * (inset + 4));
            const std::array arrow{tip + QPointF(-3, -3 * turn), tip, tip + QPointF(3, -3 * turn)};
            m_painter.drawPolyline(arrow.data(), static_cast<int>(arrow.size()));
        }
    }
}

void PlotNotes::write(const QRectF& place, const QString& text, const QColor& color)
{
    QColor ground = m_plot.theme.color(Token::Panel);
    ground.setAlphaF(0.7F); // lines below would make it hard to read
    m_painter.fillRect(place, ground);
    m_painter.setFont(fonts::label());
    m_painter.setPen(color);
    m_painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, text);
}

} // namespace stowage
