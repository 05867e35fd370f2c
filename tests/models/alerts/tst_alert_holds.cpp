// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/alerts/AlertBookFixture.h"
#include "tests/support/WallClock.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

AlertPolicy with(void (*change)(AlertTempo&))
{
    AlertPolicy policy = AlertBookFixture::patient();
    change(policy.usual);
    return policy;
}

AlertSilence silence(const QString& id, Timestamp until, bool isDeliveryOnly = false)
{
    AlertSilence made;
    made.id = id;
    made.createdBy = u"mei"_s;
    made.endsAt = until;
    made.isActive = true;
    made.isDeliveryOnly = isDeliveryOnly;
    return made;
}

Timestamp at(const QString& text)
{
    return *fromRfc3339(text);
}

} // namespace

/// Why an alert makes no noise: each reason stands on it with its end.
class TestAlertHolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotLastIsTransient()
    {
        AlertBookFixture f(with([](AlertTempo& tempo) { tempo.persistence = 120s; }));
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s)}); // for a minute so far
        QCOMPARE(f.all(), u"CPU/n1:pending"_s);
        QCOMPARE(f.holds(f.only()), u"waiting"_s);
        QCOMPARE(f.only().holds.front().until, f.clock.now() + 60s);
        QCOMPARE(f.turns(), u"heldBack"_s);
        f.pass(30s);
        f.whole(u"hub"_s, {});
        QCOMPARE(f.all(), u"CPU/n1:resolved"_s);
        QVERIFY(f.only().isTransient);
        QCOMPARE(f.turns(), QString());
        QCOMPARE(f.only().episodes, 0U);
    }

    void whatLastsFiresWhenItIsTime()
    {
        AlertBookFixture f(with([](AlertTempo& tempo) { tempo.persistence = 120s; }));
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s)});
        f.clock.advance(60s); // the book wakes itself
        f.book.flush();
        QCOMPARE(f.turns(), u"heldBack fired"_s);
        QCOMPARE(f.events.back().at, f.clock.now() - 120s);
        QVERIFY(!f.only().isHeldBack());
    }

    void whatFiresAgainSoonCoolsDown()
    {
        AlertBookFixture f(with([](AlertTempo& tempo) { tempo.cooldown = 300s; }));
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s)});
        QVERIFY(!f.only().isHeldBack());
        f.pass(60s);
        f.whole(u"hub"_s, {});
        f.pass(60s);
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s)});
        QCOMPARE(f.holds(f.only()), u"cooldown"_s);
        QCOMPARE(f.only().holds.front().until, f.clock.now() + 180s);
        QCOMPARE(f.turns(), u"fired ended fired heldBack"_s);
        QCOMPARE(f.events.back().until, f.clock.now() + 180s);
        QCOMPARE(f.events.back().note, u"cooldown"_s);
        f.pass(179s);
        QCOMPARE(f.turns(), QString());
        f.pass(1s);
        QCOMPARE(f.turns(), u"letThrough"_s);
        QVERIFY(!f.only().isHeldBack());
    }

    void aClockThatJumpsBackLosesNothingAndTellsNothingTwice()
    {
        const AlertBookFixture f;
        WallClock clock;
        AlertBook book(f.places, AlertBookFixture::patient(), clock);
        std::vector<AlertEvent> events;
        QObject::connect(&book, &AlertBook::happened, &book, [&events](const std::vector<AlertEvent>& told) {
            events.insert(events.end(), told.begin(), told.end());
        });
        const auto take = [&](std::vector<AlertObservation> alerts) {
            AlertReport report;
            report.isWhole = true;
            report.alerts = std::move(alerts);
            book.take(u"hub"_s, report, clock.now());
            book.tick();
            book.flush();
        };
        const AlertObservation stands = f.of(u"CPU"_s, u"n1"_s);
        const AlertObservation ends = f.of(u"Disk"_s, u"n1"_s);
        AlertObservation comes = f.of(u"Memory"_s, u"n1"_s);
        take({stands, ends});
        clock.set(-1h); // all of that lies ahead now
        take({stands, ends});
        QCOMPARE(events.size(), 2U);
        take({stands});
        comes.startedAt = clock.now() - 1min;
        take({stands, comes});
        clock.set(1h);
        take({stands, comes});
        clock.set(-24h);
        take({stands, comes});
        take({});
        QSet<QString> uids;
        QHash<QString, QString> turns;
        for (const AlertEvent& event : events) {
            QVERIFY2(!uids.contains(event.uid), qPrintable(event.uid));
            uids.insert(event.uid);
            QVERIFY(event.at <= event.seenAt);
            turns[event.name] += alertEventKindName(event.kind) + u' ';
        }
        QCOMPARE(turns.size(), 3);
        for (auto each = turns.cbegin(); each != turns.cend(); ++each) {
            QVERIFY2(*each == u"fired ended "_s, qPrintable(each.key() + u": "_s + *each));
        }
        for (const Alert& alert : book.alerts()) {
            QCOMPARE(alert.state, AlertState::Resolved);
        }
    }

    void aClockThatJumpsBackMakesNoCooldownLonger()
    {
        const AlertBookFixture f;
        WallClock clock;
        AlertBook book(f.places, with([](AlertTempo& tempo) { tempo.cooldown = 300s; }), clock);
        AlertObservation told = f.of(u"CPU"_s, u"n1"_s);
        const auto take = [&](std::vector<AlertObservation> alerts) {
            AlertReport report;
            report.isWhole = true;
            report.alerts = std::move(alerts);
            book.take(u"hub"_s, report, clock.now());
        };
        take({told});
        take({});
        told.startedAt = clock.now();
        take({told});
        QCOMPARE(f.holds(book.alerts().front()), u"cooldown"_s);
        clock.set(-24h);
        book.tick();
        book.flush();
        QCOMPARE(f.holds(book.alerts().front()), u"cooldown"_s);
        QVERIFY(book.alerts().front().holds.front().until <= clock.now() + 300s);
        clock.advance(300s);
        book.tick();
        book.flush();
        QVERIFY(!book.alerts().front().isHeldBack());
        take({told}); // seen before it began, by this clock
        take({});
        QCOMPARE(book.alerts().front().state, AlertState::Resolved);
        QVERIFY(book.alerts().front().endedAt <= clock.now());
    }

    void aClockThatJumpsBackMakesNoWaitLonger()
    {
        const AlertBookFixture f;
        WallClock clock;
        AlertBook book(f.places, with([](AlertTempo& tempo) { tempo.persistence = 120s; }), clock);
        AlertObservation told = f.of(u"CPU"_s, u"n1"_s);
        told.startedAt = clock.now();
        AlertReport report;
        report.alerts = {told};
        book.take(u"hub"_s, report, clock.now());
        QCOMPARE(f.holds(book.alerts().front()), u"waiting"_s);
        clock.set(-1h);
        book.tick();
        book.flush();
        QVERIFY(book.alerts().front().holds.front().until <= clock.now() + 120s);
        clock.advance(120s);
        book.tick();
        book.flush();
        QCOMPARE(book.alerts().front().state, AlertState::Firing);
    }

    void aClockThatJumpsBackMakesNoSettlingLonger()
    {
        const AlertBookFixture f;
        WallClock clock;
        AlertBook book(f.places, with([](AlertTempo& tempo) {
                           tempo.hysteresis = 0.1;
                           tempo.hysteresisAtMost = 120s;
                       }),
                       clock);
        AlertObservation told = f.of(u"CPU"_s, u"n1"_s);
        told.threshold = 80;
        const auto take = [&](AlertPhase phase, double value) {
            told.phase = phase;
            told.value = value;
            AlertReport report;
            report.alerts = {told};
            book.take(u"hub"_s, report, clock.now());
        };
        take(AlertPhase::Firing, 91);
        take(AlertPhase::Ended, 79);
        QCOMPARE(f.holds(book.alerts().front()), u"settling"_s);
        clock.set(-1h);
        book.tick();
        book.flush();
        clock.advance(120s);
        book.tick();
        book.flush();
        QCOMPARE(book.alerts().front().state, AlertState::Resolved);
    }

    void whatTurnsTooOftenFlaps()
    {
        AlertBookFixture f(with([](AlertTempo& tempo) {
            tempo.flapTurns = 4;
            tempo.flapWindow = 600s;
            tempo.flapCalm = 120s;
        }));
        for (int turn = 0; turn < 10; ++turn) {
            f.whole(u"hub"_s,
                    turn % 2 == 0 ? std::vector{f.of(u"CPU"_s, u"n1"_s)} : std::vector<AlertObservation>{});
            f.pass(20s);
        }
        QCOMPARE(
            f.turns(),
            u"fired ended fired flapping heldBack heldBack heldBack heldBack heldBack heldBack heldBack"_s);
        QCOMPARE(f.all(), u"CPU/n1:firing"_s);
        QCOMPARE(f.holds(f.only()), u"flapping"_s);
        QCOMPARE(f.only().flappingSince, f.clock.now() - 200s);
        QCOMPARE(f.only().turns, 10U);
        QCOMPARE(f.only().episodes, 5U);
        QCOMPARE(f.events.back().note, u"flapping: ended"_s);

        f.pass(100s);
        QCOMPARE(f.turns(), u"steady ended"_s);
        QCOMPARE(f.all(), u"CPU/n1:resolved"_s);
        QVERIFY(!f.only().isHeldBack());
        QCOMPARE(f.only().flappingSince, Timestamp{});
    }

    void whatFlapsAndStaysUpGoesOnFiring()
    {
        AlertBookFixture f(with([](AlertTempo& tempo) {
            tempo.flapTurns = 3;
            tempo.flapWindow = 600s;
            tempo.flapCalm = 60s;
        }));
        const AlertObservation one = f.of(u"CPU"_s, u"n1"_s);
        f.whole(u"hub"_s, {one});
        f.pass(10s);
        f.whole(u"hub"_s, {});
        f.pass(100s);
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s)});
        QCOMPARE(f.turns(), u"fired ended fired flapping"_s);
        f.pass(60s);
        QCOMPARE(f.turns(), u"steady"_s);
        QCOMPARE(f.all(), u"CPU/n1:firing"_s);
        QVERIFY(!f.only().isHeldBack());
    }

    void silencesAreShown()
    {
        AlertBookFixture f;
        AlertObservation told = f.labelled(u"A instance=n1"_s);
        told.silencedBy = {u"s1"_s};
        AlertReport report{true, false, {told}, {}, {}, {}, 0};
        report.silences = {silence(u"s1"_s, f.clock.now() + 1h)};
        f.take(u"am"_s, report);
        f.whole(u"prom"_s, {f.labelled(u"A instance=n1"_s)});
        QCOMPARE(f.holds(f.only()), u"silenced"_s);
        QCOMPARE(f.only().holds.front().until, f.clock.now() + 1h);
        QCOMPARE(f.only().holds.front().by, u"s1 (mei)"_s);
        QCOMPARE(f.turns(), u"fired silenced"_s);
        QCOMPARE(f.book.silences().size(), 1U);

        report.silences = {silence(u"s1"_s, f.clock.now() + 2h)}; // made longer
        f.take(u"am"_s, report);
        QCOMPARE(f.only().holds.front().until, f.clock.now() + 2h);
        report.alerts.front().silencedBy.clear();
        f.take(u"am"_s, report);
        QCOMPARE(f.turns(), u"unsilenced"_s);
        QVERIFY(!f.only().isHeldBack());
    }

    void quietHoursOfAHubAreNoSilence()
    {
        AlertBookFixture f;
        AlertObservation told = f.of(u"CPU"_s, u"n1"_s);
        told.silencedBy = {u"q1"_s};
        AlertReport report{true, false, {told}, {}, {}, {}, 0};
        report.silences = {silence(u"q1"_s, {}, true)};
        f.take(u"hub"_s, report);
        QCOMPARE(f.holds(f.only()), u"quietHours"_s);
    }

    void inhibitionIsToldApart()
    {
        AlertBookFixture f;
        AlertObservation told = f.labelled(u"A instance=n1"_s);
        told.inhibitedBy = {u"0f3a"_s};
        f.whole(u"am"_s, {told});
        QCOMPARE(f.holds(f.only()), u"inhibited"_s);
        told.inhibitedBy.clear();
        f.whole(u"am"_s, {told});
        QCOMPARE(f.turns(), u"fired inhibited uninhibited"_s);
    }

    void maintenanceHoldsBackWhatItIsAbout()
    {
        AlertPolicy policy = AlertBookFixture::patient();
        MaintenanceWindow window;
        window.name = u"switch eu-b"_s;
        window.matcher.subject = u"eu-b-*"_s;
        AlertBookFixture f(policy);
        window.from = f.clock.now() + 60s;
        window.to = f.clock.now() + 120s;
        policy.maintenance = {window};
        f.book.setPolicy(policy);
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"eu-b-1"_s), f.of(u"CPU"_s, u"eu-c-1"_s)});
        QCOMPARE(f.turns(), u"fired fired"_s);
        f.clock.advance(60s);
        f.book.flush();
        QCOMPARE(f.turns(), u"heldBack"_s);
        QCOMPARE(f.events.back().note, u"maintenance: switch eu-b"_s);
        const Alert* held = f.book.find(u"hub"_s, u"eu-b-1/CPU"_s);
        QVERIFY(held != nullptr);
        QCOMPARE(f.holds(*held), u"maintenance"_s);
        QCOMPARE(held->holds.front().until, window.to);
        f.clock.advance(60s);
        f.book.flush();
        QCOMPARE(f.turns(), u"letThrough"_s);
    }

    void quietHoursLetTheSevereThrough()
    {
        AlertPolicy policy = AlertBookFixture::patient();
        QuietHours night;
        night.name = u"night"_s;
        policy.quietHours = {night};
        AlertBookFixture f(policy); // it is 22:00
        AlertObservation severe = f.of(u"Status"_s, u"n1"_s);
        severe.severity = AlertSeverity::Critical;
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s), severe});
        QCOMPARE(f.holds(*f.book.find(u"hub"_s, u"n1/CPU"_s)), u"quietHours"_s);
        QVERIFY(!f.book.find(u"hub"_s, u"n1/Status"_s)->isHeldBack());
        QCOMPARE(f.turns(), u"fired heldBack fired"_s);
        f.clock.advance(8h);
        f.book.flush();
        QCOMPARE(f.turns(), u"letThrough"_s);
    }

    void aValueNearItsThresholdSettlesFirst()
    {
        AlertBookFixture f(with([](AlertTempo& tempo) {
            tempo.hysteresis = 0.1;
            tempo.hysteresisAtMost = 120s;
        }));
        AlertObservation told = f.of(u"CPU"_s, u"n1"_s);
        told.threshold = 80;
        told.value = 91;
        f.part(u"hub"_s, {told});
        told.phase = AlertPhase::Ended;
        told.value = 79;
        f.part(u"hub"_s, {told});
        QCOMPARE(f.holds(f.only()), u"settling"_s);
        QCOMPARE(f.all(), u"CPU/n1:firing"_s);
        told.value = 60;
        f.part(u"hub"_s, {told});
        QCOMPARE(f.all(), u"CPU/n1:resolved"_s);

        told.phase = AlertPhase::Firing;
        told.startedAt = f.clock.now();
        told.value = 91;
        f.part(u"hub"_s, {told});
        told.phase = AlertPhase::Ended;
        told.value = 79;
        f.part(u"hub"_s, {told});
        f.pass(120s); // nobody tells a better value
        QCOMPARE(f.all(), u"CPU/n1:resolved"_s);
    }

    void temposGoByRule()
    {
        AlertPolicy policy = AlertBookFixture::patient();
        AlertTempo slow = policy.usual;
        slow.persistence = 600s;
        policy.rules = {{AlertMatcher{u"CPU*"_s, {}, {}, {}, {}, {}, {}}, slow}};
        AlertBookFixture f(policy);
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s), f.of(u"Disk"_s, u"n1"_s)});
        QCOMPARE(f.all(), u"CPU/n1:pending Disk/n1:firing"_s);
    }

    void matchers_data()
    {
        QTest::addColumn<AlertMatcher>("matcher");
        QTest::addColumn<bool>("isMatch");
        const auto row = [](const char* name, const AlertMatcher& matcher, bool isMatch) {
            QTest::newRow(name) << matcher << isMatch;
        };
        AlertMatcher matcher;
        row("nothing said", matcher, true);
        matcher.name = u"target*"_s;
        row("name, any case", matcher, true);
        matcher.name = u"target"_s;
        row("the whole name", matcher, false);
        matcher.name = u"T?rget*D*n"_s;
        row("stars and marks", matcher, true);
        matcher = {};
        matcher.name = QString(2000, u'*') + u"x"_s;
        row("many stars", matcher, false);
        matcher = {};
        matcher.source = u"am"_s;
        row("source", matcher, false);
        matcher.source = u"prom"_s;
        row("its source", matcher, true);
        matcher.labels = {{u"job"_s, u"n*e"_s}};
        row("label", matcher, true);
        matcher.labels = {{u"team"_s, u"x"_s}};
        row("label that it has not", matcher, false);
        matcher.labels = {{u"team"_s, u""_s}};
        row("label that it must not have", matcher, true);
        matcher = {};
        matcher.upTo = AlertSeverity::Info;
        row("too severe", matcher, false);
        matcher = {};
        matcher.kind = SubjectKind::Zone;
        row("kind", matcher, false);
        matcher.kind = SubjectKind::Host;
        matcher.subject = u"N1"_s;
        row("kind and subject", matcher, true);
    }
    void matchers()
    {
        QFETCH(AlertMatcher, matcher);
        AlertBookFixture f;
        f.whole(u"prom"_s, {f.labelled(u"TargetDown instance=n1 job=node"_s)});
        QTEST(matcher.matches(f.only()), "isMatch");
    }

    void windowsComeAgain()
    {
        MaintenanceWindow window;
        window.from = at(u"2026-11-02T20:00:00Z"_s);
        window.to = at(u"2026-11-02T22:00:00Z"_s);
        window.every = 168h;
        QVERIFY(!window.spanAt(at(u"2026-11-01T21:00:00Z"_s)));
        const auto span = window.spanAt(at(u"2026-11-23T21:59:59Z"_s));
        QVERIFY(span.has_value());
        QCOMPARE(span->to, at(u"2026-11-23T22:00:00Z"_s));
        QVERIFY(!window.spanAt(at(u"2026-11-23T22:00:00Z"_s)));
        QCOMPARE(window.nextTurn(at(u"2026-11-23T22:00:00Z"_s)), at(u"2026-11-30T20:00:00Z"_s));
        window.to = window.from - 1s;
        QVERIFY(!window.spanAt(window.from) && !window.nextTurn(window.from));
    }

    void quietHoursGoByTheLocalClock()
    {
        QuietHours hours;
        hours.zone = QTimeZone("Europe/Berlin");
        hours.days = 0b0000001;                                // begins on Mondays
        QVERIFY(!hours.spanAt(at(u"2026-11-22T22:00:00Z"_s))); // Sunday, 23:00 there
        QVERIFY(hours.spanAt(at(u"2026-11-23T21:00:00Z"_s)));
        const auto span = hours.spanAt(at(u"2026-11-24T04:59:00Z"_s));
        QVERIFY(span.has_value());
        QCOMPARE(span->from, at(u"2026-11-23T21:00:00Z"_s));
        QCOMPARE(span->to, at(u"2026-11-24T05:00:00Z"_s));
        QCOMPARE(hours.nextTurn(at(u"2026-11-24T05:00:00Z"_s)), at(u"2026-11-30T21:00:00Z"_s));
        hours.days = 0;
        QVERIFY(!hours.nextTurn(at(u"2026-11-24T05:00:00Z"_s)));
    }
};

QTEST_GUILESS_MAIN(TestAlertHolds)
#include "tst_alert_holds.moc"
