// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Delta.h"
#include "models/hosts/HeldSamples.h"

#include <QObject>

#include <vector>

namespace stowage {

class Fleet;
class HostBook;

/// The way of deltas into the fleet and the hosts that the window shows, which can be held shut: while it is,
/// the screen stands still and what arrives is kept. What is superseded meanwhile is forgotten, so that it
/// never keeps more than about one fleet. GUI thread only; fleet and hosts outlive it.
class FleetGate : public QObject
{
    Q_OBJECT

public:
    /// `hosts` may be null.
    explicit FleetGate(Fleet& fleet, HostBook* hosts = nullptr, QObject* parent = nullptr);

    bool isShut() const { return m_shut; }

    /// Opening lets everything through that was kept, in order.
    void setShut(bool shut);

    /// How many deltas came while it was shut.
    int waiting() const { return m_waiting; }

public Q_SLOTS:
    void take(const stowage::Delta& delta);

Q_SIGNALS:
    void waitingChanged(int deltas);

private:
    /// What one generation of a source told meanwhile.
    struct Kept
    {
        Delta delta; ///< without samples
        HeldSamples samples;
    };

    void let(const Delta& delta);

    Fleet& m_fleet;
    HostBook* m_hosts;
    bool m_shut = false;
    int m_waiting = 0;
    std::vector<Kept> m_kept;
};

/// Makes `earlier` say what both say one after the other, of one source and generation. What `later`
/// supersedes goes. Samples are not among it: see HeldSamples.
void mergeDelta(Delta& earlier, const Delta& later);

} // namespace stowage
