// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/doctor/ServerProbe.h"

namespace stowage {

/// A Prometheus server, or what speaks its query API: a query that any answers, its version, and whether it
/// knows hosts.
class PrometheusProbe final : public ServerProbe
{
    Q_OBJECT

public:
    using ServerProbe::ServerProbe;

    void start() override;

private:
    void takeQuery(const HttpResult& result, Millis took);
    void takeVersion(const HttpResult& result, Millis took);
    Finding authentication(const HttpResult& result) const;
    void askHosts();
};

} // namespace stowage
