// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpCall.h"
#include "connectors/http/HttpEngine.h"

#include <QPointer>

namespace stowage {

class ResultRouter;

/// HttpCall as the engine makes it.
class EngineCall final : public HttpCall
{
    Q_OBJECT

public:
    EngineCall(quint64 id, EndpointId endpoint, ResultRouter* router, QObject* parent);
    ~EngineCall() override;

    void cancel() override;

    EndpointId endpoint() const { return m_endpoint; }
    void headers(const HttpAnswer& answer) { Q_EMIT headersReceived(answer); }
    void bytes(const QByteArray& chunkBytes) { Q_EMIT chunk(chunkBytes); }
    void finish(const HttpResult& result);
    /// As the next event.
    void finishSoon(HttpResult result);

private:
    quint64 m_id;
    EndpointId m_endpoint;
    QPointer<ResultRouter> m_router;
    bool m_over = false; ///< the result is known, if not told yet
};

} // namespace stowage
