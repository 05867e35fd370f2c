// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/FactKind.h"
#include "models/hosts/Host.h"

namespace stowage {

/// Machines as their sources tell of them; only what can be true and is fresh.
class MachineFacts final : public FactKind
{
public:
    const FactSchema& schema() const override;
    void gather(const FactWorld& world, Timestamp now, FactTable& table) override;

private:
    /// How many of a host's samples were quarantined before the stretch of time under way, and before the one
    /// before it.
    struct Tally
    {
        Timestamp begun{};
        quint64 atBegin = 0;
        quint64 atBefore = 0;
    };

    /// Within the last five to ten minutes.
    quint64 recentlyQuarantined(const Host& host, Timestamp now);

    QHash<HostId, Tally> m_tallies;
};

} // namespace stowage
