// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/EvidenceView.h"

#include "models/core/Listed.h"
#include "views/chart/ChartTicks.h"
#include "views/now/EvidencePainter.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Refit.h"
#include "views/widgets/Words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace stowage {

namespace {

constexpr int Inset = 5; ///< between the frame of the focus and what is in it
constexpr int LabelWidth = 128;
constexpr int LaneHeight = 40;
constexpr int LaneGap = 6;
constexpr int AxisHeight = 20;
constexpr int NoteHeight = 20;
constexpr int Steps = 60; ///< of the keyboard, over the range

} // namespace

std::optional<double> valueAt(const SeriesData& series, Timestamp at)
{
    const auto next = std::ranges::lower_bound(series.points, at, {}, &SeriesPoint::at);
    if (next == series.points.end() || (next == series.points.begin() && next->at - next->span > at)) {
        return std::nullopt;
    }
    const bool isGap =
        std::ranges::any_of(series.gaps, [at](const TimeRange& gap) { return gap.from < at && at < gap.to; });
    return isGap ? std::nullopt : std::optional(next->mean);
}

EvidenceView::EvidenceView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
    describe();
}

void EvidenceView::setContent(EvidenceContent content)
{
    const QSize before = sizeHint();
    m_content = std::move(content);
    m_picture = {};
    if (m_cross && (*m_cross < m_content.range.from || *m_cross > m_content.range.to)) {
        m_cross.reset();
    }
    describe();
    if (sizeHint() != before) {
        refit(this);
    }
    update();
}

QSize EvidenceView::sizeHint() const
{
    const auto lanes = static_cast<int>(m_content.lanes.size());
    const int charts = lanes == 0 ? 0 : Inset + lanes * (LaneHeight + LaneGap) + AxisHeight;
    return {LabelWidth * 3, charts + (m_content.note.isEmpty() && lanes > 0 ? 0 : NoteHeight)};
}

QSize EvidenceView::minimumSizeHint() const
{
    return {LabelWidth + 80, sizeHint().height()};
}

QRect EvidenceView::plot() const
{
    const auto lanes = static_cast<int>(m_content.lanes.size());
    return {LabelWidth, Inset, std::max(1, width() - LabelWidth - Inset), lanes * (LaneHeight + LaneGap)};
}

QRect EvidenceView::lane(size_t index) const
{
    const QRect all = plot();
    return {all.left(), all.top() + static_cast<int>(index) * (LaneHeight + LaneGap), all.width(),
            LaneHeight};
}

void EvidenceView::setCross(std::optional<Timestamp> at)
{
    if (m_cross != at) {
        m_cross = at;
        describe();
        update();
    }
}

/// All of it in words, for who does not see the lines.
void EvidenceView::describe()
{
    setAccessibleName(tr("Evidence on one axis of time"));
    QStringList said;
    for (const EvidenceLane& each : m_content.lanes) {
        const Timestamp at = m_cross.value_or(m_content.range.to);
        const bool isEmpty = each.data.points.empty();
        const auto value =
            m_cross || isEmpty ? valueAt(each.data, at) : std::optional(each.data.points.back().mean);
        said << QStringLiteral("%1: %2").arg(each.label, value ? formatMetric(each.unit, *value)
                                                               : tr("nothing is known"));
    }
    if (!m_content.note.isEmpty()) {
        said << m_content.note;
    }
    setAccessibleDescription(
        m_cross ? tr("%1: %2").arg(words::utcTime(*m_cross, m_content.range.to), listed(said))
                : listed(said));
}

void EvidenceView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        m_picture = {};
    }
    QWidget::changeEvent(event);
}

void EvidenceView::keyPressEvent(QKeyEvent* event)
{
    const Millis step = std::max((m_content.range.to - m_content.range.from) / Steps, Millis{1});
    const Timestamp from = m_cross.value_or(m_content.openedAt);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        setCross(std::clamp(event->key() == Qt::Key_Left ? from - step : from + step, m_content.range.from,
                            m_content.range.to));
        return;
    case Qt::Key_Home:
        setCross(m_content.range.from);
        return;
    case Qt::Key_End:
        setCross(m_content.range.to);
        return;
    case Qt::Key_Escape:
        if (m_cross) {
            setCross(std::nullopt);
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void EvidenceView::mouseMoveEvent(QMouseEvent* event)
{
    const QRect all = plot();
    const bool isInside = all.contains(event->position().toPoint()) && !m_content.lanes.empty();
    const PlotScale scale{m_content.range, QSizeF(all.size())};
    setCross(isInside ? std::optional(scale.timeAt(event->position().x() - all.left())) : std::nullopt);
}

void EvidenceView::leaveEvent(QEvent* event)
{
    setCross(std::nullopt);
    QWidget::leaveEvent(event);
}

void EvidenceView::focusOutEvent(QFocusEvent* event)
{
    setCross(std::nullopt);
    QWidget::focusOutEvent(event);
}

void EvidenceView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (!m_content.lanes.empty()) {
        paintCharts(painter);
    }
    paintNote(painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Token::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void EvidenceView::paintCharts(QPainter& painter)
{
    std::vector<QRect> places;
    for (size_t i = 0; i < m_content.lanes.size(); ++i) {
        places.push_back(lane(i));
    }
    const EvidencePainter charts(m_content, m_theme);
    const qreal ratio = devicePixelRatioF();
    const QRect area = plot();
    if (m_picture.isNull() || m_picture.devicePixelRatio() != ratio ||
        m_picture.deviceIndependentSize().toSize() != area.size()) {
        m_picture = charts.picture(places, area, ratio);
    }
    charts.paintGaps(painter, places);
    painter.drawImage(area.topLeft(), m_picture);
    charts.paintLabels(painter, places, QRect(Inset, 0, LabelWidth - metrics::Gap - Inset, 0));
    charts.paintAxis(painter, area, AxisHeight);
    if (m_cross) {
        charts.paintCross(painter, places, *m_cross);
    }
}

void EvidenceView::paintNote(QPainter& painter) const
{
    const bool isWaiting = m_content.note.isEmpty() && m_content.lanes.empty() && m_content.isLoading;
    const QString note = isWaiting ? tr("Reading what was measured…") : m_content.note;
    if (note.isEmpty()) {
        return;
    }
    const QRect room(Inset, height() - NoteHeight, width() - 2 * Inset, NoteHeight);
    painter.setFont(fonts::secondary());
    painter.setPen(m_theme.color(Token::Text2));
    painter.drawText(room, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(words::visible(note), Qt::ElideRight, room.width()));
}

} // namespace stowage
