// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

#include <QObject>

namespace stowage {

/// One exchange. Lives on the thread of whoever sent it; `finished` comes exactly once, never from within
/// send(), and not after destruction. Destroying the call cancels the exchange. Deletes itself after
/// `finished`.
class HttpCall : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Ends the exchange; `finished` comes with Cancelled, as the next event.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// Streams only: status and headers arrived, then the bytes as they come.
    void headersReceived(const stowage::HttpAnswer& answerWithoutBody);
    void chunk(const QByteArray& bytes);

    void finished(const stowage::HttpResult& result);
};

} // namespace stowage
