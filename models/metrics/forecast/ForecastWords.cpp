// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/forecast/ForecastWords.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Forecast)
};

/// The ends of an interval in one unit: to the minute they would promise too much.
QString rounded(Millis duration, bool isUp)
{
    using namespace std::chrono;
    const auto inUnits = [duration, isUp](Millis unit) {
        return isUp ? (duration + unit - Millis(1)) / unit : duration / unit;
    };
    if (duration >= days(3)) {
        return QStringLiteral("%1 d").arg(inUnits(days(1)));
    }
    if (duration >= hours(2)) {
        return QStringLiteral("%1 h").arg(inUnits(hours(1)));
    }
    return QStringLiteral("%1 min").arg(inUnits(minutes(1)));
}

} // namespace

QString forecastText(const Forecast& forecast, Timestamp now)
{
    const auto ahead = [now](Timestamp at) {
        return std::max(Millis(0), at - now);
    };
    //: when a disk or a memory is full: %1 the likely time, %2 and %3 the ends of the interval, "3 h 40"
    return Words::tr("fills in %1 (%2 to %3)")
        .arg(formatDuration(ahead(forecast.reachesAt)), rounded(ahead(forecast.earliest), false),
             rounded(ahead(forecast.latest), true));
}

QString forecastRefusalText(ForecastRefusal refusal)
{
    switch (refusal) {
    case ForecastRefusal::TooLittle:
        return Words::tr("too little data for a forecast");
    case ForecastRefusal::Step:
        return Words::tr("no forecast: it jumped, and too little is known since");
    case ForecastRefusal::NotRising:
        return Words::tr("not rising");
    case ForecastRefusal::TooFar:
        return Words::tr("not full for long");
    case ForecastRefusal::Stale:
        return Words::tr("no forecast: the data is stale");
    case ForecastRefusal::Reached:
        return Words::tr("full");
    }
    return {};
}

QString forecastRefusalName(ForecastRefusal refusal)
{
    switch (refusal) {
    case ForecastRefusal::TooLittle:
        return QStringLiteral("tooLittle");
    case ForecastRefusal::Step:
        return QStringLiteral("step");
    case ForecastRefusal::NotRising:
        return QStringLiteral("notRising");
    case ForecastRefusal::TooFar:
        return QStringLiteral("tooFar");
    case ForecastRefusal::Stale:
        return QStringLiteral("stale");
    case ForecastRefusal::Reached:
        return QStringLiteral("reached");
    }
    return {};
}

} // namespace stowage
