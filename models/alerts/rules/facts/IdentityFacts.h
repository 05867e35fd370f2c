// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/FactKind.h"

namespace stowage {

/// Machines that took the place of others under their addresses.
class IdentityFacts final : public FactKind
{
public:
    const FactSchema& schema() const override;
    void gather(const FactWorld& world, Timestamp now, FactTable& table) override;
};

} // namespace stowage
