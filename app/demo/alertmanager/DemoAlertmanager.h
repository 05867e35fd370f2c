// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/MicroServer.h"
#include "app/demo/alertmanager/DemoAlertmanagerPages.h"
#include "app/demo/alertmanager/DemoFlood.h"

#include <optional>

namespace stowage {

class DemoWorld;

/// An Alertmanager behind the simulated Prometheus that answers as 0.25 does (recordings): what fires stands
/// until it is over, silenced, inhibited or neither. It is read only: who posts gets 405.
///
/// A host that is down inhibits every other alert of the same instance; builder-2 is under maintenance and
/// silenced.
class DemoAlertmanager
{
public:
    /// All outlive it. `generator`: Prometheus' address.
    DemoAlertmanager(const DemoWorld& world, DemoRules& rules, QByteArray generator,
                     MicroEngine* shared = nullptr);

    MicroServer& server() { return m_server; }
    const MicroServer& server() const { return m_server; }

    /// Told from then on; those that are over are told as expired.
    void setSilences(std::vector<DemoSilence> silences) { m_silences = std::move(silences); }

    /// Told beside what the rules give.
    void setFlood(std::optional<DemoFlood> flood) { m_flood = std::move(flood); }

private:
    MicroAnswer handle(const MicroRequest& request) const;
    std::vector<DemoStandingAlert> standing() const;
    QByteArrayList silencesOf(const DemoRuleAlert& alert) const;

    const DemoWorld& m_world;
    DemoRules& m_rules;
    QByteArray m_generator;
    std::vector<DemoSilence> m_silences;
    std::optional<DemoFlood> m_flood;
    MicroServer m_server;
};

/// builder-2's maintenance, where there is such a target.
std::vector<DemoSilence> usualDemoSilences(const std::vector<DemoTarget>& targets);

} // namespace stowage
