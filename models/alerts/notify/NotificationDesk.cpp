// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/NotificationDesk.h"

namespace stowage {

NotificationDesk::NotificationDesk(NotificationRules rules, const Clock& clock, QObject* parent)
    : QObject(parent), m_clock(clock), m_judge(std::move(rules)), m_limiter(m_judge.rules().mostPerMinute),
      m_courier(clock)
{
    connect(&m_courier, &NotificationCourier::delivered, this, [this](const NotificationDelivery& delivery) {
        noteDelivery(delivery, AlertEventKind::NoticeSent);
    });
    connect(&m_courier, &NotificationCourier::failed, this, [this](const NotificationDelivery& delivery) {
        noteDelivery(delivery, AlertEventKind::NoticeFailed);
    });
    connect(&m_courier, &NotificationCourier::answered, this, &NotificationDesk::answered);
    connect(&m_courier, &NotificationCourier::changed, this, &NotificationDesk::changed);
}

NotificationDesk::~NotificationDesk() = default;

void NotificationDesk::restore(std::span<const AlertEvent> sent)
{
    m_judge.restore(sent);
    if (!std::exchange(m_isRestored, true)) {
        look(std::exchange(m_early, {}));
        scheduleTest();
    }
}

void NotificationDesk::look(std::span<const Incident> incidents)
{
    if (!m_isRestored) {
        m_early.insert(m_early.end(), incidents.begin(), incidents.end());
        return;
    }
    for (const Incident& incident : incidents) {
        lookAt(incident);
    }
    schedule();
}

void NotificationDesk::forget(const QString& incident)
{
    m_due.remove(incident);
    m_judge.forget(incident);
}

void NotificationDesk::rename(const QString& from, const QString& to)
{
    m_due.remove(from);
    m_judge.rename(from, to);
}

void NotificationDesk::lookAt(const Incident& incident)
{
    const Timestamp now = m_clock.now();
    if (std::optional<Notification> notice = m_judge.judge(incident, now)) {
        if (const std::optional<Notification> passed = m_limiter.pass(*std::move(notice), now)) {
            m_courier.bring(*passed);
        }
    }
    if (m_judge.dueAt(incident, now)) {
        m_due.insert(incident.id, incident);
    } else {
        m_due.remove(incident.id);
    }
}

/// Something has fallen due: a digest, or an incident that is nobody's for too long.
void NotificationDesk::lookAgain()
{
    if (const std::optional<Notification> digest = m_limiter.digest(m_clock.now())) {
        m_courier.bring(*digest);
    }
    const auto due = m_due.values();
    for (const Incident& incident : due) {
        lookAt(incident);
    }
    schedule();
}

void NotificationDesk::schedule()
{
    const Timestamp now = m_clock.now();
    std::optional<Timestamp> next = m_limiter.dueAt();
    for (const Incident& incident : std::as_const(m_due)) {
        const std::optional<Timestamp> at = m_judge.dueAt(incident, now);
        if (at && (!next || *at < *next)) {
            next = at;
        }
    }
    if (next == m_timerAt) {
        return;
    }
    m_timerAt = next;
    m_timer = next ? std::make_unique<QObject>() : nullptr;
    if (next) {
        m_clock.after(std::max(Millis{1}, *next - now), m_timer.get(), [this] {
            m_timerAt.reset();
            lookAgain();
        });
    }
}

void NotificationDesk::test()
{
    const Timestamp now = m_clock.now();
    m_testId = QStringLiteral("test/%1").arg(now.time_since_epoch().count());
    m_test = {now, {}, m_courier.channelCount(), 0, 0};
    Notification notice;
    notice.id = m_testId;
    notice.kind = NotificationKind::SelfTest;
    notice.severity = AlertSeverity::Info;
    notice.title = tr("Stowage tests the way to you");
    notice.detail = tr("Nothing is wrong. Nothing needs to be done.");
    notice.at = now;
    m_courier.bring(notice);
}

void NotificationDesk::scheduleTest()
{
    const std::chrono::minutes every = m_judge.rules().selfTestEvery;
    if (every.count() > 0) {
        m_clock.after(every, this, [this] {
            test();
            scheduleTest();
        });
    }
}

void NotificationDesk::noteDelivery(const NotificationDelivery& delivery, AlertEventKind kind)
{
    const bool isSent = kind == AlertEventKind::NoticeSent;
    if (delivery.notice.id == m_testId) {
        ++(isSent ? m_test.accepted : m_test.failed);
        if (m_test.accepted == m_test.channels) {
            m_test.acceptedAt = m_clock.now();
        }
    }
    std::vector<AlertEvent> events;
    // After a restart each incident that a digest spoke of has been told, too.
    for (const QString& id : QStringList(delivery.notice.id) + delivery.notice.tells) {
        AlertEvent event;
        event.kind = kind;
        event.uid = QStringLiteral("%1/%2/%3").arg(alertEventKindName(kind), delivery.channel, id);
        event.at = m_clock.now();
        event.seenAt = event.at;
        event.name = delivery.channel;
        event.severity = delivery.notice.severity;
        event.summary = delivery.notice.title;
        event.incident = id == delivery.notice.id ? delivery.notice.incident : id.section(u'/', 0, 0);
        event.other = id;
        if (!isSent) {
            event.note = delivery.error.message;
        }
        events.push_back(std::move(event));
    }
    Q_EMIT happened(events);
}

} // namespace stowage
