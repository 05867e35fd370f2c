// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

namespace stowage {

/// For how long history keeps what. A tier that has reached its age is summed up to the next one.
struct SeriesRetention
{
    Millis raw = std::chrono::days{14};         ///< samples as they were told, every minute or so
    Millis fiveMinutes = std::chrono::days{90}; ///< and whatever stands for five minutes or more
    Millis hours = std::chrono::days{400};      ///< and whatever stands for an hour or more

    /// Beyond it all ages are cut until the file fits. Bytes in use.
    qint64 maxBytes = qint64{4} << 30;
};

} // namespace stowage
