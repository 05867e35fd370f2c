// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/profile/Profile.h"
#include "app/run/ExitStatus.h"
#include "models/hosts/HostBook.h"

namespace stowage {

/// Prints what a command asked for on standard output, as a table or as a document. Rows, columns, order and
/// filter are those of the window's models.
class FleetPrinter
{
public:
    /// `hosts`: null where none are known of.
    FleetPrinter(const Fleet& fleet, const Profile& profile, const Invocation& invocation,
                 const HostBook* hosts = nullptr)
        : m_fleet(fleet), m_profile(profile), m_invocation(invocation), m_hosts(hosts)
    {
    }

    /// Fine, or Findings where what was printed says so. Usage when the filter, the sort column, a reference
    /// or a node's name is wrong, NotFound when the image is not there; nothing is printed then.
    Result<ExitStatus> print() const;

private:
    template <class Model, class JsonOf>
    Result<ExitStatus> printRows(const char* name, JsonOf jsonOf) const;
    ExitStatus printSnapshot() const;

    const Fleet& m_fleet;
    const Profile& m_profile;
    const Invocation& m_invocation;
    const HostBook* m_hosts;
};

} // namespace stowage
