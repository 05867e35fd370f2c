// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Delta.h"

#include <QObject>

namespace stowage {

/// What outlives the program. It takes the same deltas as the fleet and gives back the last known fleet as
/// deltas of generation 0 with their own times, so that a restart begins with what was known, dated.
class History : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks for the last known fleet; answered by restored() once, also when there is none.
    virtual void requestLastFleet() = 0;

    /// Keeps a delta. Returns at once; written in the background, in order.
    virtual void record(const Delta& delta) = 0;

    /// Waits until all that was recorded is on disk. For the end of the program only.
    virtual void close() = 0;

Q_SIGNALS:
    void restored(const std::vector<stowage::Delta>& deltas);

    /// Disk full, corrupt file set aside, newer schema refused: told, not fatal.
    void failed(const stowage::Error& error);
};

} // namespace stowage
