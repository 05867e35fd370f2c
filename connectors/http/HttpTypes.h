// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/fleet/SourceStatus.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace stowage {

enum class HttpMethod : quint8
{
    Get,
    Head,
    Post,
    Put,
    Patch,
    Delete
};

QByteArray httpMethodName(HttpMethod method);

/// Header fields in their order; names compare without case (RFC 9110, 5.1).
class HttpHeaders
{
public:
    void add(QByteArray name, QByteArray value) { m_fields.emplace_back(std::move(name), std::move(value)); }
    void reserve(size_t count) { m_fields.reserve(count); }
    /// The first value, or null QByteArray when there is none.
    QByteArray value(QByteArrayView name) const;
    std::vector<QByteArray> values(QByteArrayView name) const;
    bool contains(QByteArrayView name) const { return !value(name).isNull(); }
    const std::vector<std::pair<QByteArray, QByteArray>>& fields() const { return m_fields; }
    bool isEmpty() const { return m_fields.empty(); }

    bool operator==(const HttpHeaders&) const = default;

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_fields;
};

enum class IpFamily : quint8
{
    Unknown,
    V4,
    V6
};

/// Which retries a request gets; the table itself (what, how often, how long) is RetryPolicy's.
enum class RetryClass : quint8
{
    Read,  ///< GET and HEAD: refused, reset, timed-out connections, 429, 502, 503, 504
    Probe, ///< liveness: never retried, the absence of an answer is the answer
    Write, ///< only what certainly did not reach the server
};

struct HttpRequest;
struct HttpAnswer;

/// What is left of an answer that is one of very many. What it means is the asker's own.
struct HttpGist
{
    int kind = 0;
    qint64 number = 0;

    bool operator==(const HttpGist&) const = default;
};

/// Makes it, on the engine's thread: a pure function of what it is given.
using HttpGistOf = HttpGist (*)(const HttpRequest&, const HttpAnswer&);

/// One request. Cheap to copy.
struct HttpRequest
{
    HttpMethod method = HttpMethod::Get;
    /// Path and query, appended to the endpoint's base URL; or an absolute URL. Another origin gets no
    /// credentials.
    QByteArray target;
    HttpHeaders headers;
    QByteArray body;
    Millis deadline{30'000};  ///< from dispatch (not from queueing) to the last byte, a single attempt
    Millis idleLimit{10'000}; ///< longest silence between bytes once dispatched
    qint64 bodyLimit = 64 * 1024 * 1024; ///< decoded bytes; more is TooLarge and ends the exchange; 0: none
    RetryClass retry = RetryClass::Read;
    bool stream = false; ///< body goes out by HttpCall::chunk instead of HttpAnswer::body; no deadline
    bool followRedirects = true;
    /// Of the answer only this, status and phases come back: headers and body end where they came in, for a
    /// hundred thousand of them are not worth the way between two threads.
    HttpGistOf gistOf = nullptr;
    QByteArray scope; ///< Bearer scope to ask for when challenged without one
};

/// What came back: any status is an answer; only what is not HTTP is an Error.
struct HttpAnswer
{
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
    PhaseTimes phases;
    IpFamily family = IpFamily::Unknown;
    int attempts = 1;
    QByteArray effectiveUrl; ///< after redirects; query values that look secret are redacted
    QString note;            ///< worth telling: "IPv6 did not answer, IPv4 did"
    HttpGist gist;           ///< where HttpRequest::gistOf asked for it

    bool operator==(const HttpAnswer&) const = default;
};

using HttpResult = Result<HttpAnswer>;

} // namespace stowage
