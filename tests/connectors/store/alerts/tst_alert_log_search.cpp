// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/timeline/AlertWords.h"
#include "tests/connectors/store/alerts/AlertLogFixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

AlertEvent said(const char* uid, const QString& summary, const QString& note = {})
{
    static qint64 second = 0;
    AlertEvent event = logEvent(QString::fromLatin1(uid), ++second);
    event.place = {};
    event.labels.clear();
    event.name = QStringLiteral("rule");
    event.summary = summary;
    event.note = note;
    return event;
}

/// What the searches look through; the newest last.
std::vector<AlertEvent> library()
{
    std::vector<AlertEvent> events{
        said("oom", QStringLiteral("Out of memory on eu-b-17, killed registry-3")),
        said("zone", QStringLiteral("17 hosts of zone eu-b are gone")),
        said("cafe", QStringLiteral("Café Über Straße ÅNGSTRÖM")),
        said("chinese", QStringLiteral("节点 eu-b-17 内存不足，已终止 3 个进程")),
        said("japanese", QStringLiteral("メモリ不足のためプロセスを停止")),
        said("russian", QStringLiteral("Диск заполнен")),
        said("html", QStringLiteral("<b onclick='x'>bold</b> & \"quoted\"")),
        said("syntax", QStringLiteral("a NEAR b AND c OR d NOT e words:x text^2 * ( )")),
        said("nul", QStringLiteral("before") + QChar(0) + QStringLiteral("after")),
        said("digest", QStringLiteral("sha256:39c42bb9deadbeef was pulled")),
        said("note", QStringLiteral("acknowledged"), QStringLiteral("looking into it, the SAN is slow")),
        said("emoji", QStringLiteral("🔥 fire 🔥")),
    };
    AlertEvent labelled = said("label", QStringLiteral("labels"));
    labelled.labels = {{QStringLiteral("severity"), QStringLiteral("critical")},
                       {QStringLiteral("instance"), QStringLiteral("10.77.0.1:9100")}};
    labelled.actor = QStringLiteral("mei.lin");
    labelled.place.subject = {SubjectKind::Host, QStringLiteral("builder-2")};
    labelled.incident = QStringLiteral("I-7K2QX");
    events.push_back(labelled);
    return events;
}

} // namespace

class TestAlertLogSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void beginningsOfManyWords();
    void anyWordsAsInMemory();
    void badText_data();
    void badText();
    void cleanupTestCase() { m_running.reset(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RunningAlertLog> m_running; ///< of finds()
};

void TestAlertLogSearch::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("uids");
    const auto row = [](const QString& text, const char* uids) {
        QTest::newRow(text.left(40).toUtf8().constData()) << text << QString::fromLatin1(uids);
    };
    const QString all =
        QStringLiteral("label emoji note digest nul syntax html russian japanese chinese cafe zone oom");
    row(QString(), all.toLatin1().constData());
    row(QStringLiteral("   "), all.toLatin1().constData());
    row(QStringLiteral("--- *"), all.toLatin1().constData());
    row(QStringLiteral("memory"), "oom");
    row(QStringLiteral("MEMORY out"), "oom");
    row(QStringLiteral("mem"), "oom");
    row(QStringLiteral("mem "), "");
    row(QStringLiteral("mem out"), "");
    row(QStringLiteral("eu-b-17"), "chinese oom");
    row(QStringLiteral("eu-b-1"), "chinese oom");
    row(QStringLiteral("eu-b"), "chinese zone oom");
    row(QStringLiteral("eu b"), "chinese zone oom");
    row(QStringLiteral("17 eu-b"), "chinese zone oom");
    row(QStringLiteral("b-1"), "chinese oom");
    row(QStringLiteral("cafe"), "cafe");
    row(QStringLiteral("CAFÉ uber"), "cafe");
    row(QStringLiteral("straße"), "cafe");
    row(QStringLiteral("angstrom"), "cafe");
    row(QStringLiteral("内存"), "chinese");
    row(QStringLiteral("内存不足"), "chinese");
    row(QStringLiteral("存不"), "chinese");
    row(QStringLiteral("不足"), "japanese chinese");
    row(QStringLiteral("足"), "japanese chinese");
    row(QStringLiteral("内足"), "");
    row(QStringLiteral("内 足"), "chinese");
    row(QStringLiteral("进程 节点"), "chinese");
    row(QStringLiteral("メモリ"), "japanese");
    row(QStringLiteral("диск"), "russian");
    row(QStringLiteral("ЗАПОЛ"), "russian");
    row(QStringLiteral("<bo"), "html");
    row(QStringLiteral("onclick"), "html");
    row(QStringLiteral("\"quoted\""), "html");
    row(QStringLiteral("\"quoted"), "html");
    row(QStringLiteral("a NEAR b"), "syntax");
    row(QStringLiteral("near AND or not"), "syntax");
    row(QStringLiteral("text^2"), "syntax");
    row(QStringLiteral("words:x"), "syntax");
    row(QStringLiteral("NEAR(b c, a)"), "");
    row(QStringLiteral("x' OR 1=1 --"), "");
    row(QStringLiteral("after"), "nul");
    row(QStringLiteral("before") + QChar(0) + QStringLiteral("after"), "nul");
    row(QStringLiteral("39c42bb9"), "digest");
    row(QStringLiteral("sha256:39c4"), "digest");
    row(QStringLiteral("39c42bb9 "), "");
    row(QStringLiteral("slow san"), "note");
    row(QStringLiteral("fire"), "emoji");
    row(QStringLiteral("severity=critical"), "label");
    row(QStringLiteral("critical severity"), "label");
    row(QStringLiteral("10.77.0.1"), "label");
    row(QStringLiteral("mei"), "label");
    row(QStringLiteral("builder-2"), "label");
    row(QStringLiteral("i-7k2qx"), "label");
    row(QStringLiteral("unicorn"), "");
    row(QStringLiteral("memory unicorn"), "");
    row(QString(10'000, QLatin1Char('m')), "");
    row(QStringLiteral("memory ").repeated(2'000), "oom");
}

void TestAlertLogSearch::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, uids);
    if (!m_running) {
        m_running = std::make_unique<RunningAlertLog>(m_folder.filePath(QStringLiteral("data")));
        QVERIFY(m_running->keep(library()));
    }
    RunningAlertLog& running = *m_running;
    AlertLogQuery query;
    query.text = text;
    const AlertLogPage page = running.ask(query);
    QVERIFY(running.failed.isEmpty());
    QCOMPARE(uidsOf(page.events), uids);
}

/// More words begin so than are looked for one by one.
void TestAlertLogSearch::beginningsOfManyWords()
{
    QTemporaryDir folder;
    RunningAlertLog running(folder.filePath(QStringLiteral("data")));
    std::vector<AlertEvent> events;
    for (int i = 0; i < 3'000; ++i) {
        events.push_back(said(qPrintable(QString::number(i)),
                              QStringLiteral("x%1 %2").arg(i).arg(i % 2 == 0 ? QStringLiteral("even")
                                                                             : QStringLiteral("odd"))));
    }
    QVERIFY(running.keep(events));
    AlertLogQuery query;
    query.limit = 10'000;
    const auto found = [&](const QString& text) {
        query.text = text;
        return running.ask(query).events.size();
    };
    QCOMPARE(found(QStringLiteral("x")), 3'000U);
    QCOMPARE(found(QStringLiteral("even x")), 1'500U);
    QCOMPARE(found(QStringLiteral("x2")), 1'111U);
    QCOMPARE(found(QStringLiteral("x2 ")), 1U);
    query.text = QStringLiteral("even x");
    quint32 counted = 0;
    for (const auto& stretch : running.count(query, 10).stretches) {
        counted += stretch.count;
    }
    QCOMPARE(counted, 1'500U);
    query.text = QStringLiteral("x");
    counted = 0;
    for (const auto& stretch : running.count(query, 10).stretches) {
        counted += stretch.count;
    }
    QCOMPARE(counted, 3'000U);
}

/// The index finds what AlertWords finds.
void TestAlertLogSearch::anyWordsAsInMemory()
{
    QTemporaryDir folder;
    RunningAlertLog running(folder.filePath(QStringLiteral("data")));
    QRandomGenerator random(20261122);
    const QStringList pieces{QStringLiteral("eu"),  QStringLiteral("b"),  QStringLiteral("17"),
                             QStringLiteral("1"),   QStringLiteral("内"), QStringLiteral("存"),
                             QStringLiteral("不"),  QStringLiteral("É"),  QStringLiteral("disk"),
                             QStringLiteral("dis"), QStringLiteral("ß"),  QStringLiteral("한글"),
                             QStringLiteral("ไทย"), QStringLiteral("𠀀")};
    const QStringList gaps{QStringLiteral(" "),  QStringLiteral("-"),  QString(),
                           QStringLiteral("\""), QStringLiteral("  "), QStringLiteral("，")};
    const auto text = [&](int most) {
        QString made;
        for (int i = 1 + int(random.bounded(most)); i > 0; --i) {
            made += pieces[random.bounded(pieces.size())] + gaps[random.bounded(gaps.size())];
        }
        return made;
    };
    std::vector<AlertEvent> events;
    for (int i = 0; i < 400; ++i) {
        events.push_back(said(qPrintable(QString::number(i)), text(6), text(3)));
    }
    QVERIFY(running.keep(events));
    for (int i = 0; i < 400; ++i) {
        AlertLogQuery query;
        query.text = text(4);
        std::vector<AlertEvent> wanted;
        const AlertWords words(query.text);
        for (auto event = events.crbegin(); event != events.crend(); ++event) {
            if (words.matches(*event)) {
                wanted.push_back(*event);
            }
        }
        QVERIFY2(uidsOf(running.ask(query).events) == uidsOf(wanted), qPrintable(query.text));
    }
}

void TestAlertLogSearch::badText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a megabyte") << QString(1 << 20, QLatin1Char('x'));
    QTest::newRow("a megabyte of words") << QStringLiteral("many words ").repeated(100'000);
    QTest::newRow("a megabyte of Chinese") << QString(1 << 20, QChar(u'内'));
    QTest::newRow("NUL") << QString(100, QChar(0));
    QTest::newRow("half a character") << QStringLiteral("a") + QChar(0xD800) + QStringLiteral("b");
    QTest::newRow("the other half") << QString(QChar(0xDC00));
    QTest::newRow("marks only") << QString(50'000, QChar(0x0301));
    QTest::newRow("right to left") << QStringLiteral("\u202Eabc\u202C");
    QTest::newRow("controls") << QStringLiteral("\x1b[31mred\x07");
    QTest::newRow("noncharacter") << QString(QChar(0xFFFF));
    QTest::newRow("emoji family") << QStringLiteral("👨‍👩‍👧‍👦").repeated(5'000);
}

/// In every field, the event is kept, told, found by its number and its kind, and comes back the same.
void TestAlertLogSearch::badText()
{
    QFETCH(QString, text);
    QTemporaryDir folder;
    AlertEvent bad = logEvent(text, 5);
    bad.source = bad.alert = bad.name = bad.summary = bad.incident = bad.other = bad.actor = bad.note = text;
    bad.place = {{SubjectKind::Host, text}, text, {1'000, AlertSubject{SubjectKind::Image, text}}};
    bad.labels.assign(10'000, {text.left(100), text});
    AlertEvent twin = bad;
    twin.uid += QStringLiteral("2");
    RunningAlertLog running(folder.filePath(QStringLiteral("data")));
    QVERIFY(running.keep({bad, logEvent(QStringLiteral("good"), 6), twin, bad}, 3));
    const AlertLogPage page = running.ask(asking());
    QCOMPARE(page.events.size(), 3U);
    QCOMPARE(page.events[1].labels, running.told[2].labels);
    QCOMPARE(page.events[2], running.told[0]);
    QCOMPARE(running.ask(asking({}, {}, text.left(50))).isLast, true);
    AlertLogQuery query;
    query.alert = running.told[0].alert;
    QCOMPARE(running.ask(query).events.size(), 2U);
    QVERIFY(running.failed.isEmpty());
    QVERIFY(running.log.state().bytesOnDisk < (20 << 20));
}

QTEST_GUILESS_MAIN(TestAlertLogSearch)
#include "tst_alert_log_search.moc"
