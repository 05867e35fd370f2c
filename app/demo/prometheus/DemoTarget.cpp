// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/prometheus/DemoTarget.h"

#include "app/demo/DemoWorld.h"
#include "app/demo/load/DemoMachineLoad.h"

#include <algorithm>
#include <numeric>

namespace stowage {

Millis DemoTarget::scrapeBefore(Millis at, Millis every) const
{
    // Targets are scraped spread over the interval, each always at its own place in it.
    const auto place = std::accumulate(instance.begin(), instance.end(), qint64{0},
                                       [](qint64 sum, char c) { return sum * 31 % 9'973 + c; });
    const qint64 offset = place * 7 % every.count();
    const qint64 since = at.count() - offset;
    const qint64 rest = ((since % every.count()) + every.count()) % every.count();
    return Millis{at.count() - rest};
}

bool DemoTarget::isUp(const DemoWorld& world, Millis at) const
{
    if (isDead || at < -DemoMachineLoad::RanBefore) {
        return false;
    }
    if (!machine || !machine->node) {
        return true;
    }
    const DemoNode& node = world.nodes()[*machine->node];
    return node.state != DemoNodeState::Gone || at < node.goneSince;
}

std::vector<DemoTarget> demoTargets(const DemoWorld& world)
{
    std::vector<DemoTarget> targets;
    for (DemoMachine& machine : demoMachines(world)) {
        if (machine.isInPrometheus) {
            const QByteArray instance = machine.address + ":9100";
            targets.push_back({"node", instance, std::move(machine), false});
        }
    }
    std::ranges::sort(targets, {}, &DemoTarget::instance);
    return targets;
}

} // namespace stowage
