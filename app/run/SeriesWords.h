// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/HostJson.h"

namespace stowage {

/// A series in some lines for a terminal: its shape, its bounds, its gaps, what was quarantined of it.
QString seriesWords(const SeriesExtract& extract);

} // namespace stowage
