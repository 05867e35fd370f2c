// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpEngine.h"

#include <functional>

namespace stowage {

/// A crawl's way to the engine: gathers the requests of one turn of the event loop into one batch, hands each
/// result to who asked, and notices when the server is gone. Destroying it ends all that is under way,
/// silently.
class RequestQueue : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const HttpResult& result)>;

    /// So many requests failing one after the other, for want of a connection or for going too fast, mean
    /// that the rest would fail as well (the engine has already retried each).
    static constexpr int LostAfter = 8;

    /// `patience`: as RegistrySettings has it.
    RequestQueue(HttpEngine& engine, EndpointId endpoint, Millis patience, QObject* parent);

    /// Queues a request for what lies ready; the handler is called once, later.
    void send(HttpRequest request, Handler handler);

    /// Queues a request for what the server has to work out first.
    void sendForList(HttpRequest request, Handler handler);

    /// Calls no handler and sends nothing any more.
    void close() { m_isClosed = true; }

Q_SIGNALS:
    /// An answer came; at most once a batch of results.
    void answered();
    void lost(const stowage::Error& error);

private:
    void queue(HttpRequest request, Millis patience, Handler handler);
    void flush();
    void take(const std::vector<BatchItem>& items, const std::vector<Handler>& handlers);
    void count(const HttpResult& result);

    HttpEngine& m_engine;
    EndpointId m_endpoint;
    Millis m_patience;
    std::vector<HttpRequest> m_requests;
    std::vector<Handler> m_handlers;
    int m_failedInARow = 0;
    bool m_isClosed = false;
};

} // namespace stowage
