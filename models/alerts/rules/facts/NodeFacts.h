// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/FactKind.h"

namespace stowage {

/// The fleet's nodes: how each stands, and of one that does not serve what has become rare with it.
class NodeFacts final : public FactKind
{
public:
    const FactSchema& schema() const override;
    void gather(const FactWorld& world, Timestamp now, FactTable& table) override;
};

} // namespace stowage
