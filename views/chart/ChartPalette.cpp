// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/ChartPalette.h"

#include "views/theme/Theme.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace stowage {

namespace {

/// Of a line against its ground: WCAG 2.1 (1.4.11) asks for 3.
constexpr double LeastContrast = 3.6;

struct Lab
{
    double l;
    double a;
    double b;
};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double lightness(double t)
{
    return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116;
}

/// CIELAB under D65.
Lab toLab(const QColor& color)
{
    const double r = linear(color.redF());
    const double g = linear(color.greenF());
    const double b = linear(color.blueF());
    const double x = lightness((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const double y = lightness(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = lightness((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

QColor mixed(const QColor& from, const QColor& to, float share)
{
    const auto channel = [share](float a, float b) {
        return a + (b - a) * share;
    };
    return QColor::fromRgbF(channel(from.redF(), to.redF()), channel(from.greenF(), to.greenF()),
                            channel(from.blueF(), to.blueF()));
}

double difference(const Lab& a, const Lab& b)
{
    return std::hypot(a.l - b.l, a.a - b.a, a.b - b.b);
}

/// A colour that may be taken, and how far it is from the nearest of those that are.
struct Candidate
{
    QColor color;
    Lab lab;
    double apart = std::numeric_limits<double>::max();
};

std::vector<Candidate> candidatesOf(const Theme& theme)
{
    std::vector<QColor> colors;
    for (int i = 0; i < Theme::SeriesCount; ++i) {
        const QColor& color = theme.series(i);
        for (const float share : {0.35F, 0.6F}) {
            colors.push_back(mixed(color, theme.color(Token::Text), share));
            colors.push_back(mixed(color, theme.color(Token::Panel), share));
        }
        colors.push_back(mixed(color, theme.series(i + 1), 0.5F));
        colors.push_back(mixed(color, theme.series(i + 3), 0.5F));
    }
    std::vector<Candidate> candidates;
    for (const QColor& color : colors) {
        if (contrastRatio(color, theme.color(Token::Panel)) >= LeastContrast) {
            candidates.push_back({color, toLab(color)});
        }
    }
    return candidates;
}

/// The theme's own colours, then those made of them that differ most from all before, legible on its panels.
/// Each colour is converted once: before the first frame there is no time to do it for each pair.
std::vector<QColor> colorsOf(const Theme& theme)
{
    std::vector<QColor> colors;
    std::vector<Candidate> candidates = candidatesOf(theme);
    const auto take = [&](const QColor& color, const Lab& lab) {
        colors.push_back(color);
        for (Candidate& candidate : candidates) {
            candidate.apart = std::min(candidate.apart, difference(candidate.lab, lab));
        }
    };
    for (int i = 0; i < Theme::SeriesCount; ++i) {
        take(theme.series(i), toLab(theme.series(i)));
    }
    while (colors.size() < ChartPalette::Count && !candidates.empty()) {
        const auto best = std::ranges::max_element(candidates, {}, &Candidate::apart);
        const Candidate taken = *best;
        candidates.erase(best);
        take(taken.color, taken.lab);
    }
    return colors;
}

QPainterPath polygon(QPointF centre, qreal radius, int corners, qreal turn)
{
    QPolygonF points;
    for (int i = 0; i < corners; ++i) {
        const qreal angle = turn + 2 * M_PI * i / corners;
        points << centre + QPointF(std::sin(angle), -std::cos(angle)) * radius;
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath star(QPointF centre, qreal radius)
{
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const qreal angle = M_PI * i / 5;
        points << centre + QPointF(std::sin(angle), -std::cos(angle)) * (i % 2 == 0 ? radius : radius * 0.4);
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath cross(QPointF centre, qreal radius, qreal turn)
{
    const qreal arm = radius * 0.36;
    const QPolygonF points({{-arm, -radius},
                            {arm, -radius},
                            {arm, -arm},
                            {radius, -arm},
                            {radius, arm},
                            {arm, arm},
                            {arm, radius},
                            {-arm, radius},
                            {-arm, arm},
                            {-radius, arm},
                            {-radius, -arm},
                            {-arm, -arm}});
    QTransform transform;
    transform.translate(centre.x(), centre.y()).rotate(turn);
    QPainterPath path;
    path.addPolygon(transform.map(points));
    path.closeSubpath();
    return path;
}

} // namespace

double colorDifference(const QColor& a, const QColor& b)
{
    return difference(toLab(a), toLab(b));
}

ChartPalette::ChartPalette(const Theme& theme)
{
    const std::vector<QColor> colors = colorsOf(theme);
    m_looks.reserve(colors.size());
    for (size_t i = 0; i < colors.size(); ++i) {
        const int which = static_cast<int>(i);
        m_looks.push_back({colors[i], which % Marks, which >= Marks});
    }
}

const LineLook& ChartPalette::look(int which) const
{
    const int count = static_cast<int>(m_looks.size());
    return m_looks[static_cast<size_t>((which % count + count) % count)];
}

QPainterPath lineMark(int mark, QPointF centre, qreal size)
{
    const qreal radius = size / 2;
    switch (mark) {
    case 0:
        return polygon(centre, radius * 1.15, 4, M_PI / 4); // a square
    case 1:
        return polygon(centre, radius * 1.15, 3, M_PI); // a triangle upon its tip
    case 2:
        return cross(centre, radius, 0);
    case 3:
        return polygon(centre, radius * 1.05, 6, 0);
    case 4:
        return cross(centre, radius, 45);
    case 5:
        return star(centre, radius * 1.25);
    default: {
        QPainterPath bar;
        bar.addRect(
            QRectF(centre.x() - radius * 0.45, centre.y() - radius * 1.2, radius * 0.9, radius * 2.4));
        return bar;
    }
    }
}

QImage lineSwatch(const LineLook& look, int size, qreal devicePixelRatio)
{
    const int pixels = qCeil(size * devicePixelRatio);
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    image.setDevicePixelRatio(devicePixelRatio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(look.color, 1.5);
    pen.setCapStyle(Qt::FlatCap);
    if (look.isDashed) {
        pen.setDashPattern({2, 1.5});
    }
    painter.setPen(pen);
    painter.drawLine(QPointF(0, size / 2.0), QPointF(size, size / 2.0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.color);
    painter.drawPath(lineMark(look.mark, QPointF(size / 2.0, size / 2.0), size * 0.5));
    return image;
}

} // namespace stowage
