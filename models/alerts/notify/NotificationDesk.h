// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/notify/NotificationCourier.h"
#include "models/alerts/notify/NotificationJudge.h"
#include "models/alerts/notify/NotificationLimiter.h"

namespace stowage {

/// How the latest test of the way to people went.
struct NotificationSelfTest
{
    Timestamp sentAt{};     ///< the epoch: never tested
    Timestamp acceptedAt{}; ///< by the last channel; the epoch: not by all yet
    size_t channels = 0;
    size_t accepted = 0;
    size_t failed = 0;
};

/// Tells people of incidents: what is worth a word, never too much of it, by every channel, until it has
/// arrived. Everything it did is an event for the log. GUI thread.
class NotificationDesk : public QObject
{
    Q_OBJECT

public:
    NotificationDesk(NotificationRules rules, const Clock& clock, QObject* parent = nullptr);
    ~NotificationDesk() override;

    void addChannel(std::unique_ptr<NotificationChannel> channel)
    {
        m_courier.addChannel(std::move(channel));
    }

    /// See NotificationJudge::restore(). Before this, nothing is told: what was open when the program ended
    /// would be told anew.
    void restore(std::span<const AlertEvent> sent);

    /// These incidents have changed, or are new.
    void look(std::span<const Incident> incidents);
    void forget(const QString& incident);
    /// See NotificationJudge::rename(). Before the new one is looked at.
    void rename(const QString& from, const QString& to);

    /// Sends a test by every channel now.
    void test();
    const NotificationSelfTest& lastTest() const { return m_test; }

    const NotificationCourier& courier() const { return m_courier; }
    size_t waitingForDigest() const { return m_limiter.waiting().size(); }

Q_SIGNALS:
    void happened(const std::vector<stowage::AlertEvent>& events);
    void answered(const QString& incident, const QString& action);
    void changed();

private:
    void lookAt(const Incident& incident);
    void lookAgain();
    void schedule();
    void scheduleTest();
    void noteDelivery(const NotificationDelivery& delivery, AlertEventKind kind);

    const Clock& m_clock;
    NotificationJudge m_judge;
    NotificationLimiter m_limiter;
    NotificationCourier m_courier;
    QHash<QString, Incident> m_due; ///< those that will be worth another look though nothing happens
    std::unique_ptr<QObject> m_timer;
    std::optional<Timestamp> m_timerAt;
    NotificationSelfTest m_test;
    QString m_testId;
    bool m_isRestored = false;
    std::vector<Incident> m_early; ///< came before restore()
};

} // namespace stowage
