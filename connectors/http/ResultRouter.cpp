// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/ResultRouter.h"

#include "connectors/http/EngineThread.h"

#include <QCoreApplication>

namespace stowage {
namespace {

Error noSuchEndpoint()
{
    return {ErrorKind::Defect,
            QCoreApplication::translate("HttpEngine", "there is no such endpoint"),
            {},
            {},
            {}};
}

} // namespace

ResultRouter::~ResultRouter()
{
    // The engine ends: nobody will finish these any more.
    for (EngineCall* call : std::as_const(m_calls)) {
        call->deleteLater();
    }
    for (EngineBatch* batch : std::as_const(m_batches)) {
        batch->deleteLater();
    }
}

EndpointId ResultRouter::addEndpoint(Endpoint endpoint)
{
    const EndpointId id{++m_lastEndpoint};
    EndpointStats stats;
    stats.width = std::max(1, endpoint.budget.connections);
    m_stats.insert(id, stats);
    m_thread.command([id, config = std::move(endpoint)](EngineCore& core) { core.addEndpoint(id, config); });
    return id;
}

void ResultRouter::removeEndpoint(EndpointId id)
{
    m_stats.remove(id);
    // First, or the room that a cancelled call leaves would be taken by the next of a batch.
    m_thread.command([id](EngineCore& core) { core.removeEndpoint(id); });
    // Each cancel() takes an entry out; the copies keep the walk safe.
    const auto calls = m_calls;
    for (EngineCall* call : calls) {
        if (call->endpoint() == id) {
            call->cancel();
        }
    }
    const auto batches = m_batches;
    for (EngineBatch* batch : batches) {
        if (batch->endpoint() == id) {
            batch->cancel();
        }
    }
}

HttpCall* ResultRouter::send(EndpointId endpoint, HttpRequest request, QObject* parent)
{
    const quint64 id = ++m_lastId;
    auto* call = new EngineCall(id, endpoint, this, parent);
    if (!m_stats.contains(endpoint)) {
        call->finishSoon(fail(noSuchEndpoint()));
        return call;
    }
    m_calls.insert(id, call);
    m_thread.command([id, endpoint, what = std::move(request)](EngineCore& core) mutable {
        core.send(id, endpoint, std::move(what));
    });
    return call;
}

HttpBatch* ResultRouter::sendBatch(EndpointId endpoint, std::vector<HttpRequest> requests, QObject* parent)
{
    const quint64 id = ++m_lastId;
    auto* batch = new EngineBatch(id, endpoint, requests.size(), this, parent);
    if (!m_stats.contains(endpoint)) {
        batch->endSoon(noSuchEndpoint());
        return batch;
    }
    if (requests.empty()) {
        batch->endSoon({});
        return batch;
    }
    m_batches.insert(id, batch);
    m_thread.command([id, endpoint, what = std::move(requests)](EngineCore& core) mutable {
        core.sendBatch(id, endpoint, std::move(what));
    });
    return batch;
}

EndpointLoad ResultRouter::load() const
{
    EndpointLoad load;
    for (const EndpointStats& stats : m_stats) {
        load.waiting += stats.queued;
        load.underWay += stats.inFlight;
    }
    return load;
}

void ResultRouter::accept(Parcel parcel)
{
    for (const auto& [id, stats] : parcel.stats) {
        if (m_stats.contains(id)) {
            m_stats.insert(id, stats);
        }
    }
    // Any slot may destroy the engine, and this with it.
    const QPointer<ResultRouter> alive(this);
    for (size_t i = 0; alive && i < parcel.calls.size(); ++i) {
        acceptCall(parcel.calls[i]);
    }
    for (size_t i = 0; alive && i < parcel.batches.size(); ++i) {
        if (EngineBatch* batch = m_batches.value(parcel.batches[i].batch)) {
            batch->accept(parcel.batches[i].items);
        }
    }
}

void ResultRouter::acceptCall(CallEvent& event)
{
    EngineCall* call = m_calls.value(event.call);
    if (call == nullptr) {
        return;
    }
    if (const auto* answer = std::get_if<HttpAnswer>(&event.what)) {
        call->headers(*answer);
    } else if (const auto* bytes = std::get_if<QByteArray>(&event.what)) {
        m_thread.command(
            [id = event.call, size = bytes->size()](EngineCore& core) { core.acknowledge(id, size); });
        call->bytes(*bytes);
    } else {
        m_calls.remove(event.call);
        call->finish(std::get<HttpResult>(event.what));
    }
}

void ResultRouter::forget(quint64 id)
{
    if (m_calls.remove(id) || m_batches.remove(id)) {
        m_thread.command([id](EngineCore& core) { core.cancel(id); });
    }
}

void ResultRouter::release(quint64 id)
{
    m_batches.remove(id);
}

} // namespace stowage
