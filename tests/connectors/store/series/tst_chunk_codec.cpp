// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/ChunkCodec.h"
#include "connectors/store/series/DecimalColumn.h"
#include "connectors/store/series/HeadCodec.h"
#include "connectors/store/series/IntegerColumn.h"

#include <rapidcheck.h>

#include <QRandomGenerator>
#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

using namespace stowage;

namespace {

using Doubles = std::vector<double>;
using Integers = std::vector<qint64>;

bool isSame(double a, double b)
{
    return std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b);
}

bool isSame(const StoredPoints& a, const StoredPoints& b)
{
    return std::ranges::equal(a, b, [](const StoredPoint& x, const StoredPoint& y) {
        return x.at == y.at && isSame(x.sum, y.sum) && isSame(x.min, y.min) && isSame(x.max, y.max) &&
               x.count == y.count;
    });
}

Integers throughColumn(const Integers& values)
{
    ByteWriter writer;
    putIntegers(writer, values);
    Integers back(values.size());
    ByteReader reader(writer.bytes());
    return takeIntegers(reader, back) && reader.left() == 0 ? back : Integers();
}

bool survivesColumn(const Doubles& values)
{
    ByteWriter writer;
    putDecimals(writer, values);
    Doubles back(values.size());
    ByteReader reader(writer.bytes());
    return takeDecimals(reader, back) && reader.left() == 0 &&
           std::ranges::equal(values, back, [](double a, double b) { return isSame(a, b); });
}

qsizetype bytesOf(const Doubles& values)
{
    ByteWriter writer;
    putDecimals(writer, values);
    return writer.bytes().size();
}

/// Any double of which a sample could be made: every bit pattern but infinities and NaN.
rc::Gen<double> anyDouble()
{
    const auto bits = rc::gen::map(rc::gen::arbitrary<quint64>(), [](quint64 pattern) {
        const auto value = std::bit_cast<double>(pattern);
        return std::isfinite(value) ? value : 0.5;
    });
    const auto decimal =
        rc::gen::map(rc::gen::pair(rc::gen::inRange(-100'000, 100'000), rc::gen::inRange(0, 9)),
                     [](std::pair<int, int> parts) { return parts.first / std::pow(10.0, parts.second); });
    const auto odd = rc::gen::element(
        0.0, -0.0, std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest(),
        std::numeric_limits<double>::min(), std::numeric_limits<double>::denorm_min(), 9007199254740992.0,
        9007199254740993.0, -9007199254740991.0, 0.1 + 0.2, 1e300, 1e-300);
    return rc::gen::oneOf(bits, decimal, odd);
}

/// Stamps that advance regularly, jump and repeat.
rc::Gen<qint64> anyStep()
{
    return rc::gen::oneOf(rc::gen::just(qint64{60'000}), rc::gen::just(qint64{0}),
                          rc::gen::inRange<qint64>(59'000, 61'000),
                          rc::gen::inRange<qint64>(-100'000'000, 10'000'000'000));
}

rc::Gen<StoredPoints> anyPoints()
{
    using Parts = std::tuple<qint64, double, double, double, quint32>;
    const auto counts = rc::gen::oneOf(rc::gen::just(quint32{1}), rc::gen::arbitrary<quint32>());
    const auto parts = rc::gen::nonEmpty(rc::gen::container<std::vector<Parts>>(
        rc::gen::tuple(anyStep(), anyDouble(), anyDouble(), anyDouble(), counts)));
    return rc::gen::map(rc::gen::pair(parts, rc::gen::arbitrary<bool>()),
                        [](const std::pair<std::vector<Parts>, bool>& drawn) {
                            StoredPoints points;
                            qint64 at = 1'790'000'000'000;
                            for (const auto& [step, sum, min, max, count] : drawn.first) {
                                at += step;
                                points.push_back(drawn.second ? StoredPoint{at, sum, sum, sum, 1}
                                                              : StoredPoint{at, sum, min, max, count});
                            }
                            return points;
                        });
}

StoredPoints gauge(int count)
{
    StoredPoints points;
    QRandomGenerator random(7);
    int hundredths = 4'200;
    for (int i = 0; i < count; ++i) {
        hundredths += random.bounded(-60, 61);
        const double value = hundredths / 100.0;
        points.push_back({1'790'000'000'000 + 60'000 * qint64{i}, value, value, value, 1});
    }
    return points;
}

} // namespace

class TestChunkCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIntegerComesBack();
    void everyDoubleComesBack();
    void everyChunkComesBack();
    void everyHeadComesBack();
    void nastyColumns_data();
    void nastyColumns();
    void regularIsNearlyFree();
    void decimalsAreSmall();
    void damagedChunks_data();
    void damagedChunks();
    void everyByteMatters();
    void garbageIsRefused();
    void garbageBeneathAGoodSum();
    void damagedHeads();
};

void TestChunkCodec::everyIntegerComesBack()
{
    QVERIFY(rc::check("integers", [] {
        const auto values = *rc::gen::container<Integers>(
            rc::gen::oneOf(rc::gen::arbitrary<qint64>(), rc::gen::inRange<qint64>(-300, 300),
                           rc::gen::element(std::numeric_limits<qint64>::min(),
                                            std::numeric_limits<qint64>::max(), qint64{0})));
        RC_ASSERT(throughColumn(values) == values);
    }));
}

void TestChunkCodec::everyDoubleComesBack()
{
    QVERIFY(rc::check("doubles", [] {
        const auto values = *rc::gen::container<Doubles>(anyDouble());
        RC_ASSERT(survivesColumn(values));
    }));
}

void TestChunkCodec::everyChunkComesBack()
{
    ChunkCodec codec;
    QVERIFY(rc::check("chunks", [&codec] {
        const auto points = *anyPoints();
        StoredPoints back;
        RC_ASSERT(codec.decode(codec.encode(points), back).has_value());
        RC_ASSERT(isSame(points, back));
    }));
}

void TestChunkCodec::everyHeadComesBack()
{
    QVERIFY(rc::check("heads", [] {
        std::vector<HeadEntry> entries;
        for (const auto& points : *rc::gen::container<std::vector<StoredPoints>>(anyPoints())) {
            HeadEntry entry{{points[0].count, points[0].at}, {}};
            for (const StoredPoint& point : points) {
                entry.samples.push_back({point.at, point.sum, point.max});
            }
            entries.push_back(entry);
        }
        std::vector<HeadEntry> back;
        RC_ASSERT(headFromBytes(headToBytes(entries), back));
        RC_ASSERT(back == entries);
    }));
}

void TestChunkCodec::nastyColumns_data()
{
    QTest::addColumn<Doubles>("values");
    constexpr double Max = std::numeric_limits<double>::max();
    constexpr double Tiny = std::numeric_limits<double>::denorm_min();
    QTest::newRow("nought") << Doubles{0.0};
    QTest::newRow("minus nought") << Doubles{-0.0};
    QTest::newRow("both noughts") << Doubles{0.0, -0.0, 0.0, -0.0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    QTest::newRow("extremes") << Doubles{Max, -Max, Tiny, -Tiny, 0};
    QTest::newRow("one") << Doubles{42.42};
    QTest::newRow("no short decimal") << Doubles{0.1 + 0.2};
    QTest::newRow("one of many is no short decimal")
        << Doubles{0.1, 0.2, 0.1 + 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5};
    QTest::newRow("thirds") << Doubles{1 / 3.0, 2 / 3.0, 4 / 3.0, 5 / 3.0};
    QTest::newRow("beyond 2^53") << Doubles{9007199254740992.0, 9007199254740994.0, 1e18};
    QTest::newRow("many decimals beside a large number") << Doubles{1e-12, 1e9, 1e-12, 1e9};
    QTest::newRow("gigabytes of a hub") << Doubles{3.14 * 1073741824, 3.15 * 1073741824, 2.9 * 1073741824};
    QTest::newRow("one jump") << Doubles{1, 1, 1, 1, 1e15, 1, 1, 1, 1, 1};
}

void TestChunkCodec::nastyColumns()
{
    QFETCH(Doubles, values);
    QVERIFY(survivesColumn(values));
}

void TestChunkCodec::regularIsNearlyFree()
{
    StoredPoints points;
    for (int i = 0; i < 240; ++i) {
        points.push_back({1'790'000'000'000 + 60'000 * qint64{i}, 7, 7, 7, 1});
    }
    ChunkCodec codec;
    QVERIFY2(codec.encode(points).size() < 40, qPrintable(QString::number(codec.encode(points).size())));
}

void TestChunkCodec::decimalsAreSmall()
{
    // Steps of up to 0.6 either way are 7 bits of chance each: nothing could do with much less.
    ChunkCodec codec;
    QVERIFY2(codec.encode(gauge(240)).size() < 260,
             qPrintable(QString::number(codec.encode(gauge(240)).size())));
    // What divides all is told once: gigabytes with two decimals, as bytes.
    Doubles bytes;
    for (const StoredPoint& point : gauge(240)) {
        bytes.push_back(point.sum * 1073741824);
    }
    QVERIFY2(bytesOf(bytes) < 260, qPrintable(QString::number(bytesOf(bytes))));
}

void TestChunkCodec::damagedChunks_data()
{
    using Harm = std::function<void(QByteArray&)>;
    QTest::addColumn<Harm>("harm");
    const auto row = [](const char* name, const Harm& harm) {
        QTest::newRow(name) << harm;
    };
    row("empty", [](QByteArray& bytes) { bytes.clear(); });
    row("one byte", [](QByteArray& bytes) { bytes.truncate(1); });
    row("the head alone", [](QByteArray& bytes) { bytes.truncate(5); });
    row("half", [](QByteArray& bytes) { bytes.truncate(bytes.size() / 2); });
    row("one byte less", [](QByteArray& bytes) { bytes.chop(1); });
    row("one byte more", [](QByteArray& bytes) { bytes.append('\0'); });
    row("of a newer version", [](QByteArray& bytes) { bytes[0] = 2; });
    row("said to be packed", [](QByteArray& bytes) { bytes[0] = char(quint8(bytes[0]) ^ 0x80); });
    row("noughts", [](QByteArray& bytes) { bytes.fill('\0'); });
    row("ones", [](QByteArray& bytes) { bytes.fill('\xff'); });
    row("text", [](QByteArray& bytes) { bytes = "Dear diary, today was a calm day on the bridge."; });
    row("twice", [](QByteArray& bytes) { bytes += bytes; });
    row("backwards", [](QByteArray& bytes) { std::reverse(bytes.begin(), bytes.end()); });
}

void TestChunkCodec::damagedChunks()
{
    QFETCH(std::function<void(QByteArray&)>, harm);
    ChunkCodec codec;
    for (const int count : {1, 3, 240}) {
        QByteArray bytes = codec.encode(gauge(count));
        harm(bytes);
        StoredPoints points = gauge(2);
        const auto result = codec.decode(bytes, points);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Malformed);
        QVERIFY(isSame(points, gauge(2)));
    }
}

void TestChunkCodec::everyByteMatters()
{
    ChunkCodec codec;
    const QByteArray whole = codec.encode(gauge(240));
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray bytes = whole;
        bytes[i] = char(bytes[i] ^ (1 << (i % 8)));
        StoredPoints points;
        QVERIFY2(!codec.decode(bytes, points), qPrintable(QString::number(i)));
        QVERIFY(points.empty());
    }
}

void TestChunkCodec::garbageIsRefused()
{
    ChunkCodec codec;
    QRandomGenerator random(20261122);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes(random.bounded(200), '\0');
        for (char& byte : bytes) {
            byte = char(random.bounded(256));
        }
        StoredPoints points;
        QVERIFY(!codec.decode(bytes, points));
    }
}

/// The columns themselves are no less careful than the sum above them: whatever comes, they end.
void TestChunkCodec::garbageBeneathAGoodSum()
{
    QRandomGenerator random(20261123);
    ByteWriter good;
    Doubles values;
    for (const StoredPoint& point : gauge(100)) {
        values.push_back(point.sum);
    }
    putDecimals(good, values);
    int taken = 0;
    for (int round = 0; round < 50'000; ++round) {
        QByteArray bytes = good.bytes();
        for (int harm = 0; harm < 1 + round % 4; ++harm) {
            bytes[random.bounded(int(std::min<qsizetype>(bytes.size(), 20)))] = char(random.bounded(256));
        }
        bytes.truncate(random.bounded(int(bytes.size()) + 1));
        ByteReader reader(bytes);
        taken += takeDecimals(reader, values) ? 1 : 0;
    }
    QVERIFY(taken < 50'000);
}

void TestChunkCodec::damagedHeads()
{
    HeadEntry entry{{7, 60'000}, {{1, 2.5, 2.5}, {2, 3.5, 4.5}}};
    const QByteArray whole = headToBytes({entry, entry});
    std::vector<HeadEntry> entries;
    for (qsizetype size = 0; size < whole.size(); ++size) {
        entries.clear();
        const bool isWhole = headFromBytes(QByteArrayView(whole).first(size), entries);
        QVERIFY(!isWhole || entries.size() < 2);
    }
    // A count that no memory could hold.
    ByteWriter writer;
    writer.put(quint8{1});
    writer.putSigned(1);
    writer.putSigned(1);
    writer.putVarint(std::numeric_limits<quint64>::max());
    entries.clear();
    QVERIFY(!headFromBytes(writer.bytes(), entries));
    QVERIFY(!headFromBytes("HTML", entries));
}

QTEST_GUILESS_MAIN(TestChunkCodec)
#include "tst_chunk_codec.moc"
