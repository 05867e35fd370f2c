// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/FleetPlaces.h"

#include <algorithm>

namespace stowage {
namespace {

/// Labels that name what an alert is about, the surest first, for sources that name no subject.
const QStringList& subjectLabels()
{
    static const QStringList names{QStringLiteral("instance"),
                                   QStringLiteral("node"),
                                   QStringLiteral("host"),
                                   QStringLiteral("hostname"),
                                   QStringLiteral("kubernetes_node"),
                                   QStringLiteral("nodename")};
    return names;
}

QString valueOf(const AlertObservation& observation, const QString& label)
{
    const auto found = std::ranges::find(observation.labels, label, &AlertLabel::name);
    return found == observation.labels.end() ? QString() : found->value;
}

/// What the alert says itself of the kind of its subject, as our own rules do in the label `subject.kind`.
std::optional<SubjectKind> toldKind(const AlertObservation& observation)
{
    const QString told = valueOf(observation, QStringLiteral("subject.kind"));
    for (const SubjectKind kind : {SubjectKind::Host, SubjectKind::Service, SubjectKind::Source,
                                   SubjectKind::Zone, SubjectKind::Image, SubjectKind::Stowage}) {
        if (told == subjectKindName(kind)) {
            return kind;
        }
    }
    return std::nullopt;
}

/// "n1" of "n1:9100", "::1" of "[::1]:9100", "10.0.0.1" of "http://10.0.0.1:5000/metrics".
QString withoutPort(const QString& address)
{
    QString rest = address.section(QLatin1String("://"), -1).section(QLatin1Char('/'), 0, 0);
    if (rest.startsWith(QLatin1Char('['))) {
        return rest.mid(1).section(QLatin1Char(']'), 0, 0);
    }
    if (rest.count(QLatin1Char(':')) == 1) {
        return rest.section(QLatin1Char(':'), 0, 0);
    }
    return rest; // an IPv6 address without brackets, or no port
}

} // namespace

void FleetPlaces::setMachines(const QHash<QString, QString>& machines)
{
    m_machines = machines;
    m_served.clear();
    for (auto each = machines.cbegin(); each != machines.cend(); ++each) {
        m_served.insert(each.value().toLower(), each.key());
    }
}

AlertPlace FleetPlaces::place(const QString& source, const AlertObservation& observation) const
{
    const std::optional<SubjectKind> kind = toldKind(observation);
    if (kind == SubjectKind::Zone) {
        return {{*kind, observation.subject}, observation.subject, {}};
    }
    if (kind == SubjectKind::Image || kind == SubjectKind::Stowage) {
        return {{*kind, observation.subject}, valueOf(observation, QStringLiteral("zone")), {}};
    }
    if (kind == SubjectKind::Source && m_fleet.findSource(observation.subject)) {
        return ofSource(observation.subject); // a host may have the same name
    }
    QStringList names;
    if (!observation.subject.isEmpty()) {
        names << observation.subject;
    }
    for (const QString& label : subjectLabels()) {
        const QString value = valueOf(observation, label);
        if (!value.isEmpty() && !names.contains(value)) {
            names << value;
        }
    }
    for (const QString& name : names) {
        if (auto place = known(source, name)) {
            addZone(*place, observation);
            return *place;
        }
    }
    AlertPlace place = names.isEmpty()
                           ? ofSource(source)
                           : AlertPlace{{kind.value_or(SubjectKind::Unknown), names.front()}, {}, {}};
    if (!names.isEmpty() && m_fleet.findSource(source)) {
        place.touches.push_back({SubjectKind::Source, source});
    }
    addZone(place, observation);
    return place;
}

std::optional<AlertPlace> FleetPlaces::known(const QString& source, const QString& name) const
{
    if (const auto host = m_hosts.find(SubjectKey{source, name})) {
        return ofHost(m_hosts.host(*host));
    }
    const QString bare = withoutPort(name);
    for (const QString& each : {name, bare}) {
        if (const auto node = m_fleet.findNode(each); node && m_fleet.node(*node).isAlive) {
            return ofNode(m_fleet.node(*node));
        }
        const std::vector<HostId> hosts = m_hosts.find(each);
        if (hosts.size() == 1) { // of several it is none for sure
            return ofHost(m_hosts.host(hosts.front()));
        }
        if (each == bare) {
            break;
        }
    }
    if (m_fleet.findSource(name)) {
        return ofSource(name);
    }
    return std::nullopt;
}

AlertPlace FleetPlaces::ofHost(const Host& host) const
{
    if (host.node.isValid() && m_fleet.node(host.node).isAlive) {
        AlertPlace place = ofNode(m_fleet.node(host.node));
        if (place.zone.isEmpty()) {
            place.zone = host.zone;
        }
        return place;
    }
    AlertPlace place;
    place.subject = {host.kind == HostKind::Service ? SubjectKind::Service : SubjectKind::Host, host.name};
    place.zone = host.zone;
    if (host.kind == HostKind::Service) {
        // What serves content fails with its source: a registry instance is in both.
        for (const HostSubject& subject : host.subjects) {
            const AlertSubject touched{SubjectKind::Source, subject.key.source};
            const auto id = m_fleet.findSource(subject.key.source);
            if (id && m_fleet.source(*id).status.hasInventory() &&
                std::ranges::find(place.touches, touched) == place.touches.end()) {
                place.touches.push_back(touched);
                touchMachine(place, subject.key.source);
            }
        }
    }
    touchServed(place);
    return place;
}

AlertPlace FleetPlaces::ofNode(const Node& node) const
{
    AlertPlace place;
    place.subject = {SubjectKind::Host, node.seen.name};
    place.zone = node.seen.zone;
    for (const SourceId id : node.sources) {
        place.touches.push_back({SubjectKind::Source, m_fleet.source(id).status.id});
    }
    touchServed(place);
    return place;
}

AlertPlace FleetPlaces::ofSource(const QString& id) const
{
    AlertPlace place{{SubjectKind::Source, id}, {}, {}};
    touchMachine(place, id);
    return place;
}

void FleetPlaces::touchMachine(AlertPlace& place, const QString& source) const
{
    const QString machine = m_machines.value(source);
    if (machine.isEmpty()) {
        return;
    }
    const std::vector<HostId> hosts = m_hosts.find(machine); // which may be an alias
    const AlertSubject touched{SubjectKind::Host,
                               hosts.size() == 1 ? m_hosts.host(hosts.front()).name : machine};
    if (touched != place.subject && std::ranges::find(place.touches, touched) == place.touches.end()) {
        place.touches.push_back(touched);
    }
}

/// As services: that a source tells of a host ties nothing, that it runs there does.
void FleetPlaces::touchServed(AlertPlace& place) const
{
    for (const QString& source : m_served.values(place.subject.name.toLower())) {
        place.touches.push_back({SubjectKind::Service, source});
    }
}

void FleetPlaces::addZone(AlertPlace& place, const AlertObservation& observation)
{
    if (place.zone.isEmpty()) {
        place.zone = valueOf(observation, QStringLiteral("zone"));
    }
}

} // namespace stowage
