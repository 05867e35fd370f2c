// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Delta.h"

#include <QObject>

namespace stowage {

class SeriesReader;

/// A source of the fleet. Lives on the GUI thread, never blocks it. Everything it learns leaves as deltas;
/// its own state (SourceStatus) travels in them too.
class Connector : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The profile's id of this source.
    virtual QString sourceId() const = 0;

    /// Begins a new generation and polls from then on. The first delta (status, "unseen") comes at once.
    virtual void start() = 0;

    /// Ends all that is under way; no delta comes afterwards.
    virtual void stop() = 0;

    /// Reads everything anew soon, not waiting for the interval.
    virtual void refresh() = 0;

    /// Who tells what its series were, where the source itself keeps them: long ranges are asked for there,
    /// not copied. Lives as long as the connector.
    virtual SeriesReader* series() { return nullptr; }

Q_SIGNALS:
    void delta(const stowage::Delta& delta);
};

} // namespace stowage
