// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostWorth.h"
#include "views/widgets/StatusDelegate.h"

namespace stowage::words {

Status statusOf(HostGrade grade);

/// What is said of a host in a cell: mark, word, and why. A host that is up but full says what is full.
StatusCell standingOf(const Host& host, const HostWorth& worth, Timestamp now);

/// How a percentage of a host stands; Fine for what is none.
HostGrade gradeOf(const Host& host, const HostValue& value);

/// A value as a person reads it, with its unit: "62 %", of a limited CPU "99 %".
QString valueText(const Host& host, const HostValue& value);

/// The latest value of a metric with its age, and what of it was quarantined and why.
QString metricToolTip(const Host& host, QStringView metric, Timestamp now);

/// "4 min ago", or "never".
QString agoOrNever(Timestamp at, Timestamp now);

} // namespace stowage::words
