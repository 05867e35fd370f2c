// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/FactKind.h"

namespace stowage {

/// Names of servers, and how the addresses behind them answer.
class NameFacts final : public FactKind
{
public:
    const FactSchema& schema() const override;
    void gather(const FactWorld& world, Timestamp now, FactTable& table) override;
};

} // namespace stowage
