// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoFleet.h"
#include "app/demo/DemoHost.h"
#include "app/profile/ProfileReader.h"
#include "tests/app/demo/RawHttp.h"
#include "tests/support/ManualClock.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <algorithm>
#include <map>
#include <set>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

/// The whole simulated fleet over its sockets, with time driven by the test.
class TestDemoFleet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void startsFast();
    void profilePointsAtThePorts();
    void profileIsAccepted();
    void answersTellTheTruth();
    void unableHangsOnContentAlone();
    void goneRefuses();
    void nodesComeBackAtTheirAddress();
    void peersRestartUnderAnotherIdentity();
    void deadPeersRecordsLiveOn();
    void tagsAppearInTheRegistry();
    void unknownScenarioStartsNothing();
    void stopsWhileRequestsHang();
    void startsAgain();
    void scalesToManyPeers();
    void hostAnswersWhileThisThreadIsBusy();

private:
    DemoPeer& peer(const char* name) const { return *m_fleet->peers()[*m_fleet->world().findNode(name)]; }
    void start(const char* scenario);
    void pass(Millis time);

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<DemoFleet> m_fleet;
};

namespace {

const std::vector<std::pair<QByteArray, QByteArray>> Local{{"X-Spegel-Mirrored", "true"}};

QByteArray target(const DemoContent& content)
{
    const bool isManifest = content.kind == ContentKind::Manifest || content.kind == ContentKind::Index;
    return (isManifest ? "/v2/any/name/manifests/" : "/v2/any/name/blobs/") +
           content.descriptor.digest.toByteArray() + "?ns=docker.io";
}

} // namespace

void TestDemoFleet::init()
{
    m_clock = std::make_unique<ManualClock>();
    m_fleet = std::make_unique<DemoFleet>(*m_clock);
}

void TestDemoFleet::cleanup()
{
    m_fleet.reset();
    m_clock.reset();
}

void TestDemoFleet::start(const char* scenario)
{
    const auto started = m_fleet->start(QString::fromLatin1(scenario));
    QVERIFY2(started, started ? "" : qPrintable(started.error().text()));
}

void TestDemoFleet::pass(Millis time)
{
    m_clock->advance(time);
}

void TestDemoFleet::startsFast()
{
    QElapsedTimer timer;
    timer.start();
    start("calm");
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(m_fleet->peers().size(), size_t{48});
    QVERIFY(m_fleet->isRunning());
}

void TestDemoFleet::profilePointsAtThePorts()
{
    QVERIFY(m_fleet->profileJson().isEmpty());
    start("calm");
    const QJsonObject profile = QJsonDocument::fromJson(m_fleet->profileJson()).object();
    QCOMPARE(profile[QLatin1String("schema")].toString(), QStringLiteral("stowage/profile/1"));
    QCOMPARE(profile[QLatin1String("name")].toString(), QStringLiteral("demo"));
    QCOMPARE(profile[QLatin1String("risk")].toString(), QStringLiteral("development"));
    const QJsonArray sources = profile[QLatin1String("sources")].toArray();
    QVERIFY(sources.size() >= 3);
    QCOMPARE(sources.last()[QLatin1String("kind")].toString(), QStringLiteral("beszel"));
    QCOMPARE(sources[0][QLatin1String("id")].toString(), QStringLiteral("registry-1"));
    QCOMPARE(sources[0][QLatin1String("namespace")].toString(), QStringLiteral("docker.io"));
    QCOMPARE(sources[0][QLatin1String("url")].toString().toLatin1(), m_fleet->registryUrl());
    QCOMPARE(sources[1][QLatin1String("id")].toString(), QStringLiteral("peers"));

    const auto prometheus = std::find_if(sources.begin(), sources.end(), [](const QJsonValue& source) {
        return source[QLatin1String("kind")].toString() == QLatin1String("prometheus");
    });
    QVERIFY(prometheus != sources.end());
    QCOMPARE((*prometheus)[QLatin1String("url")].toString().toLatin1(), m_fleet->prometheusUrl());
    const QJsonArray nodes = sources[1][QLatin1String("nodes")].toArray();
    QCOMPARE(nodes.size(), 48);
    std::set<int> ports;
    std::set<QString> zones;
    for (const auto& node : nodes) {
        const QUrl registry(node[QLatin1String("registry")].toString());
        const QUrl metrics(node[QLatin1String("metrics")].toString());
        QCOMPARE(registry.host(), QStringLiteral("127.0.0.1"));
        QCOMPARE(metrics.path(), QStringLiteral("/metrics"));
        ports.insert(registry.port());
        ports.insert(metrics.port());
        zones.insert(node[QLatin1String("zone")].toString());
    }
    QCOMPARE(ports.size(), size_t{96});
    QCOMPARE(zones,
             (std::set<QString>{QStringLiteral("eu-a"), QStringLiteral("eu-b"), QStringLiteral("eu-c")}));
    m_fleet->stop();
    QVERIFY(m_fleet->profileJson().isEmpty());
}

void TestDemoFleet::profileIsAccepted()
{
    start("calm");
    const auto profile = ProfileReader::read(m_fleet->profileJson(), QStringLiteral("demo.json"));
    QVERIFY(profile);
    QCOMPARE(profile->name, QStringLiteral("demo"));
    QVERIFY(profile->sources.size() >= 3);
}

void TestDemoFleet::answersTellTheTruth()
{
    start("calm");
    const DemoWorld& world = m_fleet->world();
    for (const char* name : {"eu-a-01", "eu-b-17", "eu-c-14"}) {
        const size_t node = *world.findNode(name);
        RawHttp http(peer(name).registryPort().port());
        for (size_t content = 0; content < world.content().size(); ++content) {
            const auto answer = http.ask("HEAD", target(world.content()[content]), Local);
            QVERIFY(answer);
            QCOMPARE(answer->status, world.holds(node, content) ? 200 : 404);
            const qint64 length = answer->header("Content-Length").toLongLong();
            QVERIFY(length > 0); // never the 404 that means "not mirrored"
            if (answer->status == 200) {
                QCOMPARE(length, world.content()[content].descriptor.bytes);
            }
        }
        QCOMPARE(http.leftOver(), QByteArray());
        const auto metadata = askOnce(peer(name).metricsPort().port(), "GET", "/debug/web/metadata");
        QVERIFY(metadata);
        QVERIFY(metadata->body.contains(world.nodes()[node].identity));
    }
    const Digest first = world.content().front().descriptor.digest;
    QCOMPARE(world.holds("eu-a-01", first), world.holds(*world.findNode("eu-a-01"), 0));
    QVERIFY(!world.holds("no-such-node", first));
}

void TestDemoFleet::unableHangsOnContentAlone()
{
    start("calm");
    const DemoPeer& unable = peer("eu-c-02");
    const quint16 port = unable.registryPort().port();
    for (const char* probe : {"/readyz", "/livez", "/v2/"}) {
        const auto answer = askOnce(port, "GET", probe);
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
    }
    const QByteArray layer = target(m_fleet->world().content().front());
    RawHttp hanging(port);
    hanging.send("HEAD " + layer + " HTTP/1.1\r\nHost: h\r\nX-Spegel-Mirrored: true\r\n\r\n");
    QTRY_COMPARE(m_fleet->hangingRequests(), 1);
    QVERIFY(!hanging.receive(true, 50));
    QVERIFY(hanging.isConnected());
    const auto probe = askOnce(port, "GET", "/readyz");
    QVERIFY(probe);
    // What never reaches the content does not hang.
    const auto other = askOnce(port, "HEAD", "/v2/a/blobs/sha256:ab?ns=quay.io", Local);
    QVERIFY(other);
    QCOMPARE(other->header("Content-Length"), "0");
    hanging.socket().abort();
    QTRY_COMPARE(m_fleet->hangingRequests(), 0);
}

void TestDemoFleet::goneRefuses()
{
    start("calm");
    const DemoPeer& gone = peer("eu-c-11");
    QCOMPARE(RawHttp(gone.registryPort().port()).socket().error(), QAbstractSocket::ConnectionRefusedError);
    QCOMPARE(RawHttp(gone.metricsPort().port()).socket().error(), QAbstractSocket::ConnectionRefusedError);
}

void TestDemoFleet::nodesComeBackAtTheirAddress()
{
    start("calm");
    const quint16 port = peer("eu-c-11").registryPort().port();
    const QByteArray profile = m_fleet->profileJson();
    pass(239s);
    QSignalSpy changed(m_fleet.get(), &DemoFleet::nodeChanged);
    pass(1s);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed[0][0].toByteArray(), "eu-c-11");
    const auto ready = askOnce(port, "GET", "/readyz");
    QVERIFY(ready);
    QCOMPARE(ready->status, 200);
    const DemoPeer& next = peer(changed[1][0].toByteArray().constData());
    QVERIFY(!RawHttp(next.registryPort().port()).isConnected());
    QCOMPARE(m_fleet->profileJson(), profile);
}

void TestDemoFleet::peersRestartUnderAnotherIdentity()
{
    start("calm");
    std::map<QByteArray, std::unique_ptr<RawHttp>> kept;
    for (const auto& one : m_fleet->peers()) {
        const DemoNode& node = m_fleet->world().nodes()[one->node()];
        if (node.state == DemoNodeState::Live) {
            kept[node.name] = std::make_unique<RawHttp>(one->metricsPort().port());
            QVERIFY(kept[node.name]->ask("GET", "/debug/web/metadata")->body.contains(node.identity));
        }
    }
    QSignalSpy changed(m_fleet.get(), &DemoFleet::nodeChanged);
    pass(3min);
    QCOMPARE(changed.size(), 1);
    const QByteArray name = changed[0][0].toByteArray();
    QTRY_VERIFY(!kept[name]->isConnected());
    QCOMPARE(std::ranges::count_if(kept, [](const auto& one) { return one.second->isConnected(); }),
             static_cast<std::ptrdiff_t>(kept.size()) - 1);
    const DemoNode& node = m_fleet->world().nodes()[*m_fleet->world().findNode(name)];
    QCOMPARE(node.startedAt, Millis(3min));
    const auto metadata = askOnce(peer(name.constData()).metricsPort().port(), "GET", "/debug/web/metadata");
    QVERIFY(metadata);
    QVERIFY(metadata->body.contains(node.identity));
    QVERIFY(node.identity !=
            buildDemoWorld({}, DemoFleet::DefaultSeed).nodes()[*m_fleet->world().findNode(name)].identity);
}

void TestDemoFleet::deadPeersRecordsLiveOn()
{
    start("dead-peer");
    const DemoWorld& world = m_fleet->world();
    const size_t dying = *world.findNode("eu-b-17");
    size_t only = world.content().size();
    for (size_t content = 0; content < world.content().size(); ++content) {
        if (world.holders(content) == std::vector<size_t>{dying}) {
            only = content;
        }
    }
    QVERIFY(only < world.content().size());
    const QByteArray layer = target(world.content()[only]);
    const quint16 port = peer("eu-a-01").registryPort().port();

    const auto before = askOnce(port, "HEAD", layer);
    QVERIFY(before);
    QCOMPARE(before->status, 200);
    QVERIFY(before->header("Oci-Namespace").isNull());
    pass(30s);
    QVERIFY(!RawHttp(peer("eu-b-17").registryPort().port()).isConnected());
    const auto dead = askOnce(port, "GET", layer);
    QVERIFY(dead);
    QCOMPARE(dead->status, 404);
    QVERIFY(dead->body.contains("\"attempts\":1"));
    QVERIFY(dead->body.contains("all request retries exhausted for sha256:"));
    pass(19min);
    const auto forgotten = askOnce(port, "GET", layer);
    QVERIFY(forgotten);
    QVERIFY(forgotten->body.contains("could not find peer for sha256:"));
}

void TestDemoFleet::tagsAppearInTheRegistry()
{
    start("calm");
    const auto port = static_cast<quint16>(QUrl(QString::fromLatin1(m_fleet->registryUrl())).port());
    RawHttp http(port);
    const auto before = http.ask("GET", "/v2/team/api/tags/list");
    QVERIFY(before);
    QCOMPARE(before->body, "{\"name\":\"team/api\",\"tags\":[\"1.0\",\"1.1\"]}\n");
    pass(90s);
    const auto after = http.ask("GET", "/v2/team/api/tags/list");
    QVERIFY(after);
    QCOMPARE(after->body, "{\"name\":\"team/api\",\"tags\":[\"1.0\",\"1.1\",\"1.2\"]}\n");
    const auto manifest = http.ask("GET", "/v2/team/api/manifests/1.2",
                                   {{"Accept", "application/vnd.oci.image.manifest.v1+json"}});
    QVERIFY(manifest);
    QCOMPARE(Digest::of(manifest->body).toByteArray(), manifest->header("Docker-Content-Digest"));
}

void TestDemoFleet::unknownScenarioStartsNothing()
{
    const auto started = m_fleet->start(QStringLiteral("no-such"));
    QVERIFY(!started);
    QCOMPARE(started.error().kind, ErrorKind::Usage);
    QVERIFY(!m_fleet->isRunning());
    QVERIFY(m_fleet->peers().empty());
    QCOMPARE(m_clock->pending(), size_t{0});
}

void TestDemoFleet::stopsWhileRequestsHang()
{
    start("calm");
    const quint16 port = peer("eu-c-02").registryPort().port();
    std::vector<std::unique_ptr<RawHttp>> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(std::make_unique<RawHttp>(port));
        clients.back()->send("HEAD " + target(m_fleet->world().content().front()) +
                             " HTTP/1.1\r\nHost: h\r\n\r\n");
    }
    QTRY_COMPARE(m_fleet->hangingRequests(), 10);
    m_fleet->stop();
    QCOMPARE(m_fleet->hangingRequests(), 0);
    for (const auto& client : clients) {
        QTRY_VERIFY(!client->isConnected());
    }
    QCOMPARE(m_clock->pending(), size_t{0});
    pass(1h);
}

void TestDemoFleet::startsAgain()
{
    start("calm");
    pass(10min);
    start("dead-peer");
    QVERIFY(
        askOnce(peer("eu-c-02").registryPort().port(), "HEAD", target(m_fleet->world().content().front())));
    QCOMPARE(m_fleet->world().now(), Millis{0});
    QCOMPARE(m_clock->pending(), size_t{1});
}

void TestDemoFleet::scalesToManyPeers()
{
    DemoFleet large(*m_clock, DemoSize::ofNodes(500));
    const auto started = large.start(QStringLiteral("calm"));
    QVERIFY2(started, started ? "" : qPrintable(started.error().text()));
    QCOMPARE(large.peers().size(), size_t{500});
    const auto answer = askOnce(large.peers().back()->registryPort().port(), "GET", "/readyz");
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    // What befalls one in the demonstration befalls more here.
    QSignalSpy changed(&large, &DemoFleet::nodeChanged);
    pass(4min);
    QCOMPARE(changed.size(), 1 + 1 + 10); // restarted, back, gone
}

/// The window's thread has nothing to do with its servers.
void TestDemoFleet::hostAnswersWhileThisThreadIsBusy()
{
    DemoHost host(DemoSize::ofNodes(2));
    QSignalSpy started(&host, &DemoHost::started);
    QSignalSpy failed(&host, &DemoHost::failed);
    host.start(QStringLiteral("none"));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Usage);
    host.start(QStringLiteral("calm"));
    QTRY_COMPARE(started.size(), 1);
    const auto profile = ProfileReader::read(started.first().first().toByteArray(), QStringLiteral("demo"));
    QVERIFY(profile);
    const QJsonObject document = QJsonDocument::fromJson(started.first().first().toByteArray()).object();
    const QUrl registry(document[QStringLiteral("sources")][0][QStringLiteral("url")].toString());
    QTcpSocket socket; // without an event loop of ours
    socket.connectToHost(QHostAddress(registry.host()), static_cast<quint16>(registry.port()));
    QVERIFY(socket.waitForConnected());
    socket.write("GET /v2/ HTTP/1.1\r\nHost: h\r\n\r\n");
    QVERIFY(socket.waitForReadyRead());
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));
}

QTEST_GUILESS_MAIN(TestDemoFleet)
#include "tst_demo_fleet.moc"
