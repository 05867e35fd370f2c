// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/EngineCore.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

/// A stream is paused while so many of its bytes wait for the GUI thread.
constexpr qint64 MostUnacknowledged = 4 * 1024 * 1024;

/// Statistics alone are not worth an event more often than this.
constexpr Millis StatsPause{100};

} // namespace

EngineCore::EngineCore(EngineOptions options, Outbox::Deliver deliver)
    : m_options(std::move(options)),
      m_retries(m_options.backoffBase, m_options.backoffCap, m_options.retryAfterCap),
      m_outbox(std::move(deliver)), m_random(QRandomGenerator::securelySeeded())
{
    m_context.sink = this;
    m_context.now = std::chrono::steady_clock::now();
}

EngineCore::~EngineCore()
{
    shutDown();
}

void EngineCore::shutDown()
{
    for (auto& [id, exchange] : m_exchanges) {
        if (exchange.transfer) {
            m_pool.abandon(*exchange.transfer);
        }
    }
    m_exchanges.clear();
    m_batches.clear();
    m_changed.clear();
    m_endpoints.clear();
}

void EngineCore::addEndpoint(EndpointId id, Endpoint endpoint)
{
    m_endpoints.emplace(id, std::make_unique<EndpointState>(id, std::move(endpoint)));
}

void EngineCore::removeEndpoint(EndpointId id)
{
    const auto found = m_endpoints.find(id);
    if (found == m_endpoints.end()) {
        return;
    }
    EndpointState* endpoint = found->second.get();
    std::vector<Exchange*> gone;
    for (auto& [exchangeId, exchange] : m_exchanges) {
        if (exchange.endpoint == endpoint) {
            gone.push_back(&exchange);
        }
    }
    for (Exchange* exchange : gone) {
        forget(*exchange);
    }
    std::erase_if(m_batches, [&](const auto& entry) { return entry.second.endpoint == endpoint; });
    m_scheduler.forget(*endpoint);
    std::erase(m_changed, endpoint);
    m_endpoints.erase(found);
}

void EngineCore::send(quint64 call, EndpointId endpointId, HttpRequest request)
{
    const auto found = m_endpoints.find(endpointId);
    if (found == m_endpoints.end()) {
        return;
    }
    newExchange(call, *found->second).request = std::move(request);
    found->second->queue.push(call);
    changed(*found->second);
    m_scheduler.ready(*found->second);
}

void EngineCore::sendBatch(quint64 batch, EndpointId endpointId, std::vector<HttpRequest> requests)
{
    const auto found = m_endpoints.find(endpointId);
    if (found == m_endpoints.end()) {
        return;
    }
    const size_t count = requests.size();
    m_batches.emplace(batch, Batch{found->second.get(), std::move(requests), count});
    found->second->queue.pushBatch(batch, count);
    changed(*found->second);
    m_scheduler.ready(*found->second);
}

void EngineCore::cancel(quint64 owner)
{
    if (const auto call = m_exchanges.find(owner); call != m_exchanges.end()) {
        forget(call->second);
        return;
    }
    const auto batch = m_batches.find(owner);
    if (batch == m_batches.end()) {
        return;
    }
    batch->second.endpoint->queue.drop(owner);
    changed(*batch->second.endpoint);
    m_batches.erase(batch);
    std::vector<Exchange*> gone;
    for (auto& [id, exchange] : m_exchanges) {
        if (exchange.batch == owner) {
            gone.push_back(&exchange);
        }
    }
    for (Exchange* exchange : gone) {
        forget(*exchange);
    }
}

void EngineCore::acknowledge(quint64 call, qint64 bytes)
{
    const auto found = m_exchanges.find(call);
    if (found == m_exchanges.end()) {
        return;
    }
    Exchange& exchange = found->second;
    exchange.unacknowledged -= bytes;
    if (exchange.transfer && exchange.unacknowledged < MostUnacknowledged / 2) {
        m_pool.resume(*exchange.transfer);
    }
}

void EngineCore::headersCame(quint64 exchange, HttpAnswer answer)
{
    Exchange& stream = m_exchanges.at(exchange);
    stream.streamed = true;
    answer.attempts = stream.attempts;
    answer.effectiveUrl = redactedUrl(stream.url);
    m_outbox.headers(exchange, std::move(answer));
}

bool EngineCore::bytesCame(quint64 exchange, QByteArrayView bytes)
{
    Exchange& stream = m_exchanges.at(exchange);
    if (stream.unacknowledged >= MostUnacknowledged) {
        return false;
    }
    stream.unacknowledged += bytes.size();
    m_outbox.chunk(exchange, bytes);
    return true;
}

void EngineCore::turnAndWait()
{
    m_context.now = std::chrono::steady_clock::now();
    m_ended.clear();
    m_pool.run(m_context.now, m_ended);
    for (const TransferPool::Ended& one : m_ended) {
        ended(one);
    }
    for (const quint64 id : m_scheduler.due(m_context.now)) {
        again(m_exchanges.at(id));
    }
    const bool moreToRun = dispatch() && m_pool.push();
    m_context.now = std::chrono::steady_clock::now();
    deliver();
    m_pool.wait(m_context.now, moreToRun ? m_context.now : nextDue());
    m_context.now = std::chrono::steady_clock::now();
}

SteadyTime EngineCore::nextDue() const
{
    const SteadyTime stats = m_changed.empty() ? SteadyTime::max() : m_statsToldAt + StatsPause;
    return std::min({m_pool.nextDue(), m_scheduler.nextDue(), m_outbox.nextDue(), stats});
}

void EngineCore::changed(EndpointState& endpoint)
{
    if (!std::exchange(endpoint.statsChanged, true)) {
        m_changed.push_back(&endpoint);
    }
}

bool EngineCore::dispatch()
{
    bool any = false;
    while (m_pool.size() < static_cast<size_t>(m_options.connections)) {
        const auto turn = m_scheduler.next(m_context.now);
        if (!turn) {
            break;
        }
        launch(exchangeFor(*turn->endpoint, turn->ticket));
        any = true;
    }
    return any;
}

Exchange& EngineCore::newExchange(quint64 id, EndpointState& endpoint)
{
    Exchange& exchange = m_exchanges[id];
    exchange.id = id;
    exchange.endpoint = &endpoint;
    return exchange;
}

Exchange& EngineCore::exchangeFor(EndpointState& endpoint, const Ticket& ticket)
{
    if (!ticket.index) {
        return m_exchanges.at(ticket.owner);
    }
    Exchange& exchange = newExchange(m_nextExchange++, endpoint);
    exchange.kind = Exchange::Kind::BatchItem;
    exchange.batch = ticket.owner;
    exchange.index = *ticket.index;
    exchange.request = std::move(m_batches.at(ticket.owner).requests[*ticket.index]);
    return exchange;
}

/// Sends what took a ticket, or ends it when it must not or can not leave.
void EngineCore::launch(Exchange& exchange)
{
    EndpointState& endpoint = *exchange.endpoint;
    std::optional<Error> obstacle = exchange.url.isEmpty() ? aim(exchange) : std::nullopt;
    if (!obstacle) {
        obstacle = gateRefusal(exchange);
    }
    std::optional<TransferPlan> planned = obstacle ? std::nullopt : plan(exchange, m_context.now);
    if (!planned) {
        endpoint.queue.done();
        finish(exchange, fail(obstacle.value_or(
                             Error{ErrorKind::Defect,
                                   QCoreApplication::translate("EngineCore", "a header field is not valid"),
                                   endpoint.where(exchange.url),
                                   {},
                                   {}})));
        return;
    }
    exchange.transfer = endpoint.borrow(!exchange.atOrigin, m_options.userAgent, m_context);
    exchange.transfer->prepare(exchange.id, std::move(*planned));
    exchange.departure = endpoint.queue.width().depart();
    ++endpoint.stats.sent;
    changed(endpoint);
    m_pool.start(*exchange.transfer);
}

/// Into the queue once more, before those who have not had their turn.
void EngineCore::again(Exchange& exchange)
{
    exchange.endpoint->queue.pushAgain(exchange.id);
    m_scheduler.ready(*exchange.endpoint);
}

void EngineCore::deliver()
{
    const bool due = m_outbox.isDue(m_context.now);
    if (!due && (m_changed.empty() || m_context.now < m_statsToldAt + StatsPause)) {
        return;
    }
    std::vector<std::pair<EndpointId, EndpointStats>> news;
    news.reserve(m_changed.size());
    for (EndpointState* endpoint : m_changed) {
        endpoint->statsChanged = false;
        EndpointStats& stats = endpoint->stats;
        stats.queued = static_cast<int>(endpoint->queue.waiting());
        stats.inFlight = endpoint->queue.inFlight();
        stats.width = endpoint->queue.width().width();
        news.emplace_back(endpoint->id, stats);
    }
    m_changed.clear();
    m_statsToldAt = m_context.now;
    m_outbox.flush(m_context.now, std::move(news));
}

} // namespace stowage
