// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubPage.h"
#include "connectors/beszel/SeenRecords.h"
#include "models/metrics/SeriesData.h"

#include <map>
#include <unordered_map>

namespace stowage {

/// Makes series of the hub's stats records: takes each record once, leaves out what a finer tier covers, and
/// says zero where the hub leaves a zero out.
///
/// A rate that a record does not tell is zero only where the same system told it before and the record before
/// it is not far away: an agent that cannot see its disk leaves the rate out too, and so does the first
/// record after a silence, whose rates nobody knows.
class StatsBook
{
public:
    explicit StatsBook(QString source) : m_source(std::move(source)), m_seen(RoomForRecords) {}

    /// A stretch of a page's records.
    struct Rows
    {
        size_t first = 0;
        size_t most = std::numeric_limits<size_t>::max();
    };

    /// The records of a page or event as batches, one a series, in order of time where the page is.
    std::vector<SampleBatch> take(HubCollection collection, const HubStats& stats, bool isBackfill)
    {
        return take(collection, stats, isBackfill, Rows{});
    }
    std::vector<SampleBatch> take(HubCollection collection, const HubStats& stats, bool isBackfill,
                                  Rows rows);

    /// The newest moment of a tier that was taken, by the hub's clock; nothing before the first.
    std::optional<Timestamp> newest(HubCollection collection, Millis span) const;

    /// Forgets a system that is no more.
    void forget(const QString& system);

private:
    static constexpr size_t RoomForRecords = 400'000;

    /// What is known of one system.
    struct System
    {
        QString name;        ///< its id
        quint8 everTold = 0; ///< HubRates
        struct Tier
        {
            std::vector<TimeRange> covered; ///< ascending, apart from each other
            Timestamp last{};               ///< record of all
            Timestamp lastPast{};           ///< of those that were fetched to fill a gap, which come later

            void cover(Timestamp from, Timestamp to, Millis span);
        };
        std::map<Millis, Tier> tiers{};
    };
    using Systems = std::unordered_map<std::string, System>;

    Systems& systemsOf(HubCollection collection)
    {
        return collection == HubCollection::SystemStats ? m_systems : m_containers;
    }
    System& system(HubCollection collection, const std::string& id);
    static bool isCovered(const System& system, const StatsRow& row);
    static quint8 zeros(const System& system, const StatsRow& row, bool isBackfill);

    QString m_source;
    SeenRecords m_seen;
    Systems m_systems;
    Systems m_containers;
    std::map<std::pair<HubCollection, Millis>, Timestamp> m_newest;
};

} // namespace stowage
