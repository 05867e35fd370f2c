// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubRows.h"

#include <QHash>
#include <QSet>

namespace stowage {

/// The systems of a hub as hosts: what is new of them, and which of several records of one machine counts.
///
/// An agent that was restarted may come back as a second system of the same name and host, the first staying
/// down for good: it is told as a duplicate, shown and not counted.
class HubHosts
{
public:
    /// `notUpEvery`: how often a host that sends nothing is looked at.
    HubHosts(Millis every, Millis notUpEvery) : m_every(every), m_notUpEvery(notUpEvery) {}

    /// All times are the hub's.
    void take(const HubSystem& system, Timestamp now);
    /// After each system of a full list was taken: those that it lacks are no more, but for those that were
    /// told after the reading of it `began`.
    void endList(const QSet<QString>& listed, Timestamp began);
    void remove(const QString& id);

    void take(const HubDetails& details);
    /// All containers of a system.
    void takeContainers(const QString& id, std::vector<HostContainer> list);
    void takeServices(const QString& id, std::vector<HostService> list);

    /// Totals that only the stats tell.
    void learnSwap(const QString& id, double bytes);
    void learnDisk(const QString& id, const QString& mount, double bytes);

    bool knows(const QString& id) const { return m_entries.contains(id); }
    bool hasDetails(const QString& id) const;
    QSet<QString> ids() const;
    qsizetype count() const { return m_entries.size(); }
    size_t duplicates() const;
    /// Whether containers or services of one of them are known.
    bool hasContainers(const QSet<QString>& systems) const;
    bool hasServices(const QSet<QString>& systems) const;

    /// Observations that differ from what was told before, at most so many; and whether there are more.
    std::vector<HostObservation> news(size_t most);
    bool hasNews() const { return !m_changed.isEmpty(); }
    /// Systems that were told and are no more.
    std::vector<QString> removed();

private:
    struct Entry
    {
        HubSystem system;
        Timestamp seenAt{}; ///< when the hub told it, by its clock
        std::optional<HubDetails> details{};
        double swapBytes = 0;
        QHash<QString, double> diskBytes{};
        std::optional<std::vector<HostContainer>> containers{};
        std::optional<std::vector<HostService>> services{};
        bool isDuplicate = false;
        bool isContainersNews = false;
        bool isServicesNews = false;
        bool wasTold = false;
        HostObservation told{};
    };

    static QString twinKey(const HubSystem& system);
    void join(const QString& id, const QString& key);
    void leave(const QString& id, const QString& key);
    void judgeTwins(const QString& key);
    bool isBetter(const Entry& one, const Entry& other) const;
    HostObservation observation(const Entry& entry) const;

    Millis m_every;
    Millis m_notUpEvery;
    QHash<QString, Entry> m_entries;
    QHash<QString, QSet<QString>> m_twins; ///< ids by name and host
    QSet<QString> m_changed;
    std::vector<QString> m_removed;
};

} // namespace stowage
