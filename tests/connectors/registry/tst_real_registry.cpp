// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/RegistryConnector.h"
#include "models/core/SystemClock.h"
#include "tests/connectors/registry/DeltaCollector.h"
#include "tests/support/PlainCrawl.h"
#include "tests/support/RealRegistry.h"
#include "tests/support/RealRegistryPusher.h"

#include <QTemporaryDir>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Patience = 60'000; // the machine may be busy

/// A connector with all that it stands on, as one process run has it.
struct Run
{
    Run(const QByteArray& url, const QString& data, RegistrySettings settings = {}) : store(data)
    {
        settings.id = QStringLiteral("registry-1");
        settings.endpoint.source = settings.id;
        settings.endpoint.baseUrl = url;
        settings.registryNamespace = QStringLiteral("docker.io");
        settings.pollInterval = std::chrono::hours{1};
        connector = std::make_unique<RegistryConnector>(engine, clock, store, settings);
        seen = std::make_unique<DeltaCollector>(*connector);
    }

    bool crawlOnce()
    {
        const int before = seen->crawls;
        before == 0 ? connector->start() : connector->refresh();
        return QTest::qWaitFor([&] { return seen->crawls > before; }, Patience);
    }

    SystemClock clock;
    HttpEngine engine;
    ManifestStore store;
    std::unique_ptr<RegistryConnector> connector;
    std::unique_ptr<DeltaCollector> seen;
};

} // namespace

class TestRealRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_registry = std::make_unique<RealRegistry>(m_folder.filePath(QStringLiteral("registry")));
        QVERIFY2(m_registry->start(), qPrintable(m_registry->error()));
        QCOMPARE(pushSharedImages(m_folder.filePath(QStringLiteral("layout")), m_registry->host()),
                 QString());
    }

    void whatSkopeoPushedEqualsAPlainCrawl()
    {
        Run run(m_registry->url(), dataFolder());
        QVERIFY(run.crawlOnce());
        QCOMPARE(run.seen->toJson(), plainCrawl(m_registry->url()));
        QCOMPARE(run.seen->images.size(), size_t{5});
        const Image multi = run.seen->images.at(
            {QStringLiteral("registry-1"), QStringLiteral("multi"), QStringLiteral("3.0")});
        QVERIFY(multi.isIndex());
        QCOMPARE(multi.platforms.size(), size_t{2});
        QCOMPARE(multi.platforms.at(1).platform, QStringLiteral("linux/arm64/v8"));
        QCOMPARE(multi.registryNamespace, QStringLiteral("docker.io"));

        const SourceStatus& status = run.seen->status;
        QCOMPARE(status.state, Freshness::Live);
        QVERIFY(status.settled);
        QVERIFY(!status.error);
        QCOMPARE(status.coverage, (Coverage{true, {}}));
        QVERIFY(status.warnings.isEmpty());
        QCOMPARE(status.version, QStringLiteral("2.x (by its answers)"));
        QCOMPARE(status.url, QString::fromLatin1(m_registry->url()));
    }

    void aThousandManifestsEqualAPlainCrawl()
    {
        RealRegistryPusher pusher(m_registry->url());
        addManyImages(pusher, 20, 50);
        QCOMPARE(pusher.push(), QString());

        const QString data = dataFolder();
        std::vector<Image> known;
        {
            Run run(m_registry->url(), data);
            QVERIFY(run.crawlOnce());
            QCOMPARE(run.seen->images.size(), size_t{1'005});
            QVERIFY(run.seen->status.coverage->complete);
            const QJsonArray plain = plainCrawl(m_registry->url());
            QCOMPARE(plain.size(), 1'005);
            QCOMPARE(run.seen->toJson(), plain);

            // Once more: the ping, the catalog, a list a repository, one conditional request a tag, and
            // nothing else.
            const auto before = m_registry->requestCounters();
            const size_t toldBefore = run.seen->imagesTold;
            QVERIFY(run.crawlOnce());
            QCOMPARE(countersSince(m_registry->requestCounters(), before), unchangedCrawl(1'005, 23));
            QCOMPARE(run.seen->imagesTold, toldBefore); // nothing new, nothing said
            QVERIFY(run.seen->removed.empty());
            QVERIFY(run.seen->status.coverage->complete);
            for (const auto& [key, image] : run.seen->images) {
                known.push_back(image);
            }
        }

        // After a restart with what was known, the same; only whether this is a proxy is asked once more.
        Run again(m_registry->url(), data);
        again.connector->adopt(known);
        const auto before = m_registry->requestCounters();
        QVERIFY(again.crawlOnce());
        auto expected = unchangedCrawl(1'005, 23);
        expected.insert(QStringLiteral("manifest get 404"), 1);
        QCOMPARE(countersSince(m_registry->requestCounters(), before), expected);
        QCOMPARE(again.seen->images.size(), size_t{1'005}); // each confirmed
        QCOMPARE(again.seen->toJson(), plainCrawl(m_registry->url()));

        // And without it, but with the disk: manifests by tag, and no blob.
        Run fresh(m_registry->url(), data);
        const auto beforeFresh = m_registry->requestCounters();
        QVERIFY(fresh.crawlOnce());
        const auto asked = countersSince(m_registry->requestCounters(), beforeFresh);
        QCOMPARE(asked.value(QStringLiteral("manifest get 200")), quint64{1'005});
        QCOMPARE(asked.value(QStringLiteral("blob get 200")), quint64{0});
        QCOMPARE(fresh.seen->images.size(), size_t{1'005});
    }

    void whatIsDeletedIsRemovedAndEmptiedRepositoriesStay()
    {
        RealRegistryPusher pusher(m_registry->url());
        const MadeImage kept = madeImage(QStringLiteral("kept"), {madeLayer(QStringLiteral("k"), 100)});
        const MadeImage doomed = madeImage(QStringLiteral("doomed"), {madeLayer(QStringLiteral("d"), 100)});
        pusher.add(QStringLiteral("passing/one"), QStringLiteral("kept"), kept);
        pusher.add(QStringLiteral("passing/one"), QStringLiteral("doomed"), doomed);
        pusher.add(QStringLiteral("passing/two"), QStringLiteral("doomed"), doomed);
        QCOMPARE(pusher.push(), QString());

        RegistrySettings settings;
        settings.repositories = {QStringLiteral("passing/*")};
        Run run(m_registry->url(), dataFolder(), settings);
        QVERIFY(run.crawlOnce());
        QCOMPARE(run.seen->images.size(), size_t{3});
        QCOMPARE(pusher.remove(QStringLiteral("passing/one"), doomed.manifests.back().digest()), QString());
        QCOMPARE(pusher.remove(QStringLiteral("passing/two"), doomed.manifests.back().digest()), QString());
        QVERIFY(run.crawlOnce());
        QCOMPARE(run.seen->references(), QStringList{QStringLiteral("passing/one:kept")});
        QCOMPARE(run.seen->removed.size(), size_t{2});
        QVERIFY(run.seen->status.coverage->complete);

        pusher.add(QStringLiteral("passing/one"), QStringLiteral("kept"), doomed); // the tag moves
        QCOMPARE(pusher.push(), QString());
        QVERIFY(run.crawlOnce());
        QCOMPARE(run.seen->images.begin()->second.target.digest, doomed.manifests.back().digest());
    }

    void aPullThroughProxyIsRecognisedAndNotSwept()
    {
        RealRegistry proxy(m_folder.filePath(QStringLiteral("proxy")), m_registry->url());
        QVERIFY2(proxy.start(), qPrintable(proxy.error()));
        // A client pulls through it once, so that its catalog is not empty.
        QVERIFY(!fetchNow(proxy.url() + "/v2/multi/manifests/3.0").isEmpty());
        const qsizetype stored = proxy.storedFiles();
        const auto before = proxy.requestCounters();

        RegistrySettings settings;
        settings.repositories = {QStringLiteral("team/api"), QStringLiteral("multi")};
        Run run(proxy.url(), dataFolder(), settings);
        QVERIFY(run.crawlOnce());
        QVERIFY(run.crawlOnce());
        QVERIFY(run.seen->images.empty());
        const SourceStatus& status = run.seen->status;
        QVERIFY(!status.coverage->complete);
        QVERIFY(
            status.coverage->unseen.join(QLatin1Char('\n')).contains(QStringLiteral("pull-through proxy")));
        QVERIFY(status.warnings.join(QLatin1Char('\n')).contains(QStringLiteral("pull-through proxy")));
        QCOMPARE(status.state, Freshness::Live);

        QCOMPARE(proxy.storedFiles(), stored);
        const auto asked = countersSince(proxy.requestCounters(), before);
        // Of manifests, one question by a digest that nobody has.
        for (auto counter = asked.cbegin(); counter != asked.cend(); ++counter) {
            QVERIFY2(!counter.key().startsWith(QStringLiteral("manifest")) ||
                         (counter.key() == QStringLiteral("manifest get 500") && *counter == 1),
                     qPrintable(counter.key()));
        }

        // Declared, not even that one.
        settings.isProxy = true;
        Run declared(proxy.url(), dataFolder(), settings);
        const auto beforeDeclared = proxy.requestCounters();
        QVERIFY(declared.crawlOnce());
        for (const QString& counter : countersSince(proxy.requestCounters(), beforeDeclared).keys()) {
            QVERIFY2(!counter.startsWith(QStringLiteral("manifest")), qPrintable(counter));
        }
    }

    void aRegistryThatStopsIsToldAndLosesNothing()
    {
        RealRegistry mortal(m_folder.filePath(QStringLiteral("mortal")));
        QVERIFY2(mortal.start(), qPrintable(mortal.error()));
        RealRegistryPusher pusher(mortal.url());
        pusher.add(QStringLiteral("a"), QStringLiteral("1"),
                   madeImage(QStringLiteral("a"), {madeLayer(QStringLiteral("a"), 100)}));
        QCOMPARE(pusher.push(), QString());
        RegistrySettings settings;
        settings.metricsUrl = mortal.metricsUrl();
        settings.metricsInterval = Millis{0}; // crawls are counted by what they tell
        Run run(mortal.url(), dataFolder(), settings);
        QVERIFY(run.crawlOnce());
        QCOMPARE(run.seen->status.version, QStringLiteral("2.x (by its metrics)"));
        mortal.stop();
        QVERIFY(run.crawlOnce());
        const SourceStatus& status = run.seen->status;
        QVERIFY(status.error);
        QCOMPARE(status.error->kind, ErrorKind::Connect);
        QCOMPARE(status.state, Freshness::Offline);
        QVERIFY2(status.error->text().contains(QStringLiteral("registry-1")),
                 qPrintable(status.error->text()));
        QVERIFY(!status.coverage->complete);
        QCOMPARE(run.seen->images.size(), size_t{1});
        QVERIFY(run.seen->removed.empty());
        QVERIFY2(mortal.start(), qPrintable(mortal.error()));
        QVERIFY(run.crawlOnce());
        QCOMPARE(run.seen->status.state, Freshness::Live);
        QVERIFY(!run.seen->status.error);
        QVERIFY(run.seen->status.coverage->complete);
    }

private:
    QString dataFolder() { return m_folder.filePath(QStringLiteral("data-%1").arg(++m_runs)); }

    static QMap<QString, quint64> unchangedCrawl(quint64 tags, quint64 repositories)
    {
        return {{QStringLiteral("base get 200"), 1},
                {QStringLiteral("catalog get 200"), 1},
                {QStringLiteral("tags get 200"), repositories},
                {QStringLiteral("manifest get 304"), tags}};
    }

    QTemporaryDir m_folder{registryFolderTemplate()};
    std::unique_ptr<RealRegistry> m_registry;
    int m_runs = 0;
};

QTEST_GUILESS_MAIN(TestRealRegistry)
#include "tst_real_registry.moc"
