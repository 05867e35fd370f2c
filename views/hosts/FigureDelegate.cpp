// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/FigureDelegate.h"

#include "models/hosts/HostWords.h"
#include "models/metrics/MetricInfo.h"
#include "views/hosts/HostStanding.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/BarGeometry.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FigureDelegate)
};

constexpr int PercentWidth = 46;
constexpr qreal Radius = 1.5;
constexpr double Whole = 100;
constexpr qreal Track = 0.3;

bool isPercent(HostFigure figure)
{
    return figure == HostFigure::Cpu || figure == HostFigure::Memory || figure == HostFigure::Disk;
}

HostGrade gradeOf(HostFigure figure, double percent)
{
    static constexpr HostLimits Limits;
    switch (figure) {
    case HostFigure::Cpu:
        return stowage::gradeOf(percent, Limits.cpuWarning, Limits.cpuCritical);
    case HostFigure::Memory:
        return stowage::gradeOf(percent, Limits.memoryWarning, Limits.memoryCritical);
    case HostFigure::Disk:
        return stowage::gradeOf(percent, Limits.diskWarning, Limits.diskCritical);
    default:
        return HostGrade::Fine;
    }
}

Token fillOf(HostGrade grade)
{
    return grade == HostGrade::Critical || grade == HostGrade::Warning ? statusToken(words::statusOf(grade))
                                                                       : Token::Held;
}

/// "12 KiB / 3.1 MiB/s": the unit of time once.
QString together(const std::vector<HostReading>& readings, HostFigure figure)
{
    const MetricUnit unit =
        isPercent(figure) ? MetricUnit::Percent : metricInfo(readings.front().metric).unit;
    QStringList parts;
    for (const HostReading& reading : readings) {
        const bool isLast = &reading == &readings.back();
        const MetricUnit shown = !isLast && unit == MetricUnit::BytesPerSecond ? MetricUnit::Bytes : unit;
        parts << (reading.isKnown() ? formatMetric(shown, *reading.value) : QStringLiteral("–"));
    }
    return parts.join(QStringLiteral(" / "));
}

} // namespace

FigureCell figureCell(const Host& host, std::span<const HostFigure> figures, Timestamp now)
{
    std::vector<HostReading> readings;
    QStringList whole;
    for (const HostFigure figure : figures) {
        readings.push_back(readingOf(host, figure, now));
        const QString metric =
            readings.back().metric.isEmpty() ? metricOfFigure(host, figure) : readings.back().metric;
        whole << metricTitle(metric) + QStringLiteral(": ") + words::metricToolTip(host, metric, now);
    }
    FigureCell cell;
    cell.whole = whole.join(u'\n');
    cell.isQuarantined = std::ranges::any_of(readings, &HostReading::isQuarantined);
    if (cell.isQuarantined) {
        cell.text = Words::tr("quarantined");
        cell.ink = Token::Text2;
        return cell;
    }
    const bool isKnown = std::ranges::any_of(readings, &HostReading::isKnown);
    if (!isKnown || host.freshness != Freshness::Live) {
        // What is wrong with the host as a whole stands in its first column.
        const bool isUp = host.state == HostState::Up && host.freshness == Freshness::Live;
        const bool isOfKind = host.kind == HostKind::Machine || figures.front() == HostFigure::Cpu ||
                              figures.front() == HostFigure::Requests;
        cell.text = isUp && isOfKind ? whyUnknown(host, figures.front()) : QStringLiteral("–");
        cell.ink = Token::Text2;
        return cell;
    }
    const bool isOld = std::ranges::any_of(readings, &HostReading::isStale);
    cell.text = together(readings, figures.front());
    cell.ink = isOld ? Token::Text2 : Token::Text;
    if (isPercent(figures.front())) {
        const double percent = *readings.front().value;
        cell.fraction = percent / Whole;
        cell.fill = isOld ? Token::Unknown : fillOf(gradeOf(figures.front(), percent));
    }
    return cell;
}

FigureDelegate::FigureDelegate(const Theme& theme, Table& table, bool hasBar, Reader reader)
    : CellDelegate(theme, table), m_hasBar(hasBar), m_reader(std::move(reader))
{
}

void FigureDelegate::paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const FigureCell cell = m_reader(index);
    if (m_hasBar && cell.fraction) {
        paintBar(painter, room, cell);
    } else {
        paintText(painter, room, cell);
    }
}

void FigureDelegate::paintBar(QPainter& painter, const QRect& room, const FigureCell& cell) const
{
    const BarGeometry geometry = barGeometry(room, *cell.fraction, PercentWidth);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().blend(Token::Text3, Token::Panel, Track));
    painter.drawRoundedRect(geometry.track, Radius, Radius);
    painter.setBrush(theme().color(cell.fill));
    painter.drawRoundedRect(geometry.filled, Radius, Radius);
    painter.restore();
    drawText(painter, geometry.text, Qt::AlignRight, cell.text, cell.ink);
}

void FigureDelegate::paintText(QPainter& painter, const QRect& room, const FigureCell& cell) const
{
    drawText(painter, room, Qt::AlignRight, cell.text, cell.ink);
    if (cell.isQuarantined) {
        constexpr int Gap = 6;
        const int words = QFontMetrics(font()).horizontalAdvance(cell.text);
        const int left = std::max(room.left(), room.right() + 1 - words - Gap - metrics::Mark);
        drawStatusMark(
            painter,
            QRectF(left, room.top() + (room.height() - metrics::Mark) / 2.0, metrics::Mark, metrics::Mark),
            Status::Quarantined, theme());
    }
}

QString FigureDelegate::wholeText(const QRect& /*room*/, const QModelIndex& index) const
{
    return m_reader(index).whole;
}

} // namespace stowage
