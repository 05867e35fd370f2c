// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QString>

#include <optional>

namespace stowage {

/// A record of `alerts`: what one user wants to be told of one system, and whether it is so.
struct HubAlert
{
    QString id;
    QString user;
    QString system;
    QString name;                ///< "Status", "CPU", …
    std::optional<double> limit; ///< in the hub's unit: %, MB/s, °C, a load
    double minutes = 1;          ///< for how long; up to 1 each sample counts by itself
    bool isTriggered = false;
    Timestamp updated{}; ///< when it was triggered or let go, or when its user changed it

    bool operator==(const HubAlert&) const = default;
};

/// A record of `alerts_history`: an alert was triggered, and let go or not. The hub keeps few of them.
struct HubAlertTurn
{
    QString id;
    QString alert; ///< HubAlert::id
    QString system;
    QString name;
    std::optional<double> limit; ///< what the hub calls value: never a measurement
    Timestamp began{};
    Timestamp ended{}; ///< the epoch: not yet

    bool isOpen() const { return ended == Timestamp{}; }
    bool operator==(const HubAlertTurn&) const = default;
};

/// A record of `quiet_hours`: no mail goes out then; the alerts are what they are.
struct HubQuietHours
{
    QString id;
    QString user;
    QString system;       ///< empty: all
    bool isDaily = false; ///< only the times of day of `from` and `to` count, in UTC
    Timestamp from{};
    Timestamp to{};

    bool operator==(const HubQuietHours&) const = default;
};

} // namespace stowage
