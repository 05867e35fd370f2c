// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/NotificationDesk.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr std::chrono::seconds HoldPause{1};
/// Between two looks at what is due, at most: the clock may have been set meanwhile.
constexpr std::chrono::minutes LongestWait{1};

} // namespace

NotificationDesk::NotificationDesk(NotificationRules rules, Sight sight, const Clock& clock, QObject* parent)
    : QObject(parent), m_clock(clock), m_sight(std::move(sight)), m_judge(std::move(rules)),
      m_limiter(m_judge.rules().mostPerMinute), m_courier(clock)
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

void NotificationDesk::addChannel(std::unique_ptr<NotificationChannel> channel)
{
    m_courier.addChannel(std::move(channel));
    QStringList told = m_judge.told();
    told.sort();
    look(told);
}

void NotificationDesk::restore(std::span<const AlertEvent> sent)
{
    std::vector<AlertEvent> own;
    std::ranges::copy_if(sent, std::back_inserter(own),
                         [this](const AlertEvent& event) { return isOurs(event.name); });
    m_judge.restore(own);
    m_reach.restore(own);
    if (!std::exchange(m_isRestored, true)) {
        scheduleTest();
    }
}

bool NotificationDesk::isOurs(const QString& channel) const
{
    return m_expected.contains(channel) || m_courier.channels().contains(channel);
}

void NotificationDesk::look(const QStringList& incidents)
{
    if (!m_isRestored) {
        return;
    }
    for (const QString& id : incidents) {
        drop(id);
        if (const Incident* incident = m_sight.find(id)) {
            lookAt(*incident);
        }
    }
    bringMissed();
    schedule();
}

void NotificationDesk::lookAtHeldBack()
{
    if (!m_heldBack.isEmpty() && !std::exchange(m_isToLook, true)) {
        m_clock.after(HoldPause, this, [this] {
            m_isToLook = false;
            look(m_heldBack.values());
        });
    }
}

/// It is not waited for any more.
void NotificationDesk::drop(const QString& incident)
{
    m_due.remove(incident);
    m_heldBack.remove(incident);
}

void NotificationDesk::forget(const QString& incident)
{
    drop(incident);
    m_judge.forget(incident);
    m_reach.forget(incident);
}

void NotificationDesk::rename(const QString& from, const QString& to)
{
    drop(from);
    m_judge.rename(from, to);
    m_reach.rename(from, to);
}

void NotificationDesk::lookAt(const Incident& incident)
{
    drop(incident.id);
    if (incident.isOpen() && m_sight.isHeldBack(incident)) {
        m_heldBack.insert(incident.id); // until an alert is let through nothing of it falls due
        return;
    }
    const Timestamp now = m_clock.now();
    if (std::optional<Notification> notice = m_judge.judge(incident, now)) {
        const bool isFirst =
            notice->kind == NotificationKind::Opened || notice->kind == NotificationKind::Reopened;
        m_reach.add(incident.id, m_courier.channels(), isFirst);
        if (const std::optional<Notification> passed = m_limiter.pass(*std::move(notice), now)) {
            m_courier.bring(*passed);
        }
    } else {
        catchUp(incident, now);
    }
    if (const std::optional<Timestamp> due = m_judge.dueAt(incident, now)) {
        m_due.insert(incident.id, *due);
    }
}

/// The incident was told, but not by every way that there is now.
void NotificationDesk::catchUp(const Incident& incident, Timestamp now)
{
    const QStringList lacking = m_reach.lacking(incident.id, m_courier.channels());
    if (lacking.isEmpty()) {
        return;
    }
    if (const std::optional<Notification> notice = m_judge.late(incident, now)) {
        m_reach.add(incident.id, lacking, false);
        for (const QString& channel : lacking) {
            m_missed[channel].push_back(*notice);
        }
    }
}

/// However much it is, it is one notice a channel, the worst first.
void NotificationDesk::bringMissed()
{
    for (auto& [channel, notices] : std::exchange(m_missed, {})) {
        std::ranges::stable_sort(notices, std::ranges::greater{}, &Notification::severity);
        m_courier.bringTo(channel, m_limiter.inOne(std::move(notices), m_clock.now()));
    }
}

/// Something has fallen due: a digest, or an incident that is nobody's for too long.
void NotificationDesk::lookAgain()
{
    const Timestamp now = m_clock.now();
    if (const std::optional<Notification> digest = m_limiter.digest(now)) {
        m_courier.bring(*digest);
    }
    QStringList due;
    for (auto it = m_due.cbegin(); it != m_due.cend(); ++it) {
        if (*it <= now) {
            due << it.key();
        }
    }
    look(due);
}

void NotificationDesk::schedule()
{
    std::optional<Timestamp> next = m_limiter.dueAt();
    for (const Timestamp at : std::as_const(m_due)) {
        next = std::min(next.value_or(at), at);
    }
    if (next == m_timerAt) {
        return;
    }
    m_timerAt = next;
    m_timer = next ? std::make_unique<QObject>() : nullptr;
    if (next) {
        const Millis wait = std::clamp<Millis>(*next - m_clock.now(), Millis{1}, LongestWait);
        m_clock.after(wait, m_timer.get(), [this] {
            m_timerAt.reset();
            lookAgain();
        });
    }
}

void NotificationDesk::test()
{
    const Timestamp now = m_clock.now();
    m_testId = QStringLiteral("test/%1").arg(now.time_since_epoch().count());
    const QStringList there = m_courier.channels();
    const auto missing = static_cast<size_t>(
        std::ranges::count_if(m_expected, [&there](const QString& id) { return !there.contains(id); }));
    m_test = {now, {}, m_courier.channelCount() + missing, 0, missing};
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
