// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/load/DemoMachine.h"
#include "models/core/Time.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace stowage {

class DemoWorld;

/// What the simulated Prometheus scrapes: a job's target, and the machine whose exporter it is.
struct DemoTarget
{
    QByteArray job;
    QByteArray instance; ///< "10.77.0.1:9100"
    std::optional<DemoMachine> machine;
    bool isDead = false; ///< whatever its machine does, nobody answers there

    /// When it was scraped last before that moment of the world.
    Millis scrapeBefore(Millis at, Millis every) const;

    /// Whether that scrape found somebody.
    bool isUp(const DemoWorld& world, Millis at) const;
};

/// The node-exporters of the machines that have one, by address.
std::vector<DemoTarget> demoTargets(const DemoWorld& world);

} // namespace stowage
