// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/ChartTicks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace stowage {

namespace {

using namespace std::chrono_literals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ChartTicks)
};

constexpr Millis Day = 24h;
constexpr std::array<Millis, 22> ClockSteps{
    1s,    2s, 5s, 10s, 15s, 30s, 1min, 2min,    5min,    10min,   15min,
    30min, 1h, 2h, 3h,  6h,  12h, Day,  2 * Day, 4 * Day, 7 * Day, 14 * Day,
};
constexpr std::array<int, 7> MonthSteps{1, 2, 3, 6, 12, 24, 60};

QDateTime toQt(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
}

double toDouble(Timestamp at)
{
    return static_cast<double>(at.time_since_epoch().count());
}

QString dayText(const QDateTime& at)
{
    //: the format of a day on an axis of time, as QLocale knows it: "22 Nov"
    return QLocale().toString(at.date(), Words::tr("d MMM"));
}

QString clockText(Timestamp at, Millis step)
{
    const QDateTime when = toQt(at);
    if (when.time().msecsSinceStartOfDay() == 0) {
        return dayText(when);
    }
    return when.toString(step < 1min ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

std::vector<ChartTick> clockTicks(const TimeRange& range, Millis step)
{
    std::vector<ChartTick> ticks;
    const qint64 size = step.count();
    // Weeks begin on Mondays; the epoch was a Thursday.
    const qint64 shift = step % (7 * Day) == Millis{0} ? (4 * Millis{Day}).count() : 0;
    qint64 at = (range.from.time_since_epoch().count() - shift + size - 1) / size * size + shift;
    for (; at <= range.to.time_since_epoch().count(); at += size) {
        ticks.push_back({static_cast<double>(at), clockText(Timestamp{Millis{at}}, step)});
    }
    return ticks;
}

std::vector<ChartTick> monthTicks(const TimeRange& range, int step)
{
    std::vector<ChartTick> ticks;
    const QDate begin = toQt(range.from).date();
    const int months = begin.year() * 12 + begin.month() - 1;
    for (int month = months / step * step;; month += step) {
        const QDateTime when(QDate(month / 12, month % 12 + 1, 1), QTime(0, 0), Qt::UTC);
        const Timestamp at{Millis{when.toMSecsSinceEpoch()}};
        if (at > range.to) {
            return ticks;
        }
        if (at >= range.from) {
            ticks.push_back({toDouble(at), month % 12 == 0
                                               ? QString::number(month / 12)
                                               //: the format of a month on an axis of time: "Nov"
                                               : QLocale().toString(when.date(), Words::tr("MMM"))});
        }
    }
}

/// "50 %", "0.5 cores": figures that are round anyway need no noughts behind the point.
QString tickText(MetricUnit unit, double value)
{
    QString text = formatMetric(unit, value);
    const qsizetype point = text.indexOf(u'.');
    if (point < 0) {
        return text;
    }
    qsizetype end = point + 1;
    while (end < text.size() && text.at(end).isDigit()) {
        ++end;
    }
    qsizetype keep = end;
    while (text.at(keep - 1) == u'0') {
        --keep;
    }
    keep -= text.at(keep - 1) == u'.' ? 1 : 0;
    return text.remove(keep, end - keep);
}

double decimalStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        // 2.5 is written with a digit more than its neighbours, so it stands only among large numbers.
        if (factor * power >= least && (factor != 2.5 || power >= 10)) {
            return factor * power;
        }
    }
    return 10 * power;
}

double stepOf(MetricUnit unit, double least)
{
    switch (unit) {
    case MetricUnit::Bytes:
    case MetricUnit::BytesPerSecond:
        return std::exp2(std::ceil(std::log2(std::max(least, 1.0))));
    case MetricUnit::Percent:
        return least > 20 && least <= 25 ? 25 : decimalStep(least);
    case MetricUnit::Seconds: {
        constexpr std::array Steps{60.0,   120.0,   300.0,   600.0,   1800.0,  3600.0,
                                   7200.0, 21600.0, 43200.0, 86400.0, 172800.0};
        const auto* found = std::ranges::lower_bound(Steps, least);
        return least <= 30            ? decimalStep(least)
               : found == Steps.end() ? decimalStep(least / 86400) * 86400
                                      : *found;
    }
    case MetricUnit::Number:
    case MetricUnit::Celsius:
    case MetricUnit::Cores:
    case MetricUnit::PerSecond:
        break;
    }
    return decimalStep(least);
}

} // namespace

std::vector<ChartTick> timeTicks(const TimeRange& range, int most)
{
    const Millis length = range.to - range.from;
    if (length <= Millis{0} || most < 1) {
        return {};
    }
    for (const Millis step : ClockSteps) {
        if (length / step < most) {
            return clockTicks(range, step);
        }
    }
    for (const int step : MonthSteps) {
        if (length / (30 * Day * step) < most) {
            return monthTicks(range, step);
        }
    }
    return monthTicks(range, MonthSteps.back() * 10);
}

ValueScale valueScale(MetricUnit unit, double least, double most, int steps)
{
    constexpr double Most = 1e300;
    least = std::isfinite(least) ? std::clamp(least, -Most, Most) : 0;
    most = std::isfinite(most) ? std::clamp(most, -Most, Most) : 0;
    const bool fromZero = unit != MetricUnit::Celsius && least >= 0;
    const double from = fromZero ? 0 : least;
    double to = most;
    if (unit == MetricUnit::Percent && to > 50 && to <= 100) {
        to = 100;
    }
    if (to - from <= std::abs(to) * 1e-9) {
        to = from + std::max(1.0, std::abs(from) * 0.1);
    }
    const double step = stepOf(unit, (to - from) / std::max(1, steps));
    // A millionth of a step is none: else a value upon an end would ask for one step more.
    ValueScale scale{unit, std::floor(from / step + 1e-6) * step, std::ceil(to / step - 1e-6) * step};
    scale.highest = std::max(scale.highest, scale.lowest + step);
    const auto count = static_cast<int>(std::llround((scale.highest - scale.lowest) / step));
    for (int i = 0; i <= count && i < 1000; ++i) {
        const double at = scale.lowest + i * step;
        scale.ticks.push_back({at, tickText(unit, std::abs(at) < step / 1000 ? 0.0 : at)});
    }
    return scale;
}

} // namespace stowage
