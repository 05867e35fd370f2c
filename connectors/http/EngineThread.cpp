// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/EngineThread.h"

#include <QCoreApplication>

namespace stowage {

EngineThread::EngineThread(EngineOptions options, Outbox::Deliver deliver)
    : m_core(std::make_unique<EngineCore>(std::move(options), std::move(deliver)))
{
    setObjectName(QStringLiteral("http"));
    m_core->moveToThread(this);
}

EngineThread::~EngineThread()
{
    stop();
}

void EngineThread::stop()
{
    if (isRunning()) {
        command([this](EngineCore&) { m_stopped = true; });
        wait();
    }
}

void EngineThread::run()
{
    // Delivers the commands without an event loop: this is what one does with events for an object of its
    // thread.
    for (QCoreApplication::sendPostedEvents(m_core.get()); !m_stopped;
         QCoreApplication::sendPostedEvents(m_core.get())) {
        m_core->turnAndWait();
    }
    m_core->shutDown();
}

} // namespace stowage
