// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/HttpEngine.h"

#include "connectors/http/EngineThread.h"
#include "connectors/http/ResultRouter.h"

namespace stowage {

class HttpEngine::Private
{
public:
    explicit Private(EngineOptions options)
        : thread(std::move(options),
                 [this](Parcel parcel) {
                     QMetaObject::invokeMethod(
                         &router,
                         [this, news = std::move(parcel)]() mutable { router.accept(std::move(news)); },
                         Qt::QueuedConnection);
                 }),
          router(thread)
    {
        thread.start();
    }
    /// The thread delivers to the router, so it ends first.
    ~Private() { thread.stop(); }
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    EngineThread thread;
    ResultRouter router;
};

HttpEngine::HttpEngine(EngineOptions options, QObject* parent)
    : QObject(parent), m_options(std::move(options))
{
}

HttpEngine::~HttpEngine() = default;

/// libcurl and its TLS take milliseconds to begin with, which a window's first frame does not wait for.
HttpEngine::Private& HttpEngine::working()
{
    if (!d) {
        d = std::make_unique<Private>(std::move(m_options));
    }
    return *d;
}

EndpointId HttpEngine::addEndpoint(Endpoint endpoint)
{
    return working().router.addEndpoint(std::move(endpoint));
}

void HttpEngine::removeEndpoint(EndpointId id)
{
    if (d) {
        d->router.removeEndpoint(id);
    }
}

HttpCall* HttpEngine::send(EndpointId endpoint, HttpRequest request, QObject* parent)
{
    return working().router.send(endpoint, std::move(request), parent);
}

HttpBatch* HttpEngine::sendBatch(EndpointId endpoint, std::vector<HttpRequest> requests, QObject* parent)
{
    return working().router.sendBatch(endpoint, std::move(requests), parent);
}

EndpointStats HttpEngine::stats(EndpointId id) const
{
    return d ? d->router.stats(id) : EndpointStats{};
}

EndpointLoad HttpEngine::load() const
{
    return d ? d->router.load() : EndpointLoad{};
}

} // namespace stowage
