// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/e2e/ProgramRunner.h"
#include "tests/support/PlainCrawl.h"
#include "tests/support/RealRegistry.h"
#include "tests/support/RealRegistryPusher.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <numeric>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int ManyRepositories = 20;
constexpr int ManyTags = 50;
constexpr int SharedTags = 5;

/// What `stowage snapshot` has to say of a registry, as far as a plain crawl can know it.
struct Inventory
{
    QMap<QString, QJsonObject> images; ///< by repository:tag
    QMap<QString, QJsonObject> layers; ///< by digest

    static Inventory ofCrawl(const QJsonArray& crawl);
    static Inventory ofSnapshot(const QJsonObject& snapshot);
};

QString nameOf(const QJsonObject& image)
{
    return image[QLatin1String("repository")].toString() + QLatin1Char(':') +
           image[QLatin1String("tag")].toString();
}

/// The named members alone.
QJsonObject only(const QJsonObject& object, std::initializer_list<const char*> names)
{
    QJsonObject picked;
    for (const char* name : names) {
        picked.insert(QLatin1String(name), object[QLatin1String(name)]);
    }
    return picked;
}

Inventory Inventory::ofCrawl(const QJsonArray& crawl)
{
    Inventory inventory;
    for (const QJsonValue each : crawl) {
        const QJsonObject image = each.toObject();
        const QJsonObject target = image[QLatin1String("target")].toObject();
        QJsonArray platforms;
        QMap<QString, qint64> sizes;
        for (const QJsonValue one : image[QLatin1String("platforms")].toArray()) {
            const QJsonObject platform = one.toObject();
            QJsonArray layers;
            for (const QJsonValue descriptor : platform[QLatin1String("layers")].toArray()) {
                const QJsonObject layer = descriptor.toObject();
                const QString digest = layer[QLatin1String("digest")].toString();
                layers.push_back(digest);
                sizes[digest] = layer[QLatin1String("bytes")].toInteger();
                inventory.layers.insert(digest, only(layer, {"digest", "bytes", "mediaType"}));
            }
            platforms.push_back(
                QJsonObject{{QStringLiteral("platform"), platform[QLatin1String("platform")]},
                            {QStringLiteral("digest"),
                             platform[QLatin1String("manifest")].toObject()[QLatin1String("digest")]},
                            {QStringLiteral("layers"), layers}});
        }
        inventory.images.insert(
            nameOf(image),
            {{QStringLiteral("repository"), image[QLatin1String("repository")]},
             {QStringLiteral("tag"), image[QLatin1String("tag")]},
             {QStringLiteral("digest"), target[QLatin1String("digest")]},
             {QStringLiteral("mediaType"), target[QLatin1String("mediaType")]},
             {QStringLiteral("platforms"), platforms},
             {QStringLiteral("bytes"), std::accumulate(sizes.cbegin(), sizes.cend(), qint64{0})}});
    }
    return inventory;
}

Inventory Inventory::ofSnapshot(const QJsonObject& snapshot)
{
    Inventory inventory;
    for (const QJsonValue each : snapshot[QLatin1String("images")].toArray()) {
        const QJsonObject image = each.toObject();
        inventory.images.insert(
            nameOf(image), only(image, {"repository", "tag", "digest", "mediaType", "platforms", "bytes"}));
    }
    for (const QJsonValue each : snapshot[QLatin1String("layers")].toArray()) {
        const QJsonObject layer = each.toObject();
        inventory.layers.insert(layer[QLatin1String("digest")].toString(),
                                only(layer, {"digest", "bytes", "mediaType"}));
    }
    return inventory;
}

} // namespace

/// `stowage snapshot` as a process against Debian's docker-registry, held against a crawl that shares no code
/// with it.
class TestSnapshotReal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_registry.start(), qPrintable(m_registry.error()));
        QCOMPARE(pushSharedImages(m_folder.filePath(QStringLiteral("layout")), m_registry.host()), QString());
        RealRegistryPusher pusher(m_registry.url());
        addManyImages(pusher, ManyRepositories, ManyTags);
        QCOMPARE(pusher.push(), QString());
        m_profile = m_program.write(QStringLiteral("profile.json"),
                                    R"({"schema": "stowage/profile/1", "name": "lab", "risk": "development",
                "sources": [{"id": "registry-1", "kind": "registry", "url": ")" +
                                        m_registry.url() + R"(", "namespace": "docker.io"}]})");
        m_truth = Inventory::ofCrawl(plainCrawl(m_registry.url()));
        QCOMPARE(m_truth.images.size(), ManyRepositories * ManyTags + SharedTags);
    }

    void theFirstRunEqualsAPlainCrawl()
    {
        const ProgramResult result = snapshot();
        QVERIFY2(result.status == 0, result.err.constData());
        QVERIFY2(result.err.isEmpty(), result.err.constData());
        compareWithTruth(result);
        const QJsonObject source = sourceOf(result);
        QCOMPARE(source[QLatin1String("state")].toString(), QStringLiteral("live"));
        QVERIFY(source[QLatin1String("error")].isNull());
        QVERIFY(source[QLatin1String("coverage")].toObject()[QLatin1String("complete")].toBool());
    }

    void theSecondRunReadsNoBlob()
    {
        const auto before = m_registry.requestCounters();
        const ProgramResult result = snapshot();
        QVERIFY2(result.status == 0, result.err.constData());
        compareWithTruth(result);
        const auto asked = countersSince(m_registry.requestCounters(), before);
        QVERIFY(!asked.isEmpty());
        for (auto counter = asked.cbegin(); counter != asked.cend(); ++counter) {
            QVERIFY2(!counter.key().startsWith(QStringLiteral("blob")), qPrintable(counter.key()));
        }
        // Nor a manifest that has not changed: one conditional request a tag.
        QCOMPARE(asked.value(QStringLiteral("manifest get 200")), quint64{0});
        QCOMPARE(asked.value(QStringLiteral("manifest get 304")),
                 static_cast<quint64>(ManyRepositories * ManyTags + SharedTags));
    }

    void withoutTheRegistryNothingIsLost()
    {
        m_registry.stop();
        const ProgramResult result = snapshot();
        QCOMPARE(result.status, 3);
        compareWithTruth(result);
        const QJsonObject source = sourceOf(result);
        const QString state = source[QLatin1String("state")].toString();
        QVERIFY2(state == QLatin1String("offline") || state == QLatin1String("stale"), qPrintable(state));
        QVERIFY(source[QLatin1String("ageMs")].toInteger() > 0);
        QCOMPARE(source[QLatin1String("error")].toObject()[QLatin1String("kind")].toString(),
                 QStringLiteral("connect"));
        // Standard error names the source and what happened.
        QVERIFY2(result.said().contains(QStringLiteral("registry-1")), result.err.constData());
        QVERIFY2(result.said().contains(m_registry.host()), result.err.constData());
    }

private:
    ProgramResult snapshot() const
    {
        return m_program.run({QStringLiteral("snapshot"), QStringLiteral("--json"),
                              QStringLiteral("--profile"), m_profile, QStringLiteral("--data"),
                              m_program.path(QStringLiteral("data"))});
    }

    static QJsonObject documentOf(const ProgramResult& result)
    {
        return QJsonDocument::fromJson(result.out).object();
    }

    static QJsonObject sourceOf(const ProgramResult& result)
    {
        return documentOf(result)[QLatin1String("sources")].toArray().at(0).toObject();
    }

    void compareWithTruth(const ProgramResult& result) const
    {
        const Inventory told = Inventory::ofSnapshot(documentOf(result));
        QCOMPARE(told.images.keys(), m_truth.images.keys());
        QCOMPARE(told.layers.keys(), m_truth.layers.keys());
        for (auto image = m_truth.images.cbegin(); image != m_truth.images.cend(); ++image) {
            QCOMPARE(told.images.value(image.key()), *image);
        }
        for (auto layer = m_truth.layers.cbegin(); layer != m_truth.layers.cend(); ++layer) {
            QCOMPARE(told.layers.value(layer.key()), *layer);
        }
    }

    QTemporaryDir m_folder{registryFolderTemplate()};
    RealRegistry m_registry{m_folder.filePath(QStringLiteral("registry"))};
    ProgramRunner m_program;
    QString m_profile;
    Inventory m_truth;
};

QTEST_GUILESS_MAIN(TestSnapshotReal)
#include "tst_snapshot_real.moc"
