// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/FactKind.h"

namespace stowage {

/// Key images, as the profile names them: layers of which one copy or none is left, nodes that should have
/// them whole and do not.
class KeyImageFacts final : public FactKind
{
public:
    const FactSchema& schema() const override;
    bool isGated() const override { return true; }
    void gather(const FactWorld& world, Timestamp now, FactTable& table) override;
};

} // namespace stowage
