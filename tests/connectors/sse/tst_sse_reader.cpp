// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/sse/SseReader.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace stowage;

namespace {

using Events = std::vector<SseEvent>;

Events readWhole(const QByteArray& stream, qsizetype limit = SseReader::DefaultLimit)
{
    return SseReader(limit).take(stream);
}

/// The same stream in pieces of 0 … `longest` bytes.
Events readInPieces(const QByteArray& stream, size_t longest, std::mt19937& random,
                    qsizetype limit = SseReader::DefaultLimit)
{
    SseReader reader(limit);
    Events all;
    for (qsizetype at = 0; at < stream.size();) {
        const auto size =
            std::min<qsizetype>(static_cast<qsizetype>(random() % (longest + 1)), stream.size() - at);
        const QByteArray piece = stream.mid(at, size); // a copy, so that nothing may be kept of it
        for (SseEvent& event : reader.take(piece)) {
            all.push_back(std::move(event));
        }
        at += size;
    }
    return all;
}

QByteArray recordedStream()
{
    QFile file(qEnvironmentVariable("STOWAGE_SOURCE_DIR") +
               QStringLiteral("/tests/recordings/beszel-0.18.8/realtime.sse"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(file.fileName()));
    }
    return file.readAll();
}

SseEvent message(const char* data)
{
    return {"message", data, {}};
}

} // namespace

Q_DECLARE_METATYPE(Events)

class TestSseReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streams_data();
    void streams();
    void recorded();
    void piecesDoNotMatter_data();
    void piecesDoNotMatter();
    void retry_data();
    void retry();
    void hugeLineIsLeftOut();
    void manyLinesTogetherAreBounded();
    void whatIsLeftOutDoesNotDependOnPieces();
};

void TestSseReader::streams_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<Events>("events");
    const auto row = [](const char* name, const QByteArray& stream, const Events& events) {
        QTest::newRow(name) << stream << events;
    };
    row("nothing", "", {});
    row("one", "data: a\n\n", {message("a")});
    row("CR", "data: a\r\r", {message("a")});
    row("CRLF", "data: a\r\n\r\n", {message("a")});
    row("mixed ends", "data: a\r\ndata: b\rdata: c\n\r\n", {message("a\nb\nc")});
    row("LF CR is two ends", "data: a\n\rdata: b\n\n", {message("a"), message("b")});
    row("byte order mark",
        "\xEF\xBB\xBF"
        "data: a\n\n",
        {message("a")});
    row("second mark is no field",
        "\xEF\xBB\xBF\xEF\xBB\xBF"
        "data: a\n\n",
        {});
    row("half a mark is a field",
        "\xEF\xBB"
        "data: a\ndata: b\n\n",
        {message("b")});
    row("a mark alone", "\xEF\xBB\xBF", {});
    row("comments", ": hello\n:\ndata: a\n: in between\ndata: b\n\n", {message("a\nb")});
    row("several lines", "data: YHOO\ndata: +2\ndata: 10\n\n", {message("YHOO\n+2\n10")});
    row("only one blank is taken", "data:  a \n\n", {message(" a ")});
    row("no blank", "data:a\n\n", {message("a")});
    row("empty data is an event", "data\n\n", {message("")});
    row("two empty lines of data", "data\ndata\n\n", {message("\n")});
    row("cut off", "data: a\n\ndata: b\n", {message("a")});
    row("no data, no event", "event: x\nid: 7\n\ndata: a\n\n", {{"message", "a", "7"}});
    row("named", "event: systems/*\ndata: a\n\ndata: b\n\n", {{"systems/*", "a", ""}, message("b")});
    row("name without value", "event\ndata: a\n\n", {message("a")});
    row("ids last", "id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n",
        {{"message", "a", "1"}, {"message", "b", "1"}, message("c")});
    row("an id that repeats", "id: 1\ndata: a\n\nid: 1\ndata: b\n\n",
        {{"message", "a", "1"}, {"message", "b", "1"}});
    row("id with a null is ignored",
        QByteArray("id: 1\nid: 2\0"
                   "3\ndata: a\n\n",
                   23),
        {{"message", "a", "1"}});
    row("unknown fields", "foo: bar\nDATA: no\ndata : no\ndata: a\n\n", {message("a")});
    row("colon in the value", "data: {\"a\":1}\n\n", {message("{\"a\":1}")});
    row("blank lines", "\n\n\r\n\rdata: a\n\n\n\n", {message("a")});
    row("not UTF-8", "data: \xFF\xC3\n\n", {message("\xFF\xC3")});
}

void TestSseReader::streams()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const Events, events);
    QCOMPARE(readWhole(stream), events);
    std::mt19937 random(7);
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(readInPieces(stream, 1 + static_cast<size_t>(i) % 5, random), events);
    }
}

void TestSseReader::recorded()
{
    const Events events = readWhole(recordedStream());
    QCOMPARE(events.size(), size_t(20));
    QCOMPARE(events.front().name, QByteArray("PB_CONNECT"));
    QCOMPARE(events[1].name, QByteArray("system_stats/*"));
    QCOMPARE(events[1].id, QByteArray("I3hrMzoHpexlorNWMv4nZAB7xtGgtsZ41GI4fp2o"));
    QVERIFY(events[1].data.startsWith("{\"record\":{") && events[1].data.endsWith("\"action\":\"create\"}"));
}

void TestSseReader::piecesDoNotMatter_data()
{
    QTest::addColumn<QByteArray>("stream");
    const QByteArray recorded = recordedStream();
    QTest::newRow("LF") << recorded;
    QTest::newRow("CRLF") << QByteArray(recorded).replace("\n", "\r\n");
    QTest::newRow("CR") << QByteArray(recorded).replace('\n', '\r');
    QTest::newRow("mark, umlauts, comments")
        << "\xEF\xBB\xBF: Gr\xC3\xBC\xC3\x9F"
           "e\n" +
               QByteArray(recorded).replace("lab", "l\xC3\xA4\xF0\x9F\x9A\xA2"
                                                   "b");

    // Whatever bytes that mean something, in any order.
    std::mt19937 random(20261122);
    const QByteArrayList words{"data",
                               "event",
                               "id",
                               "retry",
                               ":",
                               ": ",
                               "\n",
                               "\r",
                               "\r\n",
                               "\n\n",
                               "x",
                               "7",
                               QByteArray(1, '\0'),
                               "\xEF\xBB\xBF"};
    for (int i = 0; i < 40; ++i) {
        QByteArray stream;
        for (int word = 0; word < 400; ++word) {
            stream += words[static_cast<qsizetype>(random() % static_cast<size_t>(words.size()))];
        }
        QTest::addRow("random %d", i) << stream;
    }
}

void TestSseReader::piecesDoNotMatter()
{
    QFETCH(const QByteArray, stream);
    const Events whole = readWhole(stream);
    std::mt19937 random(1);
    for (const size_t longest : {1, 2, 3, 7, 100, 5'000}) {
        QCOMPARE(readInPieces(stream, longest, random), whole);
    }
}

void TestSseReader::retry_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<int>("milliseconds"); // -1: none
    QTest::newRow("none") << QByteArray("data: a\n\n") << -1;
    QTest::newRow("told") << QByteArray("retry: 1500\n") << 1500;
    QTest::newRow("last one counts") << QByteArray("retry: 1500\nretry: 20\n") << 20;
    QTest::newRow("not a number") << QByteArray("retry: 15s\n") << -1;
    QTest::newRow("negative") << QByteArray("retry: -1\n") << -1;
    QTest::newRow("empty") << QByteArray("retry\n") << -1;
    QTest::newRow("too many digits") << QByteArray("retry: 99999999999999999999\n") << -1;
}

void TestSseReader::retry()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const int, milliseconds);
    SseReader reader;
    reader.take(stream);
    QCOMPARE(reader.retry().value_or(Millis{-1}).count(), qint64(milliseconds));
}

void TestSseReader::hugeLineIsLeftOut()
{
    SseReader reader(1'000);
    QCOMPARE(reader.take("data: before\n\nevent: big\ndata: ").size(), size_t(1));
    for (int i = 0; i < 10'000; ++i) {
        QVERIFY(reader.take(QByteArray(1'000, 'x')).empty());
    }
    const Events events = reader.take("\nid: 5\n\ndata: after\n\n");
    QCOMPARE(events, (Events{{"message", "after", "5"}}));
    QCOMPARE(reader.oversized(), quint64(1));
}

void TestSseReader::manyLinesTogetherAreBounded()
{
    SseReader reader(1'000);
    for (int i = 0; i < 1'000; ++i) {
        QVERIFY(reader.take("data: 0123456789\n").empty());
    }
    QCOMPARE(reader.take("\ndata: after\n\n"), (Events{message("after")}));
    QCOMPARE(reader.oversized(), quint64(1));
}

void TestSseReader::whatIsLeftOutDoesNotDependOnPieces()
{
    QByteArray stream;
    for (int size = 90; size < 110; ++size) {
        stream += "data: " + QByteArray(size, 'x') + "\n\n";
    }
    const Events whole = readWhole(stream, 100);
    QVERIFY(!whole.empty() && whole.size() < 20);
    std::mt19937 random(3);
    for (const size_t longest : {1, 5, 64, 300}) {
        QCOMPARE(readInPieces(stream, longest, random, 100), whole);
    }
}

QTEST_GUILESS_MAIN(TestSseReader)
#include "tst_sse_reader.moc"
