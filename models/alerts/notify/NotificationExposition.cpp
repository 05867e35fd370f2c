// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/NotificationExposition.h"

#include "models/self/ExpositionPage.h"

namespace stowage {
namespace {

void putNotices(ExpositionPage& page, const NotificationDesk& desk)
{
    const NotificationCourier& courier = desk.courier();
    page.family("notices_accepted_total", "counter", "Notices that a channel has taken over.");
    page.put(static_cast<double>(courier.acceptedInAll()));
    page.family("notices_undelivered_total", "counter", "Notices that were given up on a channel.");
    page.put(static_cast<double>(courier.undeliveredInAll()));
    page.family("notices_waiting", "gauge", "Notices that wait for a channel, or for the next digest.");
    page.put(static_cast<double>(courier.waiting() + desk.waitingForDigest()));
}

void putTest(ExpositionPage& page, const NotificationSelfTest& test)
{
    page.family("self_test_sent_time_seconds", "gauge", "When the way to people was tested.");
    page.putMoment(test.sentAt);
    page.family("self_test_accepted_time_seconds", "gauge", "When every channel had taken the test over.");
    page.putMoment(test.acceptedAt);
}

void putHeartbeat(ExpositionPage& page, const HeartbeatFigures& heartbeat)
{
    page.family("heartbeats_total", "counter", "Times that the dead man's switch was told.");
    page.put(static_cast<double>(heartbeat.sent));
    page.family("heartbeat_failures_total", "counter", "Times that it did not take it.");
    page.put(static_cast<double>(heartbeat.failed));
    page.family("heartbeat_accepted_time_seconds", "gauge", "When it last did.");
    page.putMoment(heartbeat.lastAccepted);
}

} // namespace

QByteArray notificationExposition(const NotificationDesk& desk,
                                  const std::optional<HeartbeatFigures>& heartbeat)
{
    ExpositionPage page;
    putNotices(page, desk);
    putTest(page, desk.lastTest());
    if (heartbeat) {
        putHeartbeat(page, *heartbeat);
    }
    return page.text();
}

} // namespace stowage
