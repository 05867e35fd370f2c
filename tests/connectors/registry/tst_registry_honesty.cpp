// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/registry/RegistryRig.h"
#include "tests/support/StallMeter.h"

#include <QTemporaryDir>

using namespace stowage;
using namespace stowage::test;

/// What a crawl says of what it could not see, and that it loses nothing of it.
class TestRegistryHonesty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_data = std::make_unique<QTemporaryDir>();
        m_registry = std::make_unique<ScriptedRegistry>();
        m_registry->hold(smallHoldings());
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

    void aRepositoryFailsAlone()
    {
        Rig rig(m_registry->url(), data());
        QVERIFY(rig.crawl());
        m_registry->say("/v2/team/web/tags/list", registryFault(500, "UNKNOWN"));
        QVERIFY(rig.crawl());
        QVERIFY(!rig.status().error);
        QCOMPARE(rig.status().state, Freshness::Live);
        QCOMPARE(rig.status().coverage->unseen,
                 QStringList{text("team/web: HTTP 500 UNKNOWN (scripted). Look into the registry's log.")});
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

    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<ScriptedRegistry> m_registry;
};

QTEST_GUILESS_MAIN(TestRegistryHonesty)
#include "tst_registry_honesty.moc"
