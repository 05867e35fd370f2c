// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertBookBounds.h"
#include "tests/models/alerts/AlertBookFixture.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString noteOf(const Alert& alert)
{
    return AlertBookBounds::noteOf(alert.annotations);
}

/// Alerts without what depends on who was first.
QStringList endState(const AlertBookFixture& f)
{
    QStringList all;
    for (const Alert& alert : f.book.alerts()) {
        if (alert.key.isEmpty()) {
            continue;
        }
        QStringList parts{alert.key,
                          alertStateName(alert.state),
                          alertSeverityName(alert.severity),
                          alert.summary,
                          toRfc3339(alert.since),
                          toRfc3339(alert.endedAt),
                          QString::number(alert.episodes),
                          QString::number(alert.labels.size())};
        for (const AlertWitness& witness : alert.witnesses) {
            parts << witness.source << alertPhaseName(witness.phase)
                  << QString::number(int(witness.isSilent));
        }
        all << parts.join(u'|');
    }
    all.sort();
    return all;
}

} // namespace

/// What sources tell that cannot be true, is too much, or comes in any order.
class TestAlertBookInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAtAll()
    {
        AlertBookFixture f;
        f.part(u"am"_s, {AlertObservation{}});
        QCOMPARE(f.all(), u"/am:firing"_s); // about its source
        QCOMPARE(f.only().since, f.clock.now());
        f.take(QString(), {true, false, {}, {}, {}, {}, 0});
        QCOMPARE(f.events.size(), 1U);
    }

    void noLabels()
    {
        AlertBookFixture f;
        f.whole(u"am"_s, {f.labelled(u"Watchdog"_s)});
        f.whole(u"prom"_s, {f.labelled(u"Watchdog"_s)});
        QCOMPARE(f.turns(), u"fired"_s);
        QCOMPARE(f.only().witnesses.size(), 2U);
    }

    void tenThousandLabels()
    {
        AlertBookFixture f;
        AlertObservation told = f.labelled(u"A instance=n1"_s);
        for (int i = 0; i < 10'000; ++i) {
            told.labels.push_back({u"label%1"_s.arg(i, 5, 10, QLatin1Char('0')), u"value"_s});
        }
        AlertObservation other = told;
        other.key = u"other"_s;
        other.labels.back().value = u"another"_s;
        f.whole(u"am"_s, {told, other});
        QCOMPARE(f.turns(), u"fired fired"_s); // what was cut still tells them apart
        const Alert& alert = *f.book.find(u"am"_s, told.key);
        QCOMPARE(alert.labels.size(), AlertBookBounds::MostLabels);
        QVERIFY(std::ranges::find(alert.labels, u"instance"_s, &AlertLabel::name) != alert.labels.end());
        QVERIFY2(noteOf(alert).contains(u"9937 of 10001"_s), qPrintable(noteOf(alert)));
        f.whole(u"am"_s, {told, other});
        QCOMPARE(f.turns(), QString());
    }

    void aMegabyteOfAnnotation()
    {
        AlertBookFixture f;
        AlertObservation told = f.labelled(u"A instance=n1"_s);
        told.annotations = {{u"description"_s, QString(1'048'576, u'x')}};
        told.summary = QString(100'000, u'ü');
        f.whole(u"am"_s, {told});
        const Alert& alert = f.only();
        QCOMPARE(alert.annotations.front().value.size(), AlertBookBounds::MostText + 1);
        QVERIFY2(noteOf(alert).contains(u"1044480"_s), qPrintable(noteOf(alert)));
        QVERIFY(alert.summary.size() <= AlertBookBounds::MostSummary + 1);
        QCOMPARE(f.events.front().note, noteOf(alert));
        f.whole(u"am"_s, {told});
        QCOMPARE(f.events.size(), 1U);
    }

    void markupAndControlCharactersStayText()
    {
        AlertBookFixture f;
        AlertObservation told = f.of(u"<b onload=x>\u0007\u202E</b>"_s, u"n1/../\u0000"_s);
        told.summary = u"<script>alert(1)</script>"_s;
        f.whole(u"hub"_s, {told});
        QCOMPARE(f.only().name, told.name);
        QCOMPARE(f.only().summary, told.summary);
        QVERIFY(!f.only().key.contains(u'<'));
        QCOMPARE(f.only().key.count(u'/'), 1);
    }

    void startInTheFuture()
    {
        AlertBookFixture f;
        AlertObservation told = f.of(u"CPU"_s, u"n1"_s);
        told.startedAt = f.clock.now() + 1h;
        f.whole(u"hub"_s, {told});
        const Timestamp first = f.clock.now();
        QCOMPARE(f.only().since, first);
        QCOMPARE(f.events.front().at, first);
        QVERIFY2(noteOf(f.only()).contains(u"2026-11-21T23:00:00.000Z"_s), qPrintable(noteOf(f.only())));
        f.clock.advance(30s);
        told.severity = AlertSeverity::Critical;
        f.whole(u"hub"_s, {told}); // still ahead, but it is the same episode
        QCOMPARE(f.turns(), u"fired changed"_s);
        QCOMPARE(f.only().since, first);
    }

    void endBeforeStart()
    {
        AlertBookFixture f;
        AlertObservation told = f.of(u"CPU"_s, u"n1"_s);
        f.part(u"hub"_s, {told});
        told.phase = AlertPhase::Ended;
        told.endedAt = told.startedAt - 1h;
        f.part(u"hub"_s, {told});
        QCOMPARE(f.turns(), u"fired ended"_s);
        QCOMPARE(f.only().endedAt, f.only().since);
        QVERIFY(!noteOf(f.only()).isEmpty());
    }

    void timesThatCannotBe_data()
    {
        QTest::addColumn<qint64>("started");
        QTest::addColumn<qint64>("ended");
        constexpr qint64 Most = std::numeric_limits<qint64>::max() / 4;
        QTest::newRow("the year 1") << qint64{-62'135'596'800'000} << qint64{-62'135'596'800'000};
        QTest::newRow("the epoch") << qint64{0} << qint64{0};
        QTest::newRow("never") << Most << Most;
        QTest::newRow("before all") << -Most << -Most;
        QTest::newRow("from never to never") << Most << -Most;
    }
    void timesThatCannotBe()
    {
        QFETCH(qint64, started);
        QFETCH(qint64, ended);
        AlertBookFixture f;
        AlertObservation told = f.of(u"CPU"_s, u"n1"_s);
        told.startedAt = Timestamp(Millis(started));
        told.endedAt = Timestamp(Millis(ended));
        f.part(u"hub"_s, {told});
        f.pass(2s);
        told.phase = AlertPhase::Ended;
        f.part(u"hub"_s, {told});
        f.take(u"hub"_s, AlertReport{false, false, {}, {told}, {}, {}, 0});
        QCOMPARE(f.turns(), u"fired ended"_s);
        for (const AlertEvent& event : f.events) {
            QVERIFY(event.at <= f.clock.now() && event.at >= f.clock.now() - 1h);
        }
    }

    void figuresThatAreNone()
    {
        AlertBookFixture f;
        AlertObservation told = f.of(u"CPU"_s, u"n1"_s);
        told.value = std::numeric_limits<double>::quiet_NaN();
        told.threshold = std::numeric_limits<double>::infinity();
        f.whole(u"hub"_s, {told});
        QVERIFY(!f.only().value && !f.only().threshold);
        const QString before = f.turns();
        f.whole(u"hub"_s, {told});
        QCOMPARE(f.turns(), QString());
    }

    void theSameAlertTwiceInAList()
    {
        AlertBookFixture f;
        const AlertObservation told = f.labelled(u"A instance=n1"_s);
        AlertObservation twin = told;
        twin.key = u"twin"_s;
        f.whole(u"am"_s, {told, told, twin});
        QCOMPARE(f.turns(), u"fired"_s);
        f.whole(u"am"_s, {told, told, twin});
        f.whole(u"am"_s, {});
        QCOMPARE(f.turns(), u"ended"_s);
    }

    void aSilenceThatNobodyKnows()
    {
        AlertBookFixture f;
        AlertObservation told = f.labelled(u"A instance=n1"_s);
        for (int i = 0; i < 1'000; ++i) {
            told.silencedBy << u"s%1"_s.arg(i);
        }
        f.whole(u"am"_s, {told});
        QCOMPARE(f.only().holds.size(), static_cast<size_t>(AlertBookBounds::MostIds));
    }

    void whatIsLetGoWhileItWaitsToBeJudged()
    {
        AlertPolicy policy = AlertBookFixture::patient();
        policy.keepResolved = 1s;
        AlertBookFixture f(policy);
        std::vector<AlertObservation> all;
        for (int i = 0; i < 1'000; ++i) {
            all.push_back(f.of(u"A"_s, u"n%1"_s.arg(i)));
        }
        f.whole(u"hub"_s, all);
        f.whole(u"hub"_s, {});
        f.clock.advance(2s);
        f.book.setStanding(u"hub"_s, SourceStanding::Gone); // takes several slices
        f.book.tick();
        f.book.flush();
        QCOMPARE(f.all(), QString());
        f.whole(u"hub"_s, all);
        QCOMPARE(f.events.size(), 3'000U);
        QCOMPARE(f.book.alerts().size(), 1'000U);
    }

    /// Two sources tell the same day in their own order; however their reports interleave, the end is the
    /// same, and so is the end of doing it all twice.
    void anyOrderOfSourcesComesToTheSame()
    {
        QRandomGenerator random(6);
        for (int round = 0; round < 200; ++round) {
            const AlertBookFixture made;
            std::vector<std::pair<QString, AlertReport>> steps[2];
            for (int source = 0; source < 2; ++source) {
                const int count = 1 + random.bounded(4);
                for (int step = 0; step < count; ++step) {
                    AlertReport report;
                    report.isWhole = true;
                    for (int node = 0; node < 3; ++node) {
                        if (random.bounded(2) == 0) {
                            continue;
                        }
                        AlertObservation told = made.labelled(
                            (source == 0 ? u"Down instance=n%1"_s : u"Down cluster=eu instance=n%1"_s)
                                .arg(node));
                        told.severity = static_cast<AlertSeverity>(source + random.bounded(2));
                        told.summary = source == 0 ? u"down"_s : u"it is down"_s;
                        report.alerts.push_back(told);
                    }
                    steps[source].emplace_back(source == 0 ? u"prom"_s : u"am"_s, report);
                }
            }
            // Only the last word of each source may count for what stands; so it is told at once and in
            // turns.
            AlertBookFixture one;
            AlertBookFixture other;
            for (AlertBookFixture* f : {&one, &other}) {
                const int first = f == &one ? 0 : 1;
                for (const auto& [source, report] : {steps[first].back(), steps[1 - first].back()}) {
                    f->take(source, report);
                }
            }
            QCOMPARE(endState(one), endState(other));
            const size_t before = one.events.size();
            for (int source = 0; source < 2; ++source) {
                one.take(steps[source].back().first, steps[source].back().second);
            }
            QCOMPARE(one.events.size(), before);
        }
    }

    /// Reports of everything at random: nothing breaks, and the log says what stands.
    void atRandomTheLogSaysWhatStands()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 50; ++round) {
            AlertPolicy policy = AlertBookFixture::patient();
            policy.usual.flapTurns = round % 2 == 0 ? 0 : 6;
            policy.usual.cooldown = 30s;
            AlertBookFixture f(policy);
            for (int step = 0; step < 60; ++step) {
                const QString source = random.bounded(2) == 0 ? u"prom"_s : u"am"_s;
                AlertReport report;
                report.isWhole = random.bounded(3) != 0;
                report.isYoung = random.bounded(8) == 0;
                for (int node = 0; node < 4; ++node) {
                    if (random.bounded(2) == 0) {
                        report.alerts.push_back(f.labelled(
                            (source == u"am"_s ? u"Down cluster=eu instance=n%1"_s : u"Down instance=n%1"_s)
                                .arg(node),
                            static_cast<AlertPhase>(random.bounded(3))));
                        report.alerts.back().startedAt -= std::chrono::seconds(random.bounded(100));
                    }
                }
                f.take(source, report);
                if (random.bounded(6) == 0) {
                    f.book.setStanding(source, SourceStanding::Gone);
                }
                f.pass(std::chrono::seconds(random.bounded(20)));
            }
            QSet<QString> uids;
            QHash<QString, bool> isOpen;
            for (const AlertEvent& event : f.events) {
                QVERIFY2(!uids.contains(event.uid), qPrintable(event.uid));
                uids.insert(event.uid);
                QVERIFY(event.at <= event.seenAt);
                if (!event.isPast && event.kind == AlertEventKind::Fired) {
                    QVERIFY2(!isOpen.value(event.alert), qPrintable(event.uid));
                    isOpen[event.alert] = true;
                } else if (!event.isPast && event.kind == AlertEventKind::Ended) {
                    QVERIFY2(isOpen.value(event.alert), qPrintable(event.uid));
                    isOpen[event.alert] = false;
                }
            }
            for (const Alert& alert : f.book.alerts()) {
                if (!alert.key.isEmpty()) {
                    QCOMPARE(alert.isOpen(), isOpen.value(alert.key));
                    QVERIFY(alert.state != AlertState::Resolved || alert.endedAt >= alert.since);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAlertBookInput)
#include "tst_alert_book_input.moc"
