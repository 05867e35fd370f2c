// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/PrometheusSeries.h"
#include "connectors/prometheus/RangePlan.h"
#include "tests/connectors/faults/FaultWords.h"
#include "tests/connectors/prometheus/NastyAnswers.h"
#include "tests/connectors/prometheus/RangeServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Patience = 60'000;
const Timestamp Now{std::chrono::seconds(1'795'298'400)};
const QString Host = QStringLiteral("10.0.0.1:9100");

SeriesKey key(const char* metric, const char* source = "prom")
{
    return {{QString::fromLatin1(source), Host}, QString::fromUtf8(metric)};
}

TimeRange lastSeconds(qint64 seconds)
{
    return {Now - std::chrono::seconds(seconds), Now};
}

/// A reader against a server that makes up points, or refuses.
struct Rig
{
    explicit Rig(const RangeServer& ranges, PrometheusSettings with = {}) : settings(std::move(with))
    {
        server.handle(ranges.handler());
        settings.id = QStringLiteral("prom");
        settings.endpoint = endpointAt(server, settings.id);
        endpoint = engine.addEndpoint(settings.endpoint);
        series = std::make_unique<PrometheusSeries>(engine, endpoint, settings, table);
        series->setScrapes(Millis{10'000}, Millis{60'000});
    }

    SeriesAnswer read(const SeriesQuery& query)
    {
        QSignalSpy answered(series.get(), &SeriesReader::answered);
        const quint64 ticket = series->read(query);
        if (!answered.isEmpty()) {
            return fail({ErrorKind::Defect, QStringLiteral("answered from within"), {}, {}, {}});
        }
        if (!QTest::qWaitFor([&] { return !answered.isEmpty(); }, Patience) || answered.size() != 1 ||
            answered.at(0).at(0).toULongLong() != ticket) {
            return fail({ErrorKind::Defect, QStringLiteral("not answered once"), {}, {}, {}});
        }
        return answered.at(0).at(1).value<SeriesAnswer>();
    }

    NastyServer server;
    HttpEngine engine{{"stowage", Millis{1}, Millis{5}, Millis{10}, 16}};
    const MetricTable table = *MetricTable::builtIn();
    PrometheusSettings settings;
    EndpointId endpoint;
    std::unique_ptr<PrometheusSeries> series;
};

QString errorOf(const SeriesAnswer& answer)
{
    return answer ? QString() : answer.error().text();
}

} // namespace

/// Long ranges, asked for in pieces that a server may take.
class TestPrometheusSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
    void pieces();
    void halves();
    void gaps();
    void reads();
    void splits();
    void smallerOnRefusal();
    void partly();
    void refusedAltogether();
    void warned();
    void tenMillionPoints();
    void moreThanAskedFor();
    void othersAreEmpty();
    void cancelled();
    void nasty_data();
    void nasty();
};

void TestPrometheusSeries::steps_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<int>("points");
    QTest::addColumn<qint64>("step");
    QTest::newRow("every sample") << qint64{3'600} << 0 << qint64{10'000};
    QTest::newRow("more than there are") << qint64{3'600} << 1'000 << qint64{10'000};
    QTest::newRow("a day") << qint64{86'400} << 1'000 << qint64{120'000};
    QTest::newRow("a month") << qint64{30 * 86'400} << 2'000 << qint64{1'800'000};
    QTest::newRow("a year") << qint64{365 * 86'400} << 1'000 << qint64{43'200'000};
    QTest::newRow("backwards") << qint64{-60} << 10 << qint64{10'000};
}

void TestPrometheusSeries::steps()
{
    QFETCH(const qint64, seconds);
    QFETCH(const int, points);
    QFETCH(const qint64, step);
    const Millis found = stepFor(lastSeconds(seconds), static_cast<size_t>(points), Millis{10'000});
    QCOMPARE(found.count(), step);
}

void TestPrometheusSeries::pieces()
{
    const Millis step{10'000};
    const auto all = piecesOf(lastSeconds(250'000), step, 11'000);
    QCOMPARE(all.size(), 3U);
    size_t points = 0;
    for (size_t i = 0; i < all.size(); ++i) {
        QVERIFY(all[i].points(step) <= 11'000);
        QCOMPARE(all[i].from % step.count(), 0);
        if (i > 0) {
            QCOMPARE(all[i].from, all[i - 1].to + step.count());
        }
        points += all[i].points(step);
    }
    QCOMPARE(points, size_t{25'001});
    QVERIFY(piecesOf(lastSeconds(-60), step, 11'000).empty());
    QVERIFY(piecesOf({Timestamp(Millis{-5}), Timestamp(Millis{-1})}, step, 10).empty());
    QCOMPARE(piecesOf({Timestamp{}, Timestamp{}}, step, 0), (std::vector<RangePiece>{{0, 0}}));
    QVERIFY(piecesOf({Timestamp(Millis{1}), Timestamp(Millis{9'999})}, step, 10).empty());
}

void TestPrometheusSeries::halves()
{
    const Millis step{10};
    for (qint64 points = 2; points < 20; ++points) {
        const RangePiece whole{0, (points - 1) * 10};
        const auto both = halved(whole, step);
        QCOMPARE(both.size(), 2U);
        QCOMPARE(both[0].from, whole.from);
        QCOMPARE(both[1].to, whole.to);
        QCOMPARE(both[0].to + 10, both[1].from);
        QCOMPARE(both[0].points(step) + both[1].points(step), static_cast<size_t>(points));
    }
    QVERIFY(halved({0, 0}, step).empty());
}

void TestPrometheusSeries::gaps()
{
    std::vector<SeriesPoint> points;
    for (const qint64 at : {0, 10, 20, 50, 60}) {
        points.push_back({Timestamp(Millis{at}), Millis{10}, 1, 1, 1, 1});
    }
    QCOMPARE(gapsIn(points, Millis{10}),
             (std::vector<TimeRange>{{Timestamp(Millis{20}), Timestamp(Millis{50})}}));
    QVERIFY(gapsIn({}, Millis{10}).empty());
}

void TestPrometheusSeries::reads()
{
    Rig rig({});
    const auto answer =
        rig.read({{key("cpu.user.percent"), key("disk.percent[/nix]")}, lastSeconds(3'600), 0});
    QVERIFY2(answer.has_value(), qPrintable(errorOf(answer)));
    QCOMPARE(answer->size(), 2U);
    const SeriesData& data = answer->front();
    QCOMPARE(data.key, key("cpu.user.percent"));
    QCOMPARE(data.points.size(), 361U);
    QCOMPARE(data.points.front().at, Now - std::chrono::hours(1));
    QCOMPARE(data.points.back().at, Now);
    QCOMPARE(data.points.back().span, Millis{10'000});
    QCOMPARE(data.resolution, Millis{10'000});
    QVERIFY(!data.isPartial && data.gaps.empty() && data.note.isEmpty());
    QCOMPARE(rig.server.requestCount(), 2);
    const QByteArray asked = QByteArray::fromPercentEncoding(rig.server.requests().at(0).target);
    QVERIFY2(asked.contains("mode=\"user\",instance=\"10.0.0.1:9100\"") && asked.contains("[60s]"),
             asked.constData());
    const QByteArray disk = QByteArray::fromPercentEncoding(rig.server.requests().at(1).target);
    QVERIFY2(disk.contains("mountpoint=\"/nix\",instance=\"10.0.0.1:9100\""), disk.constData());
}

void TestPrometheusSeries::splits()
{
    Rig rig({});
    const auto answer = rig.read({{key("load.1m")}, lastSeconds(300'000), 0});
    QVERIFY2(answer.has_value(), qPrintable(errorOf(answer)));
    QCOMPARE(rig.server.requestCount(), 3);
    QCOMPARE(answer->front().points.size(), 30'001U);
    QVERIFY(answer->front().gaps.empty());
}

void TestPrometheusSeries::smallerOnRefusal()
{
    for (const int status : {400, 422, 503, 413}) {
        RangeServer ranges;
        ranges.mostPoints = 1'000;
        ranges.refusal = status;
        Rig rig(ranges);
        const auto answer = rig.read({{key("load.1m")}, lastSeconds(60'000), 0});
        QVERIFY2(answer.has_value(), qPrintable(errorOf(answer)));
        QCOMPARE(answer->front().points.size(), 6'001U);
        QVERIFY2(!answer->front().isPartial, qPrintable(answer->front().note));
    }
}

void TestPrometheusSeries::partly()
{
    RangeServer ranges;
    ranges.brokenBefore = (Now - std::chrono::seconds(110'000)).time_since_epoch().count() / 1000;
    Rig rig(ranges);
    const auto answer = rig.read({{key("load.1m")}, lastSeconds(210'000), 0});
    QVERIFY2(answer.has_value(), qPrintable(errorOf(answer)));
    const SeriesData& data = answer->front();
    QVERIFY(data.isPartial);
    QVERIFY2(data.note.contains(QLatin1String("boom")) && data.note.contains(QLatin1String("2026-11-")),
             qPrintable(data.note));
    QCOMPARE(data.points.size(), 10'001U);
}

void TestPrometheusSeries::refusedAltogether()
{
    RangeServer ranges;
    ranges.mostPoints = 0;
    ranges.refusal = 422;
    Rig rig(ranges);
    const auto answer = rig.read({{key("load.1m"), key("load.5m")}, lastSeconds(3'600), 0});
    QVERIFY(!answer);
    QCOMPARE(answer.error().where, QStringLiteral("prom"));
    QVERIFY(rig.server.requestCount() < 200); // it ends
}

void TestPrometheusSeries::warned()
{
    RangeServer ranges;
    ranges.beside = R"(,"warnings":["one store of two answered"])";
    Rig rig(ranges);
    const auto answer = rig.read({{key("load.1m")}, lastSeconds(600), 0});
    QVERIFY2(answer.has_value(), qPrintable(errorOf(answer)));
    QVERIFY(answer->front().isPartial);
    QCOMPARE(answer->front().note, QStringLiteral("one store of two answered"));
    QCOMPARE(answer->front().points.size(), 61U);
}

/// Nothing is even asked.
void TestPrometheusSeries::tenMillionPoints()
{
    Rig rig({});
    std::vector<SeriesKey> keys(100, key("load.1m"));
    const auto answer = rig.read({keys, lastSeconds(1'000'000), 0});
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::TooLarge);
    QVERIFY(answer.error().message.contains(QLatin1String("10000100")));
    QVERIFY(!answer.error().todo.isEmpty());
    QCOMPARE(rig.server.requestCount(), 0);
}

/// A server that does not hold to what it was asked fills no memory.
void TestPrometheusSeries::moreThanAskedFor()
{
    RangeServer ranges;
    ranges.seriesAPiece = 2;
    Rig rig(ranges);
    const auto answer = rig.read({{key("load.1m")}, lastSeconds(600), 0});
    QVERIFY2(answer.has_value(), qPrintable(errorOf(answer)));
    QCOMPARE(answer->front().points.size(), 61U);
    QVERIFY(!answer->front().note.isEmpty());
    ranges.seriesAPiece = 20'000;
    rig.server.handle(ranges.handler());
    const auto refused = rig.read({{key("load.1m")}, lastSeconds(600), 0});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::TooLarge);
}

void TestPrometheusSeries::othersAreEmpty()
{
    Rig rig({});
    const auto answer = rig.read(
        {{key("load.1m", "hub"), key("nosuch.percent"), key("cpu.percent[x]")}, lastSeconds(600), 0});
    QVERIFY2(answer.has_value(), qPrintable(errorOf(answer)));
    QCOMPARE(answer->size(), 3U);
    for (const SeriesData& data : *answer) {
        QVERIFY(data.points.empty() && !data.isPartial);
    }
    const auto nothing = rig.read({{}, lastSeconds(600), 0});
    QVERIFY(nothing && nothing->empty());
    const auto backwards = rig.read({{key("load.1m")}, lastSeconds(-600), 0});
    QVERIFY(backwards && backwards->front().points.empty());
    QCOMPARE(rig.server.requestCount(), 0);
}

void TestPrometheusSeries::cancelled()
{
    Rig rig({});
    QSignalSpy answered(rig.series.get(), &SeriesReader::answered);
    const quint64 first = rig.series->read({{key("load.1m")}, lastSeconds(600), 0});
    rig.series->read({{key("load.5m")}, lastSeconds(600), 0});
    rig.series->cancel(first);
    rig.series->cancel(first);
    rig.series->cancel(777);
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, Patience);
    QVERIFY(answered.at(0).at(0).toULongLong() != first);
    rig.series->read({{key("load.5m")}, lastSeconds(600), 0});
    rig.series.reset(); // with a read under way
}

void TestPrometheusSeries::nasty_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    for (const NastyAnswer& answer : nastyAnswers()) {
        QTest::newRow(answer.name) << answer.body << answer.status;
    }
}

void TestPrometheusSeries::nasty()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    PrometheusSettings settings;
    settings.deadline = Millis{5'000};
    Rig rig({}, settings);
    rig.server.handle([body, status](const RecordedRequest&) { return ServerAnswer::json(body, status); });
    StallMeter stalls;
    const auto answer = rig.read({{key("load.1m")}, lastSeconds(3'000), 0});
    QVERIFY(!answer);
    QVERIFY(areFitToShow({answer.error().text()}));
    QVERIFY2(stalls.longest() <= LongestStall, qPrintable(QString::number(stalls.longest().count())));
}

QTEST_GUILESS_MAIN(TestPrometheusSeries)
#include "tst_prometheus_series.moc"
