// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubQuiet.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HubQuiet)
};

constexpr Millis Day = std::chrono::hours(24);

Millis timeOfDay(Timestamp at)
{
    return at - std::chrono::floor<std::chrono::days>(at);
}

/// "02:00"
QString clockOf(Timestamp at)
{
    return toRfc3339(at).mid(11, 5);
}

/// The text as a matcher's value: what would end it is escaped.
QString quoted(QString text)
{
    return QLatin1Char('"') +
           text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
               .replace(QLatin1Char('"'), QStringLiteral("\\\"")) +
           QLatin1Char('"');
}

void placeDaily(const HubQuietHours& quiet, Timestamp now, AlertSilence& silence)
{
    const Millis from = timeOfDay(quiet.from);
    Millis length = timeOfDay(quiet.to) - from;
    if (length <= Millis{0}) {
        length += Day;
    }
    const Timestamp midnight = std::chrono::floor<std::chrono::days>(now);
    silence.startsAt = midnight - Day + from;
    while (silence.startsAt + length <= now) {
        silence.startsAt += Day;
    }
    silence.endsAt = silence.startsAt + length;
}

} // namespace

AlertSilence quietSilence(const HubQuietHours& quiet, const QString& system, Timestamp now)
{
    AlertSilence silence;
    silence.id = quiet.id;
    silence.matchers =
        quiet.system.isEmpty()
            ? QStringLiteral("{}")
            : QStringLiteral("{system=%1}").arg(quoted(system.isEmpty() ? quiet.system : system));
    silence.createdBy = quiet.user;
    silence.isDeliveryOnly = true;
    if (quiet.isDaily) {
        placeDaily(quiet, now, silence);
        //: quiet hours of a monitoring hub; %1 and %2 are times of day
        silence.comment = Words::tr("each day from %1 to %2 UTC").arg(clockOf(quiet.from), clockOf(quiet.to));
    } else {
        silence.startsAt = quiet.from;
        silence.endsAt = quiet.to;
    }
    silence.isActive = silence.startsAt <= now && now < silence.endsAt;
    return silence;
}

} // namespace stowage
