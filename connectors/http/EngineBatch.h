// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpBatch.h"
#include "connectors/http/HttpEngine.h"

#include <QPointer>

#include <vector>

namespace stowage {

class ResultRouter;

/// HttpBatch as the engine makes it.
class EngineBatch final : public HttpBatch
{
    Q_OBJECT

public:
    EngineBatch(quint64 id, EndpointId endpoint, size_t count, ResultRouter* router, QObject* parent);
    ~EngineBatch() override;

    void cancel() override { endSoon({}); }

    EndpointId endpoint() const { return m_endpoint; }
    void accept(const std::vector<BatchItem>& items);
    /// All that is missing ends with this error (Cancelled when none is given), then `finished`, as the next
    /// event.
    void endSoon(std::optional<Error> error);

private:
    void end(const Error& error);

    quint64 m_id;
    EndpointId m_endpoint;
    QPointer<ResultRouter> m_router;
    std::vector<bool> m_arrived;
    size_t m_left;
    bool m_over = false;
};

} // namespace stowage
