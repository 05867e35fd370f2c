// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertModel.h"
#include "tests/views/now/SampleIncidents.h"
#include "views/now/EvidencePlan.h"
#include "views/now/EvidenceView.h"
#include "views/now/IncidentFacts.h"
#include "views/now/IncidentFilter.h"
#include "views/now/IncidentRow.h"
#include "views/now/IncidentWords.h"
#include "views/now/MemberWords.h"
#include "views/now/MuteEnd.h"
#include "views/now/NowState.h"
#include "views/now/ShownAlerts.h"
#include "views/shell/Link.h"
#include "views/theme/Theme.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Timestamp at(const char* text)
{
    return *fromRfc3339(QString::fromLatin1(text));
}

const Timestamp Now = at("2026-11-22T03:12:41Z");

Incident incident()
{
    Incident incident;
    incident.id = u"I-7K2QX"_s;
    incident.title = u"registry-3 is out of CPU"_s;
    incident.detail = u"registry-3 · storage s3"_s;
    incident.severity = AlertSeverity::Critical;
    incident.openedAt = Now - 11min;
    incident.lastAt = Now - 1min;
    return incident;
}

IncidentMember member(const QString& name)
{
    IncidentMember member;
    member.alert = name + u"/x"_s;
    member.name = name;
    member.subject = {SubjectKind::Host, u"registry-3"_s};
    member.severity = AlertSeverity::Critical;
    member.first = Now - 11min;
    member.last = Now - 2min;
    return member;
}

Alert alert()
{
    Alert alert;
    alert.key = u"HighCPU/x"_s;
    alert.name = u"HighCPU"_s;
    alert.severity = AlertSeverity::Critical;
    alert.summary = u"CPU at its limit"_s;
    alert.since = Now - 11min;
    alert.witnesses = {{u"prom"_s, u"k"_s, AlertPhase::Firing, false, Now - 11min, Now - 12s},
                       {u"am"_s, u"k"_s, AlertPhase::Firing, true, Now - 11min, Now - 4min}};
    return alert;
}

SourceStatus source(const QString& id, const QString& kind, Freshness state)
{
    SourceStatus status;
    status.id = id;
    status.kind = kind;
    status.state = state;
    status.settled = true;
    status.lastAnswer = state == Freshness::Unseen ? Timestamp{} : Now - 5s;
    return status;
}

} // namespace

class TestNowParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsOfMutes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("end"); // empty: refused
        const auto row = [](const char* typed, const char* end) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromLatin1(end);
        };
        row("30 min", "2026-11-22T03:42:41.000Z");
        row("45m", "2026-11-22T03:57:41.000Z");
        row("2 h", "2026-11-22T05:12:41.000Z");
        row("1 h 30", "2026-11-22T04:42:41.000Z");
        row("1h30min", "2026-11-22T04:42:41.000Z");
        row("3 d", "2026-11-25T03:12:41.000Z");
        row("08:00", "2026-11-22T08:00:00.000Z");
        row("3:00", "2026-11-23T03:00:00.000Z");
        row("tomorrow 08:00", "2026-11-23T08:00:00.000Z");
        row("2026-12-01 09:30", "2026-12-01T09:30:00.000Z");
        row("2026-12-01T09:30:00Z", "2026-12-01T09:30:00.000Z");
        row("  2   H  ", "2026-11-22T05:12:41.000Z");
        row("", "");
        row("never", "");
        row("for ever", "");
        row("2", "");
        row("2 weeks of rest", "");
        row("-3 h", "");
        row("25:61", "");
        row("tomorrow", "");
        row("99999999999 h", "");
        row("3 d 4", "");
        row("2026-13-45 08:00", "");
        row("<b>2 h</b>", "");
        row("\x01\x02", "");
    }

    void endsOfMutes()
    {
        QFETCH(QString, typed);
        QFETCH(QString, end);
        const Result<Timestamp> read = readMuteEnd(typed, Now);
        QCOMPARE(read ? toRfc3339(*read) : QString(), end);
        if (!read) {
            QCOMPARE(read.error().kind, ErrorKind::Usage);
            QVERIFY(!read.error().message.isEmpty());
            QVERIFY(!read.error().todo.isEmpty());
        }
    }

    void tomorrowIsTomorrowAtTheEndOfAMonth()
    {
        QCOMPARE(toRfc3339(tomorrowMorning(at("2026-12-31T23:59:59Z"))), u"2027-01-01T08:00:00.000Z"_s);
    }

    void partsOfARowDoNotOverlap_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {120, 200, 260, 320, 400, 480, 700, 1'400}) {
            QTest::addRow("%d", width) << width;
        }
    }

    void partsOfARowDoNotOverlap()
    {
        QFETCH(int, width);
        const QRect room(8, 0, width, IncidentRow::OpenHeight);
        for (const IncidentRow& row : {IncidentRow::open(room), IncidentRow::resolved(room)}) {
            const QRect all[] = {row.mark, row.title, row.detail, row.count, row.age, row.owner};
            for (const QRect& one : all) {
                QVERIFY(one.isEmpty() || room.contains(one));
                for (const QRect& other : all) {
                    QVERIFY(&one == &other || !one.intersects(other));
                }
            }
            QVERIFY(!row.title.isEmpty());
        }
    }

    void aRowGivesUpWhatMattersLeast()
    {
        const QRect wide(0, 0, 600, IncidentRow::OpenHeight);
        QVERIFY(!IncidentRow::open(wide).owner.isEmpty());
        const QRect narrow(0, 0, 230, IncidentRow::OpenHeight);
        QVERIFY(IncidentRow::open(narrow).count.isEmpty());
        QVERIFY(IncidentRow::open(narrow).title.width() > 100);
    }

    void everyStateHasItsWord()
    {
        Incident shown = incident();
        QCOMPARE(words::statusOf(shown), Status::Critical);
        QCOMPARE(words::incidentState(shown), alertSeverityText(AlertSeverity::Critical));
        shown.state = IncidentState::Unknown;
        QCOMPARE(words::statusOf(shown), Status::NotSeen);
        QVERIFY(words::incidentDetail(shown, Now).contains(u"when last seen"_s));
        QVERIFY(doubtOf(shown).contains(u"silence is not taken for an end"_s));
        shown.state = IncidentState::Resolved;
        shown.resolvedAt = Now - 2min;
        QCOMPARE(words::statusOf(shown), Status::Fine);
        QCOMPARE(lengthOf(shown, Now), Millis(9min));
        QVERIFY(words::incidentInWords(shown, 3, Now).contains(u"ended 03:10, after 9 min"_s));
    }

    void theSecondLineSaysWhoHasDoneWhat()
    {
        Incident shown = incident();
        shown.acknowledgedBy = u"mei"_s;
        shown.acknowledgedAt = Now - 3min;
        shown.mutedUntil = Now + 2h;
        shown.isStorm = true;
        const QString line = words::incidentDetail(shown, Now);
        QVERIFY2(line.startsWith(u"muted for 2 h"_s), qPrintable(line));
        for (const QString& part : {u"seen by mei"_s, u"storm"_s, u"registry-3 · storage s3"_s}) {
            QVERIFY2(line.contains(part), qPrintable(line));
        }
    }

    void whatASummarySaysIsNotSaidTwice_data()
    {
        QTest::addColumn<QString>("summary");
        QTest::addColumn<bool>("isAdded");
        QTest::newRow("said") << u"5 layers have one copy left"_s << false;
        QTest::newRow("at the end") << u"layers with one copy: 5."_s << false;
        QTest::newRow("not said") << u"layers have one copy left"_s << true;
        QTest::newRow("of a name") << u"node eu-b-5 holds them alone"_s << true;
        QTest::newRow("of another") << u"15 of 5.5 layers"_s << true;
    }

    void whatASummarySaysIsNotSaidTwice()
    {
        QFETCH(const QString, summary);
        QFETCH(const bool, isAdded);
        SampleIncidents sample;
        Incident told = incident();
        told.members = {member(u"single-holder"_s)};
        AlertReport report;
        report.isWhole = true;
        AlertObservation observation;
        observation.key = u"k"_s;
        observation.name = u"single-holder"_s;
        observation.subject = u"registry-3"_s;
        observation.summary = summary;
        observation.value = 5;
        observation.threshold = 0;
        observation.startedAt = sample.clock.now();
        report.alerts = {observation};
        sample.alerts.take(u"stowage"_s, report, sample.clock.now());
        QVERIFY(!sample.alerts.alerts().empty());
        told.members[0].alert = sample.alerts.alerts().front().key;
        const ShownAlerts shown(sample.alerts);
        QCOMPARE(symptomOf(told, shown).contains(u"(5, limit 0)"_s), isAdded);
    }

    void aMegabyteIsNotShownWhole()
    {
        Incident shown = incident();
        shown.title = QString(1'000'000, u'x');
        shown.detail = shown.title;
        QVERIFY(words::incidentInWords(shown, 1, Now).size() < 2'000);
        QVERIFY(words::clipped(shown.title).endsWith(QChar(0x2026)));
    }

    void anAlertSaysWhyItIsSilentAndWhoTellsOfIt()
    {
        Alert told = alert();
        told.holds = {{AlertHoldKind::Cooldown, Now - 1min, Now + 4min, {}}};
        told.flappingSince = Now - 30min;
        const MemberRow row = alertRow(member(u"HighCPU"_s), &told, Now);
        QCOMPARE(row.status, Status::Critical);
        QCOMPARE(row.title, u"registry-3"_s);
        QCOMPARE(row.beside, u"CPU at its limit"_s);
        QVERIFY2(row.state.endsWith(u"11 min"_s), qPrintable(row.state));
        QVERIFY(row.isHeld);
        for (const QString& part :
             {u"held back: "_s, u"4 min"_s, u"flapping since 02:42"_s, u"told by prom"_s,
              u"am (silent for 4 min)"_s, u"it opened the incident"_s}) {
            QVERIFY2(row.below.contains(part), qPrintable(row.below));
        }
    }

    void anAlertThatTheBookForgotIsToldByItsIncident()
    {
        IncidentMember gone = member(u"HighCPU"_s);
        gone.isUnknown = true;
        const MemberRow row = alertRow(gone, nullptr, Now);
        QCOMPARE(row.status, Status::NotSeen);
        QVERIFY(row.state.startsWith(alertStateText(AlertState::Unknown)));
    }

    void evidenceFollowsWhatTheAlertsSpeakOf()
    {
        SampleHosts hosts;
        hosts.tellPicture();
        Incident about = incident();
        about.subjects = {{SubjectKind::Host, u"registry-3"_s}};
        about.members = {member(u"PullsFailing"_s), member(u"RegistryMemory"_s)};
        const EvidencePlan plan = planEvidence(about, &hosts.book, Now);
        QVERIFY(plan.hasHosts);
        QCOMPARE(plan.lanes.size(), EvidencePlan::MostLanes);
        QCOMPARE(plan.lanes[0].metric, u"errors.percent"_s);
        QCOMPARE(plan.lanes[1].metric, u"process.memory.bytes"_s);
        QCOMPARE(plan.lanes[2].metric, u"process.cpu.cores"_s);
        QCOMPARE(plan.lanes[2].unit, MetricUnit::Percent); // of its limit
        QCOMPARE(plan.range.from, about.openedAt - 45min);
        QCOMPARE(plan.range.to, Now);
        about.subjects.push_back({SubjectKind::Host, u"builder-2"_s});
        const EvidencePlan two = planEvidence(about, &hosts.book, Now);
        QCOMPARE(two.lanes.size(), size_t(4));
        QVERIFY(two.lanes[3].label.startsWith(u"builder-2 · "_s));
        about.subjects = {{SubjectKind::Source, u"hub"_s}, {SubjectKind::Host, u"nobody"_s}};
        QVERIFY(planEvidence(about, &hosts.book, Now).lanes.empty());
        QVERIFY(planEvidence(about, nullptr, Now).lanes.empty());
    }

    void evidenceOfAnIncidentThatIsOverEndsSoonAfter()
    {
        Incident over = incident();
        over.openedAt = Now - 10h;
        over.state = IncidentState::Resolved;
        over.resolvedAt = Now - 9h;
        QCOMPARE(planEvidence(over, nullptr, Now).range.to, over.resolvedAt + 10min);
    }

    void aGapHasNoValue()
    {
        SeriesData data;
        for (int i = 1; i <= 10; ++i) {
            data.points.push_back({Now + i * 1min, 1min, double(i), double(i), double(i), 1});
        }
        data.gaps = {{Now + 4min, Now + 6min}};
        QCOMPARE(valueAt(data, Now + 90s), std::optional(2.0));
        QVERIFY(!valueAt(data, Now + 5min));
        QVERIFY(!valueAt(data, Now - 1min));
        QVERIFY(!valueAt(data, Now + 11min));
        QVERIFY(!valueAt(SeriesData(), Now));
    }

    void thePageSaysHowItStands()
    {
        ManualClock clock;
        Fleet fleet(clock);
        NowFigures figures{fleet};
        figures.now = Now;
        QCOMPARE(judgeNow(figures, 0, Now).kind, NowState::Kind::Calm);
        QCOMPARE(judgeNow(figures, 0, Now).notice.status, Status::NotSeen); // nothing is watched
        const auto tell = [&](const QString& id, const QString& kind, Freshness state, bool settled = true) {
            Delta delta;
            delta.source = id;
            delta.generation = 1;
            delta.at = clock.now();
            delta.status = source(id, kind, state);
            delta.status->settled = settled;
            fleet.apply(delta);
            fleet.flush();
        };
        tell(u"am"_s, u"alertmanager"_s, Freshness::Unseen, false);
        QCOMPARE(judgeNow(figures, 0, Now - 3s).kind, NowState::Kind::Loading);
        tell(u"am"_s, u"alertmanager"_s, Freshness::Live);
        const NowState calm = judgeNow(figures, 0, Now - 3h);
        QCOMPARE(calm.kind, NowState::Kind::Calm);
        QCOMPARE(calm.notice.what, u"Nothing is wrong"_s);
        QVERIFY2(calm.notice.why.contains(u"since 00:12:41 UTC"_s), qPrintable(calm.notice.why));
        figures.incidents.critical = 1;
        QCOMPARE(judgeNow(figures, 1, Now).kind, NowState::Kind::Ready);
        tell(u"reg"_s, u"registry"_s, Freshness::Live);
        tell(u"am"_s, u"alertmanager"_s, Freshness::Offline);
        const NowState partial = judgeNow(figures, 1, Now);
        QCOMPARE(partial.kind, NowState::Kind::Partial);
        QVERIFY(partial.notice.why.contains(u"unknown, not over"_s));
        QCOMPARE(partial.source, u"am"_s);
        tell(u"reg"_s, u"registry"_s, Freshness::Stale);
        QCOMPARE(judgeNow(figures, 1, Now).kind, NowState::Kind::Stale);
        QCOMPARE(judgeNow(figures, 0, Now).kind, NowState::Kind::Failed);
    }

    void tilesSayWhatIsKnownAndWhyWhatIsNot()
    {
        ManualClock clock;
        const Fleet fleet(clock);
        NowFigures figures{fleet};
        figures.now = Now;
        auto tiles = nowTiles(figures);
        QCOMPARE(tiles[0].value, u"0"_s);
        QCOMPARE(tiles[0].ink, Token::Text);
        for (size_t i = 1; i < tiles.size(); ++i) {
            QCOMPARE(tiles[i].value, u"–"_s);
            QVERIFY(!tiles[i].note.isEmpty());
        }
        figures.incidents = {2, 2, 0, 0, 158, 2, 4};
        figures.registry = RegistryLatency{u"registry-3"_s, 2.31, {}, 0.26};
        tiles = nowTiles(figures);
        QCOMPARE(tiles[0].value, u"2"_s);
        QCOMPARE(tiles[0].suffix, u"+2"_s);
        QCOMPARE(tiles[0].ink, Token::Critical);
        QCOMPARE(tiles[0].note, u"158 alerts folded into 4"_s);
        QCOMPARE(tiles[4].ink, Token::Critical);
        QVERIFY2(tiles[4].note.startsWith(u"8.9× its usual 260 ms"_s), qPrintable(tiles[4].note));
        figures.registry->usualSeconds.reset();
        QCOMPARE(nowTiles(figures)[4].ink, Token::Text); // nothing to hold it against
    }

    void filtersAreParsed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("word") << u"registry"_s << true;
        QTest::newRow("columns") << u"severity=critical owner:mei alerts>10 age>1h"_s << true;
        QTest::newRow("muted") << u"muted>5min or acknowledged:mei"_s << true;
        QTest::newRow("no such column") << u"colour=red"_s << false;
        QTest::newRow("no age") << u"age>soon"_s << false;
        QTest::newRow("open") << u"(title:x"_s << false;
    }

    void filtersAreParsed()
    {
        QFETCH(QString, text);
        QFETCH(bool, isGood);
        QCOMPARE(IncidentFilter::parse(text).has_value(), isGood);
    }

    void linksToIncidents()
    {
        const auto link = Link::parse(u"stowage://incident/I-7K2QX"_s);
        QVERIFY(link);
        QCOMPARE(link->page, u"now"_s);
        QCOMPARE(link->item, u"I-7K2QX"_s);
        QVERIFY(!Link::parse(u"stowage://incident/"_s));
        QVERIFY(!Link::parse(u"stowage://incident/%00"_s));
        QVERIFY(Link::forms().contains(u"stowage://incident/ID"_s));
    }

    void frozenAlertsStandStill()
    {
        SampleIncidents sample;
        sample.fire(u"hub"_s, {{u"Disk"_s, u"n1"_s, AlertSeverity::Warning, u"80 %"_s}});
        const QString key = sample.alerts.alerts().front().key;
        ShownAlerts shown(sample.alerts);
        QCOMPARE(shown.find(key)->summary, u"80 %"_s);
        shown.setFrozen(true);
        sample.fire(u"hub"_s, {{u"Disk"_s, u"n1"_s, AlertSeverity::Critical, u"99 %"_s}});
        QCOMPARE(shown.find(key)->summary, u"80 %"_s);
        QVERIFY(shown.find(u"none"_s) == nullptr);
        shown.setFrozen(false);
        QCOMPARE(shown.find(key)->summary, u"99 %"_s);
    }

    void whatItTouchesHasAPage()
    {
        Incident about = incident();
        about.subjects = {{SubjectKind::Host, u"eu-b-17"_s},
                          {SubjectKind::Zone, u"eu-b"_s},
                          {SubjectKind::Source, u"peers"_s},
                          {SubjectKind::Image, u"registry-1/team/web:2.0"_s}};
        const auto things = touchedBy(about, 4);
        QCOMPARE(things.size(), size_t(3));
        QCOMPARE(things[0].link, (Link{u"hosts"_s, u"eu-b-17"_s}));
        QCOMPARE(things[2].link, (Link{u"placement"_s, u"image/registry-1/team/web:2.0"_s}));
        QCOMPARE(touchedBy(about, 1).size(), size_t(1));
    }
};

QTEST_MAIN(TestNowParts)
#include "tst_now_parts.moc"
