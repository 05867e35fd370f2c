// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/EngineCore.h"

#include <QThread>

namespace stowage {

/// The thread of the engine. It runs no Qt event loop: it sleeps in libcurl's poll, and a command is an event
/// posted to the core plus a wake-up, so no lock of ours stands between the threads.
class EngineThread : public QThread
{
    Q_OBJECT

public:
    EngineThread(EngineOptions options, Outbox::Deliver deliver);
    ~EngineThread() override;

    /// Ends every transfer and waits for the thread: nothing is delivered after it.
    void stop();

    /// Runs a function on the engine's thread, in the order of the calls. Values only.
    template <class Command>
    void command(Command run)
    {
        QMetaObject::invokeMethod(
            m_core.get(), [core = m_core.get(), task = std::move(run)]() mutable { task(*core); },
            Qt::QueuedConnection);
        m_core->wake();
    }

protected:
    void run() override;

private:
    std::unique_ptr<EngineCore> m_core;
    bool m_stopped = false; ///< the engine thread's own
};

} // namespace stowage
