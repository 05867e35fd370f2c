// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/NodeObservation.h"

namespace stowage {

QString nodeStateName(NodeState state)
{
    switch (state) {
    case NodeState::Live:
        return QStringLiteral("live");
    case NodeState::Stale:
        return QStringLiteral("stale");
    case NodeState::Unable:
        return QStringLiteral("unable");
    case NodeState::Gone:
        return QStringLiteral("gone");
    case NodeState::Unseen:
        break;
    }
    return QStringLiteral("unseen");
}

} // namespace stowage
