// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoScenario.h"
#include "models/ports/AddressProbe.h"
#include "models/ports/Clock.h"
#include "models/ports/NameResolver.h"

namespace stowage {

/// The name server of the simulated fleet, for whoever watches the addresses of its names: each has one IPv4
/// address, and for a time of the scenario an IPv6 address as well, at which nobody answers. No network is
/// asked. Lives on the thread of its clock's callers.
///
/// The names end in "localhost", so that they lead to this machine whoever is asked for them (RFC 6761).
class DemoResolver final : public NameResolver, public AddressProbe
{
public:
    static constexpr char HubName[] = "hub.demo.localhost";
    static constexpr char RegistryName[] = "registry.demo.localhost";
    static constexpr Millis Every{20'000}; ///< how often its names are worth looking up

    /// The clock must outlive the resolver.
    explicit DemoResolver(const Clock& clock) : m_clock(clock) {}

    /// From now on the scenario's time runs.
    void begin(std::optional<DemoSpan> darkV6);

    void lookUp(const QString& name, QObject* context,
                std::function<void(const NameAddresses&)> then) const override;

    void reach(const QStringList& addresses, quint16 port, QObject* context,
               std::function<void(FamilyAnswer)> then) const override;

    /// What would be answered at this moment.
    NameAddresses answer(const QString& name) const;

private:
    const Clock& m_clock;
    Millis m_beganAt{0};
    std::optional<DemoSpan> m_darkV6;
};

} // namespace stowage
