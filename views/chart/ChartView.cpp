// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/ChartView.h"

#include "models/core/Listed.h"
#include "models/metrics/Decimation.h"
#include "models/ports/Clock.h"
#include "views/chart/BrushStrip.h"
#include "views/chart/ChartCanvas.h"
#include "views/chart/ChartTwinModel.h"
#include "views/chart/ChartTwinView.h"
#include "views/chart/ChartWords.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/Words.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace stowage {

namespace {

constexpr Millis WantAfter{150};
constexpr size_t TrimAbove = 20'000; ///< points of a series; a screen shows a tenth of them

bool hasPoints(const ChartContent& content)
{
    return std::ranges::any_of(content.series, [](const ChartSeries& series) {
        return !series.data.points.empty() || !series.data.quarantined.empty();
    });
}

/// The shortest of the last steps: what a source does when nothing hinders it.
Millis usualStep(const std::vector<SeriesPoint>& points)
{
    constexpr size_t Looked = 8;
    Millis least = Millis::max();
    for (size_t i = points.size(); i-- > 1 && points.size() - i <= Looked;) {
        least = std::min(least, points[i].at - points[i - 1].at);
    }
    return least;
}

void appendTo(SeriesData& data, std::span<const SeriesPoint> points)
{
    for (const SeriesPoint& point : points) {
        if (!data.points.empty()) {
            const Timestamp last = data.points.back().at;
            if (point.at <= last) {
                continue;
            }
            const Millis step = usualStep(data.points);
            if (step < Millis::max() / 4 && point.at - last > 3 * step) {
                data.gaps.push_back({last, point.at - point.span});
            }
        }
        data.points.push_back(point);
    }
}

} // namespace

ChartView::ChartView(const Clock& clock, const Theme& theme, const SeriesExporter* exporter, QWidget* parent)
    : QWidget(parent), m_clock(clock), m_exporter(exporter),
      m_canvas(new ChartCanvas(m_content, m_window, m_pins, theme)),
      m_strip(new BrushStrip(m_content, m_window, m_canvas->lines(), theme)),
      m_twinModel(new ChartTwinModel(m_content, this)), m_twin(new ChartTwinView(*m_twinModel)),
      m_pages(new QStackedWidget), m_states(new StatefulView(theme, m_pages))
{
    m_pages->addWidget(makeChart());
    m_pages->addWidget(m_twin);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_states);
    setFocusProxy(m_canvas);
    connectAll();
    judge();
}

QWidget* ChartView::makeChart()
{
    auto* chart = new QWidget;
    auto* column = new QVBoxLayout(chart);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_strip);
    chart->setFocusProxy(m_canvas);
    return chart;
}

void ChartView::connectAll()
{
    connect(m_canvas, &ChartCanvas::selected, this, &ChartView::setRange);
    connect(m_canvas, &ChartCanvas::pinned, this, &ChartView::pin);
    connect(m_canvas, &ChartCanvas::pinPressed, this, &ChartView::unpin);
    connect(m_canvas, &ChartCanvas::zoomed, this, [this](double factor, Timestamp anchor) {
        move([&](ChartWindow& window) { window.zoom(factor, anchor); });
    });
    connect(m_canvas, &ChartCanvas::panned, this,
            [this](double share) { move([&](ChartWindow& window) { window.pan(share); }); });
    connect(m_canvas, &ChartCanvas::areaChanged, this, [this] {
        const QRectF area = m_canvas->plotArea();
        m_strip->setInsets(area.left(), m_canvas->width() - area.right());
    });
    connect(m_strip, &BrushStrip::moved, this, &ChartView::setRange);
    connect(m_states, &StatefulView::todoClicked, this, &ChartView::retryRequested);
}

void ChartView::setContent(ChartContent content)
{
    const bool isFirst = m_content.series.empty() || m_window.isEmpty();
    const TimeRange before = m_window.shown();
    m_content = std::move(content);
    if (m_content.whole == TimeRange{}) {
        m_content.whole = m_content.range;
    }
    if (m_content.whole != TimeRange{}) { // else there is no content, and no time that it would be of
        m_window.setFirst(m_content.range);
        m_window.setWhole(m_content.whole, m_content.isLive && !isFirst);
        if (isFirst) {
            m_window.show(m_content.range);
        }
    }
    m_canvas->takeContent();
    m_strip->takeContent();
    if (isTwinShown()) {
        m_twinModel->goOn(m_window.shown());
    }
    judge();
    describe();
    if (m_window.shown() != before) {
        Q_EMIT rangeChanged(m_window.shown());
    }
    wantSoon();
}

void ChartView::append(size_t series, std::span<const SeriesPoint> points,
                       std::span<const QuarantinedSample> quarantined, Timestamp now)
{
    if (series >= m_content.series.size()) {
        return;
    }
    SeriesData& known = m_content.series[series].data;
    appendTo(known, points);
    std::ranges::copy_if(
        quarantined, std::back_inserter(known.quarantined), [&](const QuarantinedSample& bad) {
            return known.quarantined.empty() || bad.sample.at > known.quarantined.back().sample.at;
        });
    m_content.whole.to = std::max(m_content.whole.to, now);
    m_content.loaded.to = std::max(m_content.loaded.to, now);
    const TimeRange before = m_window.shown();
    m_window.setWhole(m_content.whole, m_content.isLive);
    goOn();
    if (m_window.shown() != before) {
        Q_EMIT rangeChanged(m_window.shown());
    }
}

void ChartView::goOn()
{
    if (trim()) {
        m_canvas->takeContent();
        m_strip->takeContent();
    } else {
        m_canvas->takeRange();
        m_strip->goOn();
    }
    if (isTwinShown()) {
        m_twinModel->goOn(m_window.shown());
    }
    judge();
    describe();
}

bool ChartView::trim()
{
    // Days of following would fill the memory with what has long left the screen, and can be read again.
    const Timestamp from = m_window.shown().from - m_window.length();
    bool isTrimmed = false;
    for (ChartSeries& series : m_content.series) {
        std::vector<SeriesPoint>& points = series.data.points;
        const auto kept = std::ranges::lower_bound(points, from, {}, &SeriesPoint::at);
        if (m_window.isFollowing() && points.size() > TrimAbove &&
            kept - points.begin() > points.end() - kept) {
            points.erase(points.begin(), kept);
            m_content.loaded.from = std::max(m_content.loaded.from, from);
            isTrimmed = true;
        }
    }
    return isTrimmed;
}

void ChartView::setLive(bool live)
{
    m_content.isLive = live;
    const TimeRange before = m_window.shown();
    if (live && m_window.isFollowing() && !m_window.isEmpty()) {
        m_window.toEnd();
    }
    if (m_window.shown() != before) {
        showRange();
    }
}

void ChartView::setRange(const TimeRange& range)
{
    move([&](ChartWindow& window) { window.show(range); });
}

void ChartView::move(const std::function<void(ChartWindow&)>& how)
{
    const TimeRange before = m_window.shown();
    how(m_window);
    if (m_window.shown() != before) {
        showRange();
    }
}

void ChartView::showRange()
{
    m_canvas->takeRange();
    m_strip->update();
    if (isTwinShown()) {
        m_twinModel->goOn(m_window.shown());
    }
    describe();
    Q_EMIT rangeChanged(m_window.shown());
    wantSoon();
}

std::optional<Notice> ChartView::noticeInstead() const
{
    if (hasPoints(m_content)) {
        return std::nullopt;
    }
    switch (m_content.state) {
    case ChartContent::State::Loading:
        return Notice{Status::NotSeen,
                      tr("Reading the history"),
                      tr("It will be shown as soon as it is here."),
                      {},
                      {}};
    case ChartContent::State::Failed:
        return Notice{Status::Critical,
                      tr("The history could not be read"),
                      words::reason(m_content.error),
                      tr("Try again"),
                      {}};
    case ChartContent::State::Ready:
        break;
    }
    if (m_content.series.empty()) {
        return Notice{Status::NotSeen,
                      tr("Nothing is chosen"),
                      tr("Choose a host and a metric to see them over time."),
                      {},
                      {}};
    }
    return Notice{Status::NotSeen,
                  tr("Nothing is known of this metric"),
                  tr("No source has told a sample of it in this time."),
                  {},
                  {}};
}

std::optional<Notice> ChartView::noticeAbove() const
{
    if (m_content.state == ChartContent::State::Failed) {
        return Notice{
            Status::Warning, tr("This is of earlier"), words::reason(m_content.error), tr("Try again"), {}};
    }
    QStringList missing;
    if (!m_content.note.isEmpty()) {
        missing << words::visible(m_content.note);
    }
    for (const ChartSeries& series : m_content.series) {
        if (series.data.isPartial && !series.data.note.isEmpty() && !missing.contains(series.data.note)) {
            missing << words::visible(series.data.note);
        }
    }
    if (const QStringList undrawn = m_canvas->undrawn(); !undrawn.isEmpty()) {
        missing << tr("only in the table, as a third unit: %1").arg(listed(undrawn));
    }
    if (missing.isEmpty()) {
        return std::nullopt;
    }
    return Notice{Status::Warning, tr("Not all is shown"), missing.join(QStringLiteral("; ")), {}, {}};
}

void ChartView::judge()
{
    if (const auto instead = noticeInstead()) {
        m_states->showInstead(*instead);
    } else if (const auto above = noticeAbove()) {
        m_states->showAbove(*above);
    } else {
        m_states->showContent();
    }
}

void ChartView::describe()
{
    const QString name =
        m_content.series.empty() ? tr("Chart") : tr("Chart: %1").arg(words::chartTitle(m_content));
    const QString description = words::spokenChart(m_content, m_window.shown());
    for (QWidget* widget : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_canvas)}) {
        widget->setAccessibleName(name);
        widget->setAccessibleDescription(description);
    }
}

int ChartView::usefulPoints() const
{
    return m_canvas->columns();
}

void ChartView::wantSoon()
{
    const quint64 mine = ++m_wanting;
    m_clock.after(WantAfter, this, [this, mine] {
        if (mine == m_wanting) {
            want();
        }
    });
}

void ChartView::want()
{
    const TimeRange shown = m_window.shown();
    if (m_window.isEmpty() || m_content.series.empty()) {
        return;
    }
    const TimeRange needed{std::max(shown.from, m_content.whole.from),
                           std::min(shown.to, m_content.whole.to)};
    const bool isCovered = m_content.loaded.from <= needed.from && m_content.loaded.to >= needed.to;
    const Millis pixel = m_window.length() / usefulPoints();
    const bool isFine = std::ranges::none_of(
        m_content.series, [&](const ChartSeries& series) { return series.data.resolution > 2 * pixel; });
    if (isCovered && isFine) {
        return;
    }
    // With as much again on either side, so that there is something to pan into.
    const Millis margin = m_window.length() / 2;
    const TimeRange wanted{std::max(shown.from - margin, m_content.whole.from),
                           std::min(shown.to + margin, m_content.whole.to)};
    const int points = 2 * usefulPoints();
    if (wanted.from < wanted.to && (wanted != m_wanted || points != m_wantedPoints)) {
        m_wanted = wanted;
        m_wantedPoints = points;
        Q_EMIT rangeWanted(wanted, points);
    }
}

} // namespace stowage
