// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/EngineCall.h"

#include "connectors/http/CancelledError.h"
#include "connectors/http/ResultRouter.h"

namespace stowage {

EngineCall::EngineCall(quint64 id, EndpointId endpoint, ResultRouter* router, QObject* parent)
    : HttpCall(parent), m_id(id), m_endpoint(endpoint), m_router(router)
{
}

EngineCall::~EngineCall()
{
    if (m_router) {
        m_router->forget(m_id);
    }
}

void EngineCall::cancel()
{
    if (m_over || !m_router) {
        return;
    }
    m_router->forget(m_id);
    finishSoon(fail(cancelledError()));
}

void EngineCall::finishSoon(HttpResult result)
{
    m_over = true;
    QMetaObject::invokeMethod(
        this, [this, outcome = std::move(result)] { finish(outcome); }, Qt::QueuedConnection);
}

void EngineCall::finish(const HttpResult& result)
{
    m_over = true;
    // Before the signal: a slot may well destroy this.
    deleteLater();
    Q_EMIT finished(result);
}

} // namespace stowage
