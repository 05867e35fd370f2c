// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostWorth.h"

#include "models/hosts/HostReading.h"
#include "models/metrics/MetricInfo.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HostWorth)
};

/// A step for what is said of a host; within it stands how high its worst figure is.
constexpr qint64 Step = 1'000'000;

enum Place : qint64
{
    AllWell = 0,
    IsPaused,
    IsPending,
    IsAmbiguous,
    IsQuarantined,
    IsHigh,
    IsContradicted,
    IsStale,
    IsOffline,
    IsCritical,
    IsTaken,
    IsDown,
};

void put(HostWorth& worth, HostGrade grade, Place place, qint64 within, const QString& why)
{
    const qint64 rank = place * Step + std::clamp<qint64>(within, 0, Step - 1);
    if (rank > worth.rank || worth.rank == 0) {
        worth = {std::max(worth.grade, grade), rank, why};
    }
}

void weighFigure(HostWorth& worth, const HostReading& reading, double warning, double critical)
{
    if (!reading.isKnown() || reading.isStale) {
        return;
    }
    const double percent = *reading.value;
    const HostGrade grade = gradeOf(percent, warning, critical);
    const auto within = static_cast<qint64>(std::clamp(percent, 0.0, 999.0) * 1000);
    const Place place = grade == HostGrade::Critical  ? IsCritical
                        : grade == HostGrade::Warning ? IsHigh
                                                      : AllWell;
    const QString why = grade == HostGrade::Fine
                            ? QString()
                            : QStringLiteral("%1 %2").arg(metricTitle(reading.metric),
                                                          formatMetric(MetricUnit::Percent, percent));
    put(worth, grade, place, within, why);
}

void weighState(HostWorth& worth, const Host& host)
{
    switch (host.state) {
    case HostState::Down:
        put(worth, HostGrade::Critical, IsDown, 0, host.reason.isEmpty() ? Words::tr("down") : host.reason);
        return;
    case HostState::Paused:
        put(worth, HostGrade::NotSeen, IsPaused, 0, Words::tr("paused"));
        return;
    case HostState::Pending:
        put(worth, HostGrade::NotSeen, IsPending, 0, Words::tr("being set up"));
        return;
    case HostState::Unseen:
        put(worth, HostGrade::NotSeen, IsPending, 1, Words::tr("never seen"));
        return;
    case HostState::Up:
        break;
    }
    if (!host.reason.isEmpty()) {
        put(worth, HostGrade::Warning, IsContradicted, 0, host.reason);
    }
}

void weighFreshness(HostWorth& worth, const Host& host)
{
    if (host.state == HostState::Paused || host.state == HostState::Pending) {
        return;
    }
    if (host.freshness == Freshness::Stale) {
        put(worth, HostGrade::NotSeen, IsStale, 0, Words::tr("nothing new"));
    } else if (host.freshness == Freshness::Offline) {
        put(worth, HostGrade::NotSeen, IsOffline, 0, Words::tr("its source does not answer"));
    }
}

void weighQuarantine(HostWorth& worth, const Host& host)
{
    const auto bad = std::ranges::find_if(host.quarantined, &HostQuarantine::isLatest);
    if (bad != host.quarantined.end()) {
        put(worth, HostGrade::Quarantined, IsQuarantined, 0,
            Words::tr("%1 is quarantined").arg(metricTitle(bad->metric)));
    }
}

} // namespace

QString hostGradeName(HostGrade grade)
{
    switch (grade) {
    case HostGrade::Fine:
        return QStringLiteral("fine");
    case HostGrade::NotSeen:
        return QStringLiteral("notSeen");
    case HostGrade::Quarantined:
        return QStringLiteral("quarantined");
    case HostGrade::Warning:
        return QStringLiteral("warning");
    case HostGrade::Critical:
        return QStringLiteral("critical");
    }
    return {};
}

HostGrade gradeOf(double percent, double warning, double critical)
{
    return percent >= critical  ? HostGrade::Critical
           : percent >= warning ? HostGrade::Warning
                                : HostGrade::Fine;
}

HostWorth worthOf(const Host& host, bool isAlarmed, Timestamp now, const HostLimits& limits)
{
    HostWorth worth;
    weighFigure(worth, readingOf(host, HostFigure::Cpu, now), limits.cpuWarning, limits.cpuCritical);
    weighFigure(worth, readingOf(host, HostFigure::Memory, now), limits.memoryWarning, limits.memoryCritical);
    weighFigure(worth, readingOf(host, HostFigure::Disk, now), limits.diskWarning, limits.diskCritical);
    weighState(worth, host);
    weighFreshness(worth, host);
    weighQuarantine(worth, host);
    if (host.isAmbiguous) {
        put(worth, HostGrade::Warning, IsAmbiguous, 0, Words::tr("which machine it is has to be settled"));
    }
    if (isAlarmed) {
        put(worth, HostGrade::Critical, IsTaken, 0, Words::tr("another machine answers for it"));
    }
    return worth;
}

} // namespace stowage
