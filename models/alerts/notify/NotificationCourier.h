// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/notify/NotificationDelivery.h"
#include "models/ports/Clock.h"
#include "models/ports/NotificationChannel.h"

#include <deque>
#include <memory>

namespace stowage {

/// Brings notices to every channel: one at a time each, in order, again with growing pauses when one is
/// refused, until it is accepted or given up, which stays visible. A channel that hangs, or takes longer than
/// its NotificationChannel::patience(), keeps no other waiting.
class NotificationCourier : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostAttempts = 8;
    static constexpr std::chrono::seconds FirstPause{5}; ///< doubles
    static constexpr std::chrono::minutes LongestPause{10};
    static constexpr size_t MostWaiting = 200; ///< a channel; the oldest is given up
    static constexpr size_t MostKept = 500;    ///< deliveries that are over, for people to see

    explicit NotificationCourier(const Clock& clock, QObject* parent = nullptr);
    ~NotificationCourier() override;

    /// Takes the channel over. Two of one name are two.
    void addChannel(std::unique_ptr<NotificationChannel> channel);
    size_t channelCount() const { return m_routes.size(); }
    QStringList channels() const; ///< their ids

    void bring(const Notification& notice);
    /// By this one only.
    void bringTo(const QString& channel, const Notification& notice);

    /// The latest first: under way, undelivered, accepted.
    std::vector<NotificationDelivery> deliveries() const;
    size_t undelivered() const;
    size_t waiting() const;
    quint64 acceptedInAll() const { return m_accepted; } ///< since the start
    quint64 undeliveredInAll() const { return m_undelivered; }

Q_SIGNALS:
    void delivered(const stowage::NotificationDelivery& delivery);
    /// Given up.
    void failed(const stowage::NotificationDelivery& delivery);
    /// See NotificationChannel::answered().
    void answered(const QString& incident, const QString& action);
    void changed();

private:
    struct Route
    {
        std::unique_ptr<NotificationChannel> channel;
        std::deque<NotificationDelivery> queue; ///< the front is under way
        std::unique_ptr<QObject> timer;         ///< context of what is scheduled
    };

    void bringBy(Route& route, const Notification& notice);
    void drive(Route& route);
    void send(Route& route);
    void take(Route& route, const QString& notice);
    void takeRefusal(Route& route, const QString& notice, const Error& error, bool isFinal);
    void end(Route& route, DeliveryState state);

    const Clock& m_clock;
    std::vector<std::unique_ptr<Route>> m_routes;
    std::deque<NotificationDelivery> m_over; ///< the latest last
    quint64 m_accepted = 0;
    quint64 m_undelivered = 0;
};

} // namespace stowage
