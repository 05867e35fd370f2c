// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/MetricsRequest.h"

#include <QUrl>

namespace stowage {

QByteArray takeMetricsTarget(Endpoint& endpoint)
{
    constexpr QByteArrayView Page{"/metrics"};
    if (endpoint.baseUrl.endsWith(Page)) {
        endpoint.baseUrl.chop(Page.size());
        return Page.toByteArray();
    }
    return QUrl::fromEncoded(endpoint.baseUrl).path().isEmpty() ? Page.toByteArray() : QByteArray();
}

HttpRequest metricsRequest(const QByteArray& target, Millis deadline, qint64 bodyLimit)
{
    HttpRequest request;
    request.target = target;
    request.headers.add("Accept", "text/plain;version=0.0.4");
    request.deadline = deadline;
    request.idleLimit = deadline;
    request.bodyLimit = bodyLimit;
    request.retry = RetryClass::Probe;
    request.followRedirects = false;
    return request;
}

} // namespace stowage
