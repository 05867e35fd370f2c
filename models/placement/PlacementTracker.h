// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"
#include "models/placement/PlacementMap.h"

#include <QObject>

namespace stowage {

/// Keeps a map that follows the fleet. GUI thread; the fleet outlives it.
class PlacementTracker : public QObject
{
    Q_OBJECT

public:
    explicit PlacementTracker(const Fleet& fleet, QObject* parent = nullptr);

    /// As of the fleet's newest change set. Copy it to ask it on another thread.
    const PlacementMap& map() const { return m_map; }

Q_SIGNALS:
    /// The map is up to date with this change set.
    void changed(const stowage::ChangeSet& changes);

private:
    const Fleet& m_fleet;
    PlacementMap m_map;
};

} // namespace stowage
