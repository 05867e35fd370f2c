// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/spegel/SpegelConnector.h"
#include "models/core/SystemClock.h"

#include <QEventLoop>

namespace stowage::bench {

/// The whole connector over a server that stands for all nodes.
class SweepSubject
{
public:
    explicit SweepSubject(const QByteArray& url);

    /// A full round, from the order to the last delta. How many cells it told as held; -1 when not all were
    /// told.
    int sweep();

    /// Connections opened so far, probes included.
    SourceStatus status() const { return m_status; }

private:
    class Wanted;

    void take(const Delta& delta);

    SystemClock m_clock;
    HttpEngine m_engine;
    std::unique_ptr<Inventory> m_inventory;
    std::unique_ptr<SpegelConnector> m_connector;
    SourceStatus m_status;
    QEventLoop m_loop;
    int m_told = 0;
    int m_held = 0;
};

} // namespace stowage::bench
