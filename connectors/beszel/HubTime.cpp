// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubTime.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace stowage {
namespace {

/// The number that the digits make; -1 when one is none.
int digits(std::string_view text)
{
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return -1;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

/// Of ".133": 133. Digits beyond the third say nothing to us.
int milliseconds(std::string_view fraction)
{
    constexpr size_t Shortest = 2;
    constexpr size_t Longest = 10;
    if (fraction.size() < Shortest || fraction.size() > Longest || fraction.front() != '.' ||
        digits(fraction.substr(1)) < 0) {
        return -1;
    }
    int value = 0;
    for (size_t i = 1; i <= 3; ++i) {
        value = value * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
    }
    return value;
}

} // namespace

std::optional<Timestamp> hubTime(std::string_view text)
{
    constexpr size_t Seconds = 19;
    if (text.size() < Seconds + 1 || text.back() != 'Z' || text[4] != '-' || text[7] != '-' ||
        (text[10] != ' ' && text[10] != 'T') || text[13] != ':' || text[16] != ':') {
        return std::nullopt;
    }
    const int year = digits(text.substr(0, 4));
    const int month = digits(text.substr(5, 2));
    const int day = digits(text.substr(8, 2));
    const int hour = digits(text.substr(11, 2));
    const int minute = digits(text.substr(14, 2));
    const int second = digits(text.substr(17, 2));
    const bool hasFraction = text.size() > Seconds + 1;
    const int millis = hasFraction ? milliseconds(text.substr(Seconds, text.size() - Seconds - 1)) : 0;
    if (std::min({year, month, day, hour, minute, second, millis}) < 0 || hour > 23 || minute > 59 ||
        second > 60) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return std::chrono::sys_days{date} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
           std::chrono::seconds{second} + Millis{millis};
}

QByteArray toHubTime(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz'Z'"))
        .toLatin1();
}

std::optional<Timestamp> httpDate(const QByteArray& text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text).trimmed(),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid()) {
        return std::nullopt;
    }
    date.setTimeSpec(Qt::UTC);
    return Timestamp{Millis{date.toMSecsSinceEpoch()}};
}

} // namespace stowage
