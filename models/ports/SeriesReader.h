// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesData.h"

#include <QObject>

namespace stowage {

/// Who can tell what series were: the history on disk, an engine that keeps a year of its own, or several of
/// them as one. GUI thread; never blocks.
class SeriesReader : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks; answered() comes once with the number returned here, never from within this call. Every series
    /// asked for is in the answer, in order, empty where nothing is known.
    virtual quint64 read(const SeriesQuery& query) = 0;

    /// The answer is wanted no more; it may come all the same.
    virtual void cancel(quint64 ticket) = 0;

Q_SIGNALS:
    void answered(quint64 ticket, const stowage::SeriesAnswer& answer);
};

} // namespace stowage
