// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/NoticeCourier.h"

#include <algorithm>

namespace stowage {
namespace {

Millis pauseAfter(int attempts, const Error& error)
{
    Millis pause = NoticeCourier::FirstPause;
    for (int i = 1; i < attempts && pause < NoticeCourier::LongestPause; ++i) {
        pause *= 2;
    }
    const Millis asked = error.retryAfter.value_or(Millis{0});
    return std::min<Millis>(std::max(pause, asked), NoticeCourier::LongestPause);
}

} // namespace

NoticeCourier::NoticeCourier(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {}

NoticeCourier::~NoticeCourier() = default;

void NoticeCourier::addChannel(std::unique_ptr<NoticeChannel> channel)
{
    Route* route = m_routes.emplace_back(std::make_unique<Route>()).get();
    route->channel = std::move(channel);
    connect(route->channel.get(), &NoticeChannel::accepted, this,
            [this, route](const QString& notice) { take(*route, notice); });
    connect(route->channel.get(), &NoticeChannel::refused, this,
            [this, route](const QString& notice, const Error& error, bool isFinal) {
                takeRefusal(*route, notice, error, isFinal);
            });
    connect(route->channel.get(), &NoticeChannel::answered, this, &NoticeCourier::answered);
}

void NoticeCourier::bring(const Notice& notice)
{
    for (const auto& route : m_routes) {
        NoticeDelivery delivery;
        delivery.notice = notice;
        delivery.channel = route->channel->id();
        delivery.nextAt = m_clock.now();
        route->queue.push_back(std::move(delivery));
        if (route->queue.size() > MostWaiting) {
            end(*route, DeliveryState::Undelivered);
        }
        drive(*route);
    }
    Q_EMIT changed();
}

std::vector<NoticeDelivery> NoticeCourier::deliveries() const
{
    std::vector<NoticeDelivery> all(m_over.begin(), m_over.end());
    for (const auto& route : m_routes) {
        all.insert(all.end(), route->queue.begin(), route->queue.end());
    }
    std::ranges::stable_sort(
        all, [](const NoticeDelivery& a, const NoticeDelivery& b) { return a.notice.at > b.notice.at; });
    return all;
}

size_t NoticeCourier::undelivered() const
{
    return static_cast<size_t>(std::ranges::count_if(
        m_over, [](const NoticeDelivery& each) { return each.state == DeliveryState::Undelivered; }));
}

size_t NoticeCourier::waiting() const
{
    size_t count = 0;
    for (const auto& route : m_routes) {
        count += route->queue.size();
    }
    return count;
}

/// Sends what is in front, unless it is under way or its pause has not passed.
void NoticeCourier::drive(Route& route)
{
    if (route.queue.empty() || route.timer) {
        return;
    }
    NoticeDelivery& front = route.queue.front();
    route.timer = std::make_unique<QObject>();
    if (const Millis wait = front.nextAt - m_clock.now(); wait > Millis{0}) {
        m_clock.after(wait, route.timer.get(), [this, &route] {
            route.timer.reset();
            drive(route);
        });
        return;
    }
    front.state = DeliveryState::Sent;
    front.sentAt = m_clock.now();
    ++front.attempts;
    const Notice notice = front.notice;
    m_clock.after(Patience, route.timer.get(), [this, &route, id = notice.id] {
        takeRefusal(route, id,
                    {ErrorKind::Timeout, tr("the channel said nothing for %1").arg(formatDuration(Patience)),
                     route.channel->id(), tr("It is tried again."), std::nullopt},
                    false);
    });
    route.channel->send(notice);
}

void NoticeCourier::take(Route& route, const QString& notice)
{
    if (route.queue.empty() || route.queue.front().notice.id != notice ||
        route.queue.front().state != DeliveryState::Sent) {
        return; // the late answer to an attempt that was given up
    }
    end(route, DeliveryState::Accepted);
    drive(route);
    Q_EMIT changed();
}

void NoticeCourier::takeRefusal(Route& route, const QString& notice, const Error& error, bool isFinal)
{
    if (route.queue.empty() || route.queue.front().notice.id != notice ||
        route.queue.front().state != DeliveryState::Sent) {
        return;
    }
    NoticeDelivery& front = route.queue.front();
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

void NoticeCourier::end(Route& route, DeliveryState state)
{
    NoticeDelivery over = std::move(route.queue.front());
    route.queue.pop_front();
    route.timer.reset();
    over.state = state;
    if (state == DeliveryState::Accepted) {
        over.acceptedAt = m_clock.now();
    }
    m_over.push_back(over);
    if (m_over.size() > MostKept) {
        m_over.pop_front();
    }
    state == DeliveryState::Accepted ? Q_EMIT delivered(over) : Q_EMIT failed(over);
}

} // namespace stowage
