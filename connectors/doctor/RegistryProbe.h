// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/doctor/ServerProbe.h"

namespace stowage {

/// A Docker registry: `/v2/` tells whether it lets us in and what it is, `_catalog?n=1` whether its storage
/// works. Its health page is not asked: it stays 200 while the storage is gone (contract: distribution).
class RegistryProbe final : public ServerProbe
{
    Q_OBJECT

public:
    using ServerProbe::ServerProbe;

    void start() override;

private:
    void takePing(const HttpResult& result, Millis took);
    void takeCatalog(const HttpResult& result, Millis took);
    Finding authentication(const HttpResult& result) const;
};

} // namespace stowage
