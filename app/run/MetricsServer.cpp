// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/MetricsServer.h"

namespace stowage {

MetricsServer::MetricsServer(Page page)
    : m_page(std::move(page)), m_server([this](const MicroRequest& request) { return answer(request); })
{
}

Result<void> MetricsServer::listen(quint16 port)
{
    if (Result<void> reserved = m_server.reserve(port); !reserved) {
        return reserved;
    }
    return m_server.listen();
}

MicroResponse MetricsServer::answer(const MicroRequest& request) const
{
    if (request.path != "/metrics") {
        return {404, {{"Content-Type", "text/plain; charset=utf-8"}}, "Only /metrics is here.\n"};
    }
    if (request.method != "GET" && !request.isHead()) {
        return {405, {{"Allow", "GET, HEAD"}}, {}};
    }
    return {200, {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}}, m_page()};
}

} // namespace stowage
