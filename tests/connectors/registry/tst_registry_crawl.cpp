// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/ManifestParser.h"
#include "tests/connectors/registry/RegistryRig.h"

#include <QTemporaryDir>

using namespace stowage;
using namespace stowage::test;

/// What a crawl asks for, and what it makes of good answers.
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

    void moreThanIsReadAtOnceIsReadAll()
    {
        constexpr int Repositories = 700; // a window of repositories is 512, one of tags 1,000
        constexpr int Tags = 1'300;
        const MadeImage image = simple("same");
        ScriptedRegistry::Holdings many;
        for (int i = 0; i < Repositories; ++i) {
            many[text("team/r%1").arg(i)].insert(text("1"), image);
        }
        for (int i = 0; i < Tags; ++i) {
            many[text("team/all")].insert(text("t%1").arg(i), image);
        }
        m_registry->hold(many);
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        QVERIFY2(rig.status().coverage->complete, qPrintable(rig.unseen()));
        QCOMPARE(rig.seen->images.size(), size_t{Repositories + Tags});
        const QStringList log = m_registry->takeLog();
        QCOMPARE(log.filter(text("/tags/list")).size(), Repositories + 1);
        QCOMPARE(QSet<QString>(log.begin(), log.end()).size(), log.size());
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

private:
    QString data() const { return m_data->path(); }

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
