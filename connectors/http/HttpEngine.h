// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Endpoint.h"
#include "connectors/http/HttpBatch.h"
#include "connectors/http/HttpCall.h"
#include "models/core/Id.h"

#include <QObject>

#include <memory>

namespace stowage {

using EndpointId = Id<struct EndpointTag>;

/// Counters and current width of one endpoint, for the Sources page.
struct EndpointStats
{
    quint64 sent = 0;
    quint64 failed = 0; ///< no answer, or 5xx
    quint64 retried = 0;
    quint64 connectionsOpened = 0;
    int queued = 0;
    int inFlight = 0;
    int width = 0;          ///< parallel requests allowed now, 1 … Budget::connections
    PhaseTimes lastConnect; ///< phases of the newest exchange that opened a connection
    IpFamily family = IpFamily::Unknown;
    QString note; ///< "IPv6 did not answer, IPv4 did"
};

/// What the engine has to do now, over all endpoints.
struct EndpointLoad
{
    qint64 waiting = 0;
    qint64 underWay = 0;
};

struct EngineOptions
{
    QByteArray userAgent = "stowage";
    Millis backoffBase{250}; ///< first retry's ceiling; doubles an attempt, full jitter
    Millis backoffCap{10'000};
    Millis retryAfterCap{30'000}; ///< a longer Retry-After is not waited for: the answer goes back with it
    int connections = 256;        ///< exchanges at once over all endpoints
};

/// The one HTTP client of the program: libcurl's multi interface on a thread of its own. Call it from the GUI
/// thread; results arrive there, by queued calls.
class HttpEngine : public QObject
{
    Q_OBJECT

public:
    explicit HttpEngine(EngineOptions options = {}, QObject* parent = nullptr);
    ~HttpEngine() override; ///< ends every exchange; their `finished` does not come any more

    EndpointId addEndpoint(Endpoint endpoint);
    void removeEndpoint(EndpointId id); ///< its queue ends as Cancelled

    /// Queues a request. The call is owned by `parent` and deletes itself after `finished`.
    HttpCall* send(EndpointId endpoint, HttpRequest request, QObject* parent);
    HttpBatch* sendBatch(EndpointId endpoint, std::vector<HttpRequest> requests, QObject* parent);

    /// A copy as of the last event from the engine's thread.
    EndpointStats stats(EndpointId id) const;

    /// The same of all together.
    EndpointLoad load() const;

private:
    class Private;
    Private& working();

    EngineOptions m_options;
    std::unique_ptr<Private> d; ///< and its thread: from the first endpoint on
};

} // namespace stowage
