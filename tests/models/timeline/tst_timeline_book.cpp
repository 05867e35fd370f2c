// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/timeline/TimelineModel.h"
#include "tests/models/timeline/TimelineLog.h"
#include "tests/support/ManualClock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

/// ManualClock's begin, and so many minutes.
Timestamp at(qint64 minute)
{
    return ManualClock().now() + std::chrono::minutes{minute};
}

AlertEvent eventOf(AlertEventKind kind, const QString& alert, qint64 minute)
{
    AlertEvent event;
    event.kind = kind;
    event.uid = QStringLiteral("%1/%2/%3").arg(alertEventKindName(kind), alert).arg(minute);
    event.at = at(minute);
    event.alert = timelineLaneOf(kind) == TimelineLane::Alerts ? alert : QString();
    event.name = alert;
    event.place.subject = {SubjectKind::Host, alert};
    event.summary = QStringLiteral("trouble with %1").arg(alert);
    event.severity = AlertSeverity::Warning;
    return event;
}

AlertEvent fired(const QString& alert, qint64 minute)
{
    return eventOf(AlertEventKind::Fired, alert, minute);
}

AlertEvent ended(const QString& alert, qint64 minute)
{
    return eventOf(AlertEventKind::Ended, alert, minute);
}

/// All that a page of the timeline has.
struct Page
{
    explicit Page(std::vector<AlertEvent> events = {}) { log.append(std::move(events)); }

    void show(qint64 from, std::optional<qint64> to = {}, const QString& text = {})
    {
        TimelineQuery query;
        query.from = at(from);
        query.to = to ? at(*to) : Timestamp{};
        query.text = text;
        book.show(query);
        log.answer();
    }

    /// Appends, and lets the time pass after which it is put in.
    void come(std::vector<AlertEvent> events)
    {
        log.append(std::move(events));
        clock.advance(TimelineBook::Gathering);
    }

    /// "b+ a": names of the rows as the table has them; + those that stand.
    QString rows() const
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row) {
            const TimelineEntry& entry = *model.entryAt(row);
            names << entry.name + (entry.isStanding() ? QStringLiteral("+") : QString());
        }
        return names.join(QLatin1Char(' '));
    }

    ManualClock clock;
    TimelineLog log;
    TimelineBook book{log, clock};
    TimelineModel model{book};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

const auto A = QStringLiteral("a");
const auto B = QStringLiteral("b");
const auto C = QStringLiteral("c");

Incident stormOf(const QStringList& alerts)
{
    Incident incident;
    incident.id = QStringLiteral("I-STORM");
    incident.title = QStringLiteral("zone eu-b is gone");
    incident.isStorm = true;
    incident.openedAt = at(1);
    incident.told = 120;
    incident.severity = AlertSeverity::Critical;
    for (const QString& alert : alerts) {
        IncidentMember member;
        member.alert = alert;
        incident.members.push_back(member);
    }
    return incident;
}

} // namespace

class TestTimelineBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsARange();
    void whatStoodBefore();
    void pages();
    void liveEvents();
    void aNewerQuestion();
    void whatComesWhileLoading();
    void frozen();
    void search();
    void lanes();
    void filters();
    void counts();
    void storms();
    void columns();
    void manyLive();
    void rowsKeepTheirIds();
    void incidentsThatNobodyRemembers();
    void aPastThatIsTooLong();
};

void TestTimelineBook::showsARange()
{
    Page page({fired(A, 1), ended(A, 3), fired(B, 5), fired(C, 30)});
    page.book.show({});
    QVERIFY(page.book.isLoading() && page.book.isCounting());
    page.show(0, 10);
    QVERIFY(!page.book.isLoading() && !page.book.isCounting() && page.book.isComplete());
    QCOMPARE(page.rows(), QStringLiteral("b+ a"));
    QCOMPARE(page.book.coveredFrom(), at(0));
    page.show(20, 40);
    QCOMPARE(page.rows(), QStringLiteral("c+ b+"));
    page.show(50, 60);
    QCOMPARE(page.rows(), QStringLiteral("c+ b+"));
    page.show(-50, -40);
    QCOMPARE(page.rows(), QString());
}

void TestTimelineBook::whatStoodBefore()
{
    Page page({fired(A, 1), fired(B, 2), ended(B, 4), fired(C, 3), ended(C, 15)});
    page.show(10, 20);
    QCOMPARE(page.rows(), QStringLiteral("c a+"));
    QVERIFY(!page.model.entryAt(0)->isBeginUnknown);
    QCOMPARE(page.model.entryAt(0)->from, at(3));
}

void TestTimelineBook::pages()
{
    std::vector<AlertEvent> events{fired(A, 0)};
    for (int i = 1; i < 2'500; ++i) {
        events.push_back(eventOf(AlertEventKind::TagMoved, QString::number(i), i));
    }
    Page page(events);
    page.show(0);
    // The newest thousand, and what stood before them.
    QCOMPARE(page.model.rowCount(), 1'001);
    QVERIFY(!page.book.isComplete() && page.book.canLoadMore());
    QCOMPARE(page.book.coveredFrom(), at(1'500));
    page.book.loadMore();
    QVERIFY(!page.book.canLoadMore());
    page.log.answer();
    QCOMPARE(page.model.rowCount(), 2'001);
    page.book.loadMore();
    page.log.answer();
    QCOMPARE(page.model.rowCount(), 2'500);
    QVERIFY(page.book.isComplete() && !page.book.canLoadMore());
    const int queries = page.log.queries;
    page.book.loadMore();
    QCOMPARE(page.log.queries, queries);
    QCOMPARE(page.book.counts().total(), 2'500U);
}

void TestTimelineBook::liveEvents()
{
    Page page({fired(A, 1)});
    page.show(0);
    QSignalSpy changed(&page.book, &TimelineBook::changed);
    page.log.append({fired(B, 2)});
    page.log.append({ended(A, 3), fired(B, 2)}); // one of them again
    QCOMPARE(changed.size(), 0);
    page.clock.advance(TimelineBook::Gathering);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(page.rows(), QStringLiteral("b+ a"));
    QCOMPARE(page.book.counts().total(), 3U);
    page.come({fired(C, -5)}); // before the range
    QCOMPARE(page.rows(), QStringLiteral("b+ a"));
    page.show(0, 10);
    QCOMPARE(page.rows(), QStringLiteral("b+ a c+")); // it stood before
    page.come({fired(QStringLiteral("d"), 11)});      // behind it
    QCOMPARE(page.rows(), QStringLiteral("b+ a c+"));
    page.come({fired(QStringLiteral("d"), 9)}); // told late
    QCOMPARE(page.rows(), QStringLiteral("d+ b+ a c+"));
}

void TestTimelineBook::aNewerQuestion()
{
    Page page({fired(A, 1), fired(B, 100)});
    TimelineQuery first;
    first.from = at(0);
    first.to = at(50);
    page.book.show(first);
    const size_t asked = page.log.waiting();
    TimelineQuery second;
    second.from = at(90);
    page.book.show(second);
    QCOMPARE(page.log.waiting(), asked); // the first is not wanted any more
    page.log.answer();
    QCOMPARE(page.rows(), QStringLiteral("b+ a+"));
    QCOMPARE(page.book.query(), second);
}

void TestTimelineBook::whatComesWhileLoading()
{
    Page page({fired(A, 1)});
    TimelineQuery query;
    query.from = at(0);
    page.book.show(query);
    page.come({fired(B, 2)});
    page.log.answer();
    QCOMPARE(page.rows(), QStringLiteral("b+ a+"));
    QCOMPARE(page.book.counts().total(), 2U);
}

void TestTimelineBook::frozen()
{
    Page page({fired(A, 1)});
    page.show(0);
    page.book.setFrozen(true);
    page.come({ended(A, 2), fired(B, 3)});
    page.book.setIncidents({stormOf({A})});
    page.clock.advance(TimelineBook::Gathering);
    QCOMPARE(page.rows(), QStringLiteral("a+"));
    QCOMPARE(page.book.counts().total(), 1U);
    page.book.setFrozen(false);
    page.clock.advance(TimelineBook::Gathering);
    QCOMPARE(page.rows(), QStringLiteral("b+ I-STORM+"));
    QCOMPARE(page.book.counts().total(), 3U);
    // More than is held: asked anew.
    page.book.setFrozen(true);
    std::vector<AlertEvent> many;
    for (int i = 0; i < 10'500; ++i) {
        many.push_back(eventOf(AlertEventKind::TagMoved, QString::number(i), 10));
    }
    page.come(many);
    page.book.setFrozen(false);
    QVERIFY(page.book.isLoading());
    page.log.answer();
    QVERIFY(page.model.rowCount() > 1'000);
}

void TestTimelineBook::search()
{
    Page page({fired(A, 1), fired(B, 2), ended(B, 3)});
    page.show(0, {}, QStringLiteral("trouble b"));
    QCOMPARE(page.rows(), QStringLiteral("b"));
    page.come({fired(A, 4), fired(QStringLiteral("b2"), 5)});
    QCOMPARE(page.rows(), QStringLiteral("b2+ b"));
    QCOMPARE(page.book.counts().total(), 3U);
    page.book.setIncidents({stormOf({B})}); // a search finds events, and none of them is folded away
    page.clock.advance(TimelineBook::Gathering);
    QCOMPARE(page.rows(), QStringLiteral("b2+ b"));
}

void TestTimelineBook::lanes()
{
    Page page({fired(A, 1), eventOf(AlertEventKind::TagMoved, QStringLiteral("tag"), 2),
               eventOf(AlertEventKind::SourceLost, QStringLiteral("hub"), 3),
               eventOf(AlertEventKind::ActionDone, QStringLiteral("gc"), 4),
               eventOf(AlertEventKind::Acknowledged, QStringLiteral("I-1"), 5)});
    page.show(0);
    QCOMPARE(page.rows(), QStringLiteral("I-1 gc hub+ tag a+"));
    TimelineQuery query = page.book.query();
    query.lanes = {TimelineLane::Changes, TimelineLane::Sources};
    page.book.show(query);
    page.log.answer();
    QCOMPARE(page.rows(), QStringLiteral("hub+ tag"));
    page.come({fired(B, 9), eventOf(AlertEventKind::SourceFound, QStringLiteral("hub"), 10)});
    QCOMPARE(page.rows(), QStringLiteral("hub tag"));
    query.lanes.clear();
    page.book.show(query);
    page.log.answer();
    QCOMPARE(page.rows(), QString());
    QVERIFY(!page.book.isLoading() && !page.book.isCounting());
    QCOMPARE(page.book.counts().total(), 0U);
}

void TestTimelineBook::filters()
{
    Page page({fired(A, 1), ended(A, 40), fired(B, 2), ended(B, 3),
               eventOf(AlertEventKind::TagMoved, QStringLiteral("tag"), 5)});
    page.show(0);
    const auto rows = [&page](const char* filter) {
        const auto parsed = page.model.parseFilter(QString::fromLatin1(filter));
        if (!parsed) {
            return parsed.error().message;
        }
        page.model.setFilter(*parsed);
        return page.rows();
    };
    QCOMPARE(rows("lane=alerts"), QStringLiteral("b a"));
    QCOMPARE(rows("lane=alerts duration>10min"), QStringLiteral("a"));
    QCOMPARE(rows("what=tagMoved"), QStringLiteral("tag"));
    QCOMPARE(rows("subject=b or name:tag"), QStringLiteral("tag b"));
    QCOMPARE(rows("not state=over"), QStringLiteral("tag"));
    page.come({eventOf(AlertEventKind::TagMoved, QStringLiteral("tag2"), 6), fired(C, 7)});
    QCOMPARE(page.rows(), QStringLiteral("c+ tag2 tag"));
    QVERIFY(!page.model.parseFilter(QStringLiteral("colour=red ")));
}

void TestTimelineBook::counts()
{
    Page page({fired(A, 1), ended(A, 3), eventOf(AlertEventKind::TagMoved, B, 70)});
    TimelineQuery query;
    query.from = at(0);
    query.to = at(100);
    query.stretches = 10;
    page.book.show(query);
    page.log.answer();
    const TimelineCounts& counts = page.book.counts();
    QCOMPARE(counts.from(), at(0));
    QCOMPARE(counts.width(), Millis{std::chrono::minutes{10}});
    QCOMPARE(counts.cells(TimelineLane::Alerts).size(), 1U);
    const TimelineCounts::Cell alerts{2, 1, AlertSeverity::Warning};
    QVERIFY(counts.cells(TimelineLane::Alerts).at(0) == alerts);
    QCOMPARE(counts.cells(TimelineLane::Changes).at(7).events, 1U);
    QVERIFY(counts.cells(TimelineLane::Actions).empty());
    AlertEvent severe = fired(C, 71);
    severe.severity = AlertSeverity::Critical;
    page.come({severe});
    QCOMPARE(counts.cells(TimelineLane::Alerts).at(7).worst, AlertSeverity::Critical);
}

void TestTimelineBook::storms()
{
    Page page({fired(A, 1), fired(B, 2), ended(B, 4), fired(C, 3), fired(B, 90)});
    page.show(0);
    Incident storm = stormOf({A, B});
    storm.state = IncidentState::Resolved;
    storm.resolvedAt = at(60);
    page.book.setIncidents({storm});
    page.clock.advance(TimelineBook::Gathering);
    // Those of the storm are one row; what fired after it is not of it.
    QCOMPARE(page.rows(), QStringLiteral("b+ c+ I-STORM"));
    const TimelineEntry& folded = *page.model.entryAt(2);
    QCOMPARE(folded.events, 120U);
    QCOMPARE(folded.summary, storm.title);
    QCOMPARE(folded.to, at(60));
    page.book.setOpened(storm.id, true);
    QVERIFY(page.book.isOpened(storm.id));
    QCOMPARE(page.rows(), QStringLiteral("b+ c+ b a+ I-STORM"));
    QCOMPARE(page.model.index(2, 0).data(TimelineModel::IncidentRole).toString(), storm.id);
    page.book.setOpened(storm.id, false);
    QCOMPARE(page.rows(), QStringLiteral("b+ c+ I-STORM"));
    storm.isStorm = false;
    page.book.setIncidents({storm});
    page.clock.advance(TimelineBook::Gathering);
    QCOMPARE(page.rows(), QStringLiteral("b+ c+ b a+ I-STORM"));
}

void TestTimelineBook::columns()
{
    AlertEvent event = fired(A, -30);
    event.place.zone = QStringLiteral("eu-b");
    event.labels = {{QStringLiteral("job"), QStringLiteral("<b>node</b>")}};
    Page page({event});
    page.show(-60);
    const auto cell = [&page](const char* id) {
        return page.model.index(0, page.model.columnOf(QString::fromLatin1(id))).data().toString();
    };
    QCOMPARE(cell("at"), toRfc3339(at(-30)));
    QCOMPARE(cell("lane"), QStringLiteral("Alerts"));
    QCOMPARE(cell("what"), QStringLiteral("fired"));
    QCOMPARE(cell("state"), QStringLiteral("still stands"));
    QCOMPARE(cell("duration"), QStringLiteral("30 min"));
    QCOMPARE(cell("labels"), QStringLiteral("job=<b>node</b>"));
    QCOMPARE(page.model.index(0, 0).data(TimelineModel::ToRole).toLongLong(),
             qint64{page.clock.now().time_since_epoch().count()});
    QCOMPARE(page.model.index(0, 0).data(EntityTableModel::StateRole).toString(), QStringLiteral("standing"));
}

/// Older than what IncidentBook keeps: made anew from the log.
void TestTimelineBook::incidentsThatNobodyRemembers()
{
    constexpr qint64 Day = 24 * 60;
    AlertEvent first = fired(A, -30 * Day);
    first.place.subject.name = QStringLiteral("eu-b-17");
    AlertEvent second = fired(B, -30 * Day + 1);
    second.place.subject.name = QStringLiteral("eu-b-17");
    Page page({first, second, ended(A, -30 * Day + 20), ended(B, -30 * Day + 30), fired(C, -5)});
    const auto incidents = [&page] {
        std::vector<TimelineEntry> found;
        for (const TimelineEntry& entry : page.book.entries()) {
            if (entry.lane == TimelineLane::Incidents) {
                found.push_back(entry);
            }
        }
        return found;
    };
    page.show(-40 * Day);
    page.clock.advance(TimelineBook::Gathering);
    page.clock.advance(TimelineBook::Gathering);
    QCOMPARE(incidents().size(), size_t{1});
    const TimelineEntry past = incidents().front();
    QCOMPARE(past.from, at(-30 * Day));
    QCOMPARE(past.to, at(-30 * Day + 30));
    QCOMPARE(past.end, TimelineEntry::End::Over);
    QVERIFY(!past.isBeginUnknown);
    QCOMPARE(past.subject.name, QStringLiteral("eu-b-17"));
    QCOMPARE(page.book.entries().front().incident, past.incident); // its alerts know it
    // One that is remembered is there once, whatever it is called.
    Incident known = stormOf({A});
    known.isStorm = false;
    known.openedAt = at(-30 * Day + 2);
    known.state = IncidentState::Resolved;
    known.resolvedAt = at(-30 * Day + 30);
    page.book.setIncidents({known});
    page.clock.advance(TimelineBook::Gathering);
    QCOMPARE(incidents().size(), size_t{1});
    QCOMPARE(incidents().front().incident, known.id);
    // Another range.
    page.book.setIncidents({});
    page.show(-20 * Day, -10 * Day);
    page.clock.advance(TimelineBook::Gathering);
    QVERIFY(incidents().empty());
    page.show(-40 * Day, {}, QStringLiteral("eu-b-17")); // a search finds events
    page.clock.advance(TimelineBook::Gathering);
    QVERIFY(incidents().empty());
    page.show(-24 * 60); // all of it is remembered: the log is not asked for more
    const int queries = page.log.queries;
    page.show(-24 * 60);
    QCOMPARE(page.log.queries, queries + 2);
}

/// Of a year with more than can be read the newest is shown, and what may have begun before says so.
void TestTimelineBook::aPastThatIsTooLong()
{
    constexpr qint64 Month = 30 * 24 * 60;
    std::vector<AlertEvent> events;
    for (int i = 0; i < 6'000; ++i) {
        const QString alert = QString::number(i);
        events.push_back(fired(alert, -2 * Month + i * 5));
        events.push_back(ended(alert, -2 * Month + i * 5 + 2));
    }
    Page page(events);
    page.show(-3 * Month);
    for (int i = 0; i < 5; ++i) {
        page.clock.advance(TimelineBook::Gathering);
    }
    const auto isPast = [](const TimelineEntry& entry) {
        return entry.lane == TimelineLane::Incidents;
    };
    const auto count = std::ranges::count_if(page.book.entries(), isPast);
    QVERIFY2(count > 1'000, qPrintable(QString::number(count)));
    const auto oldest = std::ranges::find_if(page.book.entries(), isPast);
    QVERIFY(oldest->from > at(-2 * Month));
    QVERIFY(oldest->isBeginUnknown);
}

/// A page that stays open through a flood forgets the oldest, and can load them again.
void TestTimelineBook::manyLive()
{
    Page page;
    page.show(0);
    int number = 0;
    for (int round = 0; round < 13; ++round) {
        std::vector<AlertEvent> events;
        for (int i = 0; i < 1'000; ++i, ++number) {
            events.push_back(eventOf(AlertEventKind::TagMoved, QString::number(number), number));
        }
        page.come(events);
    }
    QVERIFY(page.model.rowCount() <= int(TimelineBook::MostEvents + TimelineBook::PageEvents));
    QVERIFY(!page.book.isComplete());
    QCOMPARE(page.book.counts().total(), 13'000U);
    QCOMPARE(page.model.entryAt(0)->name, QStringLiteral("12999"));
}

void TestTimelineBook::rowsKeepTheirIds()
{
    Page page({fired(A, 1), fired(B, 2)});
    page.show(0);
    const QPersistentModelIndex chosen(page.model.index(1, 0));
    const RowId id = page.model.rowId(1);
    page.come({ended(A, 5), fired(C, 6)});
    page.show(-10);
    QCOMPARE(page.rows(), QStringLiteral("c+ b+ a"));
    QVERIFY(chosen.isValid());
    QCOMPARE(page.model.rowId(chosen.row()), id);
}

QTEST_GUILESS_MAIN(TestTimelineBook)
#include "tst_timeline_book.moc"
