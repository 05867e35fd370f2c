// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/MicroRequest.h"
#include "app/demo/MicroResponse.h"
#include "models/core/Error.h"

#include <functional>
#include <memory>

namespace stowage {

/// A small HTTP/1.1 server on one port of 127.0.0.1, over libmicrohttpd, without a thread of its own: the
/// library's epoll descriptor lies in the event loop of the thread that calls listen(), and the handler runs
/// there.
///
/// It keeps its port when it refuses, so that a peer can go and come back at the same address. The handler
/// must not call the server back.
class MicroServer
{
public:
    using Handler = std::function<MicroAnswer(const MicroRequest&)>;

    explicit MicroServer(Handler handler);
    ~MicroServer();
    MicroServer(const MicroServer&) = delete;
    MicroServer& operator=(const MicroServer&) = delete;

    /// Takes a port (0: any free one) without listening: connections are refused. Connect when it is taken.
    Result<void> reserve(quint16 port = 0);

    /// Serves on the reserved port, or on any free one when none is reserved. Does nothing when it serves
    /// already.
    Result<void> listen();

    /// Cuts every connection, hanging ones too, and refuses new ones; the port stays reserved.
    void refuse();

    /// Cuts every connection and gives the port back.
    void close();

    /// Asks the handler again for every request that hangs.
    void resume();

    bool isListening() const;
    quint16 port() const;   ///< 0 when closed
    QByteArray url() const; ///< "http://127.0.0.1:PORT"

    int connectionCount() const; ///< open connections, hanging ones included
    int suspendedCount() const;  ///< requests that hang

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace stowage
