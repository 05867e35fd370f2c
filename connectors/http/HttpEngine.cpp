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
    : QObject(parent), d(std::make_unique<Private>(std::move(options)))
{
}

HttpEngine::~HttpEngine() = default;

EndpointId HttpEngine::addEndpoint(Endpoint endpoint)
{
    return d->router.addEndpoint(std::move(endpoint));
}

void HttpEngine::removeEndpoint(EndpointId id)
{
    d->router.removeEndpoint(id);
}

HttpCall* HttpEngine::send(EndpointId endpoint, HttpRequest request, QObject* parent)
{
    return d->router.send(endpoint, std::move(request), parent);
}

HttpBatch* HttpEngine::sendBatch(EndpointId endpoint, std::vector<HttpRequest> requests, QObject* parent)
{
    return d->router.sendBatch(endpoint, std::move(requests), parent);
}

EndpointStats HttpEngine::stats(EndpointId id) const
{
    return d->router.stats(id);
}

} // namespace stowage
