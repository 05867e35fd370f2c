// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/PhaseBar.h"

#include "views/sources/Phases.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/BarGeometry.h"

#include <QPainter>

namespace stowage {

namespace {

constexpr int BarHeight = 10;
constexpr int LineHeight = 20;
constexpr int Columns = 2;
constexpr int Swatch = 8;

} // namespace

void drawPhases(QPainter& painter, const QRect& bar, const PhaseTimes& times, const Theme& theme)
{
    const auto phases = phasesOf(times);
    std::array<double, PhaseCount> parts{};
    for (std::size_t i = 0; i < phases.size(); ++i) {
        parts[i] = phases[i].took ? static_cast<double>(phases[i].took->count()) : 0;
    }
    painter.fillRect(bar, theme.color(Token::Hover));
    int left = bar.left();
    const std::vector<int> widths = stackedWidths(parts, bar.width());
    for (std::size_t i = 0; i < widths.size(); ++i) {
        painter.fillRect(QRect(left, bar.top(), widths[i], bar.height()), theme.series(phases[i].series));
        left += widths[i];
    }
}

PhaseBar::PhaseBar(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PhaseBar::setTimes(const PhaseTimes& times)
{
    m_times = times;
    setAccessibleDescription(phasesText(times));
    update();
}

QSize PhaseBar::sizeHint() const
{
    const int lines = (static_cast<int>(PhaseCount) + Columns - 1) / Columns;
    return {200, BarHeight + metrics::Gap + lines * LineHeight};
}

void PhaseBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    drawPhases(painter, QRect(0, 0, width(), BarHeight), m_times, m_theme);
    const auto phases = phasesOf(m_times);
    const int columnWidth = (width() + metrics::Margin) / Columns;
    painter.setFont(fonts::secondary());
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const int place = static_cast<int>(i);
        const QRect cell((place % Columns) * columnWidth,
                         BarHeight + metrics::Gap + (place / Columns) * LineHeight,
                         columnWidth - metrics::Margin, LineHeight);
        painter.fillRect(QRect(cell.left(), cell.center().y() - Swatch / 2 + 1, Swatch, Swatch),
                         m_theme.color(Token::Hover));
        if (phases[i].took) {
            painter.fillRect(QRect(cell.left(), cell.center().y() - Swatch / 2 + 1, Swatch, Swatch),
                             m_theme.series(phases[i].series));
        }
        painter.setPen(m_theme.color(Token::Text2));
        painter.drawText(cell.adjusted(Swatch + 6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         phases[i].name);
        painter.setPen(m_theme.color(phases[i].took ? Token::Text : Token::Text3));
        //: a phase that the exchange did not need: a kept connection, an address family not tried
        const QString took = phases[i].took ? formatMicros(*phases[i].took) : tr("not used");
        painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, took);
    }
}

} // namespace stowage
