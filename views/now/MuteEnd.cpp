// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/MuteEnd.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MuteEnd)
};

QDateTime toQt(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
}

Timestamp fromQt(const QDateTime& at)
{
    return Timestamp{Millis{at.toMSecsSinceEpoch()}};
}

std::optional<Millis> unitOf(QStringView word)
{
    using namespace std::chrono_literals;
    if (word == u"min" || word == u"m" || word == u"minutes" || word == u"minute") {
        return 1min;
    }
    if (word == u"h" || word == u"hour" || word == u"hours") {
        return 1h;
    }
    return word == u"d" || word == u"day" || word == u"days" ? std::optional<Millis>(24h) : std::nullopt;
}

/// "45 min", "1 h 30": what stands behind hours without a unit are minutes.
std::optional<Millis> duration(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{1,5})\\s*([a-z]+)(?:\\s*(\\d{1,2})\\s*(?:m|min)?)?$"));
    const QRegularExpressionMatch match = form.match(text);
    const auto unit = match.hasMatch() ? unitOf(match.capturedView(2)) : std::nullopt;
    if (!unit || (!match.captured(3).isEmpty() && *unit != std::chrono::hours(1))) {
        return std::nullopt;
    }
    return *unit * match.captured(1).toInt() + std::chrono::minutes(match.captured(3).toInt());
}

std::optional<QTime> timeOfDay(const QString& text)
{
    const QTime time = QTime::fromString(text, QStringLiteral("H:mm"));
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// A date and a time, or a time that comes next.
std::optional<Timestamp> moment(const QString& text, Timestamp now)
{
    const QDate today = toQt(now).date();
    const QString tomorrow = QStringLiteral("tomorrow");
    if (text.startsWith(tomorrow) || text.startsWith(Words::tr("tomorrow"))) {
        const auto time = timeOfDay(text.section(QLatin1Char(' '), 1).trimmed());
        return time ? std::optional(fromQt(QDateTime(today.addDays(1), *time, Qt::UTC))) : std::nullopt;
    }
    if (const auto time = timeOfDay(text)) {
        const Timestamp at = fromQt(QDateTime(today, *time, Qt::UTC));
        return at > now ? at : at + std::chrono::hours(24);
    }
    QDateTime at = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd H:mm"));
    at.setTimeSpec(Qt::UTC);
    return at.isValid() ? std::optional(fromQt(at)) : fromRfc3339(text.toUpper());
}

} // namespace

Timestamp tomorrowMorning(Timestamp now)
{
    constexpr int Eight = 8;
    return fromQt(QDateTime(toQt(now).date().addDays(1), QTime(Eight, 0), Qt::UTC));
}

Result<Timestamp> readMuteEnd(QStringView text, Timestamp now)
{
    const QString typed = text.toString().simplified().toLower();
    if (const auto length = duration(typed)) {
        return now + *length;
    }
    if (const auto at = moment(typed, now)) {
        return *at;
    }
    return fail({ErrorKind::Usage,
                 typed.isEmpty() ? Words::tr("a mute needs an end") : Words::tr("that is no time to end at"),
                 {},
                 Words::tr("Type 45 min, 3 h, 08:00, or 2026-11-23 08:00, in UTC."),
                 {}});
}

} // namespace stowage
