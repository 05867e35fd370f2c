// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostNaming.h"

#include <algorithm>

namespace stowage {
namespace {

/// A name that a person or the machine itself gave, rather than an address to ask it by.
QString spokenName(const Host& host)
{
    for (const HostSubject& subject : host.subjects) {
        const HostIdentity& identity = subject.identity;
        const bool isAddress = std::ranges::any_of(identity.addresses, [&identity](const QString& address) {
            return identity.name.startsWith(address);
        });
        if (!identity.name.isEmpty() && !isAddress) {
            return identity.name;
        }
    }
    for (const HostSubject& subject : host.subjects) {
        if (!subject.identity.hostname.isEmpty()) {
            return subject.identity.hostname;
        }
    }
    const HostSubject& first = host.subjects.front();
    return first.identity.name.isEmpty() ? first.key.subject : first.identity.name;
}

/// Finds the fleet's node of a machine; where its names lead to several, none is guessed.
void link(Host& host, const Fleet& fleet)
{
    QStringList calls{host.name};
    for (const HostSubject& subject : host.subjects) {
        calls << subject.identity.name << subject.identity.hostname << subject.identity.addresses;
    }
    for (const QString& call : calls) {
        const auto node = call.isEmpty() ? std::nullopt : fleet.findNode(call);
        if (!node) {
            continue;
        }
        if (host.node.isValid() && host.node != *node) {
            host.node = {};
            return;
        }
        host.node = *node;
        if (!host.name.isEmpty() && call == host.name) {
            break; // the profile says so
        }
    }
    if (host.node.isValid()) {
        const NodeObservation& seen = fleet.node(host.node).seen;
        host.zone = host.zone.isEmpty() ? seen.zone : host.zone;
        host.name = host.name.isEmpty() ? seen.name : host.name;
    }
}

} // namespace

void nameHost(Host& host, const HostMatcher& matcher, const Fleet& fleet)
{
    for (const HostSubject& subject : host.subjects) {
        host.name = host.name.isEmpty() ? matcher.nameOf(subject.identity) : host.name;
    }
    host.zone = matcher.zoneOf(host.name);
    if (host.kind == HostKind::Machine) {
        link(host, fleet);
    }
    host.name = host.name.isEmpty() ? spokenName(host) : host.name;
}

bool isHostCalled(const Host& host, const QString& call)
{
    return std::ranges::any_of(host.subjects, [&call](const HostSubject& subject) {
        return HostMatcher::foldName(subject.key.subject) == call ||
               HostMatcher::callsOf(subject.identity).contains(call);
    });
}

} // namespace stowage
