// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/notify/NotificationCourier.h"
#include "models/alerts/notify/NotificationJudge.h"
#include "models/alerts/notify/NotificationLimiter.h"
#include "models/alerts/notify/NotificationReach.h"

#include <QSet>

#include <functional>
#include <map>

namespace stowage {

/// How the latest test of the way to people went.
struct NotificationSelfTest
{
    Timestamp sentAt{};     ///< the epoch: never tested
    Timestamp acceptedAt{}; ///< by the last channel; the epoch: not by all yet
    size_t channels = 0;    ///< those that could not be used count as failed
    size_t accepted = 0;
    size_t failed = 0;
};

/// Tells people of incidents: what is worth a word, never too much of it, by every channel, until it has
/// arrived. What a way has missed, for it was not there or broken, it is told once it is back. Everything it
/// did is an event for the log. GUI thread.
class NotificationDesk : public QObject
{
    Q_OBJECT

public:
    /// What it asks about incidents.
    struct Sight
    {
        std::function<const Incident*(const QString& id)> find; ///< as it is now; null: there is none
        std::function<bool(const Incident&)> isHeldBack;        ///< one that is open; see isHeldBack()
    };

    NotificationDesk(NotificationRules rules, Sight sight, const Clock& clock, QObject* parent = nullptr);
    ~NotificationDesk() override;

    /// At any time: one that comes late is told what it has missed.
    void addChannel(std::unique_ptr<NotificationChannel> channel);

    /// A channel that should be there: until it is, a test of the way to people fails.
    void expectChannel(const QString& id) { m_expected << id; }

    /// See NotificationJudge::restore(). What channels have told that are not ours, as those of another
    /// process, counts for nothing: it has reached somebody else. Before this, nothing is told: what was open
    /// when the program ended would be told anew. After it everything that stands is to be looked at.
    void restore(std::span<const AlertEvent> sent);

    /// These incidents have changed, or are new.
    void look(const QStringList& incidents);
    /// Alerts have changed: what was held back may not be any more. Looks a little later, once.
    void lookAtHeldBack();
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
    bool isOurs(const QString& channel) const;
    void drop(const QString& incident);
    void lookAt(const Incident& incident);
    void catchUp(const Incident& incident, Timestamp now);
    void bringMissed();
    void lookAgain();
    void schedule();
    void scheduleTest();
    void noteDelivery(const NotificationDelivery& delivery, AlertEventKind kind);

    const Clock& m_clock;
    const Sight m_sight;
    NotificationJudge m_judge;
    NotificationReach m_reach;
    NotificationLimiter m_limiter;
    NotificationCourier m_courier;
    QHash<QString, Timestamp> m_due; ///< those that will be worth another look though nothing happens
    QSet<QString> m_heldBack;        ///< they stand, and nobody is told
    std::map<QString, std::vector<Notification>> m_missed; ///< by channel, within one look
    QStringList m_expected;
    std::unique_ptr<QObject> m_timer;
    std::optional<Timestamp> m_timerAt;
    NotificationSelfTest m_test;
    QString m_testId;
    bool m_isRestored = false;
    bool m_isToLook = false; ///< at what is held back
};

} // namespace stowage
