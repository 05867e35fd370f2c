// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/PlotLabels.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>

namespace stowage {

namespace {

constexpr int Rows = 4;
constexpr double Gap = 4;

} // namespace

PlotLabels::PlotLabels(const QRectF& within, const QFont& font) : m_within(within), m_font(font) {}

QSizeF PlotLabels::sizeOf(const QString& text) const
{
    const QFontMetricsF metrics(m_font);
    return {std::ceil(metrics.horizontalAdvance(text)) + 2, std::ceil(metrics.height())};
}

std::optional<QRectF> PlotLabels::take(const QRectF& rect)
{
    const QRectF apart = rect.adjusted(-Gap, 0, Gap, 0);
    const bool isFree = m_within.contains(rect) && std::ranges::none_of(m_taken, [&](const QRectF& other) {
                            return other.intersects(apart);
                        });
    if (!isFree) {
        return std::nullopt;
    }
    m_taken.push_back(rect);
    return rect;
}

std::optional<QRectF> PlotLabels::placeBeside(const QString& text, double x, Edge edge)
{
    const QSizeF size = sizeOf(text);
    for (int row = 0; row < Rows; ++row) {
        const double down = Gap + row * (size.height() + 2);
        const double top =
            edge == Edge::Top ? m_within.top() + down : m_within.bottom() - down - size.height();
        for (const double left : {x - size.width() - Gap, x + Gap}) {
            if (const auto place = take({{left, top}, size})) {
                return place;
            }
        }
    }
    return std::nullopt;
}

std::optional<QRectF> PlotLabels::placeAbout(const QString& text, QPointF middle)
{
    const QSizeF size = sizeOf(text);
    const double left = std::clamp(middle.x() - size.width() / 2, m_within.left(),
                                   std::max(m_within.left(), m_within.right() - size.width()));
    for (int row = 0; row < Rows; ++row) {
        const double top = middle.y() - size.height() / 2 + row * (size.height() + 2);
        if (const auto place = take({{left, top}, size})) {
            return place;
        }
    }
    return std::nullopt;
}

std::optional<QRectF> PlotLabels::placeAtLine(const QString& text, double left, double y)
{
    const QSizeF size = sizeOf(text);
    for (const double top : {y + 2, y - size.height() - 2}) {
        if (const auto place = take({{left, top}, size})) {
            return place;
        }
    }
    return std::nullopt;
}

} // namespace stowage
