// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"
#include "models/ports/Inventory.h"

namespace stowage {

/// The inventory of a fleet: every digest that an image needs. Its revision follows the fleet's change sets.
/// GUI thread; the fleet outlives it.
class FleetInventory final : public Inventory
{
public:
    explicit FleetInventory(const Fleet& fleet);

    std::vector<WantedContent> wanted() const override { return m_wanted; }
    quint64 revision() const override { return m_revision; }

private:
    const Fleet& m_fleet;
    std::vector<WantedContent> m_wanted;
    quint64 m_revision = 1;
    QObject m_context; ///< ends the connection with this object
};

} // namespace stowage
