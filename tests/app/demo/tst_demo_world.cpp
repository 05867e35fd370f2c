// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoLife.h"
#include "app/demo/DemoWorldBuilder.h"
#include "app/demo/DistributionPath.h"
#include "app/demo/MicroRequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <set>

using namespace stowage;
using namespace std::chrono_literals;

/// The model world: its size, its truth, its life, and the small parsers of the servers.
class TestDemoWorld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizeOfTheDemonstration();
    void documentsAreWhatTheirDigestsSay();
    void layersAreRealisticAndShared();
    void peerIdsLookLikeLibp2p();
    void sameSeedSameWorld();
    void scales_data();
    void scales();

    void growsWithItsNodes_data();
    void growsWithItsNodes();
    void lifeIsTheSameInSmallAndLargeSteps();
    void calmStartsWithOneUnableAndOneGone();
    void calmChangesSlowly();
    void calmMovesOutagesOn();
    void calmPushesAndMovesTagsWithinBounds();
    void deadPeerLeavesNineLayersWithOneCopy();
    void scenariosWorkInTinyFleets_data();
    void scenariosWorkInTinyFleets();
    void unknownScenarioIsRefused();

    void catalogOrder();
    void percentDecoding_data();
    void percentDecoding();
    void queryValues();
    void listHeaders();
    void distributionPaths_data();
    void distributionPaths();
};

namespace {

constexpr quint64 Seed = 7;

DemoScenario scenario(const char* name)
{
    return *findDemoScenario(QString::fromLatin1(name));
}

/// Everything that can differ between two worlds, as text.
QByteArray fingerprint(const DemoWorld& world)
{
    QByteArray text;
    for (const DemoContent& content : world.content()) {
        text += content.descriptor.digest.toByteArray() + QByteArray::number(content.descriptor.bytes) + '\n';
    }
    for (const DemoNode& node : world.nodes()) {
        text += node.name + node.identity + QByteArray::number(static_cast<int>(node.state));
        for (size_t content = 0; content < world.content().size(); ++content) {
            text += content < node.held.size() && node.held[content] ? '1' : '0';
        }
    }
    for (const DemoRepository& repository : world.repositories()) {
        for (const DemoTag& tag : repository.tags) {
            text += repository.name + ':' + tag.name + '=' +
                    QByteArray::number(static_cast<qulonglong>(tag.target));
        }
    }
    return text;
}

size_t count(const DemoWorld& world, DemoNodeState state)
{
    return static_cast<size_t>(std::ranges::count(world.nodes(), state, &DemoNode::state));
}

/// Layers with exactly one holder among the nodes that are not gone.
size_t layersWithOneCopy(const DemoWorld& world)
{
    size_t found = 0;
    for (size_t content = 0; content < world.content().size(); ++content) {
        const auto holders = world.holders(content);
        const auto alive = std::ranges::count_if(
            holders, [&](size_t node) { return world.nodes()[node].state != DemoNodeState::Gone; });
        found += world.content()[content].kind == ContentKind::Layer && alive == 1 ? 1 : 0;
    }
    return found;
}

} // namespace

void TestDemoWorld::sizeOfTheDemonstration()
{
    const DemoWorld world = buildDemoWorld({}, Seed);
    QCOMPARE(world.nodes().size(), size_t{48});
    QCOMPARE(world.nodes().front().name, "eu-a-01");
    QCOMPARE(world.nodes().back().name, "eu-c-14");
    QCOMPARE(world.nodes().back().zone, "eu-c");
    QCOMPARE(world.tagCount(), size_t{20});
    QCOMPARE(world.layerCount(), size_t{120});
    QCOMPARE(std::ranges::count(world.content(), ContentKind::Index, &DemoContent::kind), 2);
    QVERIFY(world.findRepository("team/web")->tag("2.0"));
    QVERIFY(!world.findRepository("team/web")->tag("2.1"));

    const size_t single = layersWithOneCopy(world);
    QVERIFY2(single >= 4 && single <= 10, qPrintable(QString::number(single)));
    for (size_t content = 0; content < world.content().size(); ++content) {
        QVERIFY2(!world.holders(content).empty(), qPrintable(QString::number(content)));
    }
}

void TestDemoWorld::documentsAreWhatTheirDigestsSay()
{
    const DemoWorld world = buildDemoWorld({}, Seed);
    for (const DemoContent& content : world.content()) {
        if (content.kind == ContentKind::Layer) {
            QVERIFY(!content.isAtHand());
            continue;
        }
        QVERIFY(content.isAtHand());
        QCOMPARE(Digest::of(content.body), content.descriptor.digest);
        const QJsonObject json = QJsonDocument::fromJson(content.body).object();
        QVERIFY(!json.isEmpty());
        const bool isManifest = content.kind == ContentKind::Manifest;
        const QJsonArray parts = json[QLatin1String(isManifest ? "layers" : "manifests")].toArray();
        for (const auto& part : parts) {
            const auto digest = Digest::parse(part[QLatin1String("digest")].toString().toLatin1());
            QVERIFY(digest);
            const auto named = world.findContent(*digest);
            QVERIFY(named);
            QCOMPARE(part[QLatin1String("size")].toInteger(), world.content()[*named].descriptor.bytes);
            QVERIFY(std::ranges::count(content.parts, *named) == 1);
        }
    }
}

void TestDemoWorld::layersAreRealisticAndShared()
{
    const DemoWorld world = buildDemoWorld({}, Seed);
    qint64 largest = 0;
    std::map<size_t, int> uses;
    for (const DemoContent& content : world.content()) {
        if (content.kind == ContentKind::Layer) {
            QVERIFY(content.descriptor.bytes >= qint64{60} << 20);
            largest = std::max(largest, content.descriptor.bytes);
        } else if (content.kind == ContentKind::Manifest) {
            for (const size_t part : content.parts) {
                ++uses[part];
            }
        }
    }
    QCOMPARE(formatBytes(largest), QStringLiteral("3.1 GiB"));
    QVERIFY(std::ranges::count_if(uses, [](const auto& use) { return use.second > 1; }) >= 10);
}

void TestDemoWorld::peerIdsLookLikeLibp2p()
{
    const DemoWorld world = buildDemoWorld({}, Seed);
    std::set<QByteArray> ids;
    for (const DemoNode& node : world.nodes()) {
        QCOMPARE(node.identity.size(), 52);
        QVERIFY(node.identity.startsWith("12D3KooW"));
        ids.insert(node.identity);
    }
    QCOMPARE(ids.size(), world.nodes().size());
}

void TestDemoWorld::sameSeedSameWorld()
{
    QCOMPARE(fingerprint(buildDemoWorld({}, Seed)), fingerprint(buildDemoWorld({}, Seed)));
    QVERIFY(fingerprint(buildDemoWorld({}, Seed)) != fingerprint(buildDemoWorld({}, Seed + 1)));
}

void TestDemoWorld::scales_data()
{
    QTest::addColumn<int>("zones");
    QTest::addColumn<int>("nodesPerZone");
    QTest::addColumn<int>("images");
    QTest::newRow("nothing") << 0 << 0 << 0;
    QTest::newRow("no nodes") << 0 << 0 << 5;
    QTest::newRow("one") << 1 << 1 << 1;
    QTest::newRow("no images") << 2 << 3 << 0;
    QTest::newRow("more zones than letters") << 30 << 1 << 3;
    QTest::newRow("500 nodes, 1000 images") << 5 << 100 << 1000;
}

void TestDemoWorld::scales()
{
    QFETCH(const int, zones);
    QFETCH(const int, nodesPerZone);
    QFETCH(const int, images);
    const DemoSize size = DemoSize::uniform(zones, nodesPerZone, images);
    const DemoWorld world = buildDemoWorld(size, Seed);
    QCOMPARE(static_cast<int>(world.nodes().size()), zones * nodesPerZone);
    QCOMPARE(size.nodes(), zones * nodesPerZone);
    QCOMPARE(static_cast<int>(world.tagCount()), images);
    std::set<QByteArray> names;
    for (const DemoNode& node : world.nodes()) {
        names.insert(node.name);
    }
    QCOMPARE(names.size(), world.nodes().size());
}

void TestDemoWorld::growsWithItsNodes_data()
{
    QTest::addColumn<int>("nodes");
    QTest::addColumn<size_t>("zones");
    QTest::addColumn<size_t>("leastLayers");
    QTest::addColumn<size_t>("mostLayers");
    QTest::newRow("one") << 1 << size_t{1} << size_t{120} << size_t{120};
    QTest::newRow("two") << 2 << size_t{2} << size_t{120} << size_t{120};
    QTest::newRow("47") << 47 << size_t{3} << size_t{120} << size_t{120};
    QTest::newRow("the demonstration") << 48 << size_t{3} << size_t{120} << size_t{120};
    QTest::newRow("49") << 49 << size_t{3} << size_t{160} << size_t{240};
    QTest::newRow("500") << 500 << size_t{9} << size_t{900} << size_t{1'100};
    QTest::newRow("5000") << 5'000 << size_t{29} << size_t{4'500} << size_t{5'500};
}

void TestDemoWorld::growsWithItsNodes()
{
    QFETCH(const int, nodes);
    const DemoSize size = DemoSize::ofNodes(nodes);
    QCOMPARE(size.nodes(), nodes);
    const DemoWorld world = buildDemoWorld(size, Seed);
    QCOMPARE(world.nodes().size(), static_cast<size_t>(nodes));
    QTEST(size.nodesInZone.size(), "zones");
    QFETCH(const size_t, leastLayers);
    QFETCH(const size_t, mostLayers);
    const auto layers = world.layerCount();
    QVERIFY2(layers >= leastLayers && layers <= mostLayers, qPrintable(QString::number(layers)));
    DemoWorld living = world;
    DemoLife life(living, scenario("calm"), Seed);
    life.advance(10min);
    QVERIFY(nodes < 3 || count(living, DemoNodeState::Unable) == 1);
    QVERIFY(nodes < 3 || count(living, DemoNodeState::Gone) >= 1);
}

void TestDemoWorld::lifeIsTheSameInSmallAndLargeSteps()
{
    DemoWorld fine = buildDemoWorld({}, Seed);
    DemoWorld coarse = fine;
    DemoLife fineLife(fine, scenario("calm"), Seed);
    DemoLife coarseLife(coarse, scenario("calm"), Seed);
    for (Millis now{0}; now <= 1h; now += 700ms) {
        fineLife.advance(now);
    }
    fineLife.advance(1h);
    coarseLife.advance(1h);
    QCOMPARE(fingerprint(fine), fingerprint(coarse));
    QCOMPARE(fine.now(), Millis(1h));
}

void TestDemoWorld::calmStartsWithOneUnableAndOneGone()
{
    DemoWorld world = buildDemoWorld({}, Seed);
    const DemoLife life(world, scenario("calm"), Seed);
    QCOMPARE(count(world, DemoNodeState::Unable), size_t{1});
    QCOMPARE(count(world, DemoNodeState::Gone), size_t{1});
    QCOMPARE(world.nodes()[*world.findNode("eu-c-02")].state, DemoNodeState::Unable);
    QCOMPARE(world.nodes()[*world.findNode("eu-c-11")].state, DemoNodeState::Gone);
}

void TestDemoWorld::calmChangesSlowly()
{
    DemoWorld world = buildDemoWorld({}, Seed);
    DemoLife life(world, scenario("calm"), Seed);
    int changes = 0;
    for (int second = 1; second <= 80; ++second) {
        const QByteArray before = fingerprint(world);
        life.advance(std::chrono::seconds(second));
        changes += before == fingerprint(world) ? 0 : 1;
    }
    QCOMPARE(changes, 20); // one in four seconds
    QCOMPARE(world.tagCount(), size_t{20});
}

void TestDemoWorld::calmMovesOutagesOn()
{
    DemoWorld world = buildDemoWorld({}, Seed);
    DemoLife life(world, scenario("calm"), Seed);
    life.advance(239s);
    const auto changed = life.advance(4min);
    QCOMPARE(changed.size(), size_t{2});
    QCOMPARE(changed.front(), *world.findNode("eu-c-11"));
    QCOMPARE(world.nodes()[changed.front()].state, DemoNodeState::Live);
    QCOMPARE(world.nodes()[changed.back()].state, DemoNodeState::Gone);
    QCOMPARE(world.nodes()[changed.back()].goneSince, Millis(4min));
    QVERIFY(changed.front() != changed.back());
}

void TestDemoWorld::calmPushesAndMovesTagsWithinBounds()
{
    DemoWorld world = buildDemoWorld({}, Seed);
    DemoLife life(world, scenario("calm"), Seed);
    life.advance(91s);
    const auto pushed = world.findRepository("team/api")->tag("1.2");
    QVERIFY(pushed);
    QVERIFY(world.holders(*pushed).empty());
    life.advance(120s);
    QVERIFY(!world.holders(*pushed).empty());

    const auto agent = world.findRepository("infra/agent")->tag("latest");
    life.advance(5min);
    QVERIFY(world.findRepository("infra/agent")->tag("latest") != agent);

    life.advance(6min);
    QVERIFY(world.findRepository("team/search")->tag("8.2"));
    life.advance(13min); // the ninth push: three are too old by now
    QVERIFY(!world.findRepository("team/api")->tag("1.2"));
    QVERIFY(world.holders(*pushed).empty());
    QVERIFY(!world.content()[*pushed].isAtHand());

    for (int hour = 1; hour <= 72; ++hour) {
        life.advance(std::chrono::hours(hour));
        QVERIFY2(world.tagCount() <= 26, qPrintable(QString::number(world.tagCount())));
        QVERIFY(world.findRepository("infra/agent")->tag("latest"));
        QCOMPARE(count(world, DemoNodeState::Gone), size_t{1});
    }
}

void TestDemoWorld::deadPeerLeavesNineLayersWithOneCopy()
{
    DemoWorld world = buildDemoWorld({}, Seed);
    DemoLife life(world, scenario("dead-peer"), Seed);
    QCOMPARE(count(world, DemoNodeState::Live), size_t{48});
    life.advance(19s);
    const size_t before = layersWithOneCopy(world);
    const auto changed = life.advance(20s);
    QCOMPARE(changed, std::vector<size_t>{*world.findNode("eu-b-17")});
    // Nine lose their second copy; the one whose only copy it had drops out of the count.
    QCOMPARE(layersWithOneCopy(world), before + 9 - 1);
    life.advance(1h);
    QCOMPARE(world.nodes()[changed.front()].state, DemoNodeState::Gone);
}

void TestDemoWorld::scenariosWorkInTinyFleets_data()
{
    QTest::addColumn<int>("zones");
    QTest::addColumn<int>("nodesPerZone");
    QTest::addColumn<int>("images");
    QTest::newRow("nothing") << 0 << 0 << 0;
    QTest::newRow("one node") << 1 << 1 << 20;
    QTest::newRow("two nodes, no images") << 2 << 1 << 0;
    QTest::newRow("few") << 3 << 2 << 4;
}

void TestDemoWorld::scenariosWorkInTinyFleets()
{
    QFETCH(const int, zones);
    QFETCH(const int, nodesPerZone);
    QFETCH(const int, images);
    for (const DemoScenario& one : demoScenarios()) {
        DemoWorld world = buildDemoWorld(DemoSize::uniform(zones, nodesPerZone, images), Seed);
        DemoLife life(world, one, Seed);
        life.advance(2h);
        QCOMPARE(static_cast<int>(world.nodes().size()), zones * nodesPerZone);
    }
}

void TestDemoWorld::unknownScenarioIsRefused()
{
    QCOMPARE(demoScenarioNames(),
             QStringList({QStringLiteral("calm"), QStringLiteral("dead-peer"), QStringLiteral("registry-cpu"),
                          QStringLiteral("host-oom"), QStringLiteral("aaaa"), QStringLiteral("nix-gc"),
                          QStringLiteral("storm"), QStringLiteral("flood")}));
    for (const auto& name :
         {QString(), QStringLiteral("Calm"), QStringLiteral("../calm"), QStringLiteral("host-fire")}) {
        const auto found = findDemoScenario(name);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Usage);
        QVERIFY(found.error().text().contains(name));
        QVERIFY(found.error().todo.contains(QStringLiteral("dead-peer")));
    }
}

void TestDemoWorld::catalogOrder()
{
    DemoWorld world;
    for (const char* name : {"b", "a-b", "a/c", "a", "a/b/c"}) {
        world.setTag(name, "1", world.addContent({{Digest::of(name), 1, {}}, ContentKind::Manifest, {}, {}}));
    }
    QByteArrayList names;
    for (const DemoRepository& repository : world.repositoriesAfter("")) {
        names += repository.name;
    }
    QCOMPARE(names, QByteArrayList({"a", "a/b/c", "a/c", "a-b", "b"}));
    QCOMPARE(world.repositoriesAfter("a/c").front().name, "a-b");
    QCOMPARE(world.repositoriesAfter("a/bb").front().name, "a/c"); // a name that there is not
    QVERIFY(world.repositoriesAfter("b").empty());
}

void TestDemoWorld::percentDecoding_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isValid");
    QTest::addColumn<QByteArray>("decoded");
    QTest::newRow("empty") << QByteArray("") << true << QByteArray("");
    QTest::newRow("plain") << QByteArray("a/b") << true << QByteArray("a/b");
    QTest::newRow("slash") << QByteArray("a%2Fb%2fc") << true << QByteArray("a/b/c");
    QTest::newRow("once") << QByteArray("%252F") << true << QByteArray("%2F");
    QTest::newRow("NUL") << QByteArray("a%00b") << true << QByteArray("a\0b", 3);
    QTest::newRow("at the end") << QByteArray("x%41") << true << QByteArray("xA");
    QTest::newRow("plus stays") << QByteArray("a+b") << true << QByteArray("a+b");
    QTest::newRow("cut") << QByteArray("a%4") << false << QByteArray();
    QTest::newRow("bare") << QByteArray("%") << false << QByteArray();
    QTest::newRow("no hex") << QByteArray("%zz") << false << QByteArray();
    QTest::newRow("sign") << QByteArray("%+1") << false << QByteArray();
}

void TestDemoWorld::percentDecoding()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isValid);
    QFETCH(const QByteArray, decoded);
    const auto actual = percentDecoded(text);
    QCOMPARE(actual.has_value(), isValid);
    QCOMPARE(actual.value_or(QByteArray()), decoded);
}

void TestDemoWorld::queryValues()
{
    MicroRequest request;
    QVERIFY(request.setTarget("/v2/_catalog?n=2&last=team%2Fapi&empty=&bare&x=a+b%2Bc&bad=%zz&n=3&bad=ok"));
    QCOMPARE(request.path, "/v2/_catalog");
    QCOMPARE(request.queryValue("n"), QByteArray("2"));
    QCOMPARE(request.queryValue("last"), QByteArray("team/api"));
    QCOMPARE(request.queryValue("empty"), QByteArray(""));
    QCOMPARE(request.queryValue("bare"), QByteArray(""));
    QCOMPARE(request.queryValue("x"), QByteArray("a b+c"));
    QCOMPARE(request.queryValue("bad"), QByteArray("ok"));
    QVERIFY(!request.queryValue("none"));

    QVERIFY(request.setTarget("http://127.0.0.1:5000/v2/?a=1"));
    QCOMPARE(request.path, "/v2/");
    QVERIFY(request.setTarget("http://127.0.0.1:5000"));
    QCOMPARE(request.path, "/");
    QVERIFY(request.setTarget("/%76%32/"));
    QCOMPARE(request.path, "/v2/");
    QVERIFY(!request.setTarget("/v2/%"));
    QVERIFY(request.setTarget(""));
}

void TestDemoWorld::listHeaders()
{
    MicroRequest request;
    request.headers = {{"accept", "a/b;q=0.5, c/d"}, {"Other", "x"}, {"ACCEPT", " e/f "}};
    QCOMPARE(request.listHeader("Accept"), (std::vector<QByteArrayView>{"a/b", "c/d", "e/f"}));
    QCOMPARE(request.header("other"), "x");
    QVERIFY(request.header("none").isNull());
}

void TestDemoWorld::distributionPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("name"); // empty: no such path
    QTest::addColumn<QByteArray>("reference");
    const QByteArray none;
    QTest::newRow("tag") << QByteArray("/v2/team/api/manifests/1.0") << QByteArray("team/api")
                         << QByteArray("1.0");
    QTest::newRow("digest") << QByteArray("/v2/a/manifests/sha256:ab") << QByteArray("a")
                            << QByteArray("sha256:ab");
    QTest::newRow("blob") << QByteArray("/v2/a/blobs/sha256:zz") << QByteArray("a")
                          << QByteArray("sha256:zz");
    QTest::newRow("tags") << QByteArray("/v2/a/b/c/tags/list") << QByteArray("a/b/c") << QByteArray("list");
    QTest::newRow("route as name") << QByteArray("/v2/manifests/tags/list") << QByteArray("manifests")
                                   << QByteArray("list");
    QTest::newRow("separators") << QByteArray("/v2/a.b_c__d---e/tags/list") << QByteArray("a.b_c__d---e")
                                << QByteArray("list");
    QTest::newRow("upper case") << QByteArray("/v2/TEAM/tags/list") << none << none;
    QTest::newRow("dots") << QByteArray("/v2/../a/tags/list") << none << none;
    QTest::newRow("two dots") << QByteArray("/v2/a..b/tags/list") << none << none;
    QTest::newRow("three underscores") << QByteArray("/v2/a___b/tags/list") << none << none;
    QTest::newRow("dash at the end") << QByteArray("/v2/a-/tags/list") << none << none;
    QTest::newRow("empty component") << QByteArray("/v2/a//b/tags/list") << none << none;
    QTest::newRow("no name") << QByteArray("/v2/tags/list") << none << none;
    QTest::newRow("empty name") << QByteArray("/v2//tags/list") << none << none;
    QTest::newRow("blob by tag") << QByteArray("/v2/a/blobs/1.0") << none << none;
    QTest::newRow("other tags") << QByteArray("/v2/a/tags/lost") << none << none;
    QTest::newRow("upload") << QByteArray("/v2/a/blobs/uploads/") << none << none;
    QTest::newRow("no reference") << QByteArray("/v2/a/manifests/") << none << none;
    QTest::newRow("long tag") << "/v2/a/manifests/" + QByteArray(129, 'x') << none << none;
    QTest::newRow("long name") << "/v2/" + QByteArray(256, 'x') + "/tags/list" << none << none;
    QTest::newRow("NUL") << QByteArray("/v2/a\0b/tags/list", 17) << none << none;
    QTest::newRow("other root") << QByteArray("/v1/a/tags/list") << none << none;
    QTest::newRow("nothing") << QByteArray("") << none << none;
}

void TestDemoWorld::distributionPaths()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, reference);
    const auto parsed = DistributionPath::parse(path);
    QCOMPARE(parsed.has_value(), !name.isEmpty());
    if (parsed) {
        QCOMPARE(parsed->name, name);
        QCOMPARE(parsed->reference, reference);
    }
}

QTEST_GUILESS_MAIN(TestDemoWorld)
#include "tst_demo_world.moc"
