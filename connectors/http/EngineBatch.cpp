// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/EngineBatch.h"

#include "connectors/http/CancelledError.h"
#include "connectors/http/ResultRouter.h"

namespace stowage {

EngineBatch::EngineBatch(quint64 id, EndpointId endpoint, size_t count, ResultRouter* router, QObject* parent)
    : HttpBatch(parent), m_id(id), m_endpoint(endpoint), m_router(router), m_arrived(count), m_left(count)
{
}

EngineBatch::~EngineBatch()
{
    if (m_router) {
        m_router->forget(m_id);
    }
}

void EngineBatch::accept(const std::vector<BatchItem>& items)
{
    if (m_over) {
        return;
    }
    for (const BatchItem& item : items) {
        m_arrived[item.index] = true;
    }
    m_left -= items.size();
    const QPointer<EngineBatch> alive(this);
    if (m_left == 0) {
        m_over = true;
        m_router->release(m_id);
        deleteLater();
    }
    Q_EMIT results(items);
    if (alive && m_left == 0) {
        Q_EMIT finished();
    }
}

void EngineBatch::endSoon(std::optional<Error> error)
{
    if (m_over || !m_router) {
        return;
    }
    m_over = true;
    m_router->forget(m_id);
    QMetaObject::invokeMethod(
        this, [this, reason = error.value_or(cancelledError())] { end(reason); }, Qt::QueuedConnection);
}

void EngineBatch::end(const Error& error)
{
    std::vector<BatchItem> missing;
    missing.reserve(m_left);
    for (size_t i = 0; i < m_arrived.size(); ++i) {
        if (!m_arrived[i]) {
            missing.push_back({i, fail(error)});
        }
    }
    const QPointer<EngineBatch> alive(this);
    deleteLater();
    if (!missing.empty()) {
        Q_EMIT results(missing);
    }
    if (alive) {
        Q_EMIT finished();
    }
}

} // namespace stowage
