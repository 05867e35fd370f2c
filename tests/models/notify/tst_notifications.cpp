// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/NotificationDesk.h"
#include "tests/support/WallClock.h"

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
    Millis patience() const override { return slow; }

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
    Millis slow{UsualPatience};
    std::vector<Notification> sent;

private:
    QString m_name;
};

QuietHours eveningFrom(std::chrono::minutes from, std::chrono::minutes to)
{
    QuietHours evening;
    evening.from = from;
    evening.to = to;
    return evening;
}

/// A desk with one channel, and what it wrote into the log. `told`: by earlier runs. `expected`: channels
/// that come later.
struct Rig
{
    explicit Rig(NotificationRules rules = {}, FakeChannel::Manner manner = FakeChannel::Accepts,
                 const std::vector<AlertEvent>& told = {}, const QStringList& expected = {})
        : desk(std::move(rules),
               {[this](const QString& id) { return find(id); },
                [this](const Incident& incident) {
                    return heldBack.contains(incident.id);
                }},
               clock)
    {
        channel = add(QStringLiteral("desktop"), manner);
        QObject::connect(&desk, &NotificationDesk::happened, &desk,
                         [this](const std::vector<AlertEvent>& events) {
                             log.insert(log.end(), events.begin(), events.end());
                         });
        for (const QString& name : expected) {
            desk.expectChannel(name);
        }
        desk.restore(told);
    }

    const Incident* find(const QString& id)
    {
        ++asked;
        const auto found = incidents.constFind(id);
        return found == incidents.cend() ? nullptr : &*found;
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

    void look(const Incident& incident)
    {
        incidents.insert(incident.id, incident);
        desk.look({incident.id});
    }

    ManualClock clock;
    QHash<QString, Incident> incidents;
    QSet<QString> heldBack;
    int asked = 0; ///< for an incident
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
    void heldBack();
    void heldBackOnceTold();
    void overWaitsForTheMorning();
    void overOfTheMuted();
    void manyAreLookedAtOnce();
    void tooManyBecomeOneDigest();
    void digestKeepsOrderAndLast();
    void triedAgainWithGrowingPauses();
    void givenUpIsShown();
    void hangingChannelKeepsNobodyWaiting();
    void slowChannelIsWaitedFor();
    void clockSetBackMakesNoPauseLonger();
    void clockSetForwardIsSeen();
    void clockSetBackDelaysNoNagging();
    void lateAnswerCountsOnce();
    void restartTellsNothingTwice();
    void restartAfterADigest();
    void restartAfterItCameBack();
    void severityThatSwings();
    void whatOthersToldCountsForNothing();
    void brokenChannelCatchesUp();
    void catchesUpWhenTheNightIsOver();
    void lateChannelCatchesUp();
    void anotherIdIsNoNews();
    void selfTest();
    void selfTestBySchedule();
    void selfTestOfAChannelThatIsMissing();
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
    rules.quiet = {eveningFrom(21h, 23h)}; // the clock starts at 22:00 UTC
    Rig rig(rules);
    rig.look(rig.incident(QStringLiteral("I-1"), AlertSeverity::Warning));
    rig.look(rig.incident(QStringLiteral("I-2"), AlertSeverity::Critical));
    QCOMPARE(rig.channel->titles(), QStringList({QStringLiteral("node I-2 is gone")}));
    rig.clock.advance(61min);
    QVERIFY(rig.channel->titles().contains(QStringLiteral("node I-1 is gone")));
}

void TestNotifications::heldBack()
{
    Rig rig;
    const QString id = QStringLiteral("I-1");
    rig.heldBack = {id};
    Incident incident = rig.incident(id);
    rig.look(incident);
    rig.desk.lookAtHeldBack(); // something about alerts has changed, but not that
    rig.clock.advance(2h);
    QVERIFY(rig.channel->sent.empty());
    rig.heldBack.clear();
    rig.desk.lookAtHeldBack();
    rig.clock.advance(1s);
    QCOMPARE(rig.channel->titles(), QStringList(incident.title));

    Incident other = rig.incident(QStringLiteral("I-2"));
    rig.heldBack = {other.id};
    rig.look(other);
    other.state = IncidentState::Resolved; // while it was held back
    rig.look(other);
    rig.clock.advance(2h);
    QVERIFY(!rig.channel->titles().contains(other.title));
}

/// Work begins on a node after people were told that it is gone.
void TestNotifications::heldBackOnceTold()
{
    Rig rig;
    Incident incident = rig.incident(QStringLiteral("I-1"), AlertSeverity::Warning);
    rig.look(incident);
    rig.heldBack = {incident.id};
    incident.severity = AlertSeverity::Critical;
    rig.look(incident);
    rig.clock.advance(2h);
    QCOMPARE(rig.channel->sent.size(), size_t(1));
    incident.state = IncidentState::Resolved; // that it is over they want to know
    rig.look(incident);
    QCOMPARE(rig.channel->sent.back().kind, NotificationKind::Resolved);
}

void TestNotifications::overWaitsForTheMorning()
{
    NotificationRules rules;
    rules.quiet = {eveningFrom(23h, 6h)};
    Rig rig(rules);
    Incident incident = rig.incident(QStringLiteral("I-1"), AlertSeverity::Warning);
    rig.look(incident);
    incident.owner = QStringLiteral("mei");
    rig.look(incident);
    rig.clock.advance(5h); // 03:00
    incident.state = IncidentState::Resolved;
    rig.look(incident);
    QCOMPARE(rig.channel->sent.size(), size_t(1));
    rig.clock.advance(2h);
    QCOMPARE(rig.channel->sent.size(), size_t(1));
    rig.clock.advance(61min);
    QCOMPARE(rig.channel->sent.size(), size_t(2));
    QCOMPARE(rig.channel->sent[1].kind, NotificationKind::Resolved);
    rig.clock.advance(24h);
    QCOMPARE(rig.channel->sent.size(), size_t(2));
}

void TestNotifications::overOfTheMuted()
{
    Rig rig;
    Incident incident = rig.incident(QStringLiteral("I-1"));
    rig.look(incident);
    incident.mutedUntil = rig.clock.now() + 1h;
    incident.state = IncidentState::Resolved;
    rig.look(incident);
    rig.clock.advance(2h);
    rig.look(incident);
    QCOMPARE(rig.channel->sent.size(), size_t(1));
}

/// A night of many incidents, all of which grow older at the same moment.
void TestNotifications::manyAreLookedAtOnce()
{
    constexpr int Many = 500;
    NotificationRules rules;
    rules.quiet = {eveningFrom(21h, 23h)};
    Rig rig(rules);
    QStringList ids;
    for (int i = 0; i < Many; ++i) {
        const Incident incident = rig.incident(QStringLiteral("I-%1").arg(i), AlertSeverity::Warning);
        rig.incidents.insert(incident.id, incident);
        ids << incident.id;
    }
    rig.desk.look(ids);
    rig.asked = 0;
    rig.desk.look(ids);
    QCOMPARE(rig.asked, Many);
    rig.clock.advance(59min); // nothing falls due
    QCOMPARE(rig.asked, Many);
    QVERIFY(rig.channel->sent.empty());
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
    rig.clock.advance(NotificationChannel::UsualPatience + 6s);
    QCOMPARE(rig.channel->sent.size(), size_t(2)); // the first again
    QCOMPARE(rig.channel->sent[1].incident, QStringLiteral("I-1"));
}

/// A command of the profile may take up to ten minutes.
void TestNotifications::slowChannelIsWaitedFor()
{
    Rig rig({}, FakeChannel::Hangs);
    rig.channel->slow = 11min;
    rig.look(rig.incident(QStringLiteral("I-1")));
    rig.clock.advance(10min);
    QCOMPARE(rig.channel->sent.size(), size_t(1));
    Q_EMIT rig.channel->accepted(rig.channel->sent[0].id);
    QCOMPARE(rig.desk.courier().deliveries().front().state, DeliveryState::Accepted);
    QCOMPARE(rig.desk.courier().deliveries().front().attempts, 1);
}

void TestNotifications::clockSetBackMakesNoPauseLonger()
{
    WallClock clock;
    NotificationCourier courier(clock);
    auto made = std::make_unique<FakeChannel>(QStringLiteral("webhook"), FakeChannel::Refuses);
    FakeChannel* channel = made.get();
    courier.addChannel(std::move(made));
    Notification notice;
    notice.id = QStringLiteral("1");
    courier.bring(notice);
    notice.id = QStringLiteral("2");
    courier.bring(notice); // waits behind the first
    clock.set(-24h);
    channel->manner = FakeChannel::Accepts;
    clock.advance(5s);
    QCOMPARE(channel->sent.back().id, QStringLiteral("2"));
    QCOMPARE(courier.waiting(), size_t(0));

    channel->manner = FakeChannel::Refuses;
    courier.bring(notice);
    clock.advance(4s);
    clock.set(-24h);
    channel->manner = FakeChannel::Accepts;
    clock.advance(1s); // of the pause
    QCOMPARE(courier.waiting(), size_t(0));
}

/// Timers know nothing of it.
void TestNotifications::clockSetForwardIsSeen()
{
    WallClock clock;
    Incident muted;
    muted.id = QStringLiteral("I-1");
    muted.severity = AlertSeverity::Critical;
    muted.mutedUntil = clock.now() + 24h;
    NotificationDesk desk({},
                          {[&](const QString&) { return &muted; },
                           [](const Incident&) {
                               return false;
                           }},
                          clock);
    auto made = std::make_unique<FakeChannel>(QStringLiteral("desktop"));
    const FakeChannel* channel = made.get();
    desk.addChannel(std::move(made));
    desk.restore({});
    desk.look({muted.id});
    clock.set(25h);
    clock.advance(1min);
    QCOMPARE(channel->sent.size(), size_t(1));
}

void TestNotifications::clockSetBackDelaysNoNagging()
{
    WallClock clock;
    Incident incident;
    incident.id = QStringLiteral("I-1");
    incident.severity = AlertSeverity::Critical;
    NotificationDesk desk({},
                          {[&](const QString&) { return &incident; },
                           [](const Incident&) {
                               return false;
                           }},
                          clock);
    auto made = std::make_unique<FakeChannel>(QStringLiteral("desktop"));
    const FakeChannel* channel = made.get();
    desk.addChannel(std::move(made));
    desk.restore({});
    desk.look({incident.id});
    clock.set(-24h);
    clock.advance(1min);
    desk.look({incident.id}); // its impact has grown
    clock.advance(15min);
    QCOMPARE(channel->sent.size(), size_t(2));
    QCOMPARE(channel->sent[1].kind, NotificationKind::Unowned);
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

    Rig second({}, FakeChannel::Accepts, first.log);
    for (const Incident& incident : {one, two, three, first.incident(QStringLiteral("I-4"))}) {
        second.look(incident);
    }
    QCOMPARE(second.channel->titles(), QStringList({QStringLiteral("node I-4 is gone")}));
}

/// A digest is as bad as the worst in it; each of the others is as bad as it was.
void TestNotifications::restartAfterADigest()
{
    NotificationRules rules;
    rules.mostPerMinute = 1;
    Rig first(rules);
    const std::vector open{first.incident(QStringLiteral("I-1")),
                           first.incident(QStringLiteral("I-2"), AlertSeverity::Warning),
                           first.incident(QStringLiteral("I-3"))};
    for (const Incident& incident : open) {
        first.look(incident);
    }
    first.clock.advance(61s);
    QCOMPARE(first.channel->sent.size(), size_t(2));

    Rig second({}, FakeChannel::Accepts, first.log);
    for (const Incident& incident : open) {
        second.look(incident);
    }
    QCOMPARE(second.channel->titles(), QStringList());
}

/// What was told of its first life says nothing of the second.
void TestNotifications::restartAfterItCameBack()
{
    Rig first;
    Incident incident = first.incident(QStringLiteral("I-1"));
    first.look(incident);
    first.clock.advance(16min); // nobody's
    incident.state = IncidentState::Resolved;
    first.look(incident);
    incident.state = IncidentState::Open;
    incident.reopened = 1;
    first.look(incident);
    QCOMPARE(first.channel->sent.size(), size_t(4));

    Rig second({}, FakeChannel::Accepts, first.log);
    second.clock.advance(17min);
    second.look(incident);
    QCOMPARE(second.channel->sent.size(), size_t(0));
    second.clock.advance(15min);
    QCOMPARE(second.channel->sent.size(), size_t(1));
    QCOMPARE(second.channel->sent[0].kind, NotificationKind::Unowned);
    incident.state = IncidentState::Resolved;
    second.look(incident);
    QCOMPARE(second.channel->sent.size(), size_t(2));
    QCOMPARE(second.channel->sent[1].kind, NotificationKind::Resolved);
}

/// Each turn has an id of its own, or whoever passes over what was told would pass over the second.
void TestNotifications::severityThatSwings()
{
    Rig first({AlertSeverity::Info});
    Incident incident = first.incident(QStringLiteral("I-1"), AlertSeverity::Info);
    first.look(incident);
    QStringList ids;
    for (const AlertSeverity severity :
         {AlertSeverity::Warning, AlertSeverity::Critical, AlertSeverity::Warning, AlertSeverity::Critical,
          AlertSeverity::Warning}) {
        incident.severity = severity;
        first.look(incident);
        ids << first.channel->sent.back().id;
    }
    QCOMPARE(first.channel->titles().at(1), QStringLiteral("more severe now: ") + incident.title);
    QCOMPARE(first.channel->titles().last(), QStringLiteral("less severe now: ") + incident.title);
    ids.removeDuplicates();
    QCOMPARE(ids.size(), 5);

    std::vector<AlertEvent> log = first.log;
    std::swap(log[4], log[5]); // by a slow channel
    Rig second({}, FakeChannel::Accepts, log);
    second.look(incident);
    QVERIFY(second.channel->sent.empty());
    incident.severity = AlertSeverity::Critical;
    second.look(incident);
    QCOMPARE(second.channel->sent.size(), size_t(1));
    QVERIFY(!ids.contains(second.channel->sent[0].id));
}

/// Another process over the same data, which tells by other ways.
void TestNotifications::whatOthersToldCountsForNothing()
{
    Rig window;
    const Incident incident = window.incident(QStringLiteral("I-1"));
    window.look(incident);
    ManualClock clock;
    const QHash<QString, Incident> incidents{{incident.id, incident}};
    NotificationDesk collector({},
                               {[&](const QString& id) { return &*incidents.constFind(id); },
                                [](const Incident&) {
                                    return false;
                                }},
                               clock);
    auto made = std::make_unique<FakeChannel>(QStringLiteral("pager"));
    const FakeChannel* pager = made.get();
    collector.addChannel(std::move(made));
    collector.look({incident.id}); // what others told is not known yet
    QVERIFY(pager->sent.empty());
    collector.restore(window.log);
    collector.look({incident.id});
    QCOMPARE(pager->titles(), QStringList(incident.title));
}

/// A webhook did not take it before the program ended; the others had.
void TestNotifications::brokenChannelCatchesUp()
{
    const QString chat = QStringLiteral("chat");
    Rig first;
    first.add(chat, FakeChannel::Hangs);
    const Incident one = first.incident(QStringLiteral("I-1"));
    const Incident two = first.incident(QStringLiteral("I-2"));
    first.look(one);
    first.look(two);

    Rig second({}, FakeChannel::Accepts, first.log);
    second.incidents = {{one.id, one}, {two.id, two}};
    const FakeChannel* channel = second.add(chat, FakeChannel::Accepts);
    second.desk.look({one.id, two.id});
    second.desk.look({one.id, two.id});
    QVERIFY(second.channel->sent.empty());
    QCOMPARE(channel->sent.size(), size_t(1)); // both in one
    QCOMPARE(channel->sent[0].lines, QStringList({one.title, two.title}));

    std::vector<AlertEvent> all = first.log;
    all.insert(all.end(), second.log.begin(), second.log.end());
    Rig third({}, FakeChannel::Accepts, all, {chat});
    third.add(chat, FakeChannel::Accepts);
    third.look(one);
    third.look(two);
    QVERIFY(third.log.empty());
}

void TestNotifications::catchesUpWhenTheNightIsOver()
{
    NotificationRules rules;
    rules.unownedAfter = 0min;
    Rig first(rules);
    Incident incident = first.incident(QStringLiteral("I-1"), AlertSeverity::Warning);
    first.look(incident);
    rules.quiet = {eveningFrom(21h, 23h)};
    Rig second(rules, FakeChannel::Accepts, first.log);
    const FakeChannel* chat = second.add(QStringLiteral("chat"), FakeChannel::Accepts);
    second.look(incident);
    QVERIFY(chat->sent.empty());
    second.clock.advance(61min);
    QCOMPARE(chat->titles(), QStringList(incident.title));
    QVERIFY(second.channel->sent.empty());
}

/// Its secret came late.
void TestNotifications::lateChannelCatchesUp()
{
    Rig rig;
    Incident over = rig.incident(QStringLiteral("I-1"));
    rig.look(over);
    over.state = IncidentState::Resolved;
    rig.look(over);
    const Incident open = rig.incident(QStringLiteral("I-2"));
    rig.look(open);
    const FakeChannel* late = rig.add(QStringLiteral("chat"), FakeChannel::Accepts);
    QCOMPARE(late->titles(), QStringList(open.title));
    QCOMPARE(rig.channel->sent.size(), size_t(3));
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

void TestNotifications::selfTestOfAChannelThatIsMissing()
{
    Rig rig;
    rig.desk.expectChannel(QStringLiteral("chat"));
    rig.desk.test();
    QCOMPARE(rig.desk.lastTest().channels, size_t(2));
    QCOMPARE(rig.desk.lastTest().accepted, size_t(1));
    QCOMPARE(rig.desk.lastTest().failed, size_t(1));
    QCOMPARE(rig.desk.lastTest().acceptedAt, Timestamp{});
    rig.add(QStringLiteral("chat"), FakeChannel::Accepts);
    rig.desk.test();
    QCOMPARE(rig.desk.lastTest().accepted, size_t(2));
}

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
