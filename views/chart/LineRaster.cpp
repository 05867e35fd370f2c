// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/LineRaster.h"

#include <QPointF>

#include <algorithm>
#include <cmath>

namespace stowage {

namespace {

constexpr double BandOpacity = 0.22;
constexpr double DashShare = 0.7; ///< of a dash and the space behind it
constexpr int Margin = 16;
constexpr float Part = 1.0F / LineRaster::Fineness;

/// So far beyond the picture that nothing of it shows, so near that a float still knows halves.
constexpr double Beyond = 100'000;

double limited(double y)
{
    return std::clamp(y, -Beyond, Beyond);
}

/// The colour, laid over what is there with this opacity.
QRgb over(QRgb below, const QColor& color, float opacity)
{
    const auto alpha = static_cast<uint>(std::lround(opacity * 256.0F));
    const uint rest = 256 - alpha;
    const auto channel = [alpha, rest](int from, int on) {
        return (static_cast<uint>(from) * rest + static_cast<uint>(on) * alpha) >> 8;
    };
    return qRgba(static_cast<int>(channel(qRed(below), color.red())),
                 static_cast<int>(channel(qGreen(below), color.green())),
                 static_cast<int>(channel(qBlue(below), color.blue())),
                 static_cast<int>(channel(qAlpha(below), 255)));
}

} // namespace

LineRaster::LineRaster(QImage& image)
    : m_image(image), m_margin(Margin), m_edges(static_cast<size_t>(image.height()) + 2),
      m_starts(static_cast<size_t>(image.height()) + 2)
{
}

void LineRaster::draw(std::span<const DecimatedColumn> columns, const PlotScale& where,
                      const ValueScale& scale, const LineStroke& stroke)
{
    const int count = m_image.width() * Fineness + 2 * m_margin;
    m_line.assign(static_cast<size_t>(count), Nothing);
    m_band.assign(static_cast<size_t>(count), Nothing);
    m_hasBand = false;
    const double radius = std::min(stroke.width / 2, static_cast<double>(m_margin) / Fineness);
    trace(columns, where, scale, radius);
    if (m_hasBand) {
        QColor faint = stroke.color;
        faint.setAlphaF(BandOpacity);
        paint(m_band, faint);
    }
    if (stroke.dash > 0) {
        leaveOut(where, stroke.dash);
    }
    widen(radius);
    paint(m_wide, stroke.color);
}

void LineRaster::cover(std::vector<Stretch>& stretches, double x, double top, double bottom) const
{
    const double place = std::floor(x * Fineness) + m_margin;
    if (place < 0 || place >= static_cast<double>(stretches.size())) {
        return;
    }
    Stretch& at = stretches[static_cast<size_t>(place)];
    at.top = std::min(at.top, static_cast<float>(limited(top)));
    at.bottom = std::max(at.bottom, static_cast<float>(limited(bottom)));
}

void LineRaster::coverLine(std::vector<Stretch>& stretches, QPointF from, QPointF to) const
{
    const double begin = std::max(from.x() * Fineness + m_margin, 0.0);
    const double end = std::min(to.x() * Fineness + m_margin, static_cast<double>(stretches.size()) - 1e-3);
    const double slope = to.x() > from.x() ? (to.y() - from.y()) / ((to.x() - from.x()) * Fineness) : 0;
    const double first = from.x() * Fineness + m_margin;
    if (begin > end) {
        return;
    }
    for (auto place = static_cast<size_t>(begin); place <= static_cast<size_t>(end); ++place) {
        const double left = std::max(begin, static_cast<double>(place));
        const double right = std::min(end, static_cast<double>(place) + 1);
        const double y1 = limited(from.y() + (left - first) * slope);
        const double y2 = limited(from.y() + (right - first) * slope);
        Stretch& at = stretches[place];
        at.top = std::min(at.top, static_cast<float>(std::min(y1, y2)));
        at.bottom = std::max(at.bottom, static_cast<float>(std::max(y1, y2)));
    }
}

void LineRaster::trace(std::span<const DecimatedColumn> columns, const PlotScale& where,
                       const ValueScale& scale, double radius)
{
    const auto y = [&](double value) {
        return where.y(value, scale);
    };
    for (size_t i = 0; i < columns.size(); ++i) {
        const DecimatedColumn& column = columns[i];
        const double left = where.x(column.firstAt);
        const double right = where.x(column.lastAt);
        const bool hasBand = column.low < column.min || column.high > column.max;
        for (double x = left; x <= right; x += Part) {
            cover(m_line, x, y(column.max), y(column.min));
        }
        if (hasBand) {
            m_hasBand = true;
            cover(m_band, left, y(column.high), y(column.low));
        }
        if (column.isJoined && i > 0) {
            const DecimatedColumn& before = columns[i - 1];
            const double from = where.x(before.lastAt);
            coverLine(m_line, {from, y(before.last)}, {left, y(column.first)});
            if (hasBand || before.low < before.min || before.high > before.max) {
                coverLine(m_band, {from, y(before.high)}, {left, y(column.high)});
                coverLine(m_band, {from, y(before.low)}, {left, y(column.low)});
            }
            continue;
        }
        const bool isAlone = i + 1 == columns.size() || !columns[i + 1].isJoined;
        if (isAlone) { // a sample between two gaps must not be overlooked
            for (double x = left - radius; x <= right + radius; x += Part) {
                cover(m_line, x, y(column.max) - radius, y(column.min) + radius);
            }
        }
    }
}

void LineRaster::leaveOut(const PlotScale& where, double dash)
{
    // Counted from a moment, so that the dashes move with the line.
    const double begin = std::fmod(
        static_cast<double>(where.range.from.time_since_epoch().count()) * where.pixelsPerMs(), dash);
    for (size_t i = 0; i < m_line.size(); ++i) {
        const double x = begin + (static_cast<double>(i) - m_margin) / Fineness + dash;
        if (std::fmod(x, dash) > dash * DashShare) {
            m_line[i] = Nothing;
        }
    }
}

void LineRaster::widen(double radius)
{
    const auto reach = static_cast<ptrdiff_t>(radius * Fineness);
    std::vector<float> heights;
    for (ptrdiff_t d = 0; d <= reach; ++d) {
        const double along = static_cast<double>(d) / Fineness;
        heights.push_back(static_cast<float>(std::sqrt(std::max(0.0, radius * radius - along * along))));
    }
    m_wide.assign(m_line.size(), Nothing);
    const auto count = static_cast<ptrdiff_t>(m_line.size());
    for (ptrdiff_t i = 0; i < count; ++i) {
        const Stretch from = m_line[static_cast<size_t>(i)];
        if (from.top > from.bottom) {
            continue;
        }
        for (ptrdiff_t to = std::max<ptrdiff_t>(0, i - reach); to <= std::min(count - 1, i + reach); ++to) {
            const float height = heights[static_cast<size_t>(std::abs(to - i))];
            Stretch& at = m_wide[static_cast<size_t>(to)];
            at.top = std::min(at.top, from.top - height);
            at.bottom = std::max(at.bottom, from.bottom + height);
        }
    }
}

void LineRaster::addCoverage(Stretch stretch)
{
    const auto height = static_cast<float>(m_image.height());
    const float top = std::max(stretch.top, 0.0F);
    const float bottom = std::min(stretch.bottom, height);
    if (top >= bottom) {
        return;
    }
    const int first = static_cast<int>(top);
    const int last = static_cast<int>(bottom);
    m_top = std::min(m_top, first);
    m_bottom = std::max(m_bottom, std::min(last, m_image.height() - 1));
    if (first == last) {
        m_edges[static_cast<size_t>(first)] += (bottom - top) * Part;
        return;
    }
    m_edges[static_cast<size_t>(first)] += (static_cast<float>(first + 1) - top) * Part;
    m_edges[static_cast<size_t>(last)] += (bottom - static_cast<float>(last)) * Part;
    m_starts[static_cast<size_t>(first) + 1] += Part;
    m_starts[static_cast<size_t>(last)] -= Part;
}

void LineRaster::paint(const std::vector<Stretch>& stretches, const QColor& color)
{
    const auto opacity = static_cast<float>(color.alphaF());
    const qsizetype stride = m_image.bytesPerLine();
    uchar* const bits = m_image.bits();
    for (int x = 0; x < m_image.width(); ++x) {
        m_top = m_image.height();
        m_bottom = -1;
        for (int part = 0; part < Fineness; ++part) {
            const int at = x * Fineness + part + m_margin;
            addCoverage(stretches[static_cast<size_t>(at)]);
        }
        float whole = 0;
        uchar* line = bits + m_top * stride;
        for (int y = m_top; y <= m_bottom; ++y, line += stride) {
            const auto place = static_cast<size_t>(y);
            whole += m_starts[place];
            const float coverage = std::clamp(whole + m_edges[place], 0.0F, 1.0F);
            QRgb& pixel = reinterpret_cast<QRgb*>(line)[x];
            pixel = over(pixel, color, coverage * opacity);
            m_starts[place] = 0;
            m_edges[place] = 0;
        }
        if (m_bottom >= 0) {
            // What ended at the lower edge has left its traces below the picture.
            const auto below = static_cast<size_t>(m_bottom) + 1;
            m_starts[below] = 0;
            m_edges[below] = 0;
        }
    }
}

} // namespace stowage
