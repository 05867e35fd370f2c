// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/store/alerts/AlertLogFixture.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

QString at(const QTemporaryDir& folder)
{
    return folder.filePath(QStringLiteral("data"));
}

/// With something in each field.
AlertEvent fullEvent()
{
    AlertEvent event = logEvent(QStringLiteral("full"), 7, AlertEventKind::Muted);
    event.severity = AlertSeverity::Critical;
    event.place.touches = {{SubjectKind::Source, QStringLiteral("hub")},
                           {SubjectKind::Image, QStringLiteral("registry-1/team/api:1.0")}};
    event.labels = {{QStringLiteral("job"), QStringLiteral("node")},
                    {QStringLiteral("job"), QStringLiteral("twice")},
                    {QStringLiteral("note"), QStringLiteral("\"quoted\" \\ \n 节点")}};
    event.incident = QStringLiteral("I-7K2QX");
    event.other = QStringLiteral("I-AAAAA");
    event.actor = QStringLiteral("mei");
    event.note = QStringLiteral("until the disk is there");
    event.until = logSecond(3'600);
    event.isPast = true;
    return event;
}

QString pageOf(RunningAlertLog& running, const AlertLogQuery& query)
{
    const AlertLogPage page = running.ask(query);
    return uidsOf(page.events) + (page.isLast ? QString() : QStringLiteral(" …"));
}

} // namespace

class TestAlertLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAllFields();
    void nothingTwice();
    void pagesByTime();
    void onlyWhatIsAskedFor_data();
    void onlyWhatIsAskedFor();
    void manyAtOneMoment();
    void checkpoints();
    void replayInPages();
    void anotherProgram();
    void twoProgramsAtOnce();
    void counts_data();
    void counts();
    void oldestGo();
    void closed();
    void cleanupTestCase() { m_running.reset(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RunningAlertLog> m_running; ///< of counts()
};

void TestAlertLog::keepsAllFields()
{
    QTemporaryDir folder;
    AlertEvent event = fullEvent();
    {
        RunningAlertLog running(at(folder));
        QVERIFY(running.keep({event}));
        event.number = 1;
        QCOMPARE(running.told.front(), event);
    }
    RunningAlertLog again(at(folder));
    const AlertLogPage page = again.ask(asking());
    QCOMPARE(page.events.size(), 1U);
    QCOMPARE(page.events.front(), event);
    QVERIFY(page.isLast);
    QVERIFY(again.told.empty());
    QVERIFY(again.failed.isEmpty());
}

void TestAlertLog::nothingTwice()
{
    QTemporaryDir folder;
    {
        RunningAlertLog running(at(folder));
        AlertEvent other = logEvent(QStringLiteral("a"), 9);
        other.summary = QStringLiteral("told differently");
        QVERIFY(running.keep({logEvent(QStringLiteral("a"), 1), logEvent(QStringLiteral("b"), 2),
                              logEvent(QStringLiteral("a"), 1)},
                             2));
        QVERIFY(running.keep({other, logEvent(QStringLiteral("c"), 3)}, 1));
        QCOMPARE(uidsOf(running.told), QStringLiteral("a b c"));
    }
    RunningAlertLog again(at(folder));
    QVERIFY(again.keep({logEvent(QStringLiteral("c"), 3), logEvent(QStringLiteral("d"), 4)}, 1));
    QCOMPARE(again.told.front().number, 4U);
    QCOMPARE(pageOf(again, asking()), QStringLiteral("d c b a"));
}

void TestAlertLog::pagesByTime()
{
    QTemporaryDir folder;
    RunningAlertLog running(at(folder));
    // Told late, and three at one moment.
    QVERIFY(running.keep({logEvent(QStringLiteral("e"), 50), logEvent(QStringLiteral("a"), 10),
                          logEvent(QStringLiteral("c1"), 30), logEvent(QStringLiteral("d"), 40)}));
    QVERIFY(running.keep({logEvent(QStringLiteral("b"), 20), logEvent(QStringLiteral("c2"), 30),
                          logEvent(QStringLiteral("c3"), 30)}));
    AlertLogQuery query;
    QCOMPARE(pageOf(running, query), QStringLiteral("e d c3 c2 c1 b a"));
    query.limit = 3;
    QStringList pages;
    for (bool isLast = false; !isLast;) {
        const AlertLogPage page = running.ask(query);
        pages << uidsOf(page.events);
        query.beforeNumber = page.next;
        isLast = page.isLast;
    }
    QCOMPARE(pages.join(QLatin1Char('|')), QStringLiteral("e d c3|c2 c1 b|a"));
    query.beforeNumber = 999; // no such event
    QCOMPARE(pageOf(running, query), QString());
}

void TestAlertLog::onlyWhatIsAskedFor_data()
{
    QTest::addColumn<AlertLogQuery>("query");
    QTest::addColumn<QString>("uids");
    const auto row = [](const char* name, const AlertLogQuery& query, const char* uids) {
        QTest::newRow(name) << query << QString::fromLatin1(uids);
    };
    const auto incident = QStringLiteral("I-1");
    const auto alert = QStringLiteral("cpu/n1");
    row("all", asking(), "ack2 moved cpu2 ack1 disk cpu1");
    row("from", asking(logSecond(30)), "ack2 moved cpu2 ack1");
    row("to, not included", asking({}, logSecond(30)), "disk cpu1");
    row("both", asking(logSecond(20), logSecond(40)), "ack1 disk");
    row("nothing there", asking(logSecond(100)), "");
    row("the wrong way round", asking(logSecond(40), logSecond(20)), "");
    row("a kind", asking({}, {}, {}, {AlertEventKind::TagMoved}), "moved");
    row("kinds", asking({}, {}, {}, {AlertEventKind::TagMoved, AlertEventKind::Fired, AlertEventKind::Fired}),
        "moved cpu2 disk cpu1");
    row("a kind that never was", asking({}, {}, {}, {AlertEventKind::ActionDone}), "");
    row("an alert", asking({}, {}, {}, {}, alert), "cpu2 cpu1");
    row("an incident", asking({}, {}, {}, {}, {}, incident), "ack2 ack1");
    row("an incident until", asking({}, logSecond(60), {}, {}, {}, incident), "ack1");
    row("an alert and words", asking({}, {}, QStringLiteral("second"), {}, alert), "cpu2");
    row("a kind and words", asking({}, {}, QStringLiteral("second"), {AlertEventKind::Fired}), "cpu2");
    row("an incident, a kind, words",
        asking({}, {}, QStringLiteral("mei"), {AlertEventKind::Acknowledged}, {}, incident), "ack2");
    row("an alert that never was", asking({}, {}, {}, {}, QStringLiteral("x")), "");
    AlertLogQuery few;
    few.limit = 0;
    row("at least one", few, "ack2 ...");
}

void TestAlertLog::onlyWhatIsAskedFor()
{
    QFETCH(AlertLogQuery, query);
    QFETCH(QString, uids);
    QTemporaryDir folder;
    RunningAlertLog running(at(folder));
    auto cpu1 = logEvent(QStringLiteral("cpu1"), 10);
    auto cpu2 = logEvent(QStringLiteral("cpu2"), 40);
    cpu1.alert = cpu2.alert = QStringLiteral("cpu/n1");
    cpu2.summary = QStringLiteral("the second time");
    auto ack1 = logEvent(QStringLiteral("ack1"), 30, AlertEventKind::Acknowledged);
    auto ack2 = logEvent(QStringLiteral("ack2"), 60, AlertEventKind::Acknowledged);
    ack1.incident = ack2.incident = QStringLiteral("I-1");
    ack2.actor = QStringLiteral("Mei");
    auto moved = logEvent(QStringLiteral("moved"), 50, AlertEventKind::TagMoved);
    moved.alert.clear();
    QVERIFY(running.keep({cpu1, logEvent(QStringLiteral("disk"), 20), ack1, cpu2, moved, ack2}));
    QCOMPARE(pageOf(running, query).replace(QChar(u'…'), QStringLiteral("...")), uids);
}

/// More than there is room for at one moment: all are there, in order.
void TestAlertLog::manyAtOneMoment()
{
    QTemporaryDir folder;
    RunningAlertLog running(at(folder));
    constexpr int Many = 20'000;
    std::vector<AlertEvent> events;
    for (int i = 0; i < Many; ++i) {
        events.push_back(logEvent(QString::number(i), 10));
    }
    QVERIFY(running.keep(events));
    AlertLogQuery query;
    query.limit = 10'000;
    const AlertLogPage newest = running.ask(query);
    query.beforeNumber = newest.next;
    const AlertLogPage oldest = running.ask(query);
    QCOMPARE(newest.events.size() + oldest.events.size(), size_t{Many});
    QVERIFY(oldest.isLast);
    quint64 number = Many;
    for (const AlertLogPage& page : {newest, oldest}) {
        for (const AlertEvent& event : page.events) {
            QCOMPARE(event.number, number--);
            QCOMPARE(event.at, logSecond(10));
        }
    }
}

void TestAlertLog::checkpoints()
{
    QTemporaryDir folder;
    {
        RunningAlertLog running(at(folder));
        QVERIFY(running.restore());
        QCOMPARE(running.checkpoint.upTo, 0U);
        QVERIFY(running.replay.empty());
        QVERIFY(running.keep(logEvents(QStringLiteral("a"), 5)));
        running.log.keepCheckpoint({3, QByteArray("state\0of three", 14)});
        running.log.keepCheckpoint({2, QByteArray("of another, slower program")});
    }
    RunningAlertLog again(at(folder));
    QVERIFY(again.restore());
    QCOMPARE(again.checkpoint.upTo, 3U);
    QCOMPARE(again.checkpoint.state, QByteArray("state\0of three", 14));
    QCOMPARE(uidsOf(again.replay), QStringLiteral("a4 a5"));
    QCOMPARE(again.replayPages, 1);
    QVERIFY(again.told.empty());
    QVERIFY(again.keep(logEvents(QStringLiteral("b"), 1, 100)));
    QCOMPARE(uidsOf(again.told), QStringLiteral("b1"));
}

void TestAlertLog::replayInPages()
{
    QTemporaryDir folder;
    constexpr int Many = 5'500;
    RunningAlertLog(at(folder)).log.append(logEvents(QStringLiteral("a"), Many));
    RunningAlertLog again(at(folder));
    again.log.restore();
    // What comes meanwhile comes after it.
    again.log.append(logEvents(QStringLiteral("b"), 1, 100'000));
    QVERIFY(
        QTest::qWaitFor([&] { return again.replay.size() + again.told.size() == Many + 1; }, AlertPatience));
    quint64 number = 0;
    for (const auto* const some : {&again.replay, &again.told}) {
        for (const AlertEvent& event : *some) {
            QCOMPARE(event.number, ++number);
        }
    }
    QVERIFY(again.replay.size() >= Many);
    QVERIFY(again.replayPages >= 6);
}

void TestAlertLog::anotherProgram()
{
    QTemporaryDir folder;
    RunningAlertLog window(at(folder));
    RunningAlertLog terminal(at(folder));
    QVERIFY(window.keep(logEvents(QStringLiteral("a"), 2)));
    AlertEvent act = logEvent(QStringLiteral("ack"), 9, AlertEventKind::Acknowledged);
    act.incident = QStringLiteral("I-1");
    QVERIFY(terminal.keep({act}));
    QCOMPARE(terminal.told.front().number, 3U);
    QVERIFY(QTest::qWaitFor(
        [&] {
            window.clock.advance(SqliteAlertLog::PollInterval);
            return window.told.size() == 3;
        },
        AlertPatience));
    QCOMPARE(window.told.back(), terminal.told.front());
    // And no second time.
    QVERIFY(window.keep(logEvents(QStringLiteral("b"), 1)));
    QCOMPARE(uidsOf(window.told), QStringLiteral("a1 a2 ack b1"));
}

void TestAlertLog::twoProgramsAtOnce()
{
    QTemporaryDir folder;
    RunningAlertLog one(at(folder));
    RunningAlertLog two(at(folder));
    constexpr int Rounds = 100;
    QVERIFY(one.restore() && two.restore()); // the file is there
    for (int round = 0; round < Rounds; ++round) {
        one.log.append(logEvents(QStringLiteral("%1/").arg(round), 20, 20 * round));
        two.log.append(logEvents(QStringLiteral("%1/").arg(round), 20, 20 * round));
        QCoreApplication::processEvents();
    }
    QVERIFY(QTest::qWaitFor(
        [&] {
            one.clock.advance(SqliteAlertLog::PollInterval);
            two.clock.advance(SqliteAlertLog::PollInterval);
            return one.told.size() >= 20 * Rounds && two.told.size() >= 20 * Rounds;
        },
        AlertPatience));
    QVERIFY(one.told == two.told); // each once, and in one order
    QCOMPARE(one.told.size(), size_t{20 * Rounds});
    quint64 number = 0;
    QSet<QString> uids;
    for (const AlertEvent& event : one.told) {
        QCOMPARE(event.number, ++number);
        uids.insert(event.uid);
    }
    QCOMPARE(uids.size(), 20 * Rounds);
    QVERIFY(one.failed.isEmpty() && two.failed.isEmpty());
}

void TestAlertLog::counts_data()
{
    QTest::addColumn<AlertLogQuery>("query");
    QTest::addColumn<quint32>("stretches");
    const auto row = [](const char* name, quint32 stretches, const AlertLogQuery& query) {
        QTest::newRow(name) << query << stretches;
    };
    constexpr qint64 Day = 86'400;
    row("all of it", 100, asking());
    row("one stretch", 1, asking());
    row("as many as can be", 4'096, asking());
    row("more than can be", 100'000, asking());
    row("none", 0, asking());
    row("minutes", 60, asking(logSecond(Day), logSecond(Day + 3'600)));
    row("uneven", 7, asking(logSecond(Day + 17), logSecond(2 * Day + 3)));
    row("milliseconds", 1'000, asking(logSecond(Day), logSecond(Day + 1)));
    row("kinds by the hour", 50, asking({}, {}, {}, {AlertEventKind::Ended}));
    row("kinds by the minute", 100, asking(logSecond(Day), logSecond(2 * Day), {}, {AlertEventKind::Ended}));
    row("words", 20, asking({}, {}, QStringLiteral("eu-b-1")));
    row("words and kinds", 20, asking({}, {}, QStringLiteral("full"), {AlertEventKind::Fired}));
    row("no such words", 20, asking({}, {}, QStringLiteral("unicorn")));
    row("an alert", 20, asking({}, {}, {}, {}, QStringLiteral("a3")));
    row("an incident", 20, asking({}, {}, {}, {}, {}, QStringLiteral("I-2")));
    row("the wrong way round", 20, asking(logSecond(Day), logSecond(1)));
    row("before all", 20, asking(logSecond(-Day), logSecond(-1)));
}

void TestAlertLog::counts()
{
    QFETCH(AlertLogQuery, query);
    QFETCH(quint32, stretches);
    if (!m_running) {
        m_running = std::make_unique<RunningAlertLog>(at(m_folder));
        std::vector<AlertEvent> events;
        for (int i = 0; i < 3'000; ++i) {
            AlertEvent event = logEvent(QString::number(i), i * 211 + i % 7);
            event.kind = i % 3 == 0 ? AlertEventKind::Ended : AlertEventKind::Fired;
            event.severity = static_cast<AlertSeverity>(i % 3);
            event.alert = QStringLiteral("a%1").arg(i % 10);
            event.place.subject.name = QStringLiteral("eu-b-%1").arg(i % 30);
            event.incident = i % 5 == 0 ? QStringLiteral("I-%1").arg(i % 4) : QString();
            events.push_back(event);
        }
        QVERIFY(m_running->keep(events));
    }
    const AlertLogCounts counts = m_running->count(query, stretches);
    QVERIFY(counts.width > Millis{0});
    std::map<std::tuple<quint32, int, int>, quint32> expected;
    // The bounds of what was counted: wider than asked for by less than two hours, never narrower.
    AlertLogQuery wide = query;
    const bool isHourly = counts.width >= std::chrono::hours{1};
    if (query.from != Timestamp{} && query.from < query.to) {
        QVERIFY(counts.from <= query.from && counts.from > query.from - std::chrono::hours{1});
        wide.from = counts.from;
    }
    if (query.to != Timestamp{} && isHourly) {
        wide.to = Timestamp{std::chrono::ceil<std::chrono::hours>(query.to)};
    }
    wide.limit = 10'000;
    for (const AlertEvent& event : m_running->ask(wide).events) {
        const auto index = static_cast<quint32>((event.at - counts.from) / counts.width);
        QVERIFY(index < std::clamp(stretches, 1U, 4'096U));
        ++expected[{index, int(event.kind), int(event.severity)}];
    }
    std::map<std::tuple<quint32, int, int>, quint32> found;
    quint32 last = 0;
    for (const AlertLogCounts::Stretch& stretch : counts.stretches) {
        QVERIFY(stretch.index >= last);
        last = stretch.index;
        found[{stretch.index, int(stretch.kind), int(stretch.severity)}] += stretch.count;
    }
    QVERIFY(found == expected);
}

void TestAlertLog::oldestGo()
{
    QTemporaryDir folder;
    {
        RunningAlertLog running(at(folder), {400'000});
        std::vector<AlertEvent> events;
        for (int i = 0; i < 3'000; ++i) {
            events.push_back(logEvent(QStringLiteral("a%1").arg(i), 100 * i));
            events.back().summary = QStringLiteral("number%1 of many").arg(i);
        }
        QVERIFY(running.keep(events));
        QVERIFY(running.maintain());
        QVERIFY(running.failed.isEmpty());
        AlertLogQuery query;
        query.limit = 10'000;
        const AlertLogPage page = running.ask(query);
        QVERIFY2(page.events.size() > 300 && page.events.size() < 2'500,
                 qPrintable(QString::number(page.events.size())));
        QCOMPARE(page.events.front().uid, QStringLiteral("a2999"));
        const qint64 oldest = 3'000 - static_cast<qint64>(page.events.size());
        QCOMPARE(page.events.back().uid, QStringLiteral("a%1").arg(oldest));
        // They are gone for all that asks.
        query.text = QStringLiteral("number%1").arg(oldest - 1);
        QVERIFY(running.ask(query).events.empty());
        query.text = QStringLiteral("number%1").arg(oldest);
        QCOMPARE(running.ask(query).events.size(), 1U);
        quint32 counted = 0;
        for (const auto& stretch : running.count(asking(), 10).stretches) {
            counted += stretch.count;
        }
        QCOMPARE(size_t{counted}, page.events.size());
        // A history that is read again does not bring them back; numbers go on.
        AlertEvent past = logEvent(QStringLiteral("a0"), 0);
        past.isPast = true;
        QVERIFY(running.keep({past, logEvent(QStringLiteral("new"), 500'000)}, 1));
        QCOMPARE(running.told.back().number, 3'001U);
        QVERIFY(running.maintain());
    }
    RunningAlertLog again(at(folder));
    QVERIFY(!again.ask(asking()).events.empty());
    QVERIFY(again.failed.isEmpty());
}

void TestAlertLog::closed()
{
    QTemporaryDir folder;
    RunningAlertLog running(at(folder));
    running.log.append(logEvents(QStringLiteral("a"), 3));
    running.log.close();
    running.log.append(logEvents(QStringLiteral("b"), 3));
    QVERIFY(running.restore());
    QVERIFY(running.ask(asking()).events.empty());
    QVERIFY(running.count(asking(), 10).stretches.empty());
    RunningAlertLog again(at(folder));
    QCOMPARE(pageOf(again, asking()), QStringLiteral("a3 a2 a1"));
}

QTEST_GUILESS_MAIN(TestAlertLog)
#include "tst_alert_log.moc"
