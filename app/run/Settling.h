// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"
#include "models/ports/Inventory.h"

#include <QObject>

namespace stowage {

/// Waits until every source has answered once or failed, or the patience ends. Says so once.
///
/// Sources that tell who holds what have answered only when they were asked for all that the registries
/// named: their answer must stand for the inventory of this moment.
class Settling : public QObject
{
    Q_OBJECT

public:
    Settling(Fleet& fleet, const Inventory& inventory, const Clock& clock, QObject* parent = nullptr);

    /// What is waited for.
    enum class Until : quint8
    {
        Answered,
        PastRead, ///< of sources that tell hosts also the past that they keep, so that series have no holes
    };

    /// `expected`: the sources that the profile names; they may not all be in the fleet yet.
    void await(const QStringList& expected, Millis patience, Until until = Until::Answered);

    /// Those that have neither answered nor failed.
    QStringList waitingFor() const;

    /// Those that have answered, and still read the past that they keep.
    QStringList readingPast() const;

Q_SIGNALS:
    void settled();

private:
    void look();
    void finish();
    bool isSettled(const QString& id, bool isInventoryWhole) const;

    Fleet& m_fleet;
    const Inventory& m_inventory;
    const Clock& m_clock;
    QStringList m_expected;
    Until m_until = Until::Answered;
    bool m_waits = false;
};

} // namespace stowage
