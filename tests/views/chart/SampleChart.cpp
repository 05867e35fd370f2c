// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/chart/SampleChart.h"

#include <cmath>

namespace stowage::test {

namespace {

using namespace std::chrono_literals;

/// The same noise each time: Numerical Recipes' quick generator.
class Noise
{
public:
    explicit Noise(quint32 seed) : m_state(seed * 2654435761U + 1) {}

    /// From -1 to 1.
    double next()
    {
        m_state = m_state * 1664525U + 1013904223U;
        return static_cast<double>(m_state >> 8) / (1 << 23) - 1;
    }

private:
    quint32 m_state;
};

double wave(double level, Timestamp at, int which)
{
    const double hours = static_cast<double>(at.time_since_epoch().count()) / 3'600'000.0;
    return level * (1 + 0.25 * std::sin(hours * 2.1 + which * 1.7) + 0.12 * std::sin(hours * 5.3 + which) +
                    0.1 * std::sin(hours * 2 * M_PI / 24));
}

SeriesPoint sample(Timestamp at, double value)
{
    return {at, Millis{0}, value, value, value, 1};
}

} // namespace

ChartSeries SampleChart::series(const QString& label, MetricUnit unit, double level, Millis length,
                                Millis step, int colour)
{
    ChartSeries result{label, unit, {}, colour, {}, {}};
    result.data.key = {{QStringLiteral("hub"), label}, QStringLiteral("cpu.percent")};
    Noise noise(static_cast<quint32>(colour) + 7);
    for (Timestamp at = Now - length; at <= Now; at += step) {
        result.data.points.push_back(sample(at, wave(level, at, colour) + noise.next() * level * 0.06));
    }
    return result;
}

ChartSeries SampleChart::summedUp(const QString& label, MetricUnit unit, double level, Millis length,
                                  Millis span, int colour)
{
    ChartSeries result = series(label, unit, level, length, span, colour);
    Noise noise(static_cast<quint32>(colour) + 99);
    for (SeriesPoint& point : result.data.points) {
        point.span = span;
        point.min = point.mean - level * (0.15 + 0.1 * noise.next());
        point.max = point.mean + level * (0.25 + 0.2 * noise.next());
        point.count = 60;
    }
    result.data.resolution = span;
    return result;
}

void SampleChart::cut(ChartSeries& series, const TimeRange& range)
{
    std::erase_if(series.data.points,
                  [&](const SeriesPoint& point) { return point.at > range.from && point.at < range.to; });
    series.data.gaps.push_back(range);
}

ChartContent SampleChart::content(std::vector<ChartSeries> series, Millis shown, Millis whole)
{
    ChartContent result{std::move(series)};
    result.range = {Now - shown, Now};
    result.whole = {Now - whole, Now};
    result.loaded = result.whole;
    result.wholeNote = QStringLiteral("30 days, from the hub and from history kept here");
    return result;
}

ChartContent SampleChart::pictured()
{
    ChartSeries cpu = series(QStringLiteral("registry-3 · CPU"), MetricUnit::Percent, 28, 6h, 10s);
    for (SeriesPoint& point : cpu.data.points) {
        const double since = static_cast<double>((point.at - (Now - 28min)).count()) / 60'000.0;
        if (since > 0) {
            point.mean = point.min = point.max = std::min(99.0, point.mean + since * 6);
        }
    }
    cut(cpu, {Now - 212min, Now - 196min});
    cpu.overview = summedUp({}, MetricUnit::Percent, 28, 30 * 24h, 1h).data.points;
    ChartContent result = content({cpu}, 6h, 30 * 24h);
    result.limits = {{98, MetricUnit::Percent, QStringLiteral("limit 1.00 core"), Status::Warning}};
    result.marks = {{Now - 16min, QStringLiteral("first 5xx"), ChartMark::Kind::Alert, Status::Critical, Now},
                    {Now - 33min, QStringLiteral("rollout team/api:1.1"), ChartMark::Kind::Change,
                     Status::Fine, std::nullopt}};
    return result;
}

ChartContent SampleChart::twelveHosts()
{
    std::vector<ChartSeries> hosts;
    for (int i = 0; i < 12; ++i) {
        const QString name =
            QStringLiteral("eu-%1-%2 · CPU").arg(QChar(u'a' + i % 3)).arg(i + 1, 2, 10, QChar(u'0'));
        hosts.push_back(series(name, MetricUnit::Percent, 7.0 + 5 * i, 6h, 30s, i));
    }
    cut(hosts[3], {Now - 3h, Now - 140min});
    return content(std::move(hosts), 6h, 24h);
}

ChartContent SampleChart::thirtyDays()
{
    ChartSeries cpu = summedUp(QStringLiteral("db-4 · Memory"), MetricUnit::Bytes, 9.2e9, 30 * 24h, 1h);
    cut(cpu, {Now - 12 * 24h, Now - 11 * 24h});
    return content({cpu}, 30 * 24h, 30 * 24h);
}

ChartContent SampleChart::gapAndQuarantine()
{
    ChartSeries disk =
        series(QStringLiteral("db-4 · Disk, written"), MetricUnit::BytesPerSecond, 2.4e7, 2h, 15s, 4);
    disk.data.key.metric = QStringLiteral("disk.write.bytesPerSecond");
    cut(disk, {Now - 70min, Now - 54min});
    const auto absurd = [&](Millis ago, double value, SampleReason reason) {
        disk.data.quarantined.push_back({{Now - ago, value, value}, reason});
    };
    absurd(100min, 9.9e13, SampleReason::AboveDevice);
    absurd(53min, 8.1e12, SampleReason::FirstAfterGap);
    absurd(40min, 4.9e7, SampleReason::Contradicted);
    absurd(22min, -5e6, SampleReason::Negative);
    absurd(12min, std::nan(""), SampleReason::NotANumber);
    return content({disk}, 2h, 24h);
}

ChartContent SampleChart::twoUnits()
{
    ChartSeries cpu = series(QStringLiteral("builder-2 · CPU"), MetricUnit::Percent, 44, 6h, 30s, 0);
    ChartSeries net = series(QStringLiteral("builder-2 · Network, received"), MetricUnit::BytesPerSecond,
                             8.8e7, 6h, 30s, 1);
    ChartSeries load = series(QStringLiteral("builder-2 · Load, 1 min"), MetricUnit::Number, 3.2, 6h, 30s, 2);
    cut(net, {Now - 4h, Now - 225min});
    return content({cpu, net, load}, 6h, 24h);
}

} // namespace stowage::test
