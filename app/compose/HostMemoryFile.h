// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/hosts/HostMemory.h"

namespace stowage {

/// What is kept of hosts from run to run: `host-matches.json` in the data folder of a profile. A person may
/// read it, and mend it while no Stowage runs.
class HostMemoryFile
{
public:
    explicit HostMemoryFile(const QString& folder);

    /// Nothing is known while there is no file. One that cannot be read is set aside under another name, and
    /// the error says so; one of a newer program is left as it is, and never written by this one.
    Result<HostMemory> read();

    /// Replaces the file, whole or not at all.
    Result<void> write(const HostMemory& memory);

    const QString& path() const { return m_path; }

private:
    Error setAside(const QString& why) const;

    QString m_path;
    bool m_isNewer = false;
};

} // namespace stowage
