// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/alerts/AlertRetention.h"
#include "connectors/store/alerts/AlertTable.h"

namespace stowage {

/// Retention, in small steps: when the file has grown beyond its bound, the share of the oldest events that
/// is too much goes, and the room is given back to the disk. Throws SQLite::Exception.
class AlertKeeper
{
public:
    explicit AlertKeeper(AlertRetention retention) : m_retention(retention) {}

    /// Does a little of what is due; false when nothing is left.
    bool step(AlertTable& table);

private:
    enum class Stage : quint8
    {
        Look,
        Remove,
        Tidy,
        Vacuum,
    };

    const AlertRetention m_retention;
    Stage m_stage = Stage::Look;
    qint64 m_toRemove = 0; ///< events
};

} // namespace stowage
