// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoCatalogue.h"
#include "app/demo/alertmanager/DemoFlood.h"
#include "app/demo/load/DemoTrouble.h"
#include "models/alerts/AlertSubject.h"
#include "models/core/Error.h"

#include <QStringList>

#include <optional>

namespace stowage {

/// A node's state from some moment on; at 0 it is so from the beginning.
struct DemoStep
{
    Millis at{0};
    DemoNodeRef node;
    DemoNodeState state = DemoNodeState::Live;
};

/// An incident that a person would name on this stage: what the engine is held against. Names are those of
/// the demonstration of 48 nodes.
struct DemoTruth
{
    SubjectKind kind = SubjectKind::Host;
    const char* subject = "";
    const char* words = ""; ///< how that person would say it; not shown to anybody
    Millis from{0};         ///< when its cause begins; alerts of it come some time later
    std::vector<const char*>
        alongside{};      ///< other subjects whose alerts belong to it and make none of their own
    quint32 messages = 1; ///< that a hub has sent of it in the end, to all its users together
};

/// From when to when the AAAA records of the demonstration's names are there.
struct DemoSpan
{
    Millis from{0};
    Millis until = Millis::max();
};

/// What happens on the stage. Periods of 0 mean never.
struct DemoScenario
{
    const char* name;
    const char* summary;          ///< for a person; to be translated in the context "DemoScenario"
    std::vector<DemoStep> script; ///< in order of time
    Millis contentEvery{0};       ///< one in 48 nodes gains or loses a layer, or pulls what was pushed last
    Millis pushEvery{0};          ///< a new tag appears, or one moves
    Millis outageEvery{0};        ///< the nodes that are gone come back and others go
    Millis restartEvery{0};       ///< a live node's peer starts anew, under another identity
    std::optional<Millis> registryBusyFrom{}; ///< the registry runs into the limit of its CPU
    std::vector<DemoAffliction> troubles{};   ///< of the machines that the hub watches
    /// The hub and the registry are reached by name, and the name has an IPv6 address for that time, at which
    /// nobody answers.
    std::optional<DemoSpan> darkV6{};
    std::optional<DemoFlood> flood{}; ///< of alerts, at the Alertmanager
    /// Until the first outage moves on, see outageEvery.
    std::vector<DemoTruth> truth{};
};

/// All there are; a further one is a further entry.
const std::vector<DemoScenario>& demoScenarios();

QStringList demoScenarioNames();

/// Usage when there is none of that name.
Result<DemoScenario> findDemoScenario(const QString& name);

} // namespace stowage
