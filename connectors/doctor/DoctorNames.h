// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/doctor/HostResolver.h"
#include "models/ports/NameResolver.h"

namespace stowage {

/// Looks names up as the doctor does. Only what name servers say counts: a hosts file is this machine's own.
class DoctorNames final : public NameResolver
{
public:
    /// The resolver outlives it.
    explicit DoctorNames(const HostResolver& resolver) : m_resolver(resolver) {}

    void lookUp(const QString& name, QObject* context,
                std::function<void(const NameAddresses&)> then) const override;

private:
    const HostResolver& m_resolver;
};

} // namespace stowage
