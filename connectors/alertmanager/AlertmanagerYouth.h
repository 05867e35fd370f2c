// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <optional>
#include <vector>

namespace stowage {

/// Whether an Alertmanager began so lately that it may not know all alerts again.
///
/// A restart loses every alert: only silences are kept on disk (measured with 0.25, also after kill -9).
/// Prometheus sends what stands again within its resend delay, a minute, and one evaluation (measured: 45 s).
class AlertmanagerYouth
{
public:
    static constexpr Millis Lasts = std::chrono::minutes(2);

    /// `startedAt` as its status tells, the epoch where it does not; `serverNow` by the same clock. `now` is
    /// monotonic. Behind one address there may be several, which answer in turns: only one that is new to us
    /// has begun anew.
    void take(Timestamp startedAt, Timestamp serverNow, Millis now);

    /// It did not answer: whoever answers next and does not tell when it began may be another.
    void lose() { m_isLost = true; }

    bool isYoung(Millis now) const { return m_until && now < *m_until; }

private:
    std::vector<Timestamp> m_known; ///< the newest last
    std::optional<Millis> m_until;
    bool m_isLost = false;
};

} // namespace stowage
