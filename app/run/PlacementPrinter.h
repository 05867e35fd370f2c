// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/profile/Profile.h"
#include "app/run/ExitStatus.h"
#include "models/fleet/Fleet.h"

namespace stowage {

/// Prints what is asked of placement: who holds what, what is lost with some nodes, what is at risk.
class PlacementPrinter
{
public:
    PlacementPrinter(const Fleet& fleet, const Profile& profile, const Invocation& invocation)
        : m_fleet(fleet), m_profile(profile), m_invocation(invocation)
    {
    }

    static bool prints(const QString& command);

    /// Usage when there is no such node or zone, NotFound when there is no such image; nothing is printed
    /// then. Findings when `risk` has some.
    Result<ExitStatus> print() const;

private:
    Result<ExitStatus> printPlacement() const;
    Result<ExitStatus> printWhatIf() const;
    ExitStatus printRisk() const;

    const Fleet& m_fleet;
    const Profile& m_profile;
    const Invocation& m_invocation;
};

} // namespace stowage
