// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/MicroServer.h"

namespace stowage {

/// A page of metrics in Prometheus' text format at /metrics on a port of 127.0.0.1, made anew for each who
/// asks. GUI thread.
class MetricsServer
{
public:
    using Page = std::function<QByteArray()>;

    explicit MetricsServer(Page page);

    /// 0: any free port. Connect when it is taken.
    Result<void> listen(quint16 port);

    QByteArray url() const { return m_server.url() + "/metrics"; }

private:
    MicroResponse answer(const MicroRequest& request) const;

    Page m_page;
    MicroServer m_server;
};

} // namespace stowage
