// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/NotificationCourier.h"

#include <algorithm>

namespace stowage {
namespace {

Millis pauseAfter(int attempts, const Error& error)
{
    Millis pause = NotificationCourier::FirstPause;
    for (int i = 1; i < attempts && pause < NotificationCourier::LongestPause; ++i) {
        pause *= 2;
    }
    const Millis asked = error.retryAfter.value_or(Millis{0});
    return std::min<Millis>(std::max(pause, asked), NotificationCourier::LongestPause);
}

} // namespace

NotificationCourier::NotificationCourier(const Clock& clock, QObject* parent)
    : QObject(parent), m_clock(clock)
{
}

NotificationCourier::~NotificationCourier() = default;

void NotificationCourier::addChannel(std::unique_ptr<NotificationChannel> channel)
{
    Route* route = m_routes.emplace_back(std::make_unique<Route>()).get();
    route->channel = std::move(channel);
    connect(route->channel.get(), &NotificationChannel::accepted, this,
            [this, route](const QString& notice) { take(*route, notice); });
    connect(route->channel.get(), &NotificationChannel::refused, this,
            [this, route](const QString& notice, const Error& error, bool isFinal) {
                takeRefusal(*route, notice, error, isFinal);
            });
    connect(route->channel.get(), &NotificationChannel::answered, this, &NotificationCourier::answered);
}

void NotificationCourier::bring(const Notification& notice)
{
    for (const auto& route : m_routes) {
        bringBy(*route, notice);
    }
    Q_EMIT changed();
}

void NotificationCourier::bringTo(const QString& channel, const Notification& notice)
{
    for (const auto& route : m_routes) {
        if (route->channel->id() == channel) {
            bringBy(*route, notice);
        }
    }
    Q_EMIT changed();
}

QStringList NotificationCourier::channels() const
{
    QStringList ids;
    for (const auto& route : m_routes) {
        ids << route->channel->id();
    }
    return ids;
}

void NotificationCourier::bringBy(Route& route, const Notification& notice)
{
    NotificationDelivery delivery;
    delivery.notice = notice;
    delivery.channel = route.channel->id();
    delivery.nextAt = m_clock.now();
    route.queue.push_back(std::move(delivery));
    if (route.queue.size() > MostWaiting) {
        end(route, DeliveryState::Undelivered);
    }
    drive(route);
}

std::vector<NotificationDelivery> NotificationCourier::deliveries() const
{
    std::vector<NotificationDelivery> all(m_over.begin(), m_over.end());
    for (const auto& route : m_routes) {
        all.insert(all.end(), route->queue.begin(), route->queue.end());
    }
    std::ranges::stable_sort(all, [](const NotificationDelivery& a, const NotificationDelivery& b) {
        return a.notice.at > b.notice.at;
    });
    return all;
}

size_t NotificationCourier::undelivered() const
{
    return static_cast<size_t>(std::ranges::count_if(
        m_over, [](const NotificationDelivery& each) { return each.state == DeliveryState::Undelivered; }));
}

size_t NotificationCourier::waiting() const
{
    size_t count = 0;
    for (const auto& route : m_routes) {
        count += route->queue.size();
    }
    return count;
}

/// Sends what is in front, unless it is under way or in its pause: which is the timer's, for the clock may be
/// set.
void NotificationCourier::drive(Route& route)
{
    if (route.queue.empty() || route.timer) {
        return;
    }
    const NotificationDelivery& front = route.queue.front();
    if (front.attempts == 0) {
        send(route);
        return;
    }
    route.timer = std::make_unique<QObject>();
    m_clock.after(pauseAfter(front.attempts, front.error), route.timer.get(),
                  [this, &route] { send(route); });
}

void NotificationCourier::send(Route& route)
{
    NotificationDelivery& front = route.queue.front();
    route.timer = std::make_unique<QObject>();
    front.state = DeliveryState::Sent;
    front.sentAt = m_clock.now();
    ++front.attempts;
    const Notification notice = front.notice;
    const Millis patience = route.channel->patience();
    m_clock.after(patience, route.timer.get(), [this, &route, patience, id = notice.id] {
        takeRefusal(route, id,
                    {ErrorKind::Timeout, tr("the channel said nothing for %1").arg(formatDuration(patience)),
                     route.channel->id(), tr("It is tried again."), std::nullopt},
                    false);
    });
    route.channel->send(notice);
}

void NotificationCourier::take(Route& route, const QString& notice)
{
    if (route.queue.empty() || route.queue.front().notice.id != notice ||
        route.queue.front().state != DeliveryState::Sent) {
        return; // the late answer to an attempt that was given up
    }
    end(route, DeliveryState::Accepted);
    drive(route);
    Q_EMIT changed();
}

void NotificationCourier::takeRefusal(Route& route, const QString& notice, const Error& error, bool isFinal)
{
    if (route.queue.empty() || route.queue.front().notice.id != notice ||
        route.queue.front().state != DeliveryState::Sent) {
        return;
    }
    NotificationDelivery& front = route.queue.front();
    front.error = error;
    if (isFinal || front.attempts >= MostAttempts) {
        end(route, DeliveryState::Undelivered);
    } else {
        front.state = DeliveryState::Waiting;
        front.nextAt = m_clock.now() + pauseAfter(front.attempts, error);
        route.timer.reset();
    }
    drive(route);
    Q_EMIT changed();
}

void NotificationCourier::end(Route& route, DeliveryState state)
{
    NotificationDelivery over = std::move(route.queue.front());
    route.queue.pop_front();
    route.timer.reset();
    over.state = state;
    if (state == DeliveryState::Accepted) {
        over.acceptedAt = m_clock.now();
    }
    ++(state == DeliveryState::Accepted ? m_accepted : m_undelivered);
    m_over.push_back(over);
    if (m_over.size() > MostKept) {
        m_over.pop_front();
    }
    state == DeliveryState::Accepted ? Q_EMIT delivered(over) : Q_EMIT failed(over);
}

} // namespace stowage
