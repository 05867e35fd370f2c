// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "models/placement/PresenceSets.h"

#include <memory>
#include <optional>
#include <vector>

namespace stowage {

/// Who held what at moments past, so that changes since can be shown. They begin when the window opens and
/// are no older than that. Later ones share with earlier ones all that has not changed.
class Baselines
{
public:
    static constexpr size_t Most = 12;
    static constexpr Millis Between{600'000};

    struct Moment
    {
        Timestamp at{};
        std::shared_ptr<const PresenceSets> sets;
    };

    /// Keeps this moment. When there are too many, the first stays, and of the others every second goes.
    void keep(const PresenceSets& sets, Timestamp now);

    /// Whether the newest is old enough for another; true when there is none.
    bool isDue(Timestamp now) const;

    const std::vector<Moment>& moments() const { return m_moments; } ///< the oldest first
    const Moment* find(Timestamp at) const;

private:
    std::vector<Moment> m_moments;
};

} // namespace stowage
