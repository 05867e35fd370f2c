// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoResolver.h"
#include "app/demo/DemoSize.h"
#include "models/core/Error.h"
#include "models/core/SystemClock.h"

#include <QObject>
#include <QThread>

#include <functional>

namespace stowage {

class DemoFleet;

/// The simulated fleet on a thread of its own, so that thousands of servers do not make the window wait as
/// no real fleet would. Only values cross.
class DemoHost : public QObject
{
    Q_OBJECT

public:
    /// `clock`: the machine's where it is null; outlives the host.
    explicit DemoHost(const DemoSize& size = {}, const Clock* clock = nullptr, QObject* parent = nullptr);
    ~DemoHost() override; ///< waits until the servers have gone

    /// Ends with started() or failed().
    void start(const QString& scenario);

    /// Calls `then` on this thread once the servers have had their turn: what had reached them is answered.
    void whenServed(std::function<void()> then);

    /// The names of the fleet's servers, for whoever watches and tries their addresses. Lives on this thread,
    /// as long as the host.
    const DemoResolver& resolver() const { return m_resolver; }

Q_SIGNALS:
    /// The fleet answers. `profile` is a whole one (schema stowage/profile/1) that points at its ports.
    void started(const QByteArray& profile);

    /// See DemoFleet::start().
    void failed(const stowage::Error& error);

private:
    const SystemClock m_ownClock;
    const Clock& m_clock;
    DemoResolver m_resolver{m_clock};
    DemoFleet* m_fleet; ///< lives on the thread
    QThread m_thread;
};

} // namespace stowage
