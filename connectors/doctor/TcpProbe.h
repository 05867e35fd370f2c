// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/AddressProbe.h"
#include "models/ports/Clock.h"

namespace stowage {

/// Tries addresses by connecting to them and closing again; nothing is sent. That nobody answers over IPv6
/// says nothing where this machine has no IPv6 itself.
class TcpProbe final : public AddressProbe
{
public:
    static constexpr Millis Deadline{3'000};

    /// The clock outlives it.
    explicit TcpProbe(const Clock& clock) : m_clock(clock) {}

    void reach(const QStringList& addresses, quint16 port, QObject* context,
               std::function<void(FamilyAnswer)> then) const override;

private:
    const Clock& m_clock;
};

} // namespace stowage
