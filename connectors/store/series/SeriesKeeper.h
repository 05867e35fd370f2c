// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/series/SeriesRetention.h"
#include "connectors/store/series/SeriesStore.h"

#include <array>

namespace stowage {

/// Retention, in small steps: samples that reached their age are summed up to five minutes, those to hours,
/// and those go; room that this frees is given back to the disk. Throws SQLite::Exception.
///
/// Days are done whole, by UTC. The age is counted from the newest sample where that is older than the clock:
/// neither a clock that leaps ahead nor a long silence costs any history.
class SeriesKeeper
{
public:
    explicit SeriesKeeper(SeriesRetention retention) : m_retention(retention) {}

    /// Does a little of what is due; false when nothing is left.
    bool step(SeriesStore& store, Timestamp now);

private:
    /// One rung of the ladder: spans from `from` to below `to` become `target` at their age.
    struct Tier
    {
        qint64 from = 0; ///< ms
        qint64 to = 0;
        qint64 target = 0; ///< 0: they go
        qint64 cutoff = 0; ///< all up to this moment
    };

    Tier tier(size_t number, const SeriesStore& store, Timestamp now) const;
    void plan(SeriesStore& store, Timestamp now);
    void sumUp(SeriesStore& store, qint64 series, const Tier& tier) const;
    static bool vacuum(SQLite::Database& database);

    static constexpr size_t Tiers = 3;

    const SeriesRetention m_retention;
    std::vector<std::pair<qint64, Tier>> m_work; ///< series with something due
    std::array<qint64, 3>
        m_done{};       ///< by tier, the cutoff of the last pass: nothing is new before the next day
    size_t m_next = 0;  ///< the tier that is planned next; what it sums up is the next one's
    double m_share = 1; ///< of the ages, while the file would be too large
};

} // namespace stowage
