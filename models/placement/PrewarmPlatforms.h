// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmRequest.h"

namespace stowage {

/// Which platform each node pulls of an image that has several.
class PrewarmPlatforms
{
public:
    /// `wanted`: what nodes of which nothing tells are taken for; may be empty.
    PrewarmPlatforms(const PlacementMap& map, const NodeFacts& facts, const QString& wanted);

    /// Nothing when nobody can tell.
    std::optional<QString> of(NodeId node) const { return m_nodes.at(node.value).platform; }
    /// Whether it is only what all the others pull.
    bool isAssumed(NodeId node) const { return m_nodes.at(node.value).isAssumed; }

private:
    struct Entry
    {
        std::optional<QString> platform;
        bool isAssumed = false;
    };

    std::vector<Entry> m_nodes; ///< by NodeId::value
};

} // namespace stowage
