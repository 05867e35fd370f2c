// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Exchange.h"
#include "connectors/http/Outbox.h"
#include "connectors/http/Scheduler.h"
#include "connectors/http/TransferPool.h"

#include <QObject>
#include <QRandomGenerator>

#include <unordered_map>

namespace stowage {

/// The engine on its own thread: takes commands (as posted events), decides what goes out next and what an
/// answer leads to. Its loop is EngineThread's.
class EngineCore : public QObject, private TransferSink
{
    Q_OBJECT

public:
    /// `deliver` is called on the engine's thread.
    EngineCore(EngineOptions options, Outbox::Deliver deliver);
    ~EngineCore() override;

    /// From any thread: end the sleep and look at posted events.
    void wake() { m_pool.wake(); }

    // Commands; ids are the caller's and never used twice.
    void addEndpoint(EndpointId id, Endpoint endpoint);
    void removeEndpoint(EndpointId id);
    void send(quint64 call, EndpointId endpoint, HttpRequest request);
    void sendBatch(quint64 batch, EndpointId endpoint, std::vector<HttpRequest> requests);
    /// Ends a call or a batch without a word.
    void cancel(quint64 owner);
    /// The GUI thread has taken in so many bytes of a stream.
    void acknowledge(quint64 call, qint64 bytes);

    /// One turn: libcurl, limits, retries, dispatch, delivery; then sleeps until there is more to do.
    void turnAndWait();
    /// Ends all transfers; nothing is delivered any more.
    void shutDown();

private:
    struct Batch
    {
        EndpointState* endpoint = nullptr;
        std::vector<HttpRequest> requests; ///< emptied as they go out
        size_t left = 0;
    };

    void headersCame(quint64 exchange, HttpAnswer answer) override;
    bool bytesCame(quint64 exchange, QByteArrayView bytes) override;

    // What goes out (EngineCore.cpp)
    bool dispatch();
    Exchange& exchangeFor(EndpointState& endpoint, const Ticket& ticket);
    Exchange& newExchange(quint64 id, EndpointState& endpoint);
    void launch(Exchange& exchange);
    void again(Exchange& exchange);
    void deliver();
    /// The statistics of this endpoint are worth telling.
    void changed(EndpointState& endpoint);
    SteadyTime nextDue() const;

    // What comes back (EngineAnswers.cpp)
    void ended(const TransferPool::Ended& over);
    void judgeFailure(Exchange& exchange, TransferFailure failure);
    void judgeAnswer(Exchange& exchange, HttpAnswer answer);
    void noteConnection(EndpointState& endpoint, const HttpAnswer& answer);
    void tellQueue(Exchange& exchange, const HttpAnswer& answer, std::optional<Millis> patience);
    bool retried(Exchange& exchange, RetryCause cause, std::optional<Millis> patience);
    bool renewed(Exchange& exchange, const HttpAnswer& answer);
    void fetchToken(const Exchange& client, const TokenScope& scope);
    void tokenSettled(const Exchange& fetch, const HttpResult& result);
    void finish(Exchange& exchange, HttpResult result);
    void finishStream(const Exchange& exchange, HttpAnswer& answer);
    void forget(Exchange& exchange);

    EngineOptions m_options;
    RetryPolicy m_retries;
    TransferContext m_context;
    TransferPool m_pool;
    Outbox m_outbox;
    Scheduler m_scheduler;
    QRandomGenerator m_random;
    std::unordered_map<EndpointId, std::unique_ptr<EndpointState>> m_endpoints;
    std::unordered_map<quint64, Exchange> m_exchanges; ///< nodes stay where they are
    std::unordered_map<quint64, Batch> m_batches;
    std::vector<TransferPool::Ended> m_ended;
    std::vector<EndpointState*> m_changed;
    SteadyTime m_statsToldAt{};
    quint64 m_nextExchange = quint64{1} << 62; ///< beyond all ids of the GUI thread
};

} // namespace stowage
