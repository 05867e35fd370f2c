// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/FleetFixture.h"

#include <map>
#include <random>
#include <set>

namespace stowage::test {

/// Random deltas for a small fleet, and beside it a plain account of what the fleet should make of them, kept
/// in maps by name without any of the fleet's cleverness.
class RandomFleet
{
public:
    explicit RandomFleet(unsigned seed) : m_random(seed) {}

    FleetFixture fixture;

    /// One random delta or passage of time.
    void step();

    /// Compares fleet and account; an empty string when they agree, else what differs.
    QString difference() const;

private:
    size_t below(size_t limit) { return m_random() % limit; }
    QString nodeName() { return QStringLiteral("n%1").arg(below(6)); }
    QString layerName() { return QStringLiteral("layer %1").arg(below(12)); }

    void tellNodes();
    void forgetNode();
    void tellImage();
    void removeImage();
    void tellCells();
    void dropUnneeded();

    Presence expected(const QString& node, const QString& layer) const;
    QString differenceOf(const QString& name, const Layer& layer) const;
    QString differenceOf(const Node& node) const;

    std::mt19937 m_random;
    std::map<QString, std::set<QString>> m_nodes;            ///< and the sources that name each
    std::map<QString, NodeState> m_states;                   ///< as last told
    std::map<QString, QStringList> m_images;                 ///< and their layers
    std::set<QString> m_needed;                              ///< layers of an image
    std::map<std::pair<QString, QString>, Presence> m_cells; ///< by node and layer, as last told
};

} // namespace stowage::test
