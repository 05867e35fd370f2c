// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/doctor/HostResolver.h"
#include "models/ports/Clock.h"

namespace stowage {

/// Asks the system (hosts file) and, for what is not a literal address or localhost, the name server.
class NetworkResolver final : public HostResolver
{
public:
    explicit NetworkResolver(const Clock& clock) : m_clock(clock) {}

    void resolve(const QString& host, QObject* context,
                 std::function<void(const ResolvedHost&)> then) const override;

private:
    const Clock& m_clock;
};

} // namespace stowage
