// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/FactKind.h"

namespace stowage {

/// The profile's sources: whether they answer, and how complete their last reading was.
class SourceFacts final : public FactKind
{
public:
    const FactSchema& schema() const override;
    void gather(const FactWorld& world, Timestamp now, FactTable& table) override;
};

} // namespace stowage
