// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/DatabaseSchema.h"

namespace stowage {

/// "stoa" in ASCII.
constexpr int32_t AlertApplicationId = 0x73746f61;

/// The log of alerts: alerts.db.
DatabaseSchema alertSchema();

} // namespace stowage
