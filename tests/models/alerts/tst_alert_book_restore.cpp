// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/alerts/AlertBookFixture.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A later run of the same: what was told is in the log.
struct Restarted
{
    explicit Restarted(AlertBookFixture& before, AlertPolicy policy = AlertBookFixture::patient())
        : f(std::move(policy))
    {
        f.clock.advance(before.clock.now() - f.clock.now() + 10s);
        f.book.restore(before.events);
        f.book.flush();
        before.turns();
    }

    AlertBookFixture f;
};

QStringList uids(const AlertBookFixture& f)
{
    QStringList all;
    for (const AlertEvent& event : f.events) {
        all << event.uid;
    }
    return all;
}

AlertObservation episode(const AlertBookFixture& f, Millis ago, Millis length)
{
    AlertObservation told = f.of(u"CPU"_s, u"n1"_s, AlertPhase::Ended);
    told.startedAt = f.clock.now() - ago;
    told.endedAt = told.startedAt + length;
    return told;
}

AlertReport past(std::vector<AlertObservation> episodes)
{
    AlertReport report;
    report.past = std::move(episodes);
    return report;
}

} // namespace

/// What an earlier run has told is not told again, and what a source's history tells is told once.
class TestAlertBookRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openAlertsAreUnknownUntilAWitnessSpeaks()
    {
        AlertBookFixture before;
        const AlertObservation told = before.of(u"CPU"_s, u"n1"_s);
        before.whole(u"hub"_s, {told});
        Restarted after(before);
        AlertBookFixture& f = after.f;
        QCOMPARE(f.all(), u"CPU/n1:unknown"_s);
        QCOMPARE(f.only().key, before.only().key);
        QCOMPARE(f.only().since, before.only().since);
        QCOMPARE(f.only().episodes, 1U);
        f.whole(u"hub"_s, {told});
        QCOMPARE(f.all(), u"CPU/n1:firing"_s);
        QCOMPARE(f.turns(), QString());
        QCOMPARE(f.only().witnesses.size(), 1U);
    }

    void whatEndedMeanwhileEnds()
    {
        AlertBookFixture before;
        before.whole(u"am"_s, {before.labelled(u"A instance=n1 cluster=eu"_s)});
        Restarted after(before);
        after.f.take(u"am"_s, {true, true, {}, {}, {}, {}, 0}); // young: it may not know yet
        QCOMPARE(after.f.all(), u"A/n1:unknown"_s);
        after.f.whole(u"am"_s, {});
        QCOMPARE(after.f.turns(), u"ended"_s);
        QCOMPARE(after.f.events.back().uid.section(u'/', 1), before.events.front().uid.section(u'/', 1));
    }

    void whatIsDoubtfulIsUnknownAndTheRestEnds()
    {
        AlertBookFixture before;
        before.whole(u"stowage"_s, {before.of(u"node-gone"_s, u"n1"_s), before.of(u"node-gone"_s, u"n2"_s)});
        const QString doubtful = before.book.find(u"stowage"_s, before.of(u"node-gone"_s, u"n1"_s).key)->key;
        Restarted after(before);
        AlertReport report;
        report.isWhole = true;
        const auto take = [&] {
            after.f.book.take(u"stowage"_s, report, after.f.clock.now(), {doubtful});
            after.f.book.flush();
        };
        take();
        QCOMPARE(after.f.all(), u"node-gone/n1:unknown node-gone/n2:resolved"_s);
        QCOMPARE(after.f.turns(), u"ended"_s);
        after.f.pass(180s);
        take(); // nobody has told of it for long
        QCOMPARE(after.f.turns(), u"lost"_s);
        after.f.whole(u"stowage"_s, {});
        QCOMPARE(after.f.turns(), u"ended"_s);
    }

    void whatEndedAndBeganAnewMeanwhileIsTwo()
    {
        AlertBookFixture before;
        before.whole(u"hub"_s, {before.of(u"CPU"_s, u"n1"_s)});
        before.clock.advance(600s);
        Restarted after(before);
        after.f.whole(u"hub"_s, {after.f.of(u"CPU"_s, u"n1"_s)});
        QCOMPARE(after.f.turns(), u"ended fired"_s);
        QCOMPARE(after.f.only().episodes, 2U);
    }

    void ourOwnRulesBeginAnewWithEachRun()
    {
        AlertBookFixture before;
        before.whole(u"stowage"_s, {before.of(u"node-gone"_s, u"n1"_s)});
        before.clock.advance(600s);
        Restarted after(before);
        after.f.whole(u"stowage"_s, {after.f.of(u"node-gone"_s, u"n1"_s)});
        QCOMPARE(after.f.turns(), QString());
        QCOMPARE(after.f.only().since, before.only().since);
    }

    void anotherWitnessMayBeTheFirstToSpeak()
    {
        AlertBookFixture before;
        before.whole(u"am"_s, {before.labelled(u"A instance=n1 shop=eu"_s)});
        Restarted after(before);
        AlertBookFixture& f = after.f;
        f.whole(u"prom"_s, {f.labelled(u"A instance=n1"_s)});
        QCOMPARE(f.turns(), QString());
        QCOMPARE(f.only().key, before.only().key);
        QCOMPARE(f.only().state, AlertState::Firing);
        f.whole(u"prom"_s, {});
        QCOMPARE(f.turns(), u"ended"_s); // the other has not said anything in this run
    }

    void aSourceThatDoesNotComeBackIsToldAsLost()
    {
        AlertBookFixture before;
        before.whole(u"hub"_s, {before.of(u"CPU"_s, u"n1"_s)});
        Restarted after(before);
        after.f.book.setStanding(u"hub"_s, SourceStanding::Gone); // it has not answered yet
        after.f.pass(119s);
        QCOMPARE(after.f.turns(), QString());
        after.f.pass(1s);
        QCOMPARE(after.f.turns(), u"lost"_s);
        Restarted again(after.f);
        QCOMPARE(again.f.turns(), QString());
    }

    void lostAndFoundAreRemembered()
    {
        AlertBookFixture before;
        const AlertObservation told = before.of(u"CPU"_s, u"n1"_s);
        before.whole(u"hub"_s, {told});
        before.book.setStanding(u"hub"_s, SourceStanding::Gone);
        before.book.flush();
        Restarted after(before);
        after.f.book.setStanding(u"hub"_s, SourceStanding::Gone);
        after.f.pass(300s);
        QCOMPARE(after.f.turns(), QString());
        after.f.whole(u"hub"_s, {told});
        QCOMPARE(after.f.turns(), u"found"_s);
    }

    void holdsAreRemembered()
    {
        AlertPolicy policy = AlertBookFixture::patient();
        policy.usual.cooldown = 600s;
        AlertBookFixture before(policy);
        AlertObservation told = before.labelled(u"A instance=n1"_s);
        told.silencedBy = {u"s1"_s};
        before.whole(u"am"_s, {told});
        before.whole(u"am"_s, {});
        told.startedAt += 30s;
        before.whole(u"am"_s, {told});
        QCOMPARE(before.holds(before.only()), u"cooldown silenced"_s);
        QCOMPARE(before.turns(), u"fired silenced ended fired heldBack silenced"_s);

        Restarted after(before, policy);
        QCOMPARE(after.f.holds(after.f.only()), u"cooldown silenced"_s);
        after.f.whole(u"am"_s, {told});
        QCOMPARE(after.f.holds(after.f.only()), u"cooldown silenced"_s);
        QCOMPARE(after.f.turns(), QString());
        after.f.pass(600s);
        QCOMPARE(after.f.turns(), u"letThrough"_s);
    }

    void flappingIsRemembered()
    {
        AlertPolicy policy = AlertBookFixture::patient();
        policy.usual.flapTurns = 3;
        policy.usual.flapCalm = 60s;
        AlertBookFixture before(policy);
        AlertObservation told = before.of(u"CPU"_s, u"n1"_s);
        before.whole(u"hub"_s, {told});
        before.whole(u"hub"_s, {});
        told.startedAt += 10s;
        before.whole(u"hub"_s, {told});
        QCOMPARE(before.turns(), u"fired ended fired flapping"_s);
        Restarted after(before, policy);
        QVERIFY(after.f.only().flappingSince != Timestamp{});
        after.f.whole(u"hub"_s, {told});
        QCOMPARE(after.f.holds(after.f.only()), u"flapping"_s);
        after.f.pass(60s);
        QCOMPARE(after.f.turns(), u"steady"_s);
    }

    void failedRulesAreRemembered()
    {
        AlertBookFixture before;
        AlertReport report;
        report.failures = {
            {u"g/A"_s, u"A"_s, {ErrorKind::Malformed, u"x"_s, {}, {}, {}}, before.clock.now()}};
        before.take(u"prom"_s, report);
        QCOMPARE(before.turns(), u"unjudged"_s);
        Restarted after(before);
        QCOMPARE(after.f.all(), u"A/prom:unknown"_s);
        after.f.take(u"prom"_s, report);
        QCOMPARE(after.f.all(), u"A/prom:unjudged"_s);
        QCOMPARE(after.f.turns(), QString());
        Restarted again(before);
        report.failures->clear();
        again.f.take(u"prom"_s, report);
        QCOMPARE(again.f.turns(), u"judged"_s);
        QCOMPARE(again.f.all(), u"A/prom:resolved"_s);
    }

    void restoringTwiceCountsOnce()
    {
        AlertBookFixture before;
        before.whole(u"hub"_s, {before.of(u"CPU"_s, u"n1"_s)});
        Restarted after(before);
        after.f.book.restore(before.events);
        QCOMPARE(after.f.only().episodes, 1U);
        after.f.whole(u"hub"_s, {before.of(u"CPU"_s, u"n1"_s)});
        after.f.book.restore(before.events); // told by another process: we know better
        QCOMPARE(after.f.all(), u"CPU/n1:firing"_s);
    }

    void theSameTurnHasTheSameUidWhoeverTellsIt()
    {
        AlertBookFixture one;
        AlertBookFixture other;
        const AlertObservation told = one.of(u"CPU"_s, u"n1"_s);
        one.whole(u"hub"_s, {told});
        one.whole(u"hub"_s, {});
        other.clock.advance(7s);
        other.whole(u"hub"_s, {told});
        other.clock.advance(7s);
        other.whole(u"hub"_s, {});
        QCOMPARE(uids(one), uids(other));
        QVERIFY(uids(one).front().startsWith(u"fired/"_s + one.only().key + u'/'));
    }

    void whatIsWatchedNoLongerIsOver()
    {
        AlertBookFixture before;
        before.whole(u"old-hub"_s, {before.of(u"CPU"_s, u"n1"_s)});
        before.whole(u"hub"_s, {before.of(u"Disk"_s, u"n1"_s)});
        Restarted after(before);
        after.f.book.keepSources({u"hub"_s, u"prom"_s});
        after.f.book.flush();
        QCOMPARE(after.f.all(), u"CPU/n1:resolved Disk/n1:unknown"_s);
        QCOMPARE(after.f.turns(), u"ended"_s);
        QVERIFY(!after.f.events.back().note.isEmpty());
    }

    void historyIsToldOnceWithItsOwnTimes()
    {
        AlertBookFixture f;
        const AlertReport report = past({episode(f, 600s, 60s), episode(f, 3600s, 120s)});
        f.take(u"hub"_s, report);
        QCOMPARE(f.turns(), u"fired ended fired ended"_s);
        QVERIFY(f.events.front().isPast);
        QCOMPARE(f.events.front().at, f.clock.now() - 3600s);
        QCOMPARE(f.events[1].at, f.clock.now() - 3480s);
        QCOMPARE(f.events.front().seenAt, f.clock.now());
        f.clock.advance(60s);
        f.take(u"hub"_s, report);
        QCOMPARE(f.turns(), QString());
        QCOMPARE(f.all(), QString()); // nothing stands
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s)});
        QCOMPARE(f.only().episodes, 3U);
    }

    void historyThatShrinksTakesNothingAway()
    {
        AlertBookFixture f;
        std::vector<AlertObservation> episodes;
        for (int i = 0; i < 250; ++i) {
            episodes.push_back(episode(f, std::chrono::seconds(100'000 - i * 300), 60s));
        }
        f.take(u"hub"_s, past(episodes));
        QCOMPARE(f.events.size(), 500U);
        episodes.erase(episodes.begin(), episodes.begin() + 50); // the hub trims it
        f.take(u"hub"_s, past(episodes));
        QCOMPARE(f.events.size(), 500U);
        Restarted after(f);
        after.f.take(u"hub"_s, past(episodes));
        QCOMPARE(after.f.events.size(), 0U);
    }

    void historyOfWhatWasSeenIsNotToldAgain()
    {
        AlertBookFixture f;
        const AlertObservation told = f.of(u"CPU"_s, u"n1"_s);
        f.whole(u"hub"_s, {told});
        AlertObservation row = told;
        row.phase = AlertPhase::Ended;
        f.take(u"hub"_s, past({row})); // it stands: there is no end to tell
        f.clock.advance(60s);
        f.whole(u"hub"_s, {});
        QCOMPARE(f.turns(), u"fired ended"_s);
        row.startedAt += 900ms; // written down a moment later
        row.endedAt = f.clock.now() - 5s;
        f.take(u"hub"_s, past({row}));
        QCOMPARE(f.turns(), QString());
        QCOMPARE(f.only().episodes, 1U);
    }

    void whatCameAndWentBetweenTwoLooksIsHistory()
    {
        AlertBookFixture f;
        f.part(u"hub"_s, {episode(f, 30s, 10s)});
        QCOMPARE(f.turns(), u"fired ended"_s);
        QVERIFY(f.events.front().isPast);
        QCOMPARE(f.all(), QString());
    }
};

QTEST_GUILESS_MAIN(TestAlertBookRestore)
#include "tst_alert_book_restore.moc"
