// SPDX-License-Identifier: GPL-3.0-or-later
// The half of EngineCore that decides what an answer, or its absence, leads to.
#include "connectors/http/EngineCore.h"
#include "connectors/http/RedirectPolicy.h"
#include "connectors/http/RetryAfter.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

constexpr qint64 MostTokenBytes = 1024 * 1024;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EngineCore)
};

Timestamp wallClock()
{
    return std::chrono::floor<Millis>(std::chrono::system_clock::now());
}

Error tokenRefused(const EndpointState& endpoint, const QByteArray& url, int status)
{
    if (status == 429 || status >= 500) {
        return {status == 429 ? ErrorKind::RateLimited : ErrorKind::ServerFault,
                Words::tr("the token service answered with status %1").arg(status),
                endpoint.where(url),
                Words::tr("Look at the token service's load and log."),
                {}};
    }
    return {ErrorKind::Unauthorized,
            Words::tr("the token service refused us with status %1").arg(status),
            endpoint.where(url),
            Words::tr("Check the user and the password of this source."),
            {}};
}

Result<BearerToken> readToken(const EndpointState& endpoint, const QByteArray& url, const HttpResult& result)
{
    if (!result) {
        return fail(result.error());
    }
    if (result->status != 200) {
        return fail(tokenRefused(endpoint, url, result->status));
    }
    auto token = BearerToken::parse(result->body);
    if (!token) {
        Error error = token.error();
        error.where = endpoint.where(url);
        return fail(std::move(error));
    }
    return token;
}

} // namespace

void EngineCore::ended(const TransferPool::Ended& over)
{
    Exchange& exchange = m_exchanges.at(over.transfer->exchange());
    EndpointState& endpoint = *exchange.endpoint;
    endpoint.queue.done();
    changed(endpoint);
    m_scheduler.ready(endpoint);
    std::unique_ptr<CurlTransfer> transfer = std::move(exchange.transfer);
    if (transfer->failed(over.curlCode)) {
        TransferFailure failure = transfer->failure(over.curlCode);
        endpoint.giveBack(std::move(transfer));
        judgeFailure(exchange, std::move(failure));
    } else {
        HttpAnswer answer = transfer->takeAnswer();
        endpoint.giveBack(std::move(transfer));
        judgeAnswer(exchange, std::move(answer));
    }
}

void EngineCore::judgeFailure(Exchange& exchange, TransferFailure failure)
{
    EndpointState& endpoint = *exchange.endpoint;
    ++endpoint.stats.failed;
    failure.where = endpoint.where(exchange.url);
    const auto url = Url::parse(exchange.url);
    failure.host = url ? url->authority() : endpoint.config.source;
    JudgedFailure judged = judge(failure);
    if (judged.cause != RetryCause::None && exchange.atOrigin) {
        endpoint.queue.width().trouble(exchange.departure);
    }
    if (exchange.streamed || !retried(exchange, judged.cause, {})) {
        finish(exchange, fail(std::move(judged.error)));
    }
}

void EngineCore::judgeAnswer(Exchange& exchange, HttpAnswer answer)
{
    EndpointState& endpoint = *exchange.endpoint;
    const RetryCause cause = retryCauseOf(answer.status);
    const auto patience = cause == RetryCause::None ? std::nullopt : retryAfter(answer.headers, wallClock());
    endpoint.stats.failed += answer.status >= 500 ? 1 : 0;
    if (exchange.atOrigin) {
        noteConnection(endpoint, answer);
        tellQueue(exchange, answer, patience);
    }
    const bool isRedirect = !exchange.streamed && exchange.request.followRedirects &&
                            RedirectPolicy::isRedirect(answer.status, answer.headers);
    if (isRedirect) {
        if (auto error = turn(exchange, answer.status, answer.headers.value("Location"))) {
            finish(exchange, fail(std::move(*error)));
        } else {
            again(exchange);
        }
        return;
    }
    if (exchange.streamed || (!retried(exchange, cause, patience) && !renewed(exchange, answer))) {
        finish(exchange, std::move(answer));
    }
}

void EngineCore::noteConnection(EndpointState& endpoint, const HttpAnswer& answer)
{
    if (answer.family == IpFamily::Unknown) {
        return;
    }
    EndpointStats& stats = endpoint.stats;
    ++stats.connectionsOpened;
    stats.lastConnect = answer.phases;
    stats.family = answer.family;
    stats.note = answer.note;
}

/// Width and patience follow from how the server bears what it is asked.
void EngineCore::tellQueue(Exchange& exchange, const HttpAnswer& answer, std::optional<Millis> patience)
{
    HostQueue& queue = exchange.endpoint->queue;
    if (answer.status == 429 || answer.status >= 500) {
        queue.width().trouble(exchange.departure);
    } else {
        queue.width().fine(exchange.departure, answer.phases.firstByte.value_or(PhaseTimes::Micros{0}));
    }
    if (patience) {
        queue.holdUntil(m_context.now + std::min(*patience, m_retries.retryAfterCap()));
    }
}

bool EngineCore::retried(Exchange& exchange, RetryCause cause, std::optional<Millis> patience)
{
    if (cause == RetryCause::None) {
        return false;
    }
    const auto delay = m_retries.delay(exchange.request.retry, cause, exchange.attempts, patience,
                                       m_random.generateDouble());
    if (!delay) {
        return false;
    }
    ++exchange.attempts;
    ++exchange.endpoint->stats.retried;
    m_scheduler.later(m_context.now + *delay, exchange.id);
    return true;
}

/// Answers a Bearer challenge: once a request, and one fetch for all who need the same token.
bool EngineCore::renewed(Exchange& exchange, const HttpAnswer& answer)
{
    EndpointState& endpoint = *exchange.endpoint;
    if (answer.status != 401 || exchange.renewed || !exchange.atOrigin ||
        exchange.kind == Exchange::Kind::TokenFetch || exchange.request.headers.contains("Authorization") ||
        std::holds_alternative<TokenCredentials>(endpoint.config.credentials)) {
        return false;
    }
    const auto challenge = AuthChallenge::find(answer.headers, "bearer");
    if (!challenge || !Url::parse(challenge->parameter("realm"))) {
        return false;
    }
    exchange.renewed = true;
    const TokenScope scope =
        endpoint.tokens.learn(*challenge, exchange.request.scope, withoutQuery(exchange.url));
    switch (endpoint.tokens.renew(scope, exchange.sentToken, exchange.id, m_context.now)) {
    case BearerTokens::Renewal::Resend:
        again(exchange);
        break;
    case BearerTokens::Renewal::Fetch:
        fetchToken(exchange, scope);
        break;
    case BearerTokens::Renewal::Wait:
        break;
    }
    return true;
}

void EngineCore::fetchToken(const Exchange& client, const TokenScope& scope)
{
    Exchange& fetch = newExchange(m_nextExchange++, *client.endpoint);
    fetch.kind = Exchange::Kind::TokenFetch;
    fetch.tokenScope = scope;
    fetch.request.target = scope.url();
    fetch.request.deadline = client.request.deadline;
    fetch.request.idleLimit = client.request.idleLimit;
    fetch.request.bodyLimit = MostTokenBytes;
    again(fetch);
}

void EngineCore::tokenSettled(const Exchange& fetch, const HttpResult& result)
{
    EndpointState& endpoint = *fetch.endpoint;
    const auto token = readToken(endpoint, fetch.url, result);
    const auto waiting =
        token ? endpoint.tokens.settle(fetch.tokenScope, token->token, token->life, m_context.now)
              : endpoint.tokens.settle(fetch.tokenScope, {}, {}, m_context.now);
    for (const quint64 id : waiting) {
        Exchange& client = m_exchanges.at(id);
        if (token) {
            again(client);
        } else {
            finish(client, fail(token.error()));
        }
    }
}

void EngineCore::finish(Exchange& exchange, HttpResult result)
{
    if (result) {
        result->attempts = exchange.attempts;
        if (exchange.request.gistOf != nullptr) {
            result->gist = exchange.request.gistOf(exchange.request, *result);
            result->headers = {};
            result->body.clear();
        } else {
            result->effectiveUrl = redactedUrl(exchange.url);
        }
    }
    switch (exchange.kind) {
    case Exchange::Kind::Call:
        if (result && exchange.isStream()) {
            finishStream(exchange, *result);
        }
        m_outbox.finished(exchange.id, std::move(result));
        break;
    case Exchange::Kind::BatchItem:
        m_outbox.item(exchange.batch, exchange.index, std::move(result));
        if (const auto batch = m_batches.find(exchange.batch); --batch->second.left == 0) {
            m_batches.erase(batch);
        }
        break;
    case Exchange::Kind::TokenFetch:
        tokenSettled(exchange, result);
        break;
    }
    m_exchanges.erase(exchange.id);
}

/// A stream's answer that was not streamed (not 2xx) is told the same way.
void EngineCore::finishStream(const Exchange& exchange, HttpAnswer& answer)
{
    const QByteArray body = std::exchange(answer.body, {});
    if (exchange.streamed) {
        return;
    }
    m_outbox.headers(exchange.id, answer);
    if (!body.isEmpty()) {
        m_outbox.chunk(exchange.id, body);
    }
}

/// Ends it wherever it is, without a result.
void EngineCore::forget(Exchange& exchange)
{
    EndpointState& endpoint = *exchange.endpoint;
    if (exchange.transfer) {
        m_pool.abandon(*exchange.transfer);
        endpoint.giveBack(std::move(exchange.transfer));
        endpoint.queue.done();
        m_scheduler.ready(endpoint);
    } else {
        endpoint.queue.drop(exchange.id);
        endpoint.tokens.forget(exchange.id);
        m_scheduler.forget(exchange.id);
    }
    changed(endpoint);
    m_exchanges.erase(exchange.id);
}

} // namespace stowage
