// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/Time.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

namespace stowage {

QString toRfc3339(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODateWithMs);
}

std::optional<Timestamp> fromRfc3339(QStringView text)
{
    const QDateTime parsed = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!parsed.isValid()) {
        return std::nullopt;
    }
    return Timestamp{Millis{parsed.toMSecsSinceEpoch()}};
}

QString formatDuration(Millis duration)
{
    const qint64 seconds = std::max<qint64>(0, duration.count()) / 1000;
    if (seconds < 60) {
        return QStringLiteral("%1 s").arg(seconds);
    }
    const qint64 minutes = seconds / 60;
    if (minutes < 60) {
        return QStringLiteral("%1 min").arg(minutes);
    }
    const qint64 hours = minutes / 60;
    if (hours < 24) {
        return QStringLiteral("%1 h %2").arg(hours).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    }
    return QStringLiteral("%1 d").arg(hours / 24);
}

QString formatBytes(qint64 bytes)
{
    static constexpr std::array units{"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    double value = static_cast<double>(std::max<qint64>(0, bytes));
    size_t unit = 0;
    while (value >= 1000 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    const int decimals = unit > 0 && value < 9.95 ? 1 : 0;
    return QStringLiteral("%1 %2").arg(value, 0, 'f', decimals).arg(QLatin1String(units.at(unit)));
}

} // namespace stowage
