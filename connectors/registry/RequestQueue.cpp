// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/RequestQueue.h"

#include <QPointer>

#include <algorithm>

namespace stowage {
namespace {

constexpr int TooManyRequests = 429;

/// Whether there is nobody to answer, rather than an answer that we refuse.
bool isSilence(const HttpResult& result)
{
    if (result) {
        return false;
    }
    switch (result.error().kind) {
    case ErrorKind::NameResolution:
    case ErrorKind::Connect:
    case ErrorKind::Tls:
    case ErrorKind::Timeout:
    case ErrorKind::Stalled:
    case ErrorKind::Interrupted:
        return true;
    default:
        return false;
    }
}

Error tooFast()
{
    return {ErrorKind::RateLimited,
            RequestQueue::tr("the registry asks to be left alone for a while (HTTP 429)"),
            {},
            RequestQueue::tr("Give it a lower budget, or credentials with a higher limit."),
            {}};
}

} // namespace

RequestQueue::RequestQueue(HttpEngine& engine, EndpointId endpoint, Millis patience, QObject* parent)
    : QObject(parent), m_engine(engine), m_endpoint(endpoint), m_patience(patience)
{
}

void RequestQueue::send(HttpRequest request, Handler handler)
{
    queue(std::move(request), m_patience / 4, std::move(handler));
}

void RequestQueue::sendForList(HttpRequest request, Handler handler)
{
    queue(std::move(request), m_patience, std::move(handler));
}

void RequestQueue::queue(HttpRequest request, Millis patience, Handler handler)
{
    if (m_requests.empty()) {
        QMetaObject::invokeMethod(this, &RequestQueue::flush, Qt::QueuedConnection);
    }
    request.deadline = patience;
    request.idleLimit = patience;
    m_requests.push_back(std::move(request));
    m_handlers.push_back(std::move(handler));
}

void RequestQueue::flush()
{
    if (m_isClosed) {
        return;
    }
    HttpBatch* batch = m_engine.sendBatch(m_endpoint, std::exchange(m_requests, {}), this);
    connect(batch, &HttpBatch::results, this,
            [this, handlers = std::exchange(m_handlers, {})](const std::vector<BatchItem>& items) {
                take(items, handlers);
            });
}

void RequestQueue::take(const std::vector<BatchItem>& items, const std::vector<Handler>& handlers)
{
    const QPointer<RequestQueue> alive(this);
    if (std::any_of(items.begin(), items.end(),
                    [](const BatchItem& item) { return item.result.has_value(); })) {
        Q_EMIT answered();
    }
    for (const BatchItem& item : items) {
        // A handler, or who hears of the loss, may end the crawl.
        if (alive && !m_isClosed) {
            count(item.result);
        }
        if (alive && !m_isClosed) {
            handlers[item.index](item.result);
        }
    }
}

void RequestQueue::count(const HttpResult& result)
{
    const bool isLimited = result && result->status == TooManyRequests;
    if (!isLimited && !isSilence(result)) {
        m_failedInARow = 0;
    } else if (++m_failedInARow == LostAfter) {
        Q_EMIT lost(isLimited ? tooFast() : result.error());
    }
}

} // namespace stowage
