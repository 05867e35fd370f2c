// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/DatabaseSchema.h"

namespace stowage {

/// "stow" in ASCII.
constexpr int32_t HistoryApplicationId = 0x73746f77;

/// The last known fleet: stowage.db.
DatabaseSchema historySchema();

} // namespace stowage
