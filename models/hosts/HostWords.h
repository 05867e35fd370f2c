// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostReading.h"

namespace stowage {

// Words for a person are translated; names that end in Name() are stable.

QString hostKindName(HostKind kind); ///< "machine", "service"
QString hostKindText(HostKind kind);
QString hostStateText(HostState state);

/// How the host stands in one or two words: its state, or that nobody knows it now: "up", "down", "stale".
QString hostStandingText(const Host& host);

/// Why there is no value: "down", "paused", "not told", "no limit".
QString whyUnknown(const Host& host, HostFigure figure);

/// Metrics whose latest sample is in quarantine.
QStringList quarantinedMetrics(const Host& host);

} // namespace stowage
