// SPDX-License-Identifier: GPL-3.0-or-later
// Goal 7 of the performance goals: a long series is replaced and the chart painted, against Qt Charts' own
// line series that is given the same points. Both are whole charts with axes in windows of one size.
#include "tests/bench/Bench.h"
#include "tests/support/ManualClock.h"
#include "tests/views/chart/SampleChart.h"
#include "views/chart/ChartCanvas.h"
#include "views/chart/ChartView.h"
#include "views/theme/ThemeStyle.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QElapsedTimer>
#include <QLineSeries>
#include <QValueAxis>

#include <cstdio>

using namespace stowage;
using namespace std::chrono_literals;

namespace {

constexpr QSize Size{1240, 420};

ChartContent contentOf(int points)
{
    const Millis length = 1s * (points - 1);
    return test::SampleChart::content(
        {test::SampleChart::series(QStringLiteral("host"), MetricUnit::Percent, 40, length, 1s)}, length,
        length);
}

QList<QPointF> pointsOf(const ChartContent& content)
{
    QList<QPointF> points;
    for (const SeriesPoint& point : content.series[0].data.points) {
        points.append({static_cast<double>(point.at.time_since_epoch().count()), point.mean});
    }
    return points;
}

/// Qt Charts with a line of its own, as its examples make it.
class Peer
{
public:
    explicit Peer(const ChartContent& content)
    {
        auto* chart = new QChart;
        chart->addSeries(m_line);
        chart->createDefaultAxes();
        chart->axes(Qt::Horizontal)
            .first()
            ->setRange(static_cast<double>(content.range.from.time_since_epoch().count()),
                       static_cast<double>(content.range.to.time_since_epoch().count()));
        chart->axes(Qt::Vertical).first()->setRange(0, 100);
        chart->legend()->hide();
        m_view.setChart(chart);
        m_view.resize(Size);
        m_view.show();
        QApplication::processEvents();
    }

    void replace(const QList<QPointF>& points, QImage& image)
    {
        m_line->replace(points);
        m_view.QWidget::render(&image);
    }

private:
    QLineSeries* m_line = new QLineSeries; // the chart's
    QChartView m_view;
};

bool replaced(int points, double goal, int repetitions)
{
    const Theme theme = Theme::builtIn(QStringLiteral("dark"));
    const test::ManualClock clock;
    const ChartContent content = contentOf(points);
    const QList<QPointF> plain = pointsOf(content);
    ChartView view(clock, theme);
    view.resize(Size);
    view.show();
    view.setContent(content);
    QApplication::processEvents();
    Peer peer(content);
    QImage image(Size, QImage::Format_RGB32);
    std::vector<ChartContent> copies(static_cast<size_t>(repetitions) + 1,
                                     content); // given away, as a page does
    return bench::compare(
        {QStringLiteral("chart.replace.%1").arg(points),
         QStringLiteral("%1 points, update and paint; QLineSeries::replace").arg(points), goal},
        repetitions,
        [&] {
            view.setContent(std::move(copies.back()));
            copies.pop_back();
            view.render(&image);
        },
        [&] { peer.replace(plain, image); });
}

/// A figure without a peer: what one more sample costs while the chart follows.
void appended(int points)
{
    const Theme theme = Theme::builtIn(QStringLiteral("dark"));
    const test::ManualClock clock;
    ChartView view(clock, theme);
    view.resize(Size);
    view.show();
    view.setContent(contentOf(points));
    QImage image(Size, QImage::Format_RGB32);
    QElapsedTimer timer;
    timer.start();
    constexpr int Count = 100;
    for (int i = 1; i <= Count; ++i) {
        const Timestamp at = test::SampleChart::Now + i * 1s;
        view.append(0, std::vector{SeriesPoint{at, 0ms, 40, 40, 40, 1}}, {}, at);
        view.render(&image);
    }
    std::printf(
        "{\"name\":\"chart.append.%d\",\"workload\":\"one more sample, update and paint\",\"ours\":%.2f,"
        "\"unit\":\"ms\"}\n",
        points, static_cast<double>(timer.nsecsElapsed()) / 1e6 / Count);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const Theme theme = Theme::builtIn(QStringLiteral("dark"));
    applyTheme(application, theme);
    const bool metLong = replaced(100'000, 1.0 / 30, 11);
    const bool metLonger = replaced(1'000'000, 1.0 / 100, 3);
    appended(100'000);
    appended(1'000'000);
    return metLong && metLonger ? 0 : 1;
}
