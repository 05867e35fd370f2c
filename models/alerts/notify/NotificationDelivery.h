// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/notify/Notification.h"
#include "models/core/Error.h"

namespace stowage {

enum class DeliveryState : quint8
{
    Waiting, ///< for its turn, or for the next attempt
    Sent,    ///< handed to the channel, not answered yet
    Accepted,
    Undelivered, ///< given up
};

QString deliveryStateName(DeliveryState state); ///< "waiting", "sent", "accepted", "undelivered"

/// How a notice fares on one channel.
struct NotificationDelivery
{
    Notification notice;
    QString channel;
    DeliveryState state = DeliveryState::Waiting;
    int attempts = 0;
    Timestamp sentAt{};     ///< of the latest attempt
    Timestamp acceptedAt{}; ///< the epoch: not yet
    Timestamp nextAt{};     ///< of the next attempt, while Waiting
    Error error{};          ///< of the latest attempt that failed

    bool isOver() const { return state == DeliveryState::Accepted || state == DeliveryState::Undelivered; }
};

} // namespace stowage
