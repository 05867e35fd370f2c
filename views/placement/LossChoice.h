// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/LossSet.h"

#include <QStringList>

namespace stowage {

/// What the reader imagines lost: nodes, and zones whole. A value; names that have gone meanwhile stay until
/// they are taken back, as they may return.
class LossChoice
{
public:
    bool isEmpty() const { return m_zones.isEmpty() && m_nodes.isEmpty(); }
    const QStringList& zones() const { return m_zones; }
    const QStringList& nodes() const { return m_nodes; } ///< beside the zones

    /// Adds or takes back. A node of a chosen zone is lost already: that zone then becomes its other nodes.
    void toggleNode(const PlacementMap& map, NodeId node);
    void toggleZone(const PlacementMap& map, const QString& zone);
    void removeNode(const QString& name) { m_nodes.removeAll(name); }
    void clear() { *this = {}; }

    /// The nodes meant, sorted, each once.
    LossSet resolve(const PlacementMap& map) const;

    bool operator==(const LossChoice&) const = default;

private:
    QStringList m_zones;
    QStringList m_nodes;
};

} // namespace stowage
