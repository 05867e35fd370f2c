// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpEngine.h"
#include "tests/support/NastyServer.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace stowage::test {

/// Waits for a call's end and counts how often it is told.
class CallWatch
{
public:
    explicit CallWatch(HttpCall* call) : m_call(call)
    {
        QObject::connect(call, &HttpCall::finished, &m_context, [this](const HttpResult& result) {
            ++m_count;
            m_result = result;
        });
    }

    bool wait(int milliseconds = 10'000)
    {
        return QTest::qWaitFor([this] { return m_result.has_value(); }, milliseconds);
    }

    int count() const { return m_count; }
    const HttpResult& result() const { return *m_result; }
    HttpCall* call() const { return m_call; }

private:
    QPointer<HttpCall> m_call;
    QObject m_context;
    std::optional<HttpResult> m_result;
    int m_count = 0;
};

/// An engine with quick retries.
inline EngineOptions quickOptions()
{
    EngineOptions options;
    options.backoffBase = Millis{10};
    options.backoffCap = Millis{40};
    return options;
}

inline Endpoint endpointFor(const NastyServer& server)
{
    Endpoint endpoint;
    endpoint.source = QStringLiteral("docker-eu");
    endpoint.baseUrl = server.url();
    endpoint.caFile = server.caFile();
    return endpoint;
}

inline HttpRequest get(const QByteArray& target)
{
    HttpRequest request;
    request.target = target;
    return request;
}

/// Sends one request and waits for its result.
inline HttpResult exchange(HttpEngine& engine, EndpointId id, const HttpRequest& request)
{
    QObject parent;
    CallWatch watch(engine.send(id, request, &parent));
    if (!watch.wait(20'000)) {
        return fail({ErrorKind::Defect, QStringLiteral("the call never finished"), {}, {}, {}});
    }
    return watch.result();
}

inline HttpResult exchange(const Endpoint& endpoint, const HttpRequest& request)
{
    HttpEngine engine(quickOptions());
    return exchange(engine, engine.addEndpoint(endpoint), request);
}

} // namespace stowage::test
