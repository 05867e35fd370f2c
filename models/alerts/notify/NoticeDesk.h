// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/notify/NoticeCourier.h"
#include "models/alerts/notify/NoticeJudge.h"
#include "models/alerts/notify/NoticeLimiter.h"

namespace stowage {

/// How the latest test of the way to people went.
struct NoticeSelfTest
{
    Timestamp sentAt{};     ///< the epoch: never tested
    Timestamp acceptedAt{}; ///< by the last channel; the epoch: not by all yet
    size_t channels = 0;
    size_t accepted = 0;
    size_t failed = 0;
};

/// Tells people of incidents: what is worth a word, never too much of it, by every channel, until it has
/// arrived. Everything it did is an event for the log. GUI thread.
class NoticeDesk : public QObject
{
    Q_OBJECT

public:
    NoticeDesk(NoticeRules rules, const Clock& clock, QObject* parent = nullptr);
    ~NoticeDesk() override;

    void addChannel(std::unique_ptr<NoticeChannel> channel) { m_courier.addChannel(std::move(channel)); }

    /// See NoticeJudge::restore(). Before this, nothing is told: what was open when the program ended would
    /// be told anew.
    void restore(std::span<const AlertEvent> sent);

    /// These incidents have changed, or are new.
    void look(std::span<const Incident> incidents);
    void forget(const QString& incident);

    /// Sends a test by every channel now.
    void test();
    const NoticeSelfTest& lastTest() const { return m_test; }

    const NoticeCourier& courier() const { return m_courier; }
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
    void noteDelivery(const NoticeDelivery& delivery, AlertEventKind kind);

    const Clock& m_clock;
    NoticeJudge m_judge;
    NoticeLimiter m_limiter;
    NoticeCourier m_courier;
    QHash<QString, Incident> m_due; ///< those that will be worth another look though nothing happens
    std::unique_ptr<QObject> m_timer;
    std::optional<Timestamp> m_timerAt;
    NoticeSelfTest m_test;
    QString m_testId;
    bool m_isRestored = false;
    std::vector<Incident> m_early; ///< came before restore()
};

} // namespace stowage
