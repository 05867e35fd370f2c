// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentGroup.h"
#include "tests/models/incidents/BookFixture.h"
#include "tests/support/WallClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

namespace {

const StormMaker::Telling Status{u"hub"_s, u"Status"_s, AlertSeverity::Critical};
const StormMaker::Telling Cpu{u"hub"_s, u"CPU"_s};

AlertPlace host(const QString& name)
{
    return StormMaker::host(name);
}

} // namespace

/// What the book says of incidents, and what persons do to them.
class TestIncidentBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneHostsDeathIsOneIncident()
    {
        BookFixture fixture;
        fixture.make.hostRunsOutOfMemory(1, minutes(1), u"eu-b-17"_s, 120);
        fixture.play();
        QCOMPARE(fixture.book.incidents().size(), size_t(1));
        const Incident& incident = fixture.book.incidents().front();
        QCOMPARE(incident.title, u"eu-b-17 is short of memory"_s);
        QCOMPARE(incident.detail, u"eu-b-17 · zone eu-b · hub, prom"_s);
        QCOMPARE(incident.members.size(), size_t(120));
        QCOMPARE(incident.told, 120U);
        QVERIFY(incident.isStorm);
        QCOMPARE(incident.severity, AlertSeverity::Critical);
        QCOMPARE(incident.members.front().why, BelongingKind::First);
        QCOMPARE(incident.members.back().why, BelongingKind::Subject);
    }

    /// By an hour, which is more than turns are waited for: all are folded, dated as they are.
    void aClockThatJumpsBackLosesNothing()
    {
        BookFixture fixture;
        fixture.make.fire(1, minutes(120), host(u"eu-b-1"_s), Cpu);
        fixture.make.fire(2, minutes(130), host(u"eu-a-1"_s), Status);
        fixture.play();
        QCOMPARE(fixture.book.incidents().size(), size_t(2));
        const auto end = [&](AlertEvent fired, int at) {
            fired.kind = AlertEventKind::Ended;
            fired.uid.replace(0, 5, u"ended"_s);
            fired.at = fired.seenAt = stormBegin() + minutes(at);
            fixture.take({fired});
        };
        end(fixture.make.told().front(), 60);
        fixture.make.fire(3, minutes(61), host(u"eu-c-9"_s), Status);
        fixture.play();
        QCOMPARE(fixture.book.incidents().size(), size_t(3));
        end(fixture.make.told().at(1), 62);
        end(fixture.make.told().at(2), 63);
        QCOMPARE(fixture.book.incidents().size(), size_t(3));
        for (const Incident& incident : fixture.book.incidents()) {
            QCOMPARE(incident.state, IncidentState::Resolved);
            QVERIFY(incident.resolvedAt >= incident.openedAt);
            QCOMPARE(incident.told, 1U);
        }
    }

    void whatComesOfLostCopiesBelongsToThem()
    {
        BookFixture fixture;
        fixture.make.fire(1, minutes(1), host(u"eu-b-17"_s),
                          {u"stowage"_s,
                           u"node-gone"_s,
                           AlertSeverity::Critical,
                           u"whatever"_s,
                           {{u"layers.single"_s, u"9"_s}}});
        fixture.make.fire(1, minutes(3), StormMaker::thing(SubjectKind::Image, u"registry-1/team/web:2.0"_s),
                          {u"stowage"_s, u"single-holder"_s});
        fixture.play();
        QCOMPARE(fixture.titles(), QStringList{u"node eu-b-17 is gone: 9 layers have one copy left"_s});
        QCOMPARE(fixture.reasons(fixture.book.incidents().front()),
                 (QStringList{u"eu-b-17 node-gone: first"_s,
                              u"registry-1/team/web:2.0 single-holder: topology eu-b-17"_s}));
    }

    void aGoneNodeSaysWhatIsLeft_data()
    {
        QTest::addColumn<QString>("single");
        QTest::addColumn<QString>("none");
        QTest::addColumn<QString>("said");
        QTest::addRow("nothing known") << QString() << QString() << QString();
        QTest::addRow("nothing rare") << u"0"_s << u"0"_s << QString();
        QTest::addRow("single") << u"9"_s << u"0"_s << u": 9 layers have one copy left"_s;
        QTest::addRow("lost") << u"0"_s << u"3"_s << u": 3 layers have no copy left"_s;
        QTest::addRow("both") << u"9"_s << u"2"_s << u": 2 layers have no copy left, 9 have one copy left"_s;
        QTest::addRow("no numbers") << u"many"_s << u"-4"_s << QString();
    }
    void aGoneNodeSaysWhatIsLeft()
    {
        QFETCH(const QString, single);
        QFETCH(const QString, none);
        QFETCH(const QString, said);
        BookFixture fixture;
        fixture.make.fire(1, minutes(1), host(u"eu-b-17"_s),
                          {u"stowage"_s,
                           u"node-gone"_s,
                           AlertSeverity::Critical,
                           u"whatever"_s,
                           {{u"layers.none"_s, none}, {u"layers.single"_s, single}}});
        fixture.play();
        QCOMPARE(fixture.titles(), QStringList{u"node eu-b-17 is gone"_s + said});
    }

    /// A hub sends one to each of its users; while an alert flaps, one each time that it comes.
    void everyMessageIsCounted()
    {
        BookFixture fixture;
        const auto withMessages = [](const QString& count) -> std::vector<AlertLabel> {
            return {{u"messages"_s, count}, {u"system"_s, u"eu-b-1"_s}};
        };
        const QString cpu =
            fixture.make.fire(1, minutes(1), host(u"eu-b-1"_s),
                              {u"hub"_s, u"CPU"_s, AlertSeverity::Warning, {}, withMessages(u"2"_s)});
        fixture.play();
        const auto told = [&fixture] {
            return fixture.book.incidents().front().told;
        };
        QCOMPARE(told(), 2U);
        const auto turn = [&](AlertEventKind kind, const QString& note, int at, const QString& messages) {
            AlertEvent event = fixture.make.told().front();
            event.kind = kind;
            event.note = note;
            event.at = event.seenAt = stormBegin() + minutes(at);
            event.uid = u"%1/%2/%3"_s.arg(alertEventKindName(kind), event.uid.section(u'/', 1)).arg(at);
            event.labels = withMessages(messages);
            fixture.take({event});
            fixture.take({event}); // told twice
        };
        turn(AlertEventKind::Changed, {}, 2, u"3"_s);
        QCOMPARE(told(), 3U);
        turn(AlertEventKind::HeldBack, u"flapping: ended"_s, 3, u"4"_s);
        QCOMPARE(told(), 4U);
        turn(AlertEventKind::HeldBack, u"flapping: fired"_s, 4, u"1"_s);
        turn(AlertEventKind::HeldBack, u"flapping: ended"_s, 5, u"3"_s);
        QCOMPARE(told(), 7U);
        turn(AlertEventKind::HeldBack, u"cooldown"_s, 6, u"9"_s); // is no swing
        turn(AlertEventKind::HeldBack, u"flapping: fired"_s, 7, u"-3"_s);
        QCOMPARE(told(), 8U);
        const auto checkpoint = fixture.book.checkpoint();
        IncidentBook other(fixture.clock);
        QVERIFY(other.restore(checkpoint));
        other.flush();
        QCOMPARE(other.incidents().front().told, 8U);
        QCOMPARE(other.incidents().front(), fixture.book.incidents().front());
        fixture.make.end(cpu, minutes(9));
        fixture.play();
        QCOMPARE(told(), 9U); // its end says 2 of the latest
        QCOMPARE(fixture.book.incidents().front().state, IncidentState::Resolved);
    }

    void whomADarkLineLosesBelongsToIt_data()
    {
        QTest::addColumn<int>("found");
        QTest::addRow("found before they are missed") << 1;
        QTest::addRow("found after") << 9;
    }
    void whomADarkLineLosesBelongsToIt()
    {
        QFETCH(const int, found);
        const QString dark = u"hub.example.test: IPv6 is dark, IPv4 is unaffected"_s;
        BookFixture fixture;
        for (int i = 1; i <= 12; ++i) {
            const QString zone = i % 2 == 0 ? u"eu-a"_s : u"eu-b"_s;
            fixture.make.fire(1, minutes(5), host(StormMaker::hostName(zone, i)), Status);
        }
        fixture.make.fire(1, minutes(found), StormMaker::thing(SubjectKind::Source, u"hub"_s),
                          {u"stowage"_s, u"v6-dark"_s, AlertSeverity::Warning, dark});
        fixture.play();
        QCOMPARE(fixture.titles(), QStringList{dark});
        QCOMPARE(fixture.book.incidents().front().members.size(), size_t(13));
    }

    void aStormOfThoseThatStandForThemselvesIsOne()
    {
        BookFixture fixture;
        for (int i = 0; i < 120; ++i) {
            fixture.make.fire(1, Millis(i * 5'000), host(u"eu-b-%1"_s.arg(i)),
                              {u"stowage"_s, u"certificate-ends"_s});
        }
        fixture.play();
        QCOMPARE(fixture.book.incidents().size(), size_t(1));
        const Incident& incident = fixture.book.incidents().front();
        QCOMPARE(incident.members.size(), size_t(120));
        QVERIFY(incident.isStorm);
        QCOMPARE(incident.members.back().why, BelongingKind::Storm);
        // One that comes when it is long over stands for itself.
        fixture.make.fire(2, minutes(60), host(u"eu-b-200"_s), {u"stowage"_s, u"certificate-ends"_s});
        fixture.play();
        QCOMPARE(fixture.book.incidents().size(), size_t(2));
    }

    void aClockThatRanAheadIsSetBack_data()
    {
        QTest::addColumn<bool>("isRestarted");
        QTest::addRow("while it runs") << false;
        QTest::addRow("over a restart") << true;
    }
    /// What was told by a clock that was ten years ahead keeps nothing of what comes after it from its place.
    void aClockThatRanAheadIsSetBack()
    {
        QFETCH(const bool, isRestarted);
        constexpr std::chrono::hours TenYears{24 * 3'650};
        WallClock clock;
        auto book = std::make_unique<IncidentBook>(clock);
        StormMaker make(1);
        size_t played = 0;
        const auto play = [&](Millis after) {
            clock.advance(after);
            book->take(std::span(make.told()).subspan(played));
            played = make.told().size();
            book->flush();
        };
        const QString standing = make.fire(1, minutes(1), host(u"eu-b-1"_s), Cpu);
        play(minutes(2));
        clock.set(TenYears);
        make.lose(standing, TenYears + minutes(2));
        play(minutes(1));
        if (isRestarted) {
            const AlertCheckpoint checkpoint = book->checkpoint();
            book = std::make_unique<IncidentBook>(clock);
            QVERIFY(book->restore(checkpoint));
        }
        clock.set(-TenYears);
        book->advance(clock.now());
        play(minutes(1));
        QCOMPARE(book->incidents().size(), size_t(1));
        QCOMPARE(book->incidents().front().state, IncidentState::Unknown);

        const QString passing = make.pass(2, minutes(5), minutes(6), host(u"eu-a-9"_s), Cpu);
        play(minutes(4));
        QCOMPARE(book->incidents().size(), size_t(2));
        QCOMPARE(book->ofAlert(passing)->state, IncidentState::Resolved);
        // What fails with it is found, though it was told late.
        make.fire(3, minutes(7), host(u"eu-b-1"_s), Status);
        play(minutes(3));
        QCOMPARE(book->ofAlert(standing)->members.size(), size_t(2));
        make.fire(4, minutes(100 * 60), host(u"eu-c-3"_s), Cpu);
        play(std::chrono::hours(101));
        QVERIFY(book->ofAlert(passing) == nullptr); // it is forgotten as ever
        QCOMPARE(book->incidents().size(), size_t(2));
    }

    /// While all swings, one alert or another stands alone for a moment.
    void aTitleDoesNotSwing()
    {
        BookFixture fixture;
        const QString memory = fixture.make.fire(1, minutes(1), host(u"eu-b-1"_s), {u"hub"_s, u"Memory"_s});
        fixture.make.fire(1, minutes(2), host(u"eu-b-1"_s), {u"hub"_s, u"Disk"_s, AlertSeverity::Critical});
        fixture.make.end(memory, minutes(3));
        fixture.play();
        QCOMPARE(fixture.titles(), QStringList{u"eu-b-1 is short of memory"_s});
        fixture.make.fire(1, minutes(30), host(u"eu-b-1"_s), Cpu);
        fixture.play();
        QCOMPARE(fixture.titles(), QStringList{u"a disk of eu-b-1 fills up"_s});
    }

    void aZoneIsOneIncident()
    {
        BookFixture fixture;
        for (int i = 1; i <= 5; ++i) {
            fixture.make.fire(1, minutes(1) + Millis(i), host(u"eu-b-%1"_s.arg(i)), Status);
        }
        fixture.make.fire(2, minutes(2), host(u"eu-a-1"_s), Status);
        fixture.play();
        QCOMPARE(fixture.titles(),
                 (QStringList{u"zone eu-b is gone: 5 hosts do not answer"_s, u"host eu-a-1 is down"_s}));
        QCOMPARE(fixture.reasons(fixture.book.incidents().front()),
                 (QStringList{u"eu-b-1 Status: first"_s, u"eu-b-2 Status: zone eu-b"_s,
                              u"eu-b-3 Status: zone eu-b"_s, u"eu-b-4 Status: zone eu-b"_s,
                              u"eu-b-5 Status: zone eu-b"_s}));
    }

    void aStormIsFoldedUntilFewCome()
    {
        BookFixture fixture;
        const auto odd = [&fixture](int number, Millis at) {
            fixture.make.fire(1, at, StormMaker::thing(SubjectKind::Unknown, u"thing %1"_s.arg(number)),
                              {u"am"_s, u"Odd%1"_s.arg(number)});
        };
        for (int i = 0; i < 10; ++i) {
            odd(i, minutes(1) + Millis(1'000 * i));
        }
        fixture.play();
        QCOMPARE(fixture.book.incidents().size(), size_t(10)); // not more than ten yet
        odd(10, minutes(5));
        odd(11, minutes(6));
        fixture.play();
        QCOMPARE(fixture.titles(), QStringList{u"12 alerts in a storm from am"_s});
        QVERIFY(fixture.book.incidents().front().isStorm);
        odd(12, minutes(30)); // nothing for so long: it is over
        fixture.play();
        QCOMPARE(fixture.book.incidents().size(), size_t(2));
    }

    void silenceOfASourceIsNotTheEnd()
    {
        BookFixture fixture;
        const QString cpu = fixture.make.fire(1, minutes(1), host(u"eu-a-1"_s), Cpu);
        const QString status = fixture.make.fire(1, minutes(2), host(u"eu-a-1"_s), Status);
        fixture.make.lose(cpu, minutes(3));
        fixture.play();
        QCOMPARE(fixture.book.incidents().front().state, IncidentState::Open);
        fixture.make.lose(status, minutes(4));
        fixture.play();
        QCOMPARE(fixture.book.incidents().front().state, IncidentState::Unknown);
        const double unknown = fixture.book.incidents().front().impact;
        fixture.make.find(status, minutes(5));
        fixture.play();
        QCOMPARE(fixture.book.incidents().front().state, IncidentState::Open);
        QVERIFY(fixture.book.incidents().front().impact > unknown);
        fixture.make.end(status, minutes(6));
        fixture.play();
        QCOMPARE(fixture.book.incidents().front().state, IncidentState::Unknown);
        fixture.make.end(cpu, minutes(7));
        fixture.play();
        const Incident& incident = fixture.book.incidents().front();
        QCOMPARE(incident.state, IncidentState::Resolved);
        QCOMPARE(incident.resolvedAt, stormBegin() + minutes(7));
    }

    void whatComesBackSoonIsReopened()
    {
        BookFixture fixture;
        fixture.make.pass(1, minutes(1), minutes(5), host(u"eu-a-1"_s), Status);
        fixture.play();
        const QString id = fixture.book.incidents().front().id;
        fixture.make.pass(1, minutes(20), minutes(25), host(u"eu-a-1"_s), Status);
        fixture.make.fire(1, minutes(30), host(u"eu-a-1"_s), Cpu);
        fixture.play();
        QCOMPARE(fixture.book.incidents().size(), size_t(1));
        const Incident& again = fixture.book.incidents().front();
        QCOMPARE(again.id, id);
        QCOMPARE(again.reopened, 2U);
        QCOMPARE(again.members.front().episodes, 2U);
        QCOMPARE(again.told, 3U);
        QVERIFY(again.isOpen());
        QCOMPARE(again.resolvedAt, Timestamp{});
        fixture.make.pass(2, minutes(600), minutes(610), host(u"eu-a-2"_s), Status);
        fixture.make.pass(2, minutes(700), minutes(710), host(u"eu-a-2"_s), Status);
        fixture.play();
        QCOMPARE(fixture.book.incidents().size(), size_t(3)); // too long after to be the same
    }

    void anyMembersCodeFindsIt()
    {
        BookFixture fixture;
        fixture.make.hostDies(1, minutes(1), u"eu-a-1"_s);
        fixture.play();
        QCOMPARE(fixture.book.incidents().size(), size_t(1));
        const Incident& incident = fixture.book.incidents().front();
        for (const AlertEvent& event : fixture.make.told()) {
            const QString code = incidentId(textKey(event.uid));
            QCOMPARE(fixture.book.find(code), &incident);
            QCOMPARE(fixture.book.find(code.toLower()), &incident);
            QCOMPARE(fixture.book.ofAlert(event.alert), &incident);
        }
        QVERIFY(incident.id.startsWith(u"I-"_s));
        for (const QString& wrong : {u""_s, u"I-"_s, u"I-ZZZZZZ"_s, u"../../etc"_s, QString(100'000, u'I')}) {
            QVERIFY(!fixture.book.find(wrong));
        }
        QVERIFY(!fixture.book.ofAlert({}));
    }

    void anEarlierAlertGivesAnotherId()
    {
        BookFixture fixture;
        fixture.make.fire(1, minutes(3), host(u"eu-a-1"_s), Cpu);
        fixture.play();
        const QString before = fixture.book.incidents().front().id;
        fixture.make.fire(1, minutes(2), host(u"eu-a-1"_s), Status);
        fixture.changes.clear();
        fixture.play();
        QCOMPARE(fixture.book.incidents().size(), size_t(1));
        const Incident& after = fixture.book.incidents().front();
        QVERIFY(after.id != before);
        QCOMPARE(fixture.book.find(before), &after);
        QCOMPARE(fixture.changes, (std::vector<IncidentChanges>{{{after.id}, {}, {before}}}));
    }

    void anEarlierEpisodeGivesAnotherId()
    {
        BookFixture fixture;
        fixture.make.fire(1, minutes(30), host(u"eu-a-1"_s), Cpu);
        fixture.play();
        const QString before = fixture.book.incidents().front().id;
        fixture.make.pass(1, minutes(2), minutes(5), host(u"eu-a-1"_s), Cpu); // a hub's history
        fixture.play();
        QCOMPARE(fixture.book.incidents().size(), size_t(1));
        const Incident& after = fixture.book.incidents().front();
        QVERIFY(after.id != before);
        QCOMPARE(fixture.book.find(before), &after);
        QCOMPARE(after.members.front().episodes, 2U);
    }

    void personsTakeCare()
    {
        BookFixture fixture;
        fixture.make.fire(1, minutes(1), host(u"eu-a-1"_s), Status);
        fixture.play();
        const QString id = fixture.book.incidents().front().id;
        QVERIFY(fixture.book.acknowledge(id, u"mei"_s, u"looking at it"_s));
        QVERIFY(fixture.book.takeOver(id.toLower(), u"mei"_s));
        QCOMPARE(fixture.book.find(id)->owner, QString()); // counts when the log has it
        fixture.book.flush();
        const Incident& incident = *fixture.book.find(id);
        QCOMPARE(incident.owner, u"mei"_s);
        QCOMPARE(incident.acknowledgedBy, u"mei"_s);
        QCOMPARE(incident.acknowledgedAt, fixture.clock.now());
        QCOMPARE(incident.note, u"looking at it"_s);
        QVERIFY(fixture.book.release(id, u"mei"_s));
        QVERIFY(fixture.book.note(id, u"ada"_s, u" it was the fan "_s));
        QVERIFY(fixture.book.mute(id, u"ada"_s, fixture.clock.now() + minutes(60)));
        fixture.book.flush();
        QCOMPARE(fixture.book.find(id)->owner, QString());
        QCOMPARE(fixture.book.find(id)->note, u"it was the fan"_s);
        QVERIFY(fixture.book.find(id)->isMuted(fixture.clock.now()));
        QCOMPARE(fixture.book.find(id)->mutedBy, u"ada"_s);
        QVERIFY(fixture.book.unmute(id, u"ada"_s));
        fixture.book.flush();
        QVERIFY(!fixture.book.find(id)->isMuted(fixture.clock.now()));
        QCOMPARE(fixture.log.size(), size_t(6));
        QCOMPARE(fixture.log.front().incident, id);
        QCOMPARE(fixture.log.front().summary, u"host eu-a-1 is down"_s);
    }

    void actsThatMakeNoSenseAreRefused()
    {
        BookFixture fixture;
        fixture.make.fire(1, minutes(1), host(u"eu-a-1"_s), Status);
        fixture.make.fire(1, minutes(1), host(u"eu-a-1"_s), Cpu);
        fixture.play();
        IncidentBook& book = fixture.book;
        const Incident& incident = book.incidents().front();
        const QString id = incident.id;
        const Timestamp now = fixture.clock.now();
        const QStringList all{incident.members[0].alert, incident.members[1].alert};
        QCOMPARE(book.acknowledge(u"I-AAAAAA", u"mei"_s).error().kind, ErrorKind::NotFound);
        QCOMPARE(book.acknowledge(id, u"  "_s).error().kind, ErrorKind::Usage);
        QCOMPARE(book.note(id, u"mei"_s, u"\n"_s).error().kind, ErrorKind::Usage);
        QCOMPARE(book.mute(id, u"mei"_s, {}).error().kind, ErrorKind::Usage);
        QCOMPARE(book.mute(id, u"mei"_s, now).error().kind, ErrorKind::Usage);
        QCOMPARE(book.mute(id, u"mei"_s, now - minutes(1)).error().kind, ErrorKind::Usage);
        QCOMPARE(book.mute(id, u"mei"_s, now + std::chrono::hours(31 * 24)).error().kind, ErrorKind::Usage);
        QCOMPARE(book.split(id, {}, u"mei"_s).error().kind, ErrorKind::Usage);
        QCOMPARE(book.split(id, {u"another"_s}, u"mei"_s).error().kind, ErrorKind::Usage);
        QCOMPARE(book.split(id, all, u"mei"_s).error().kind, ErrorKind::Usage);
        QCOMPARE(book.merge(id, id, u"mei"_s).error().kind, ErrorKind::Usage);
        QCOMPARE(book.merge(id, u"I-AAAAAA", u"mei"_s).error().kind, ErrorKind::NotFound);
        QVERIFY(fixture.log.empty());
        QVERIFY(book.mute(id, u"mei"_s, now + std::chrono::hours(30 * 24)));
    }

    void whatAPersonSplitsStaysSplit()
    {
        BookFixture fixture;
        const QString status = fixture.make.fire(1, minutes(1), host(u"eu-a-1"_s), Status);
        const QString cpu = fixture.make.fire(1, minutes(2), host(u"eu-a-1"_s), Cpu);
        const QString disk = fixture.make.fire(1, minutes(3), host(u"eu-a-1"_s), {u"hub"_s, u"Disk"_s});
        fixture.play();
        const QString id = fixture.book.incidents().front().id;
        QVERIFY(fixture.book.split(id, {cpu, disk}, u"mei"_s));
        fixture.book.flush();
        QCOMPARE(fixture.book.incidents().size(), size_t(2));
        QCOMPARE(fixture.book.find(id)->members.size(), size_t(1));
        const Incident& made = *fixture.book.ofAlert(cpu);
        QCOMPARE(fixture.reasons(made),
                 (QStringList{u"eu-a-1 CPU: byPerson mei"_s, u"eu-a-1 Disk: byPerson mei"_s}));
        const QString madeId = made.id;
        // Its own alerts come back to it; others of the subject do not go there.
        fixture.make.end(cpu, minutes(4));
        fixture.make.fire(1, minutes(5), host(u"eu-a-1"_s), Cpu);
        const QString load = fixture.make.fire(1, minutes(6), host(u"eu-a-1"_s), {u"hub"_s, u"LoadAvg1"_s});
        fixture.play();
        QCOMPARE(fixture.book.ofAlert(cpu)->id, madeId);
        QCOMPARE(fixture.book.ofAlert(load)->id, id);
        QCOMPARE(fixture.book.ofAlert(status)->id, id);
        // The first alert of an incident can leave it too: the incident keeps its id.
        QVERIFY(fixture.book.split(id, {status}, u"mei"_s));
        fixture.book.flush();
        QCOMPARE(fixture.book.incidents().size(), size_t(3));
        QCOMPARE(fixture.book.ofAlert(load)->id, id);
        QVERIFY(fixture.book.ofAlert(status)->id != id);
    }

    void whatAPersonMergesStaysMerged()
    {
        BookFixture fixture;
        const QString one = fixture.make.fire(1, minutes(1), host(u"eu-a-1"_s), Status);
        const QString other = fixture.make.fire(2, minutes(2), host(u"eu-c-9"_s), Cpu);
        fixture.play();
        QCOMPARE(fixture.book.incidents().size(), size_t(2));
        const QString into = fixture.book.ofAlert(other)->id;
        const QString from = fixture.book.ofAlert(one)->id;
        QVERIFY(fixture.book.takeOver(from, u"ada"_s));
        fixture.book.flush();
        QVERIFY(fixture.book.merge(into, from, u"mei"_s));
        fixture.changes.clear();
        fixture.book.flush();
        QCOMPARE(fixture.book.incidents().size(), size_t(1));
        QCOMPARE(fixture.changes, (std::vector<IncidentChanges>{{{}, {into}, {from}}}));
        QCOMPARE(fixture.book.find(from)->id, into);
        QCOMPARE(fixture.book.find(into)->owner, u"ada"_s);
        QCOMPARE(fixture.book.find(into)->openedAt, stormBegin() + minutes(1));
        const QString disk = fixture.make.fire(1, minutes(8), host(u"eu-a-1"_s), {u"hub"_s, u"Disk"_s});
        fixture.make.end(one, minutes(9));
        fixture.make.fire(1, minutes(11), host(u"eu-a-1"_s), Status);
        fixture.play();
        QCOMPARE(fixture.book.ofAlert(disk)->id, into);
        QCOMPARE(fixture.book.ofAlert(one)->id, into);
    }

    void aRestartGoesOnWhereItWas()
    {
        BookFixture fixture;
        fixture.make.hostDies(1, minutes(1), u"eu-a-1"_s);
        fixture.make.zoneDies(2, minutes(4), u"eu-b"_s, 12);
        fixture.play();
        QVERIFY(fixture.book.takeOver(fixture.book.incidents().front().id, u"mei"_s));
        fixture.book.flush();
        const AlertCheckpoint checkpoint = fixture.book.checkpoint();
        IncidentBook other(fixture.clock);
        QVERIFY(other.restore(checkpoint));
        other.flush();
        QVERIFY(std::ranges::equal(other.incidents(), fixture.book.incidents()));
    }

    void aDamagedCheckpointIsRefused()
    {
        BookFixture fixture;
        fixture.make.hostDies(1, minutes(1), u"eu-a-1"_s);
        fixture.play();
        const AlertCheckpoint checkpoint = fixture.book.checkpoint();
        IncidentBook other(fixture.clock);
        for (qsizetype i = 0; i < checkpoint.state.size(); i += 97) {
            AlertCheckpoint bad = checkpoint;
            bad.state[i] = static_cast<char>(bad.state[i] ^ 0x21);
            QVERIFY(!other.restore(bad));
            bad.state = checkpoint.state.left(i);
            QVERIFY(!other.restore(bad));
        }
        AlertCheckpoint newer = checkpoint;
        newer.state[5] = 99;
        QCOMPARE(other.restore(newer).error().kind, ErrorKind::NewerSchema);
        QCOMPARE(other.restore({}).error().kind, ErrorKind::Malformed);
        other.flush();
        QVERIFY(other.incidents().empty());
    }

    void impactGrowsWithAge()
    {
        BookFixture fixture;
        fixture.make.fire(1, minutes(1), host(u"eu-a-1"_s), Status);
        fixture.play();
        const double young = fixture.book.incidents().front().impact;
        fixture.clock.advance(minutes(90));
        fixture.changes.clear();
        fixture.book.advance(fixture.clock.now());
        QVERIFY(fixture.book.incidents().front().impact > young);
        QCOMPARE(fixture.changes.size(), size_t(1));
        fixture.book.advance(fixture.clock.now());
        QCOMPARE(fixture.changes.size(), size_t(1)); // in steps: nothing is told each second
    }

    void changesAreCoalesced()
    {
        BookFixture fixture;
        for (int i = 0; i < 50; ++i) {
            fixture.make.fire(1, Millis(i), host(u"eu-a-1"_s), {u"hub"_s, u"Name%1"_s.arg(i)});
        }
        const std::vector<AlertEvent>& events = fixture.make.told();
        fixture.clock.advance(minutes(1));
        for (size_t i = 0; i < events.size(); ++i) {
            fixture.book.take(std::span(events).subspan(i, 1));
            fixture.clock.advance(Millis(10));
        }
        fixture.clock.advance(Millis(200));
        QVERIFY(fixture.changes.size() <= 7);
        QCOMPARE(fixture.book.incidents().front().members.size(), size_t(50));
    }

    void badInput_data();
    void badInput();
};

void TestIncidentBook::badInput_data()
{
    QTest::addColumn<std::vector<AlertEvent>>("events");
    QTest::addColumn<QStringList>("titles");
    const auto fired = [](const QString& name, const QString& subject) {
        StormMaker make(1);
        make.fire(1, minutes(1), StormMaker::thing(SubjectKind::Unknown, subject), {u"prom"_s, name});
        return make.told().front();
    };
    const auto row = [](const char* what, std::vector<AlertEvent> events, const QStringList& titles) {
        QTest::newRow(what) << std::move(events) << titles;
    };
    row("nothing", {}, {});
    row("an event of nothing", {AlertEvent{}}, {});
    row("HTML is text", {fired(u"<b>Down</b>"_s, u"<img src=x>"_s)}, {u"<b>Down</b> on <img src=x>"_s});
    row("control characters", {fired(u"Down\n\u202e\x07now"_s, u"a\tb"_s)}, {u"Down now on a b"_s});
    row("no name, no subject", {fired({}, {})}, {QString()});
    AlertEvent end = fired(u"Down"_s, u"a"_s);
    end.kind = AlertEventKind::Ended;
    end.uid.replace(0, 5, u"ended"_s);
    row("an end without a beginning", {end}, {});
    AlertEvent before = end;
    before.at -= minutes(5);
    row("an end before its beginning", {fired(u"Down"_s, u"a"_s), before}, {u"Down on a"_s});
    AlertEvent future = fired(u"Down"_s, u"a"_s);
    future.at += std::chrono::hours(24 * 4'000);
    row("from the future", {future, fired(u"Disk"_s, u"b"_s)}, {u"a disk of b fills up"_s, u"Down on a"_s});
    AlertEvent timeless = fired(u"Down"_s, u"a"_s);
    timeless.at = timeless.seenAt = {};
    row("without a time", {timeless}, {u"Down on a"_s});
    AlertEvent huge = fired(u"Down"_s, u"a"_s);
    huge.summary = QString(1'000'000, u'x');
    for (int i = 0; i < 10'000; ++i) {
        huge.labels.push_back({u"l%1"_s.arg(i, 5, 10, QLatin1Char('0')), u"v"_s});
        huge.place.touches.push_back({SubjectKind::Image, u"i%1"_s.arg(i)});
    }
    row("a megabyte and 10,000 labels", {huge}, {u"a: "_s + QString(199, u'x') + u'…'});
    AlertEvent act = fired({}, {});
    act.kind = AlertEventKind::Merged;
    act.incident = act.other = u"I-000000"_s;
    row("an act on nothing", {act}, {});
    AlertEvent unheard = fired(u"Down"_s, u"a"_s);
    unheard.kind = static_cast<AlertEventKind>(250);
    row("a kind that nobody knows", {unheard}, {});
}

void TestIncidentBook::badInput()
{
    QFETCH(std::vector<AlertEvent>, events);
    QFETCH(QStringList, titles);
    BookFixture fixture;
    fixture.clock.advance(minutes(10));
    fixture.book.take(events);
    fixture.book.flush();
    QStringList got = fixture.titles();
    got.sort();
    titles.sort();
    QCOMPARE(got, titles);
    // And again after a restart.
    IncidentBook other(fixture.clock);
    QVERIFY(other.restore(fixture.book.checkpoint()));
    other.flush();
    QVERIFY(std::ranges::equal(other.incidents(), fixture.book.incidents()));
}

QTEST_GUILESS_MAIN(TestIncidentBook)
#include "tst_incident_book.moc"
