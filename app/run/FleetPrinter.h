// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/json/DocumentJson.h"
#include "app/profile/Profile.h"
#include "app/run/ExitStatus.h"
#include "models/hosts/HostBook.h"

namespace stowage {

/// Prints what a command asked for on standard output, as a table or as a document. Rows, columns, order and
/// filter are those of the window's models.
class FleetPrinter
{
public:
    /// `parts`: what is known beside the fleet.
    FleetPrinter(const Fleet& fleet, const Profile& profile, const Invocation& invocation,
                 const SnapshotParts& parts = {})
        : m_fleet(fleet), m_profile(profile), m_invocation(invocation), m_parts(parts)
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
    const SnapshotParts m_parts;
};

} // namespace stowage
