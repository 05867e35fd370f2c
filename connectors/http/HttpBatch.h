// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

#include <QObject>

#include <vector>

namespace stowage {

/// The result of one request of a batch.
struct BatchItem
{
    size_t index = 0; ///< into the vector that was sent
    HttpResult result;
};

/// Many requests to one endpoint whose results come back in batches. Same thread and lifetime rules as
/// HttpCall.
class HttpBatch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Ends what is under way; the rest comes as Cancelled, then `finished`.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// Each index exactly once over all signals.
    void results(const std::vector<stowage::BatchItem>& items);
    void finished();
};

} // namespace stowage
