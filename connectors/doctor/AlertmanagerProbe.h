// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/doctor/ServerProbe.h"

namespace stowage {

/// An Alertmanager: its status, and whether it lists its alerts.
class AlertmanagerProbe final : public ServerProbe
{
    Q_OBJECT

public:
    using ServerProbe::ServerProbe;

    void start() override;

private:
    void takeStatus(const HttpResult& result, Millis took);
    void takeAlerts(const HttpResult& result, Millis took);
    Finding authentication(const HttpResult& result) const;
};

} // namespace stowage
