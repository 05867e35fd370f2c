// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace stowage {

/// A figure of a peer that is beyond what the profile allows.
struct ThresholdBreach
{
    enum class Kind : quint8
    {
        HitPercent,
        ResolveP95,
        LatencyP95,
        ErrorPercent,
    };

    Kind kind = Kind::HitPercent;
    double value = 0; ///< percent, or seconds
    double limit = 0;

    /// "hit rate 61 %, limit 80 % (5 min)", translated.
    QString text() const;

    bool operator==(const ThresholdBreach&) const = default;
};

} // namespace stowage
