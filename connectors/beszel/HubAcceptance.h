// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubAlerts.h"
#include "connectors/beszel/HubHosts.h"
#include "connectors/beszel/HubReading.h"
#include "connectors/beszel/StatsBook.h"

#include <functional>

namespace stowage {

/// A snapshot of a hub on its way into what we know of it, in steps of well under a millisecond each: a hub
/// of thousands of systems is taken over many turns of the event loop. What the stream tells in between is
/// newer and stays. May be given up after any step: what was taken until then is true, and nothing that the
/// rest would have named has been removed.
class HubAcceptance
{
public:
    /// Where it goes. All must outlive the acceptance.
    struct Into
    {
        HubHosts& hosts;
        StatsBook& stats;
        HubAlerts& alerts;
        std::function<void(const HubSystem&, Timestamp now)> system;
        std::function<void(std::vector<SampleBatch>)> samples;
    };

    /// Containers and services are those of the systems `only`, which are all when there is none. The reading
    /// of it `began` then, by the hub's clock.
    HubAcceptance(HubSnapshot snapshot, QSet<QString> only, Timestamp began, Into into);

    /// Does a little of it; false when nothing is left. `now` by the hub's clock.
    bool step(Timestamp now);

    /// Everything that is told of a host is taken; measurements may be missing still.
    bool areHostsWhole() const;

    const HubSnapshot& snapshot() const { return m_snapshot; }

private:
    using Stage = bool (HubAcceptance::*)(Timestamp now);
    static const std::vector<Stage>& stages();

    bool takeSystems(Timestamp now);
    bool dropSystems(Timestamp now);
    bool takeDetails(Timestamp now);
    bool sortContainers(Timestamp now);
    bool takeContainers(Timestamp now);
    bool sortServices(Timestamp now);
    bool takeServices(Timestamp now);
    bool takeTurns(Timestamp now);
    bool takeAlerts(Timestamp now);
    bool dropAlerts(Timestamp now);
    bool takeStats(Timestamp now);

    template <class Items, class Take>
    bool some(Items& items, Take take);

    HubSnapshot m_snapshot;
    bool m_isOfAll;
    QSet<QString> m_only;
    Timestamp m_began;
    Into m_into;
    size_t m_stage = 0;
    size_t m_at = 0;                ///< in what the stage goes through
    size_t m_page = 0;              ///< of the stats
    QSet<QString> m_listed;         ///< ids of the list that is being taken
    std::vector<QString> m_systems; ///< `only`, in an order
    QHash<QString, std::vector<HostContainer>> m_containers;
    QHash<QString, std::vector<HostService>> m_services;
};

} // namespace stowage
