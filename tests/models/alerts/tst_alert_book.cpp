// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/alerts/AlertBookFixture.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the book makes of what sources tell: one alert of many witnesses, its turns, and what nobody knows.
class TestAlertBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAlertFiresAndEnds()
    {
        AlertBookFixture f;
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s)});
        QCOMPARE(f.turns(), u"fired"_s);
        QCOMPARE(f.all(), u"CPU/n1:firing"_s);
        const AlertEvent& fired = f.events.front();
        QCOMPARE(fired.at, f.clock.now() - 60s);
        QCOMPARE(fired.seenAt, f.clock.now());
        QCOMPARE(fired.source, u"hub"_s);
        QCOMPARE(fired.alert, f.only().key);
        QCOMPARE(f.only().since, fired.at);

        f.clock.advance(30s);
        f.whole(u"hub"_s, {});
        QCOMPARE(f.turns(), u"ended"_s);
        QCOMPARE(f.all(), u"CPU/n1:resolved"_s);
        QCOMPARE(f.only().endedAt, f.clock.now());
        QCOMPARE(f.only().episodes, 1U);
    }

    void theSameAgainAddsNothing()
    {
        AlertBookFixture f;
        const AlertObservation told = f.of(u"CPU"_s, u"n1"_s);
        f.whole(u"hub"_s, {told});
        const QSignalSpy changed(&f.book, &AlertBook::changed);
        for (int again = 0; again < 3; ++again) {
            f.clock.advance(15s);
            f.whole(u"hub"_s, {told});
        }
        QCOMPARE(f.events.size(), 1U);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(f.only().seenAt, f.clock.now());
    }

    void whatIsNotNamedInAPartStays()
    {
        AlertBookFixture f;
        f.part(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s), f.of(u"CPU"_s, u"n2"_s)});
        f.part(u"hub"_s, {f.of(u"CPU"_s, u"n2"_s, AlertPhase::Ended)});
        QCOMPARE(f.all(), u"CPU/n1:firing CPU/n2:resolved"_s);
    }

    void aSecondEpisodeIsTheSameAlert()
    {
        AlertBookFixture f;
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s)});
        const QString key = f.only().key;
        f.clock.advance(60s);
        f.whole(u"hub"_s, {});
        f.clock.advance(300s);
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s)});
        QCOMPARE(f.turns(), u"fired ended fired"_s);
        QCOMPARE(f.only().key, key);
        QCOMPARE(f.only().episodes, 2U);
        QVERIFY(f.events[0].uid != f.events[2].uid);
    }

    void anEndThatNobodySawIsTold()
    {
        AlertBookFixture f;
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s)});
        f.clock.advance(300s);
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s)}); // began a minute ago, so it had ended before
        QCOMPARE(f.turns(), u"fired ended fired"_s);
        QVERIFY(!f.events[1].note.isEmpty());
        QCOMPARE(f.only().episodes, 2U);
        QCOMPARE(f.only().since, f.clock.now() - 60s);
    }

    void ofAYoungSourceABeginningSaysNothing()
    {
        AlertBookFixture f;
        f.whole(u"prom"_s, {f.labelled(u"TargetDown instance=n1"_s)});
        f.clock.advance(300s);
        AlertReport young{true, true, {f.labelled(u"TargetDown instance=n1"_s)}, {}, {}, {}, 0};
        f.take(u"prom"_s, young);
        QCOMPARE(f.turns(), u"fired"_s);
        QCOMPARE(f.only().since, f.events.front().at);
    }

    void twoSourcesAreTwoWitnesses_data()
    {
        QTest::addColumn<bool>("isAlertmanagerFirst");
        QTest::newRow("prometheus first") << false;
        QTest::newRow("alertmanager first") << true;
    }
    void twoSourcesAreTwoWitnesses()
    {
        QFETCH(bool, isAlertmanagerFirst);
        AlertBookFixture f;
        const AlertObservation one = f.labelled(u"TargetDown instance=n1 job=node"_s);
        AlertObservation other = f.labelled(u"TargetDown cluster=eu instance=n1 job=node"_s);
        other.key = u"0f3a"_s;
        other.startedAt += 30s;
        if (isAlertmanagerFirst) {
            f.whole(u"am"_s, {other});
            f.whole(u"prom"_s, {one});
        } else {
            f.whole(u"prom"_s, {one});
            f.whole(u"am"_s, {other});
        }
        QCOMPARE(f.turns(), u"fired"_s);
        const Alert& alert = f.only();
        QCOMPARE(alert.witnesses.size(), 2U);
        QCOMPARE(alert.witnesses[0].source, u"am"_s);
        QCOMPARE(alert.witnesses[1].source, u"prom"_s);
        QCOMPARE(alert.since, one.startedAt);
        QCOMPARE(alert.labels.size(), 3U);
        QCOMPARE(f.book.find(u"am"_s, u"0f3a"_s), &alert);

        f.clock.advance(15s);
        f.whole(u"prom"_s, {}); // the other still says that it fires
        QCOMPARE(f.all(), u"TargetDown/n1:firing"_s);
        f.whole(u"am"_s, {});
        QCOMPARE(f.turns(), u"ended"_s);
    }

    void keysDoNotDependOnWhoWasFirst()
    {
        AlertBookFixture f;
        AlertBookFixture g;
        f.whole(u"prom"_s, {f.labelled(u"TargetDown instance=n1 job=node"_s)});
        g.whole(u"am"_s, {g.labelled(u"TargetDown cluster=eu instance=n1 job=node"_s)});
        QCOMPARE(f.only().key, g.only().key);
    }

    void externalLabelsOfAnyNameAreFound()
    {
        AlertBookFixture f;
        f.whole(u"am"_s, {f.labelled(u"TargetDown instance=n1 shop=eu-1"_s),
                          f.labelled(u"TargetDown instance=n2 shop=eu-1"_s)});
        f.whole(u"prom"_s,
                {f.labelled(u"TargetDown instance=n1"_s), f.labelled(u"TargetDown instance=n2"_s)});
        QCOMPARE(f.all(), u"TargetDown/n1:firing TargetDown/n2:firing"_s);
    }

    void otherLabelsAreOtherAlerts()
    {
        AlertBookFixture f;
        f.whole(u"prom"_s,
                {f.labelled(u"DiskFull device=a instance=n1"_s),
                 f.labelled(u"DiskFull device=b instance=n1"_s), f.labelled(u"DiskFull job=all"_s)});
        f.whole(u"am"_s, {f.labelled(u"DiskFull device=b instance=n1 prometheus=x"_s)});
        QCOMPARE(f.turns(), u"fired fired fired"_s);
    }

    void equalFingerprintsWithOtherLabelsAreTwo()
    {
        AlertBookFixture f;
        AlertObservation one = f.labelled(u"A instance=n1"_s);
        AlertObservation other = f.labelled(u"A instance=n2"_s);
        other.key = one.key;
        f.whole(u"am"_s, {one, other});
        QCOMPARE(f.all(), u"A/n1:firing A/n2:firing"_s);
        f.whole(u"am"_s, {other, one});
        QCOMPARE(f.turns(), u"fired fired"_s);
        f.whole(u"am"_s, {other});
        QCOMPARE(f.all(), u"A/n1:resolved A/n2:firing"_s);
    }

    void copiesForSeveralUsersAreOne()
    {
        AlertBookFixture f;
        AlertObservation mei = f.of(u"CPU"_s, u"sys1"_s);
        AlertObservation tom = mei;
        mei.key = u"a1"_s;
        tom.key = u"b2"_s;
        tom.threshold = 90;
        f.whole(u"hub"_s, {mei, tom});
        QCOMPARE(f.turns(), u"fired"_s);
        QCOMPARE(f.only().witnesses.size(), 2U);
        f.whole(u"hub"_s, {tom});
        QCOMPARE(f.all(), u"CPU/sys1:firing"_s);
        f.whole(u"hub"_s, {});
        QCOMPARE(f.turns(), u"ended"_s);
    }

    /// Alertmanager lets go what nobody sends any more: that is no end of it.
    void whatItsSourceCannotJudgeHasNotEnded()
    {
        AlertBookFixture f;
        const AlertObservation sent = f.labelled(u"A instance=n1"_s);
        const AlertObservation over = f.labelled(u"A instance=n2"_s);
        f.whole(u"am"_s, {sent, over});
        QCOMPARE(f.turns(), u"fired fired"_s);
        AlertReport report;
        report.isWhole = true;
        report.failures = {
            {sent.key, sent.name, {ErrorKind::Stalled, u"nobody sends it any more"_s, {}, {}, {}}, {}}};
        f.take(u"am"_s, report);
        QCOMPARE(f.turns(), u"lost ended"_s);
        QCOMPARE(f.all(), u"A/n1:unknown A/n2:resolved"_s);
        const auto lost = std::ranges::find(f.events, AlertEventKind::Lost, &AlertEvent::kind);
        QCOMPARE(lost->note, u"nobody sends it any more"_s);
        f.take(u"am"_s, report);
        f.whole(u"am"_s, {}); // failures: not asked, so as before
        QCOMPARE(f.turns(), QString());
        report.alerts = {sent};
        report.alerts.front().startedAt += 1h; // by a Prometheus that was started anew
        report.failures->clear();
        f.clock.advance(2h);
        f.take(u"am"_s, report);
        QCOMPARE(f.turns(), u"found"_s);
        report.alerts.clear();
        f.take(u"am"_s, report);
        QCOMPARE(f.turns(), u"ended"_s);
    }

    /// Whoever judges it knows.
    void whatIsSentNoMoreStandsByWhoJudgesIt()
    {
        AlertBookFixture f;
        const AlertObservation told = f.labelled(u"A instance=n1"_s);
        f.whole(u"prom"_s, {told});
        f.whole(u"am"_s, {told});
        AlertReport report;
        report.isWhole = true;
        report.failures = {{told.key, told.name, {ErrorKind::Stalled, u"unsent"_s, {}, {}, {}}, {}}};
        f.take(u"am"_s, report);
        QCOMPARE(f.all(), u"A/n1:firing"_s);
        f.pass(1s);
        f.whole(u"prom"_s, {});
        QCOMPARE(f.turns(), u"fired ended"_s);
    }

    void aSourceThatIsGoneEndsNothing()
    {
        AlertBookFixture f;
        f.whole(u"am"_s, {f.labelled(u"A instance=n1"_s)});
        f.book.setStanding(u"am"_s, SourceStanding::Gone);
        f.book.flush();
        QCOMPARE(f.turns(), u"fired lost"_s);
        QCOMPARE(f.only().state, AlertState::Unknown);
        QVERIFY(f.only().witnesses.front().isSilent);
        f.book.setStanding(u"am"_s, SourceStanding::Live); // says nothing of its alerts yet
        f.book.flush();
        QCOMPARE(f.only().state, AlertState::Unknown);
    }

    void aSourceThatIsBackTellsAgain()
    {
        AlertBookFixture f;
        const AlertObservation told = f.labelled(u"A instance=n1"_s);
        f.whole(u"am"_s, {told});
        f.book.setStanding(u"am"_s, SourceStanding::Gone);
        f.clock.advance(60s);
        f.whole(u"am"_s, {told});
        QCOMPARE(f.turns(), u"fired lost found"_s);
        QCOMPARE(f.only().state, AlertState::Firing);
        f.book.setStanding(u"am"_s, SourceStanding::Gone);
        f.clock.advance(60s);
        f.whole(u"am"_s, {});
        QCOMPARE(f.turns(), u"lost ended"_s);
    }

    void oneOfTwoWitnessesGoneChangesNothing()
    {
        AlertBookFixture f;
        f.whole(u"prom"_s, {f.labelled(u"A instance=n1"_s)});
        f.whole(u"am"_s, {f.labelled(u"A instance=n1"_s)});
        f.book.setStanding(u"am"_s, SourceStanding::Gone);
        f.book.flush();
        QCOMPARE(f.all(), u"A/n1:firing"_s);
        QVERIFY(f.only().witnesses[0].isSilent);
        QVERIFY(!f.only().witnesses[1].isSilent);
        f.clock.advance(15s);
        f.whole(u"prom"_s, {}); // it knows, and has said so since
        QCOMPARE(f.turns(), u"fired ended"_s);
    }

    void fallingSilentNeverEnds()
    {
        AlertBookFixture f;
        f.whole(u"prom"_s, {f.labelled(u"A instance=n1"_s)});
        f.whole(u"am"_s, {f.labelled(u"A instance=n1"_s)});
        f.clock.advance(15s);
        f.whole(u"prom"_s, {});
        f.clock.advance(15s);
        f.book.setStanding(u"am"_s, SourceStanding::Gone);
        f.book.flush();
        QCOMPARE(f.turns(), u"fired lost"_s);
        f.clock.advance(15s);
        f.whole(u"prom"_s, {}); // once more, after that
        QCOMPARE(f.turns(), u"ended"_s);
    }

    void missingFromAYoungListIsUnknown()
    {
        AlertBookFixture f;
        f.whole(u"am"_s, {f.labelled(u"A instance=n1"_s)});
        f.clock.advance(15s);
        f.take(u"am"_s, {true, true, {}, {}, {}, {}, 0});
        QCOMPARE(f.turns(), u"fired lost"_s);
        f.clock.advance(15s);
        f.whole(u"am"_s, {});
        QCOMPARE(f.turns(), u"ended"_s);
    }

    void missingFromAListThatWasCutIsUnknown()
    {
        AlertBookFixture f;
        f.whole(u"am"_s, {f.labelled(u"A instance=n1"_s)});
        f.take(u"am"_s, {true, false, {}, {}, {}, {}, 5});
        QCOMPARE(f.only().state, AlertState::Unknown);
        QCOMPARE(f.book.leftOut(), 5U);
    }

    void pendingFiresLater()
    {
        AlertBookFixture f;
        AlertObservation told = f.labelled(u"A instance=n1"_s, AlertPhase::Pending);
        f.whole(u"prom"_s, {told});
        QCOMPARE(f.all(), u"A/n1:pending"_s);
        QCOMPARE(f.turns(), QString());
        told.phase = AlertPhase::Firing;
        f.whole(u"prom"_s, {told});
        QCOMPARE(f.turns(), u"fired"_s);
        f.whole(u"prom"_s, {f.labelled(u"B instance=n1"_s, AlertPhase::Pending)});
        QCOMPARE(f.all(), u"A/n1:resolved B/n1:pending"_s);
        f.whole(u"prom"_s, {});
        QCOMPARE(f.all(), u"A/n1:resolved"_s); // it never fired
        QCOMPARE(f.turns(), u"ended"_s);
    }

    void aRuleThatCannotBeEvaluatedIsAStateOfItsOwn()
    {
        AlertBookFixture f;
        const AlertObservation told = f.labelled(u"A instance=n1"_s);
        f.whole(u"prom"_s, {told});
        AlertReport report{true, false, {told}, {}, {}, {}, 0};
        report.failures = {
            {u"group/A"_s, u"A"_s, {ErrorKind::Malformed, u"vector too long"_s, {}, {}, {}}, f.clock.now()}};
        f.take(u"prom"_s, report);
        QCOMPARE(f.all(), u"A/n1:unjudged A/prom:unjudged"_s); // the alert, and the rule itself
        QCOMPARE(f.turns(), u"fired unjudged unjudged"_s);
        f.take(u"prom"_s, report);
        QCOMPARE(f.turns(), QString());
        QCOMPARE(f.book.failures().size(), 1U);

        report.failures->clear();
        f.take(u"prom"_s, report);
        QCOMPARE(f.all(), u"A/n1:firing A/prom:resolved"_s);
        QCOMPARE(f.turns(), u"judged judged"_s);
    }

    void aFailureOfOneAlertIsAboutThatAlone()
    {
        AlertBookFixture f;
        const AlertObservation one = f.of(u"node-gone"_s, u"n1"_s);
        const AlertObservation other = f.of(u"node-gone"_s, u"n2"_s);
        AlertReport report{true, false, {one, other}, {}, {}, {}, 0};
        report.failures = {
            {one.key, u"node-gone"_s, {ErrorKind::Malformed, u"stale"_s, {}, {}, {}}, f.clock.now()}};
        f.take(u"stowage"_s, report);
        QCOMPARE(f.all(), u"node-gone/n1:unjudged node-gone/n2:firing"_s);
    }

    void anyNumberOfAlertsCanBeUnjudged()
    {
        constexpr int Many = 1'500;
        AlertBookFixture f;
        AlertReport report;
        report.isWhole = true;
        report.failures.emplace();
        for (int i = 0; i < Many; ++i) {
            const AlertObservation told = f.of(u"node-gone"_s, u"n%1"_s.arg(i));
            report.alerts.push_back(told);
            report.failures->push_back(
                {told.key, told.name, {ErrorKind::Malformed, u"stale"_s, {}, {}, {}}, f.clock.now()});
        }
        const auto count = [&f](AlertState state) {
            return std::ranges::count(f.book.alerts(), state, &Alert::state);
        };
        f.take(u"stowage"_s, report);
        QCOMPARE(count(AlertState::Unjudged), Many);
        report.failures->pop_back();
        f.take(u"stowage"_s, report);
        QCOMPARE(count(AlertState::Unjudged), Many - 1);
        QCOMPARE(count(AlertState::Firing), 1);
    }

    void whatAnotherWitnessJudgesIsJudged()
    {
        AlertBookFixture f;
        const AlertObservation told = f.labelled(u"A instance=n1"_s);
        f.whole(u"am"_s, {told});
        AlertReport report{true, false, {told}, {}, {}, {}, 0};
        report.failures = {{u"g/A"_s, u"A"_s, {ErrorKind::Malformed, u"x"_s, {}, {}, {}}, f.clock.now()}};
        f.take(u"prom"_s, report);
        QCOMPARE(f.all(), u"A/n1:firing A/prom:unjudged"_s);
    }

    void aChangedSeverityIsTold()
    {
        AlertBookFixture f;
        AlertObservation told = f.of(u"CPU"_s, u"n1"_s);
        told.summary = u"CPU at 91.2 %"_s;
        f.whole(u"hub"_s, {told});
        told.summary = u"CPU at 92.7 %"_s; // only the figure
        f.whole(u"hub"_s, {told});
        QCOMPARE(f.turns(), u"fired"_s);
        QCOMPARE(f.only().summary, told.summary);
        told.severity = AlertSeverity::Critical;
        f.whole(u"hub"_s, {told});
        QCOMPARE(f.turns(), u"changed"_s);
        QCOMPARE(f.events.back().severity, AlertSeverity::Critical);
    }

    void subjectsAreLookedForAgain()
    {
        AlertBookFixture f;
        f.places.unknown = {u"n1"_s};
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s)});
        QCOMPARE(f.only().place.subject.kind, SubjectKind::Unknown);
        f.places.unknown.clear();
        f.pass(1s);
        QCOMPARE(f.only().place.subject.kind, SubjectKind::Host);
        QCOMPARE(f.turns(), u"fired changed"_s);
        QCOMPARE(f.events.back().place.subject.kind, SubjectKind::Host);
    }

    void resolvedAlertsGoInTheEnd()
    {
        AlertPolicy policy = AlertBookFixture::patient();
        policy.keepResolved = 10s;
        AlertBookFixture f(policy);
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s)});
        f.whole(u"hub"_s, {});
        f.pass(5s);
        QCOMPARE(f.all(), u"CPU/n1:resolved"_s);
        f.pass(6s);
        QCOMPARE(f.all(), QString());
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s)});
        QCOMPARE(f.only().episodes, 2U);
    }
};

QTEST_GUILESS_MAIN(TestAlertBook)
#include "tst_alert_book.moc"
