// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Delta.h"

#include <QObject>

#include <vector>

namespace stowage {

class Fleet;

/// The way of deltas into the fleet that the window shows, which can be held shut: while it is, the screen
/// stands still and what arrives is kept. What is superseded meanwhile is forgotten, so that it never keeps
/// more than about one fleet. GUI thread only; the fleet outlives it.
class FleetGate : public QObject
{
    Q_OBJECT

public:
    explicit FleetGate(Fleet& fleet, QObject* parent = nullptr);

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
    Fleet& m_fleet;
    bool m_shut = false;
    int m_waiting = 0;
    std::vector<Delta> m_kept;
};

/// Makes `earlier` say what both say one after the other, of one source and generation. What `later`
/// supersedes goes.
void mergeDelta(Delta& earlier, const Delta& later);

} // namespace stowage
