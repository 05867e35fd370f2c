// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "tests/support/NastyServer.h"

namespace stowage::test {

/// An Alertmanager of a few alerts that can be made to stand and to end, and can be killed. It began
/// yesterday, and its time is the machine's.
class StandInAlertmanager
{
public:
    /// `now`: of the machine; all alerts have stood for five minutes.
    explicit StandInAlertmanager(Timestamp now);

    /// These stand from now on, each of an instance of its own.
    void setAlerts(const QByteArrayList& names);

    /// None: it lives again.
    void misbehave(Fault fault) { m_server.misbehave(fault); }

    /// The list of sources of a profile: it alone, as "am", read every second.
    QByteArray sources() const;

private:
    Timestamp m_now;
    NastyServer m_server;
};

} // namespace stowage::test
