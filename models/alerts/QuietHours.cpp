// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/QuietHours.h"

#include <QDateTime>

#include <algorithm>

namespace stowage {
namespace {

constexpr int MinutesADay = 24 * 60;

Timestamp momentOf(QDate day, int minute, const QTimeZone& zone)
{
    // A time that the clock leaps over is brought behind the leap by Qt.
    const QDateTime local(day, QTime(minute / 60 % 24, minute % 60), zone);
    return Timestamp(Millis(local.toMSecsSinceEpoch()));
}

} // namespace

std::optional<MaintenanceWindow::Span> QuietHours::spanOn(QDate day) const
{
    const int first = static_cast<int>(from.count());
    const int last = static_cast<int>(to.count());
    const auto isMinute = [](int minute) {
        return minute >= 0 && minute <= MinutesADay;
    };
    const bool isTheDay = (days >> (day.dayOfWeek() - 1) & 1) != 0;
    if (!isTheDay || !zone.isValid() || !isMinute(first) || !isMinute(last)) {
        return std::nullopt;
    }
    // 24:00 is midnight of the next day; an end that is not after the beginning is on the next day.
    const QDate firstDay = day.addDays(first / MinutesADay);
    const QDate lastDay = day.addDays(last <= first ? 1 : last / MinutesADay);
    return MaintenanceWindow::Span{momentOf(firstDay, first, zone), momentOf(lastDay, last, zone)};
}

std::vector<MaintenanceWindow::Span> QuietHours::spansAround(Timestamp now) const
{
    constexpr int DaysAWeek = 7;
    std::vector<MaintenanceWindow::Span> spans;
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), zone).date();
    for (int day = -1; today.isValid() && day <= DaysAWeek + 1; ++day) {
        if (const auto span = spanOn(today.addDays(day))) {
            spans.push_back(*span);
        }
    }
    return spans;
}

std::optional<MaintenanceWindow::Span> QuietHours::spanAt(Timestamp now) const
{
    const auto spans = spansAround(now);
    const auto found = std::ranges::find_if(
        spans, [now](const MaintenanceWindow::Span& span) { return span.from <= now && now < span.to; });
    return found == spans.end() ? std::nullopt : std::optional(*found);
}

std::optional<Timestamp> QuietHours::nextTurn(Timestamp now) const
{
    std::optional<Timestamp> next;
    for (const MaintenanceWindow::Span& span : spansAround(now)) {
        for (const Timestamp turn : {span.from, span.to}) {
            if (turn > now && (!next || turn < *next)) {
                next = turn;
            }
        }
    }
    return next;
}

} // namespace stowage
