// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/Host.h"

namespace stowage {

/// How a host stands, for shape and colour.
enum class HostGrade : quint8
{
    Fine,
    NotSeen,     ///< nobody knows how it is now
    Quarantined, ///< what it tells cannot be true
    Warning,
    Critical,
};

QString hostGradeName(HostGrade grade); ///< "fine", "notSeen", "quarantined", "warning", "critical"

/// From which percentage on a figure is a warning, or critical.
struct HostLimits
{
    double cpuWarning = 90;
    double cpuCritical = 98;
    double memoryWarning = 90;
    double memoryCritical = 97;
    double diskWarning = 85;
    double diskCritical = 95;
};

/// How much a host is worth looking at.
struct HostWorth
{
    HostGrade grade = HostGrade::Fine;
    qint64 rank = 0; ///< the greatest first
    QString why;     ///< what is worst, in words; empty when all is well
};

/// `isAlarmed`: another machine has taken its place.
HostWorth worthOf(const Host& host, bool isAlarmed, Timestamp now, const HostLimits& limits = {});

/// How a percentage stands against its two limits.
HostGrade gradeOf(double percent, double warning, double critical);

} // namespace stowage
