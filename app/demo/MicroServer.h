// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/MicroEngine.h"
#include "models/core/Error.h"

namespace stowage {

/// A small HTTP/1.1 server on one port of 127.0.0.1. Its handler runs in the event loop of the thread that
/// calls listen(), which is the engine's.
///
/// It keeps its port when it refuses, so that a peer can go and come back at the same address. The handler
/// must not call the server back.
class MicroServer
{
public:
    using Handler = std::function<MicroAnswer(const MicroRequest&)>;

    /// A shared engine outlives its servers; without one the server has its own.
    explicit MicroServer(Handler handler, MicroEngine* shared = nullptr);
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

    bool isListening() const { return m_isListening; }
    quint16 port() const { return m_port; } ///< 0 when closed
    QByteArray url() const;                 ///< "http://127.0.0.1:PORT"

    int connectionCount() const { return m_site.connections; } ///< open, hanging ones included
    int suspendedCount() const { return m_site.hanging; }      ///< requests that hang

private:
    std::unique_ptr<MicroEngine> m_own;
    MicroEngine& m_engine;
    MicroSite m_site;
    quint16 m_port = 0;
    int m_socket = -1; ///< bound, and listening while it serves
    bool m_isListening = false;
};

} // namespace stowage
