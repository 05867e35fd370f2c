// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/notify/WebhookChannel.h"

#include "connectors/http/RetryAfter.h"
#include "connectors/notify/NotificationJson.h"

namespace stowage {
namespace {

constexpr qint64 BodyLimit = 64 * 1024;
constexpr int RequestTimeout = 408;
constexpr int TooManyRequests = 429;

/// What the same request will not cure.
bool isFinalStatus(int status)
{
    return status >= 300 && status < 500 && status != RequestTimeout && status != TooManyRequests;
}

} // namespace

WebhookChannel::WebhookChannel(HttpEngine& engine, WebhookSettings settings, QObject* parent)
    : NotificationChannel(parent), m_engine(engine), m_settings(std::move(settings))
{
    // Telling people changes nothing of the fleet: allowed while the session is read-only.
    const qsizetype query = m_settings.path.indexOf('?');
    m_settings.endpoint.declaredReads.push_back(
        {HttpMethod::Post, query < 0 ? m_settings.path : m_settings.path.left(query)});
    m_endpoint = m_engine.addEndpoint(m_settings.endpoint);
}

WebhookChannel::~WebhookChannel()
{
    m_engine.removeEndpoint(m_endpoint);
}

void WebhookChannel::send(const Notification& notice)
{
    HttpRequest request;
    request.method = HttpMethod::Post;
    request.target = m_settings.path;
    request.headers.add("Content-Type", "application/json");
    request.headers.add("Idempotency-Key",
                        notice.id.toUtf8().toPercentEncoding("/")); // tried again, told once
    request.body = notificationJson(notice, m_settings.context);
    request.deadline = m_settings.deadline;
    request.idleLimit = m_settings.deadline;
    request.bodyLimit = BodyLimit;
    request.retry = RetryClass::Probe; // trying again is the courier's
    request.followRedirects = false;
    HttpCall* call = m_engine.send(m_endpoint, std::move(request), this);
    connect(call, &HttpCall::finished, this,
            [this, id = notice.id](const HttpResult& result) { take(id, result); });
}

void WebhookChannel::take(const QString& notice, const HttpResult& result)
{
    if (!result) {
        Q_EMIT refused(notice, result.error(), result.error().kind == ErrorKind::ReadOnly);
    } else if (result->status >= 200 && result->status < 300) {
        Q_EMIT accepted(notice);
    } else {
        Q_EMIT refused(notice, refusal(*result), isFinalStatus(result->status));
    }
}

Error WebhookChannel::refusal(const HttpAnswer& answer) const
{
    Error error{ErrorKind::ServerFault,
                tr("the webhook answered with status %1").arg(answer.status),
                m_settings.id,
                {},
                {}};
    if (answer.status >= 300 && answer.status < 400) {
        error.kind = ErrorKind::Redirect;
        error.todo = tr("It has moved: set its new address in the profile.");
    } else if (answer.status == 401 || answer.status == 403) {
        error.kind = ErrorKind::Unauthorized;
        error.todo = tr("Check the secret in its address or its credentials.");
    } else if (answer.status == 404 || answer.status == 410) {
        error.kind = ErrorKind::NotFound;
        error.todo = tr("Check its address in the profile.");
    } else if (answer.status == TooManyRequests) {
        error.kind = ErrorKind::RateLimited;
    }
    return error;
}

} // namespace stowage
