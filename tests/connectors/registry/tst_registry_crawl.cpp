// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/ManifestParser.h"
#include "connectors/registry/RegistryConnector.h"
#include "tests/connectors/registry/DeltaCollector.h"
#include "tests/connectors/registry/ScriptedRegistry.h"
#include "tests/support/ManualClock.h"
#include "tests/support/StallMeter.h"

#include <QTemporaryDir>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Patience = 30'000;

QString text(const char* latin1)
{
    return QString::fromLatin1(latin1);
}

/// One run of a connector against a scripted registry, on a clock that stands still.
struct Rig
{
    explicit Rig(const QByteArray& url, const QString& data, RegistrySettings settings = {}) : store(data)
    {
        settings.id = text("registry-1");
        settings.endpoint.source = settings.id;
        settings.endpoint.baseUrl = url;
        settings.registryNamespace = text("docker.io");
        settings.patience = Millis{1'200};
        connector = std::make_unique<RegistryConnector>(engine, clock, store, settings);
        seen = std::make_unique<DeltaCollector>(*connector);
    }

    bool crawl()
    {
        const int before = seen->crawls;
        before == 0 ? connector->start() : connector->refresh();
        return ends(before);
    }

    bool ends(int before)
    {
        return QTest::qWaitFor([&] { return seen->crawls > before; }, Patience);
    }

    const SourceStatus& status() const { return seen->status; }
    QString unseen() const { return seen->status.coverage->unseen.join(QLatin1Char('\n')); }
    QString warnings() const { return seen->status.warnings.join(QLatin1Char('\n')); }

    ManualClock clock;
    HttpEngine engine{{"stowage", Millis{1}, Millis{5}, Millis{10}, 16}};
    ManifestStore store;
    std::unique_ptr<RegistryConnector> connector;
    std::unique_ptr<DeltaCollector> seen;
};

MadeImage simple(const char* name)
{
    return madeImage(text(name), {madeLayer(text("base"), 50), madeLayer(text(name), 20)});
}

/// Two platforms, of which the first is that of every index made so.
MadeImage index(const char* second)
{
    return madeIndex({{text("linux/amd64"), simple("shared child")}, {text("linux/arm64"), simple(second)}},
                     false);
}

QByteArray byDigest(const char* repository, const MadeImage::Part& manifest)
{
    return "/v2/" + QByteArray(repository) + "/manifests/" + manifest.digest().toByteArray();
}

QByteArray linkTo(const QByteArray& target)
{
    return '<' + target + ">; rel=\"next\"";
}

} // namespace

class TestRegistryCrawl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_data = std::make_unique<QTemporaryDir>();
        m_registry = std::make_unique<ScriptedRegistry>();
        m_registry->hold(smallHoldings());
    }

    void sharedContentIsFetchedOnceAndLayersNever()
    {
        m_registry->hold(
            {{text("a"), {{text("1"), index("x")}, {text("2"), index("y")}, {text("3"), simple("z")}}}});
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        QVERIFY2(rig.status().coverage->complete, qPrintable(rig.unseen()));
        QCOMPARE(rig.seen->images.size(), size_t{3});
        const QStringList log = m_registry->takeLog();
        QCOMPARE(log.filter(text("/manifests/sha256:")).size(),
                 3 + 1);                                 // the question about proxies is the fourth
        QCOMPARE(log.filter(text("/blobs/")).size(), 1); // the config of the plain manifest
        QCOMPARE(QSet<QString>(log.begin(), log.end()).size(), log.size());
        for (const RecordedRequest& request : m_registry->server().requests()) {
            if (request.path.contains("/manifests/")) {
                QCOMPARE(request.header("Accept"), manifestAccept());
            }
        }
    }

    void aSecondCrawlAsksConditionally()
    {
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        m_registry->takeLog();
        QVERIFY(rig.crawl());
        QCOMPARE(m_registry->takeLog(), unchangedLog());
        QVERIFY(rig.status().coverage->complete);
    }

    void aRestartAsksConditionallyToo()
    {
        std::vector<Image> known;
        {
            Rig rig(m_registry->url(), data());
            QVERIFY(rig.crawl());
            for (const auto& [key, image] : rig.seen->images) {
                known.push_back(image);
            }
        }
        m_registry->takeLog();
        Rig rig(m_registry->url(), data());
        rig.connector->adopt(known);
        QVERIFY(rig.crawl());
        QStringList log = m_registry->takeLog();
        QCOMPARE(log.removeIf([](const QString& line) { return line.contains(text("/manifests/sha256:")); }),
                 1);
        QCOMPARE(log, unchangedLog());
        QCOMPARE(rig.seen->imagesTold, known.size()); // each is confirmed once
    }

    void adoptedImagesOutsideTheProfileAreRemovedAtOnce()
    {
        Image stray;
        stray.key = {text("registry-1"), text("other/app"), text("1")};
        Image foreign;
        foreign.key = {text("registry-2"), text("team/api"), text("1")};
        RegistrySettings settings;
        settings.repositories = {text("team/*")};
        Rig rig(m_registry->url(), data(), settings);
        rig.connector->adopt({stray, foreign});
        rig.connector->start();
        QCOMPARE(rig.seen->removed, std::vector<ImageKey>{stray.key});
        QCOMPARE(rig.seen->deltas, 1);
    }

    void pagesAreFollowed_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("absolute path") << QByteArray("/v2/_catalog?last=team%2Fapi&n=1000");
        QTest::newRow("relative to the page") << QByteArray("_catalog?last=team%2Fapi&n=1000");
        QTest::newRow("whole URL") << QByteArray("HOST/v2/_catalog?last=team%2Fapi&n=1000");
    }

    void pagesAreFollowed()
    {
        QFETCH(QByteArray, target);
        target.replace("HOST", m_registry->url()); // the port is not known before
        m_registry->say("/v2/_catalog?n=1000",
                        namesPage("repositories", {text("team/api")}).with("Link", linkTo(target)));
        m_registry->say("/v2/_catalog?last=team%2Fapi&n=1000", namesPage("repositories", {text("team/web")}));
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        QVERIFY2(rig.status().coverage->complete, qPrintable(rig.unseen()));
        QCOMPARE(rig.seen->references(), smallReferences());
    }

    void pagesThatMisleadEndTheListAndRemoveNothing_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<QString>("says");
        QTest::newRow("circle") << linkTo("/v2/_catalog?n=1000") << text("circle");
        QTest::newRow("nothing new") << linkTo("/v2/_catalog?again") << text("without anything new");
        QTest::newRow("another host") << linkTo("http://127.0.0.2:9/v2/_catalog") << text("another host");
        QTest::newRow("outside") << linkTo("/admin") << text("leaves the registry's API");
        QTest::newRow("a page that fails") << linkTo("/v2/_catalog?fails") << text("HTTP 500");
        QTest::newRow("a page that is HTML") << linkTo("/v2/_catalog?html") << text("not unambiguous JSON");
    }

    void pagesThatMisleadEndTheListAndRemoveNothing()
    {
        QFETCH(QByteArray, link);
        QFETCH(QString, says);
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        const ServerAnswer page = namesPage("repositories", {text("team/api")}).with("Link", link);
        m_registry->say("/v2/_catalog?n=1000", page);
        m_registry->say(
            "/v2/_catalog?again",
            namesPage("repositories", {text("team/api")}).with("Link", linkTo("/v2/_catalog?and-again")));
        m_registry->say("/v2/_catalog?fails", registryFault(500, "UNKNOWN"));
        m_registry->say("/v2/_catalog?html", ServerAnswer::text("<html>"));
        QVERIFY(rig.crawl());
        QVERIFY(!rig.status().coverage->complete);
        QVERIFY2(rig.unseen().contains(says), qPrintable(rig.unseen()));
        QVERIFY(rig.seen->removed.empty());
        QCOMPARE(rig.seen->references(), smallReferences());
    }

    void aServerWithASmallerPageIsAskedAgain()
    {
        m_registry->say("/v2/_catalog", namesPage("repositories", {text("team/api"), text("team/web")}));
        m_registry->say("/v2/_catalog?n=1000", registryFault(400, "PAGINATION_NUMBER_INVALID"));
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        QVERIFY(rig.status().coverage->complete);
        QCOMPARE(rig.seen->references(), smallReferences());
    }

    void withoutACatalogTheProfileSays_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {401, 403, 404, 405}) {
            QTest::addRow("HTTP %d", status) << status;
        }
    }

    void withoutACatalogTheProfileSays()
    {
        QFETCH(int, status);
        m_registry->say("/v2/_catalog?n=1000", registryFault(status, "UNSUPPORTED"));
        RegistrySettings settings;
        settings.repositories = {text("team/api")};
        Rig exact(m_registry->url(), data(), settings);
        QVERIFY(exact.crawl());
        QVERIFY2(exact.status().coverage->complete, qPrintable(exact.unseen()));
        QVERIFY(!exact.status().error);
        QCOMPARE(exact.seen->images.size(), size_t{2});

        settings.repositories = {text("team/api"), text("infra/*"), text("no/such"), text("../etc")};
        Rig mixed(m_registry->url(), data(), settings);
        QVERIFY(mixed.crawl());
        QVERIFY(!mixed.status().coverage->complete);
        QVERIFY(mixed.unseen().contains(text("infra/*: the catalog is closed")));
        QVERIFY(mixed.unseen().contains(text("no/such: HTTP 404 NAME_UNKNOWN")));
        QVERIFY(mixed.unseen().contains(text("../etc")));
        QCOMPARE(mixed.seen->images.size(), size_t{2});

        Rig all(m_registry->url(), data());
        QVERIFY(all.crawl());
        QVERIFY(all.status().error);
        QVERIFY(all.status().error->todo.contains(text("profile")));
        QVERIFY(all.status().error->text().contains(text("registry-1")));
        QVERIFY(all.seen->images.empty());
    }

    void aRepositoryFailsAlone()
    {
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        m_registry->say("/v2/team/web/tags/list", registryFault(500, "UNKNOWN"));
        QVERIFY(rig.crawl());
        QVERIFY(!rig.status().error);
        QCOMPARE(rig.status().state, Freshness::Live);
        QCOMPARE(rig.status().coverage->unseen, QStringList{text("team/web: HTTP 500 UNKNOWN (scripted)")});
        QVERIFY(rig.seen->removed.empty());
        QCOMPARE(rig.seen->references(), smallReferences());
    }

    void aServerThatDiesMidwayEndsTheCrawl()
    {
        QMap<QString, MadeImage> tags;
        for (int i = 0; i < 40; ++i) {
            tags.insert(QStringLiteral("1.%1").arg(i), simple("same"));
        }
        m_registry->hold({{text("a"), tags}, {text("b"), tags}});
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        QCOMPARE(rig.seen->images.size(), size_t{80});
        for (const char* repository : {"a", "b"}) {
            for (const QString& tag : tags.keys()) {
                m_registry->say("/v2/" + QByteArray(repository) + "/manifests/" + tag.toLatin1(),
                                ServerAnswer::of(Fault::ResetsInHeaders));
            }
        }
        m_registry->takeLog();
        QVERIFY(rig.crawl());
        QVERIFY(rig.status().error);
        QCOMPARE(rig.status().error->kind, ErrorKind::Interrupted);
        QCOMPARE(rig.status().state, Freshness::Stale);
        QVERIFY2(rig.unseen().contains(text("repositories not read to the end: 2 (")),
                 qPrintable(rig.unseen()));
        QCOMPARE(rig.seen->images.size(), size_t{80});
        QVERIFY(m_registry->takeLog().size() < 60); // given up, not asked to the last
    }

    void emptiedRepositoriesStayWithoutImages()
    {
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        m_registry->hold({{text("team/api"), smallHoldings().value(text("team/api"))}});
        m_registry->say("/v2/_catalog?n=1000",
                        namesPage("repositories", {text("team/api"), text("team/web")}));
        m_registry->say("/v2/team/web/tags/list", ServerAnswer::json(R"({"name":"team/web","tags":null})"));
        QVERIFY(rig.crawl());
        QVERIFY(rig.status().coverage->complete);
        QCOMPARE(rig.seen->removed.size(), size_t{1});
        QCOMPARE(rig.seen->references(), QStringList({text("team/api:1.0"), text("team/api:1.1")}));
    }

    void aTagThatVanishesIsAskedForFirst_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isRemoved");
        QTest::addColumn<bool>("isComplete");
        QTest::newRow("still there") << 0 << false << true;
        QTest::newRow("gone") << 404 << true << true;
        QTest::newRow("broken") << 500 << false << false;
        QTest::newRow("forbidden") << 403 << false << false;
    }

    void aTagThatVanishesIsAskedForFirst()
    {
        QFETCH(int, status);
        QFETCH(bool, isRemoved);
        QFETCH(bool, isComplete);
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        m_registry->say("/v2/team/api/tags/list", namesPage("tags", {text("1.0")}));
        if (status != 0) {
            m_registry->say("/v2/team/api/manifests/1.1", registryFault(status, "MANIFEST_UNKNOWN"));
        }
        QVERIFY(rig.crawl());
        QCOMPARE(rig.seen->removed.size(), size_t{isRemoved ? 1U : 0U});
        QCOMPARE(rig.seen->images.size(), size_t{isRemoved ? 2U : 3U});
        QCOMPARE(rig.status().coverage->complete, isComplete);
        QCOMPARE(rig.warnings().contains(text("leaves out 1.1")), status == 0);
    }

    void aRepositoryThatVanishesIsAskedForFirst_data()
    {
        QTest::addColumn<ServerAnswer>("answer");
        QTest::addColumn<bool>("isRemoved");
        QTest::newRow("still there") << ServerAnswer() << false;
        QTest::newRow("unknown") << registryFault(404, "NAME_UNKNOWN") << true;
        QTest::newRow("a 404 of something else") << ServerAnswer::text("404 page not found", 404) << false;
        QTest::newRow("broken") << registryFault(500, "UNKNOWN") << false;
    }

    void aRepositoryThatVanishesIsAskedForFirst()
    {
        QFETCH(ServerAnswer, answer);
        QFETCH(bool, isRemoved);
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        m_registry->say("/v2/_catalog?n=1000", namesPage("repositories", {text("team/web")}));
        if (!answer.body.isEmpty()) {
            m_registry->say("/v2/team/api/tags/list", answer);
        }
        QVERIFY(rig.crawl());
        QCOMPARE(rig.seen->removed.size(), size_t{isRemoved ? 2U : 0U});
        QCOMPARE(rig.warnings().contains(text("leaves out team/api")), answer.body.isEmpty());
        QCOMPARE(rig.status().coverage->complete, isRemoved || answer.body.isEmpty());
    }

    void contentThatIsNotItsDigestIsNeverTaken()
    {
        const MadeImage whole = index("x");
        m_registry->hold({{text("a"), {{text("1"), whole}, {text("2"), simple("z")}}}});
        ServerAnswer lie = ServerAnswer::json("{}").with("Docker-Content-Digest",
                                                         whole.manifests.at(0).digest().toByteArray());
        m_registry->say("/v2/a/manifests/2", lie);
        m_registry->say(byDigest("a", whole.manifests.at(1)), ServerAnswer::text(whole.manifests.at(0).body));
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        QVERIFY(rig.seen->images.empty());
        QVERIFY2(rig.unseen().contains(text("a:1 linux/arm64 sha256:")), qPrintable(rig.unseen()));
        QVERIFY2(rig.unseen().contains(text("a:2: the manifest is not the one")), qPrintable(rig.unseen()));

        m_registry->hold({{text("a"), {{text("1"), whole}, {text("2"), simple("z")}}}}); // it was repaired
        QVERIFY(rig.crawl());
        QCOMPARE(rig.seen->images.size(), size_t{2});
        QVERIFY(rig.status().coverage->complete);
    }

    void withoutADigestHeaderTheHashIsTheDigest()
    {
        const MadeImage image = simple("z");
        m_registry->hold({{text("a"), {{text("1"), image}}}});
        ServerAnswer bare = ServerAnswer::json(image.manifests.back().body);
        m_registry->say("/v2/a/manifests/1", bare);
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        QCOMPARE(rig.seen->images.begin()->second.target.digest, image.manifests.back().digest());
        QVERIFY(rig.crawl()); // answered 200 again: known by its hash
        QCOMPARE(rig.seen->imagesTold, size_t{1});
    }

    void aPlatformThatIsMissingIsNamed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<size_t>("images");
        QTest::newRow("the registry has it not") << 404 << size_t{1};
        QTest::newRow("the registry fails") << 500 << size_t{0};
    }

    void aPlatformThatIsMissingIsNamed()
    {
        QFETCH(int, status);
        QFETCH(size_t, images);
        const MadeImage whole = index("x");
        m_registry->hold({{text("a"), {{text("1"), whole}}}});
        m_registry->say(byDigest("a", whole.manifests.at(1)), registryFault(status, "MANIFEST_UNKNOWN"));
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        QCOMPARE(rig.seen->images.size(), images);
        QVERIFY2(rig.unseen().startsWith(text("a:1 linux/arm64 sha256:")), qPrintable(rig.unseen()));
        if (images > 0) {
            QCOMPARE(rig.seen->images.begin()->second.platforms.size(), size_t{1});
        }
        QVERIFY(rig.crawl()); // still named
        QVERIFY(!rig.status().coverage->complete);
        m_registry->hold({{text("a"), {{text("1"), whole}}}});
        QVERIFY(rig.crawl()); // and found when it comes
        QCOMPARE(rig.seen->images.begin()->second.platforms.size(), size_t{2});
        QVERIFY(rig.status().coverage->complete);
    }

    void aListedTagWithoutItsManifestIsNamed()
    {
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        m_registry->say("/v2/team/api/manifests/1.1", registryFault(404, "MANIFEST_UNKNOWN"));
        QVERIFY(rig.crawl());
        QVERIFY(rig.unseen().contains(text("team/api:1.1: listed, but its manifest is missing")));
        QVERIFY(rig.seen->removed.empty());
    }

    void namesThatAreNoneAreNamedEscapedAndNotAskedFor()
    {
        m_registry->say(
            "/v2/_catalog?n=1000",
            namesPage("repositories", {text("../../etc/passwd"), text("team/api"), text("a\x1b[31mb")}));
        m_registry->say("/v2/team/api/tags/list",
                        namesPage("tags", {text("1.0"), text("../1"), text("x\ny")}));
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        QCOMPARE(rig.seen->images.size(), size_t{1});
        QCOMPARE(rig.status().coverage->unseen.size(), 4);
        QVERIFY(rig.unseen().contains(text("a\\x1b[31mb")));
        QVERIFY(rig.unseen().contains(text("x\\x0ay")));
        for (const QString& line : m_registry->takeLog()) {
            QVERIFY2(!line.contains(text("..")), qPrintable(line));
        }
    }

    void badManifestsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        QTest::newRow("HTML") << QByteArray("<html>") << text("not an unambiguous JSON object");
        QTest::newRow("deep") << QByteArray(100'000, '[') << text("not an unambiguous JSON object");
        QTest::newRow("schema 1") << QByteArray(R"({"schemaVersion":1})") << text("schema 1");
        QTest::newRow("negative") << simple("z").manifests.at(0).body.replace("\"size\":", "\"size\":-")
                                  << text("negative");
    }

    void badManifestsAreNamed()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, says);
        m_registry->say("/v2/team/api/manifests/1.0", ServerAnswer::json(body));
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        QCOMPARE(rig.seen->images.size(), size_t{2});
        QVERIFY2(rig.unseen().contains(says) && rig.unseen().startsWith(text("team/api:1.0: ")),
                 qPrintable(rig.unseen()));
    }

    void aRegistryThatMetersIsAskedByHead()
    {
        for (const char* tag : {"1.0", "1.1"}) {
            ServerAnswer metered;
            const MadeImage image = smallHoldings().value(text("team/api")).value(text(tag));
            metered.body = image.manifests.back().body;
            metered.headers = {{"Docker-Content-Digest", image.manifests.back().digest().toByteArray()},
                               {"ratelimit-remaining", "98;w=21600"}};
            m_registry->say("/v2/team/api/manifests/" + QByteArray(tag), metered);
        }
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        m_registry->takeLog();
        QVERIFY(rig.crawl());
        const QStringList log = m_registry->takeLog();
        QCOMPARE(log.filter(text("HEAD /v2/")).size(), 3);
        QVERIFY(log.filter(text("GET")).filter(text("/manifests/")).isEmpty());
        QVERIFY(rig.status().coverage->complete);
    }

    void aTimetableAndItsEnd()
    {
        RegistrySettings settings;
        settings.pollInterval = Millis{60'000};
        Rig rig(m_registry->url(), data(), settings);
        rig.connector->start();
        QCOMPARE(rig.seen->deltas, 1);
        QCOMPARE(rig.status().state, Freshness::Unseen);
        QVERIFY(!rig.status().settled);
        QVERIFY(!rig.status().progress.isEmpty());
        QCOMPARE(rig.seen->generation, quint64{1});
        QVERIFY(rig.ends(0));
        QVERIFY(rig.status().settled);
        QCOMPARE(rig.status().lastAnswer, rig.clock.now());
        QCOMPARE(rig.status().limits.staleAfter, Millis{130'000});
        QCOMPARE(rig.status().limits.offlineAfter, Millis{600'000});

        rig.clock.advance(Millis{59'999});
        QCOMPARE(rig.seen->crawls, 1);
        rig.clock.advance(Millis{1});
        QVERIFY(rig.ends(1));
        rig.connector->refresh(); // and twice in one: the second waits for the first
        rig.connector->refresh();
        QVERIFY(rig.ends(2));
        rig.clock.advance(Millis{0});
        QVERIFY(rig.ends(3));

        rig.connector->refresh();
        rig.connector->stop();
        const int deltas = rig.seen->deltas;
        rig.clock.advance(Millis{600'000});
        QTest::qWait(50);
        QCOMPARE(rig.seen->deltas, deltas);
        rig.connector->start();
        QCOMPARE(rig.seen->generation, quint64{2});
        QVERIFY(rig.ends(4));
        QCOMPARE(rig.seen->imagesTold, size_t{6}); // each generation tells all once
    }

    void aPatternIsExpandedByTheCatalog()
    {
        RegistrySettings settings;
        settings.repositories = {text("*/web")};
        Rig rig(m_registry->url(), data(), settings);
        QVERIFY(rig.crawl());
        QCOMPARE(rig.seen->references(), QStringList{text("team/web:2.0")});
        QVERIFY(rig.status().coverage->complete);
    }

    void whateverTheServerDoesIsToldAndNothingIsLost_data()
    {
        QTest::addColumn<Fault>("fault");
        for (const Fault fault : allFaults()) {
            QTest::newRow(faultName(fault)) << fault;
        }
    }

    void whateverTheServerDoesIsToldAndNothingIsLost()
    {
        QFETCH(Fault, fault);
        if (needsTls(fault)) {
            meetsABadCertificate(fault);
            return;
        }
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        QCOMPARE(rig.seen->references(), smallReferences());
        m_registry->server().misbehave(fault, Millis{200});
        StallMeter meter;
        QVERIFY(rig.crawl());
        const Millis stall = meter.longest();
        QVERIFY2(stall < Millis{50}, qPrintable(QString::number(stall.count())));
        QVERIFY(rig.seen->removed.empty());
        QCOMPARE(rig.seen->references(), smallReferences());
        const bool isHarmless = fault == Fault::UnavailableBurst || fault == Fault::DateTenYearsOff;
        QCOMPARE(rig.status().coverage->complete, isHarmless);
        QCOMPARE(rig.status().error.has_value(), !isHarmless);
        if (!isHarmless) {
            const Error error = *rig.status().error;
            QVERIFY2(error.where.contains(text("registry-1")) && !error.message.isEmpty() &&
                         !error.todo.isEmpty(),
                     qPrintable(error.text()));
        }
        m_registry->server().misbehave(Fault::None);
        QVERIFY(rig.crawl());
        QVERIFY(rig.status().coverage->complete);
        QVERIFY(!rig.status().error);
    }

private:
    QString data() const { return m_data->path(); }

    void meetsABadCertificate(Fault fault)
    {
        NastyServer server(NastyServer::Tls);
        server.misbehave(fault);
        RegistrySettings settings;
        settings.endpoint.caFile = server.caFile();
        Rig rig(server.url(), data(), settings);
        QVERIFY(rig.crawl());
        QVERIFY(rig.status().error);
        QCOMPARE(rig.status().error->kind, ErrorKind::Tls);
        QVERIFY2(rig.status().error->where.contains(text("registry-1")) &&
                     !rig.status().error->todo.isEmpty(),
                 qPrintable(rig.status().error->text()));
        QCOMPARE(rig.status().state, Freshness::Unseen);
    }

    static ScriptedRegistry::Holdings smallHoldings()
    {
        return {{text("team/api"), {{text("1.0"), simple("api 1.0")}, {text("1.1"), simple("api 1.1")}}},
                {text("team/web"), {{text("2.0"), index("web arm64")}}}};
    }

    static QStringList smallReferences()
    {
        return {text("team/api:1.0"), text("team/api:1.1"), text("team/web:2.0")};
    }

    static QStringList unchangedLog()
    {
        return {text("GET /v2/"),
                text("GET /v2/_catalog?n=1000"),
                text("GET /v2/team/api/manifests/1.0"),
                text("GET /v2/team/api/manifests/1.1"),
                text("GET /v2/team/api/tags/list"),
                text("GET /v2/team/web/manifests/2.0"),
                text("GET /v2/team/web/tags/list")};
    }

    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<ScriptedRegistry> m_registry;
};

QTEST_GUILESS_MAIN(TestRegistryCrawl)
#include "tst_registry_crawl.moc"
