// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/NotificationDesk.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

/// Takes everything, refuses everything, or says nothing at all.
class FakeChannel final : public NotificationChannel
{
    Q_OBJECT

public:
    enum Manner : quint8
    {
        Accepts,
        Refuses,
        RefusesForGood,
        Hangs
    };

    explicit FakeChannel(QString name, Manner how = Accepts) : manner(how), m_name(std::move(name)) {}

    QString id() const override { return m_name; }

    void send(const Notification& notice) override
    {
        sent.push_back(notice);
        if (manner == Accepts) {
            Q_EMIT accepted(notice.id);
        } else if (manner != Hangs) {
            Q_EMIT refused(notice.id, {ErrorKind::Connect, QStringLiteral("nobody there"), m_name, {}, {}},
                           manner == RefusesForGood);
        }
    }

    QStringList titles() const
    {
        QStringList all;
        for (const Notification& notice : sent) {
            all << notice.title;
        }
        return all;
    }

    Manner manner;
    std::vector<Notification> sent;

private:
    QString m_name;
};

/// A desk with one channel, and what it wrote into the log.
struct Rig
{
    explicit Rig(NotificationRules rules = {}, FakeChannel::Manner manner = FakeChannel::Accepts)
        : desk(std::move(rules), clock)
    {
        channel = add(QStringLiteral("desktop"), manner);
        QObject::connect(&desk, &NotificationDesk::happened, &desk,
                         [this](const std::vector<AlertEvent>& events) {
                             log.insert(log.end(), events.begin(), events.end());
                         });
        desk.restore({});
    }

    FakeChannel* add(const QString& name, FakeChannel::Manner manner)
    {
        auto made = std::make_unique<FakeChannel>(name, manner);
        FakeChannel* raw = made.get();
        desk.addChannel(std::move(made));
        return raw;
    }

    Incident incident(const QString& id, AlertSeverity severity = AlertSeverity::Critical) const
    {
        Incident made;
        made.id = id;
        made.title = QStringLiteral("node %1 is gone").arg(id);
        made.severity = severity;
        made.openedAt = clock.now();
        return made;
    }

    void look(const Incident& incident) { desk.look({&incident, 1}); }

    ManualClock clock;
    NotificationDesk desk;
    FakeChannel* channel = nullptr;
    std::vector<AlertEvent> log;
};

} // namespace

class TestNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachTurnOnce();
    void leastSeverity();
    void unowned();
    void ownedIsNotNagged();
    void muted();
    void quietHoursEnd();
    void tooManyBecomeOneDigest();
    void digestKeepsOrderAndLast();
    void triedAgainWithGrowingPauses();
    void givenUpIsShown();
    void hangingChannelKeepsNobodyWaiting();
    void lateAnswerCountsOnce();
    void restartTellsNothingTwice();
    void anotherIdIsNoNews();
    void selfTest();
    void selfTestBySchedule();
};

void TestNotifications::eachTurnOnce()
{
    Rig rig;
    Incident incident = rig.incident(QStringLiteral("I-1"), AlertSeverity::Warning);
    rig.look(incident);
    rig.look(incident);
    incident.severity = AlertSeverity::Critical;
    rig.look(incident);
    incident.told = 40; // more of the same is no news
    rig.look(incident);
    incident.state = IncidentState::Unknown; // neither is a silent source
    rig.look(incident);
    incident.state = IncidentState::Resolved;
    rig.look(incident);
    rig.look(incident);
    incident.state = IncidentState::Open;
    incident.reopened = 1;
    rig.look(incident);
    const QString title = incident.title;
    QCOMPARE(rig.channel->titles(),
             QStringList({title, QStringLiteral("now critical: ") + title, QStringLiteral("over: ") + title,
                          QStringLiteral("again: ") + title}));
    QCOMPARE(rig.log.size(), size_t(4));
    QCOMPARE(rig.log[0].kind, AlertEventKind::NoticeSent);
    QCOMPARE(rig.log[0].incident, incident.id);
}

void TestNotifications::leastSeverity()
{
    Rig rig({AlertSeverity::Critical});
    Incident incident = rig.incident(QStringLiteral("I-1"), AlertSeverity::Warning);
    rig.look(incident);
    incident.state = IncidentState::Resolved; // of what nobody was told the end is not told either
    rig.look(incident);
    QVERIFY(rig.channel->sent.empty());
}

void TestNotifications::unowned()
{
    Rig rig;
    rig.look(rig.incident(QStringLiteral("I-1")));
    rig.clock.advance(14min + 59s);
    QCOMPARE(rig.channel->sent.size(), size_t(1));
    rig.clock.advance(2s);
    QCOMPARE(rig.channel->sent.size(), size_t(2));
    QCOMPARE(rig.channel->sent[1].kind, NotificationKind::Unowned);
    rig.clock.advance(24h);
    QCOMPARE(rig.channel->sent.size(), size_t(2));
}

void TestNotifications::ownedIsNotNagged()
{
    Rig rig;
    Incident incident = rig.incident(QStringLiteral("I-1"));
    rig.look(incident);
    incident.owner = QStringLiteral("mei");
    rig.look(incident);
    rig.clock.advance(2h);
    QCOMPARE(rig.channel->sent.size(), size_t(1));
}

void TestNotifications::muted()
{
    Rig rig;
    Incident incident = rig.incident(QStringLiteral("I-1"));
    incident.mutedUntil = rig.clock.now() + 30min;
    rig.look(incident);
    rig.clock.advance(29min);
    QVERIFY(rig.channel->sent.empty());
    rig.clock.advance(2min); // it still stands when the mute ends
    QCOMPARE(rig.channel->sent.size(), size_t(1));
}

void TestNotifications::quietHoursEnd()
{
    NotificationRules rules;
    QuietHours evening; // the clock starts at 22:00 UTC
    evening.from = 21h;
    evening.to = 23h;
    rules.quiet = {evening};
    Rig rig(rules);
    rig.look(rig.incident(QStringLiteral("I-1"), AlertSeverity::Warning));
    rig.look(rig.incident(QStringLiteral("I-2"), AlertSeverity::Critical));
    QCOMPARE(rig.channel->titles(), QStringList({QStringLiteral("node I-2 is gone")}));
    rig.clock.advance(61min);
    QVERIFY(rig.channel->titles().contains(QStringLiteral("node I-1 is gone")));
}

void TestNotifications::tooManyBecomeOneDigest()
{
    NotificationRules rules;
    rules.mostPerMinute = 3;
    Rig rig(rules);
    for (int i = 0; i < 60; ++i) {
        rig.look(rig.incident(QStringLiteral("I-%1").arg(i)));
    }
    QCOMPARE(rig.channel->sent.size(), size_t(3));
    QCOMPARE(rig.desk.waitingForDigest(), size_t(57));
    rig.clock.advance(61s);
    QCOMPARE(rig.channel->sent.size(), size_t(4));
    const Notification& digest = rig.channel->sent[3];
    QCOMPARE(digest.kind, NotificationKind::Digest);
    QCOMPARE(digest.lines.size(), qsizetype(NotificationLimiter::MostLines + 1));
    QVERIFY(digest.lines.last().contains(QStringLiteral("37")));
    QCOMPARE(digest.tells.size(), qsizetype(57));
    QCOMPARE(rig.desk.waitingForDigest(), size_t(0));
}

void TestNotifications::digestKeepsOrderAndLast()
{
    NotificationRules rules;
    rules.mostPerMinute = 1;
    Rig rig(rules);
    rig.look(rig.incident(QStringLiteral("I-0")));
    Incident one = rig.incident(QStringLiteral("I-1"), AlertSeverity::Warning);
    rig.look(one);
    rig.look(rig.incident(QStringLiteral("I-2")));
    one.severity = AlertSeverity::Critical;
    rig.look(one);
    rig.clock.advance(61s);
    QCOMPARE(rig.channel->sent.back().lines, QStringList({QStringLiteral("now critical: node I-1 is gone"),
                                                          QStringLiteral("node I-2 is gone")}));
}

void TestNotifications::triedAgainWithGrowingPauses()
{
    Rig rig({}, FakeChannel::Refuses);
    rig.look(rig.incident(QStringLiteral("I-1")));
    QCOMPARE(rig.channel->sent.size(), size_t(1));
    rig.clock.advance(5s);
    QCOMPARE(rig.channel->sent.size(), size_t(2));
    rig.clock.advance(9s);
    QCOMPARE(rig.channel->sent.size(), size_t(2));
    rig.channel->manner = FakeChannel::Accepts;
    rig.clock.advance(1s);
    QCOMPARE(rig.channel->sent.size(), size_t(3));
    QCOMPARE(rig.desk.courier().deliveries().front().state, DeliveryState::Accepted);
    QCOMPARE(rig.desk.courier().deliveries().front().attempts, 3);
    QCOMPARE(rig.log.size(), size_t(1));
}

void TestNotifications::givenUpIsShown()
{
    Rig refusing({}, FakeChannel::Refuses);
    refusing.look(refusing.incident(QStringLiteral("I-1")));
    refusing.clock.advance(2h);
    QCOMPARE(refusing.channel->sent.size(),
             size_t(NotificationCourier::MostAttempts) * 2); // and still nobody's
    QCOMPARE(refusing.desk.courier().undelivered(), size_t(2));
    QCOMPARE(refusing.log.front().kind, AlertEventKind::NoticeFailed);
    QCOMPARE(refusing.log.front().note, QStringLiteral("nobody there"));

    Rig final({}, FakeChannel::RefusesForGood);
    final.look(final.incident(QStringLiteral("I-1")));
    QCOMPARE(final.channel->sent.size(), size_t(1));
    QCOMPARE(final.desk.courier().deliveries().front().state, DeliveryState::Undelivered);
}

void TestNotifications::hangingChannelKeepsNobodyWaiting()
{
    Rig rig({}, FakeChannel::Hangs);
    FakeChannel* other = rig.add(QStringLiteral("webhook"), FakeChannel::Accepts);
    rig.look(rig.incident(QStringLiteral("I-1")));
    rig.look(rig.incident(QStringLiteral("I-2")));
    QCOMPARE(other->sent.size(), size_t(2));
    QCOMPARE(rig.channel->sent.size(), size_t(1)); // the second waits behind the first
    rig.clock.advance(NotificationCourier::Patience + 6s);
    QCOMPARE(rig.channel->sent.size(), size_t(2)); // the first again
    QCOMPARE(rig.channel->sent[1].incident, QStringLiteral("I-1"));
}

void TestNotifications::lateAnswerCountsOnce()
{
    Rig rig({}, FakeChannel::Hangs);
    rig.look(rig.incident(QStringLiteral("I-1")));
    const QString id = rig.channel->sent[0].id;
    Q_EMIT rig.channel->accepted(id);
    Q_EMIT rig.channel->accepted(id);
    Q_EMIT rig.channel->refused(id, {}, true);
    QCOMPARE(rig.log.size(), size_t(1));
    QCOMPARE(rig.desk.courier().undelivered(), size_t(0));
}

void TestNotifications::restartTellsNothingTwice()
{
    NotificationRules rules;
    rules.mostPerMinute = 1;
    Rig first(rules);
    const Incident one = first.incident(QStringLiteral("I-1"));
    const Incident two = first.incident(QStringLiteral("I-2"));
    const Incident three = first.incident(QStringLiteral("I-3"));
    first.look(one);
    first.look(two);
    first.look(three);
    first.clock.advance(61s); // two and three by a digest

    ManualClock clock;
    NotificationDesk second({}, clock);
    auto made = std::make_unique<FakeChannel>(QStringLiteral("desktop"));
    const FakeChannel* channel = made.get();
    second.addChannel(std::move(made));
    const std::vector open{one, two, three, first.incident(QStringLiteral("I-4"))};
    second.look(open); // before the log was read
    QVERIFY(channel->sent.empty());
    second.restore(first.log);
    QCOMPARE(channel->titles(), QStringList({QStringLiteral("node I-4 is gone")}));
}

/// An alert that came late made the incident older, and so its id another.
void TestNotifications::anotherIdIsNoNews()
{
    Rig rig;
    Incident incident = rig.incident(QStringLiteral("I-1"));
    rig.look(incident);
    rig.desk.rename(QStringLiteral("I-1"), QStringLiteral("I-0"));
    incident.id = QStringLiteral("I-0");
    rig.look(incident);
    QCOMPARE(rig.channel->sent.size(), size_t(1));
    incident.state = IncidentState::Resolved;
    rig.look(incident);
    QCOMPARE(rig.channel->sent.size(), size_t(2));
}

void TestNotifications::selfTest()
{
    Rig rig;
    FakeChannel* broken = rig.add(QStringLiteral("webhook"), FakeChannel::RefusesForGood);
    rig.desk.test();
    QCOMPARE(rig.channel->sent.size(), size_t(1));
    QCOMPARE(rig.channel->sent[0].kind, NotificationKind::SelfTest);
    QCOMPARE(rig.desk.lastTest().channels, size_t(2));
    QCOMPARE(rig.desk.lastTest().accepted, size_t(1));
    QCOMPARE(rig.desk.lastTest().failed, size_t(1));
    QCOMPARE(rig.desk.lastTest().acceptedAt, Timestamp{});
    broken->manner = FakeChannel::Accepts;
    rig.clock.advance(1s);
    rig.desk.test();
    QCOMPARE(rig.desk.lastTest().acceptedAt, rig.clock.now());
}

void TestNotifications::selfTestBySchedule()
{
    NotificationRules rules;
    rules.selfTestEvery = 24h;
    Rig rig(rules);
    rig.clock.advance(73h);
    QCOMPARE(rig.channel->sent.size(), size_t(3));
}

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
