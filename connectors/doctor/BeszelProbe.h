// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/doctor/ServerProbe.h"

namespace stowage {

/// A Beszel hub, as far as it can be known without signing in, which is a POST, may send somebody a one-time
/// code, and is the connector's business.
class BeszelProbe final : public ServerProbe
{
    Q_OBJECT

public:
    using ServerProbe::ServerProbe;

    void start() override;

private:
    void takeHealth(const HttpResult& result, Millis took);
    void takeSystems(const HttpResult& result, Millis took);

    Millis m_healthTook{0};
};

} // namespace stowage
