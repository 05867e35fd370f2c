// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubAnswer.h"
#include "connectors/beszel/HubHosts.h"
#include "connectors/beszel/HubPage.h"
#include "connectors/beszel/HubTime.h"
#include "connectors/beszel/HubToken.h"
#include "connectors/beszel/StatsBook.h"
#include "tests/connectors/beszel/BadHubPages.h"
#include "tests/connectors/beszel/HubRecording.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

constexpr int Containers = 64;
constexpr double Gibi = 1024.0 * 1024 * 1024;
constexpr double Mebi = 1024.0 * 1024;

HubPage pageOf(HubCollection collection, const QByteArray& body)
{
    const auto page = parseHubPage(collection, body, Containers);
    if (!page) {
        qFatal("not parsed: %s", qPrintable(page.error().text()));
    }
    return *page;
}

Timestamp at(const char* text)
{
    return hubTime(text).value();
}

/// By metric: the sample of the page's one record.
QHash<QString, Sample> samplesOf(const QByteArray& stats)
{
    StatsBook book(QStringLiteral("hub"));
    QHash<QString, Sample> found;
    for (const SampleBatch& batch : book.take(
             HubCollection::SystemStats, pageOf(HubCollection::SystemStats, statsPage(stats)).stats, false)) {
        found.insert(batch.key.metric, batch.samples.front());
    }
    return found;
}

QByteArray json(const char* text)
{
    return text;
}

} // namespace

class TestHubParsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedSystems();
    void recordedDetails();
    void recordedStats();
    void recordedContainers();
    void recordedEvents();
    void units();
    void oldFieldsOnlyWithoutNew();
    void omittedRatesAreZeroOnlyWhereProven();
    void finerTierCovers();
    void recordsAreTakenOnce();
    void twins();
    void notLists_data();
    void notLists();
    void oddFields_data();
    void oddFields();
    void recordsWithoutWhatTheyNeed();
    void largeRecord();
    void mutations();
    void times_data();
    void times();
    void tokens();
    void answers();
};

void TestHubParsers::recordedSystems()
{
    const HubPage page = pageOf(HubCollection::Systems, recordedBody("systems.json"));
    QCOMPARE(page.systems.size(), size_t(4));
    QCOMPARE(page.totalItems, qint64(4));
    QCOMPARE(page.leftOut, quint32(0));
    const HubSystem& down = page.systems.front();
    QCOMPARE(down.id, QStringLiteral("ob5mbh2qc0f8jut"));
    QCOMPARE(down.name, QStringLiteral("lab-1"));
    QCOMPARE(down.state, HostState::Down);
    QVERIFY(!down.uptime);
    const HubSystem& up = page.systems[2];
    QCOMPARE(up.state, HostState::Up);
    QCOMPARE(up.uptime, std::optional<double>(2805));
    QCOMPARE(up.updated, at("2026-11-21 23:29:57.333Z"));
    QCOMPARE(up.agent, QStringLiteral("0.18.8"));
}

void TestHubParsers::recordedDetails()
{
    const HubPage page = pageOf(HubCollection::Details, recordedBody("system_details.json"));
    QCOMPARE(page.details.size(), size_t(4));
    const HubDetails& first = page.details.front();
    QCOMPARE(first.hostname, QStringLiteral("lab-host"));
    QCOMPARE(first.cores, std::optional<double>(8)); // threads
    QCOMPARE(first.memoryBytes, std::optional<double>(17179869184.0));
    QCOMPARE(first.os, QStringLiteral("Debian GNU/Linux 12"));
}

void TestHubParsers::recordedStats()
{
    const HubPage page = pageOf(HubCollection::SystemStats, recordedBody("system_stats.json"));
    QCOMPARE(page.stats.rows.size(), size_t(6));
    QCOMPARE(page.leftOut, quint32(0));
    StatsBook book(QStringLiteral("hub"));
    QHash<QString, Sample> found;
    for (const SampleBatch& batch : book.take(HubCollection::SystemStats, page.stats, true)) {
        if (batch.key.subject.subject == QLatin1String("on7m4pnxrgq33gl")) {
            QCOMPARE(batch.span, Millis{60'000});
            QCOMPARE(batch.samples.size(), size_t(3));
            found.insert(batch.key.metric, batch.samples.front());
        }
    }
    const auto value = [&](const char* metric) {
        return found.value(QString::fromLatin1(metric)).value;
    };
    QCOMPARE(value("cpu.percent"), 3.64);
    QCOMPARE(value("cpu.iowait.percent"), 0.07);
    QCOMPARE(value("memory.used.bytes"), 0.57 * Gibi);
    QCOMPARE(value("disk.total.bytes"), 251.97 * Gibi);
    QCOMPARE(value("disk.percent"), 16.6);
    QCOMPARE(value("disk.read.bytesPerSecond"), 993160.0); // dio, not dr
    QCOMPARE(value("disk.write.bytesPerSecond"), 19114.0);
    QCOMPARE(value("disk.busy.percent"), 0.25);
    QCOMPARE(value("net.sent.bytesPerSecond"), 1675.0);
    QCOMPARE(value("net.received.bytesPerSecond"), 11121.0);
    QCOMPARE(value("net.received.bytesPerSecond[v3]"), 3802.0);
    QCOMPARE(value("load.15m"), 0.45);
    QCOMPARE(found.value(QStringLiteral("cpu.percent")).at, at("2026-11-21 22:57:44.133Z"));
}

void TestHubParsers::recordedContainers()
{
    const HubPage list = pageOf(HubCollection::Containers, recordedBody("containers.json"));
    QCOMPARE(list.containers.size(), size_t(6));
    const HostContainer& api = list.containers.front().container;
    QCOMPARE(api.name, QStringLiteral("api"));
    QCOMPARE(api.health, QStringLiteral("healthy"));
    QCOMPARE(api.memoryBytes, std::optional<double>(119 * Mebi));
    QCOMPARE(api.at, Timestamp{Millis{1795303797720}});

    const HubPage stats = pageOf(HubCollection::ContainerStats, recordedBody("container_stats.json"));
    StatsBook book(QStringLiteral("hub"));
    const auto batches = book.take(HubCollection::ContainerStats, stats.stats, true);
    QHash<QString, size_t> samples;
    for (const SampleBatch& batch : batches) {
        samples.insert(batch.key.metric, batch.samples.size());
    }
    QCOMPARE(samples.value(QStringLiteral("container.cpu.percent[hog]")), size_t(2));
    QCOMPARE(samples.value(QStringLiteral("container.net.sent.bytesPerSecond[hog]")), size_t(1));
    QCOMPARE(samples.size(), qsizetype(24));
    QVERIFY(pageOf(HubCollection::Services, recordedBody("systemd_services.json")).services.empty());
}

void TestHubParsers::recordedEvents()
{
    StatsBook book(QStringLiteral("hub"));
    int stats = 0;
    QStringList states;
    for (const SseEvent& event : test::recordedEvents()) {
        if (event.name == "system_stats/*") {
            const auto parsed = parseHubEvent(HubCollection::SystemStats, event.data, Containers);
            QVERIFY(parsed);
            QCOMPARE(parsed->action, HubAction::Create);
            QVERIFY(!book.take(HubCollection::SystemStats, parsed->page.stats, false).empty());
            QVERIFY(book.take(HubCollection::SystemStats, parsed->page.stats, false).empty());
            ++stats;
        } else if (event.name == "systems/*") {
            const auto parsed = parseHubEvent(HubCollection::Systems, event.data, Containers);
            QVERIFY(parsed);
            states << hostStateName(parsed->page.systems.front().state);
        }
    }
    QCOMPARE(stats, 6);
    QCOMPARE(states.mid(states.size() - 3),
             (QStringList{QStringLiteral("down"), QStringLiteral("pending"), QStringLiteral("up")}));
}

void TestHubParsers::units()
{
    const auto found = samplesOf(json(
        R"({"cpu":50,"cpum":80,"cpub":[30,10,5,1,54],"m":16,"mu":8,"mm":9,"mp":50,"s":4,"d":100,"du":40,"dp":40,)"
        R"("dio":[1,2],"diom":[10,20],"dios":[1,2,3,4,5,6],"diosm":[1,2,30,4,5,6],"b":[5,6],"bm":[50,60],)"
        R"("t":{"cpu":61.5},"efs":{"data":{"d":10,"du":4,"rb":7,"wb":8,"rbm":70,"dios":[0,0,9,0,0,0]}},)"
        R"("g":{"0":{"n":"RTX","u":33,"mu":1,"mt":2}}})"));
    const auto sample = [&](const char* metric) {
        return found.value(QString::fromLatin1(metric));
    };
    QCOMPARE(sample("cpu.percent").peak, 80.0);
    QCOMPARE(sample("cpu.steal.percent").value, 1.0);
    QCOMPARE(sample("memory.total.bytes").value, 16 * Gibi);
    QCOMPARE(sample("memory.used.bytes").peak, 9 * Gibi);
    QCOMPARE(sample("swap.used.bytes").value, 0.0); // left out for being zero: the total is told
    QVERIFY(found.contains(QStringLiteral("swap.used.bytes")));
    QCOMPARE(sample("disk.read.bytesPerSecond").peak, 10.0);
    QCOMPARE(sample("disk.busy.percent").value, 3.0);
    QCOMPARE(sample("disk.busy.percent").peak, 30.0);
    QCOMPARE(sample("net.sent.bytesPerSecond").value, 5.0);
    QCOMPARE(sample("net.received.bytesPerSecond").peak, 60.0);
    QCOMPARE(sample("temperature.celsius[cpu]").value, 61.5);
    QCOMPARE(sample("disk.percent[data]").value, 40.0);
    QCOMPARE(sample("disk.write.bytesPerSecond[data]").value, 8.0);
    QCOMPARE(sample("disk.read.bytesPerSecond[data]").peak, 70.0);
    QCOMPARE(sample("disk.busy.percent[data]").value, 9.0);
    QCOMPARE(sample("gpu.percent[RTX 0]").value, 33.0);
}

void TestHubParsers::oldFieldsOnlyWithoutNew()
{
    const auto old = samplesOf(json(R"({"cpu":1,"dr":2,"drm":4,"nr":3})"));
    QCOMPARE(old.value(QStringLiteral("disk.read.bytesPerSecond")).value, 2 * Mebi);
    QCOMPARE(old.value(QStringLiteral("disk.read.bytesPerSecond")).peak, 4 * Mebi);
    QCOMPARE(old.value(QStringLiteral("disk.write.bytesPerSecond")).value, 0.0);
    QCOMPARE(old.value(QStringLiteral("net.received.bytesPerSecond")).value, 3 * Mebi);
    QCOMPARE(old.value(QStringLiteral("net.sent.bytesPerSecond")).value, 0.0);
    const auto both = samplesOf(json(R"({"cpu":1,"dr":2,"dw":2,"dio":[7,8],"ns":1,"b":[5,6]})"));
    QCOMPARE(both.value(QStringLiteral("disk.read.bytesPerSecond")).value, 7.0);
    QCOMPARE(both.value(QStringLiteral("net.sent.bytesPerSecond")).value, 5.0);
    QVERIFY(!samplesOf(json(R"({"cpu":1})")).contains(QStringLiteral("disk.read.bytesPerSecond")));
}

void TestHubParsers::omittedRatesAreZeroOnlyWhereProven()
{
    StatsBook book(QStringLiteral("hub"));
    const auto tell = [&](const char* id, const char* created, const char* stats) {
        QHash<QString, double> found;
        const QByteArray page = statsPage(stats, id, created);
        for (const SampleBatch& batch :
             book.take(HubCollection::SystemStats, pageOf(HubCollection::SystemStats, page).stats, false)) {
            found.insert(batch.key.metric, batch.samples.front().value);
        }
        return found;
    };
    const QString read = QStringLiteral("disk.read.bytesPerSecond");
    const QString sent = QStringLiteral("net.sent.bytesPerSecond");
    QVERIFY(!tell("a", "2026-11-21 22:00:00.000Z", R"({"cpu":1})").contains(read)); // the first knows none
    QVERIFY(!tell("b", "2026-11-21 22:01:00.000Z", R"({"cpu":1})").contains(read)); // never told
    QVERIFY(tell("c", "2026-11-21 22:02:00.000Z", R"({"cpu":1,"dio":[5,6]})").contains(read));
    const auto idle = tell("d", "2026-11-21 22:03:00.000Z", R"({"cpu":1})");
    QCOMPARE(idle.value(read, -1), 0.0);                                            // told before
    QVERIFY(!idle.contains(sent));                                                  // never
    QVERIFY(!tell("e", "2026-11-21 22:30:00.000Z", R"({"cpu":1})").contains(read)); // after a silence
    QCOMPARE(tell("f", "2026-11-21 22:31:00.000Z", R"({"cpu":1})").value(read, -1), 0.0);
}

void TestHubParsers::finerTierCovers()
{
    StatsBook book(QStringLiteral("hub"));
    const auto count = [&](const char* id, const char* created, const char* type) {
        const QByteArray page = statsPage(R"({"cpu":1})", id, created, type);
        return book.take(HubCollection::SystemStats, pageOf(HubCollection::SystemStats, page).stats, true)
            .size();
    };
    for (int minute = 10; minute < 60; ++minute) {
        const QByteArray number = QByteArray::number(minute);
        QCOMPARE(count(number.constData(), ("2026-11-21 22:" + number + ":00.000Z").constData(), "1m"),
                 size_t(1));
    }
    QCOMPARE(count("x1", "2026-11-21 22:50:00.000Z", "10m"), size_t(0)); // 22:40 to 22:50
    QCOMPARE(count("x2", "2026-11-21 22:15:00.000Z", "10m"), size_t(1)); // reaches back before 22:09
    QCOMPARE(count("x3", "2026-11-21 21:50:00.000Z", "10m"), size_t(1));
    QCOMPARE(count("x4", "2026-11-21 22:00:00.000Z", "20m"), size_t(1)); // the 10m records begin at 21:40
    QCOMPARE(count("x5", "2026-11-21 21:30:00.000Z", "20m"), size_t(1));
}

void TestHubParsers::recordsAreTakenOnce()
{
    StatsBook book(QStringLiteral("hub"));
    const HubPage page = pageOf(HubCollection::SystemStats, recordedBody("system_stats.json"));
    QVERIFY(!book.take(HubCollection::SystemStats, page.stats, false).empty());
    QVERIFY(book.take(HubCollection::SystemStats, page.stats, true).empty());
    QCOMPARE(book.newest(HubCollection::SystemStats, 1min), std::optional(at("2026-11-21 22:58:12.495Z")));
    QVERIFY(!book.newest(HubCollection::ContainerStats, 1min));
}

void TestHubParsers::twins()
{
    HubHosts hosts(1min, 5min);
    const Timestamp now = at("2026-11-21 23:30:00.000Z");
    for (const HubSystem& system : pageOf(HubCollection::Systems, recordedBody("systems.json")).systems) {
        hosts.take(system, now);
    }
    QHash<QString, HostObservation> told;
    for (const HostObservation& host : hosts.news(100)) {
        told.insert(host.subject, host);
    }
    QCOMPARE(told.size(), qsizetype(4));
    QVERIFY(told[QStringLiteral("ob5mbh2qc0f8jut")].isDuplicate);
    QVERIFY(told[QStringLiteral("on7m4pnxrgq33gl")].isDuplicate);
    QVERIFY(!told[QStringLiteral("fvbafe7miw3l6j1")].isDuplicate);
    QVERIFY(!told[QStringLiteral("frfb08gu0p5ylje")].isDuplicate);
    QCOMPARE(hosts.duplicates(), size_t(2));
    QVERIFY(hosts.news(100).empty());

    hosts.remove(QStringLiteral("fvbafe7miw3l6j1")); // then the one that is down is all that there is
    const auto after = hosts.news(100);
    QCOMPARE(after.size(), size_t(1));
    QVERIFY(!after.front().isDuplicate);
    QCOMPARE(hosts.removed(), std::vector{QStringLiteral("fvbafe7miw3l6j1")});
}

void TestHubParsers::notLists_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const NamedText& each : notHubLists()) {
        QTest::newRow(each.name) << each.text;
    }
}

void TestHubParsers::notLists()
{
    QFETCH(const QByteArray, body);
    for (const HubCollection collection : {HubCollection::Systems, HubCollection::SystemStats,
                                           HubCollection::ContainerStats, HubCollection::Containers}) {
        const auto page = parseHubPage(collection, body, Containers);
        if (page) { // stats are read on demand: what nobody looks at is only skipped
            QVERIFY(body.contains("[[[[") && page->stats.rows.empty() && page->leftOut == 1);
            continue;
        }
        QCOMPARE(page.error().kind, ErrorKind::Malformed);
        QVERIFY(!page.error().message.isEmpty() && !page.error().todo.isEmpty());
        QVERIFY(!parseHubEvent(collection, body, Containers));
    }
}

void TestHubParsers::oddFields_data()
{
    QTest::addColumn<QByteArray>("stats");
    for (const NamedText& each : oddStats()) {
        QTest::newRow(each.name) << each.text;
    }
}

void TestHubParsers::oddFields()
{
    QFETCH(const QByteArray, stats);
    const auto found = samplesOf(stats);
    QCOMPARE(found.value(QStringLiteral("cpu.percent")).value, 50.0);
    for (const Sample& sample : found) {
        QVERIFY(std::isfinite(sample.value) && std::isfinite(sample.peak));
    }
}

void TestHubParsers::recordsWithoutWhatTheyNeed()
{
    const QByteArray good =
        json(R"({"id":"a","system":"s","created":"2026-11-21 22:00:00.000Z","type":"1m","stats":{"cpu":1}})");
    const HubPage stats = pageOf(
        HubCollection::SystemStats,
        listOf({good, "null", "7", "[]", "{}", QByteArray(good).replace("\"a\"", "7"),
                QByteArray(good).replace("\"s\"", "null"), QByteArray(good).replace("22:00:00", "99:00:00"),
                QByteArray(good).replace("\"1m\"", "\"7m\""),
                QByteArray(good).replace("\"a\"", '"' + QByteArray(5'000, 'x') + '"')}));
    QCOMPARE(stats.items, qsizetype(10));
    QCOMPARE(stats.stats.rows.size(), size_t(1));
    QCOMPARE(stats.stats.values.size(), size_t(1));
    QCOMPARE(stats.leftOut, quint32(9));

    const HubPage systems =
        pageOf(HubCollection::Systems,
               listOf({json(R"({"id":"a","name":7,"status":null,"info":[]})"), json(R"({"name":"b"})"),
                       json(R"({"id":"c","status":"odd","info":{"u":"12"}})"), "[]"}));
    QCOMPARE(systems.systems.size(), size_t(2));
    QCOMPARE(systems.leftOut, quint32(2));
    QCOMPARE(systems.systems[1].state, HostState::Unseen);
    QCOMPARE(systems.systems[1].status, QStringLiteral("odd"));
}

void TestHubParsers::largeRecord()
{
    QByteArray sensors = R"({"cpu":50,"t":{)";
    for (int i = 0; sensors.size() < 10 * 1024 * 1024; ++i) {
        sensors += (i == 0 ? "\"s" : ",\"s") + QByteArray::number(i) + "\":1";
    }
    const auto found = samplesOf(sensors + "}}");
    QCOMPARE(found.value(QStringLiteral("cpu.percent")).value, 50.0);
    QVERIFY(found.size() < 100); // no machine has a million sensors
}

/// Whatever happens to the bytes: an error or a page, and nothing that is no number.
void TestHubParsers::mutations()
{
    std::mt19937 random(20261122);
    for (const auto& [collection, name] : {std::pair{HubCollection::Systems, "systems.json"},
                                           std::pair{HubCollection::SystemStats, "system_stats.json"},
                                           std::pair{HubCollection::ContainerStats, "container_stats.json"},
                                           std::pair{HubCollection::Containers, "containers.json"},
                                           std::pair{HubCollection::Details, "system_details.json"}}) {
        const QByteArray good = recordedBody(name);
        for (int round = 0; round < 600; ++round) {
            QByteArray bad = good;
            for (int i = 0; i < 1 + round % 4; ++i) {
                const auto place = static_cast<qsizetype>(random() % static_cast<size_t>(bad.size()));
                static constexpr char Bytes[] = "{}[]\",:0-e.\\ntx\0\xFF";
                switch (random() % 3) {
                case 0:
                    bad[place] = Bytes[random() % sizeof Bytes];
                    break;
                case 1:
                    bad.remove(place, static_cast<qsizetype>(random() % 20));
                    break;
                default:
                    bad.insert(place,
                               bad.mid(static_cast<qsizetype>(random() % static_cast<size_t>(bad.size())),
                                       static_cast<qsizetype>(random() % 30)));
                }
                if (bad.isEmpty()) {
                    bad = "{";
                }
            }
            const auto page = parseHubPage(collection, bad, Containers);
            if (page) {
                for (const StatsRow& row : page->stats.rows) {
                    QVERIFY(row.first + row.count <= page->stats.values.size());
                }
                for (const HubValue& value : page->stats.values) {
                    QVERIFY(std::isfinite(value.value) && std::isfinite(value.peak));
                }
            }
        }
    }
}

void TestHubParsers::times_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isTime");
    QTest::newRow("usual") << json("2026-11-21 22:54:44.133Z") << true;
    QTest::newRow("no fraction") << json("2026-11-21 22:54:44Z") << true;
    QTest::newRow("T") << json("2026-11-21T22:54:44.133Z") << true;
    QTest::newRow("microseconds") << json("2026-11-21 22:54:44.133456Z") << true;
    for (const char* text :
         {"", "never", "2026-11-21", "2026-13-21 22:54:44.133Z", "2026-02-30 22:54:44.133Z",
          "2026-11-21 25:54:44.133Z", "2026-11-21 22:54:44.133", "2026-11-21 22:54:44.Z",
          "2026-11-21 22:54:44.13xZ", "-026-11-21 22:54:44.133Z", "2026-11-21 22:54:44,133Z",
          "2026-11-21 22:54:44.13333333333333Z"}) {
        QTest::newRow(text) << json(text) << false;
    }
}

void TestHubParsers::times()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isTime);
    QCOMPARE(hubTime({text.constData(), static_cast<size_t>(text.size())}).has_value(), isTime);
    QCOMPARE(toHubTime(at("2026-11-21 22:54:44.133Z")), json("2026-11-21 22:54:44.133Z"));
    QCOMPARE(httpDate("Sat, 21 Nov 2026 22:58:39 GMT"), hubTime("2026-11-21 22:58:39Z"));
    QVERIFY(!httpDate("tomorrow") && !httpDate({}));
}

void TestHubParsers::tokens()
{
    const QByteArray claims = QByteArray(R"({"exp":1795734000,"id":"u"})")
                                  .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QByteArray jwt = "eyJhbGciOiJIUzI1NiJ9." + claims + ".sig";
    const auto token = HubToken::parse(R"({"record":{"id":"u1"},"token":")" + jwt + "\"}");
    QVERIFY(token);
    QCOMPARE(token->user, QStringLiteral("u1"));
    QCOMPARE(token->expires, std::optional(Timestamp{std::chrono::seconds{1795734000}}));
    for (const char* odd : {"", "a", "a.b.c", "a.e30.c", "a.!!.c", "a.eyJleHAiOi0xfQ.c", "..", "a.b.c.d"}) {
        QVERIFY(!tokenExpiry(odd));
    }
    for (const char* odd :
         {"", "{}", "[]", R"({"token":7})", R"({"token":""})", R"({"token":"a\r\nb"})", "<html>"}) {
        const auto refused = HubToken::parse(odd);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Malformed);
    }
    QVERIFY(HubToken::parse(recordedBody("auth-refresh.json")));
}

void TestHubParsers::answers()
{
    QVERIFY(hubAnswer(recordedAnswer("systems.json")));
    const auto page = hubAnswer(recordedAnswer("unknown-route.json"));
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Malformed);
    QVERIFY(page.error().message.contains(QLatin1String("web page")));
    const auto unknown = hubAnswer(recordedAnswer("unknown-collection.json"));
    QCOMPARE(unknown.error().kind, ErrorKind::NotFound);
    QVERIFY(unknown.error().message.contains(QLatin1String("Missing collection context.")));
    QCOMPARE(hubAnswer(recordedAnswer("auth-refresh-bad-token.json")).error().kind, ErrorKind::Unauthorized);
}

QTEST_GUILESS_MAIN(TestHubParsers)
#include "tst_hub_parsers.moc"
