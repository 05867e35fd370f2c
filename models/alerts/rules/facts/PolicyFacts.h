// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/FactKind.h"

namespace stowage {

/// Policies of the profile on how widely things lie: the base and each that is told for some repositories.
class PolicyFacts final : public FactKind
{
public:
    const FactSchema& schema() const override;
    bool isGated() const override { return true; }
    void gather(const FactWorld& world, Timestamp now, FactTable& table) override;
};

} // namespace stowage
