// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/DatabaseSchema.h"

namespace stowage {

/// "stos" in ASCII.
constexpr int32_t SeriesApplicationId = 0x73746f73;

/// The history of samples: series.db.
DatabaseSchema seriesSchema();

} // namespace stowage
