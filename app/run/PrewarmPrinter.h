// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/profile/Profile.h"
#include "app/run/ExitStatus.h"
#include "models/hosts/HostBook.h"
#include "models/placement/PrewarmPlan.h"

namespace stowage {

/// `stowage prewarm REF … --dry-run`: plans over what the fleet is now, and prints the plan.
class PrewarmPrinter
{
public:
    /// `hosts`: null where none are known of.
    PrewarmPrinter(const Fleet& fleet, const Profile& profile, const Invocation& invocation,
                   const HostBook* hosts = nullptr)
        : m_fleet(fleet), m_profile(profile), m_invocation(invocation), m_hosts(hosts)
    {
    }

    /// Findings when a part of the goal cannot be met. Usage, and nothing printed, when a reference names
    /// nothing.
    Result<ExitStatus> print() const;

    /// The plan as words: a table of steps, then sums, effects and what is refused.
    static QString words(const PrewarmPlan& plan);

private:
    Result<PrewarmPlan> plan() const;

    const Fleet& m_fleet;
    const Profile& m_profile;
    const Invocation& m_invocation;
    const HostBook* m_hosts;
};

} // namespace stowage
