// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/EngineBatch.h"
#include "connectors/http/EngineCall.h"
#include "connectors/http/Parcel.h"

#include <QHash>

namespace stowage {

class EngineThread;

/// The GUI thread's side of the engine: knows which call waits for which id, and hands out what arrives.
class ResultRouter : public QObject
{
    Q_OBJECT

public:
    explicit ResultRouter(EngineThread& thread) : m_thread(thread) {}
    ~ResultRouter() override;

    EndpointId addEndpoint(Endpoint endpoint);
    void removeEndpoint(EndpointId id);
    HttpCall* send(EndpointId endpoint, HttpRequest request, QObject* parent);
    HttpBatch* sendBatch(EndpointId endpoint, std::vector<HttpRequest> requests, QObject* parent);
    EndpointStats stats(EndpointId id) const { return m_stats.value(id); }
    EndpointLoad load() const;

    /// Takes in what the engine's thread sends.
    void accept(Parcel parcel);

    /// A call or batch is over, called off, or destroyed: the engine shall not go on with it.
    void forget(quint64 id);
    /// The same, where the engine is done with it already.
    void release(quint64 id);

private:
    void acceptCall(CallEvent& event);

    EngineThread& m_thread;
    QHash<quint64, EngineCall*> m_calls;
    QHash<quint64, EngineBatch*> m_batches;
    QHash<EndpointId, EndpointStats> m_stats;
    quint64 m_lastId = 0;
    uint32_t m_lastEndpoint = 0;
};

} // namespace stowage
