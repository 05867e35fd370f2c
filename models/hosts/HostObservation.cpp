// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostObservation.h"

namespace stowage {

QString hostStateName(HostState state)
{
    switch (state) {
    case HostState::Unseen:
        return QStringLiteral("unseen");
    case HostState::Up:
        return QStringLiteral("up");
    case HostState::Down:
        return QStringLiteral("down");
    case HostState::Paused:
        return QStringLiteral("paused");
    case HostState::Pending:
        return QStringLiteral("pending");
    }
    return {};
}

} // namespace stowage
