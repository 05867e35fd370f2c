// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/FactKind.h"

namespace stowage {

/// What fills up on machines, and when.
class ForecastFacts final : public FactKind
{
public:
    const FactSchema& schema() const override;
    void gather(const FactWorld& world, Timestamp now, FactTable& table) override;
};

} // namespace stowage
