// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/SoleHolders.h"

namespace stowage {

NodeId SoleHolders::of(const Layer& layer)
{
    const PresenceSets& sets = m_fleet.presences();
    if (layer.held != 1 || sets.copies(layer.id) != 1) {
        return {};
    }
    if (layer.id.value >= m_last.size()) {
        m_last.resize(m_fleet.layers().size());
    }
    NodeId& last = m_last[layer.id.value];
    const auto holds = [&](NodeId node) {
        return sets.held(node).contains(layer.id.value);
    };
    if (!last.isValid() || !holds(last)) {
        last = NodeId{0};
        while (last.value < sets.nodeBound() && !holds(last)) {
            ++last.value;
        }
    }
    return last;
}

} // namespace stowage
