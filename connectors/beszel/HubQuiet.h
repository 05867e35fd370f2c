// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubAlertRows.h"
#include "models/alerts/AlertReport.h"

namespace stowage {

/// Quiet hours as a silence that only keeps mail back. Daily ones are told as the stretch that is running or
/// comes next; one whose end is before its beginning goes over midnight. `now` by the hub's clock; `system`
/// is the name, empty for all.
AlertSilence quietSilence(const HubQuietHours& quiet, const QString& system, Timestamp now);

} // namespace stowage
