// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PlacementTracker.h"

namespace stowage {

PlacementTracker::PlacementTracker(const Fleet& fleet, QObject* parent)
    : QObject(parent), m_fleet(fleet), m_map(PlacementMap::read(fleet))
{
    connect(&fleet, &Fleet::changed, this, [this](const ChangeSet& changes) {
        m_map.update(m_fleet, changes);
        Q_EMIT changed(changes);
    });
}

} // namespace stowage
