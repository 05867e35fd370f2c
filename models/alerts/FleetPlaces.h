// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertPlaces.h"
#include "models/hosts/HostBook.h"

#include <QHash>

namespace stowage {

/// Finds what alerts are about among the fleet's nodes and the hosts. GUI thread only.
///
/// In this order: the subject as a subject of its source; a node's name; a host's name, alias or address;
/// the same of "host:port" without the port; one of the profile's sources. A host that is a cache peer
/// touches the sources that tell of its node; a service those that list images. A source whose machine is
/// known, and that machine, touch each other.
class FleetPlaces final : public AlertPlaces
{
public:
    /// Both outlive it.
    FleetPlaces(const Fleet& fleet, const HostBook& hosts) : m_fleet(fleet), m_hosts(hosts) {}

    /// On which machine a source runs, by the source's id.
    void setMachines(const QHash<QString, QString>& machines);

    AlertPlace place(const QString& source, const AlertObservation& observation) const override;

private:
    std::optional<AlertPlace> known(const QString& source, const QString& name) const;
    AlertPlace ofHost(const Host& host) const;
    AlertPlace ofNode(const Node& node) const;
    AlertPlace ofSource(const QString& id) const;
    void touchMachine(AlertPlace& place, const QString& source) const;
    void touchServed(AlertPlace& place) const;
    static void addZone(AlertPlace& place, const AlertObservation& observation);

    const Fleet& m_fleet;
    const HostBook& m_hosts;
    QHash<QString, QString> m_machines;    ///< by source
    QMultiHash<QString, QString> m_served; ///< sources, by the machine's name in lower case
};

} // namespace stowage
