// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/Host.h"
#include "models/hosts/HostMatching.h"
#include "views/widgets/DetailList.h"
#include "views/widgets/LineList.h"

#include <span>

namespace stowage {

// What the side panel tells of a host, computed when it is chosen or has changed.

/// Zone, cores, memory, disks, kernel, agent, as far as they are told.
std::vector<Detail> madeOf(const Host& host, Timestamp now);

/// Every value with its age in the tooltip; old ones are said to be old.
std::vector<Detail> valueDetails(const Host& host, Timestamp now);

/// What could not be true, why, how often, and when last.
std::vector<LineItem> quarantineLines(const Host& host, Timestamp now);

/// The worst first; at most a few dozen, the rest counted.
std::vector<LineItem> containerLines(const Host& host);
std::vector<LineItem> serviceLines(const Host& host);

/// Which source knows it as what, and how that stands.
std::vector<LineItem> subjectLines(const Host& host, Timestamp now);

/// Alarms about the subjects of this host.
std::vector<LineItem> alarmLines(const Host& host, std::span<const HostAlarm> alarms, Timestamp now);

} // namespace stowage
