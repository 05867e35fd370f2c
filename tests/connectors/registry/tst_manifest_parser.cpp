// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/ManifestParser.h"
#include "tests/support/RealRegistryRecording.h"

using namespace stowage;
using test::recordedAnswer;

namespace {

const QByteArray A = QByteArray("sha256:") + QByteArray(64, 'a');
const QByteArray B = QByteArray("sha256:") + QByteArray(64, 'b');

QByteArray descriptor(const QByteArray& type, const QByteArray& digest = A, const QByteArray& size = "1")
{
    return R"({"mediaType":")" + type + R"(","digest":")" + digest + R"(","size":)" + size + "}";
}

QByteArray plain(const QByteArray& layer)
{
    return R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":)" +
           descriptor("application/vnd.oci.image.config.v1+json") + R"(,"layers":[)" + layer + "]}";
}

QByteArray layer(const QByteArray& digest, const QByteArray& size)
{
    return descriptor("application/vnd.oci.image.layer.v1.tar+gzip", digest, size);
}

QByteArray index(const QByteArray& entries)
{
    return R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)" +
           entries + "]}";
}

QByteArray entry(const QByteArray& platform, const QByteArray& rest = {})
{
    return R"({"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":")" + A +
           R"(","size":7,"platform":)" + platform + rest + "}";
}

} // namespace

class TestManifestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recorded_data()
    {
        QTest::addColumn<QString>("server");
        QTest::newRow("2.8.2") << QStringLiteral("distribution-2.8.2");
        QTest::newRow("3.1.1") << QStringLiteral("distribution-3.1.1");
    }

    void recorded()
    {
        QFETCH(QString, server);
        const HttpAnswer answer = recordedAnswer(server + QStringLiteral("/manifest-get"));
        QCOMPARE(Digest::of(answer.body).toString(),
                 QStringLiteral("sha256:18cc68dd2be068ac5c37c37dd12382c993672a4ad2c6fbbef0a62622d0cc8bc3"));
        const auto manifest = parseManifest(answer.body, {});
        QVERIFY(manifest);
        QCOMPARE(manifest->kind, ContentKind::Manifest);
        QCOMPARE(manifest->layers.size(), size_t{3});
        QCOMPARE(manifest->layers.at(0).bytes, 922'135);
        QCOMPARE(manifest->layers.at(2).digest.shortHex(), QStringLiteral("173fa120"));
        QCOMPARE(manifest->config.bytes, 323);
        QVERIFY(manifest->configTellsPlatform);

        const auto list = parseManifest(recordedAnswer(server + QStringLiteral("/index-get")).body, {});
        QVERIFY(list);
        QCOMPARE(list->kind, ContentKind::Index);
        QCOMPARE(list->children.size(), size_t{2});
        QCOMPARE(list->children.at(1).platform, QStringLiteral("linux/arm64"));
        QCOMPARE(list->children.at(1).descriptor.bytes, 584);

        QCOMPARE(parseConfigPlatform(recordedAnswer(server + QStringLiteral("/config-get")).body).value(),
                 QStringLiteral("linux/amd64"));
    }

    void allFourMediaTypes()
    {
        const QByteArray layers = layer(B, "10");
        QByteArray docker = plain(layers);
        docker
            .replace("application/vnd.oci.image.manifest.v1+json",
                     "application/vnd.docker.distribution.manifest.v2+json")
            .replace("application/vnd.oci.image.config.v1+json",
                     "application/vnd.docker.container.image.v1+json")
            .replace("application/vnd.oci.image.layer.v1.tar+gzip",
                     "application/vnd.docker.image.rootfs.diff.tar.gzip");
        QVERIFY(parseManifest(docker, {})->configTellsPlatform);
        QCOMPARE(parseManifest(docker, {})->layers.at(0).mediaType,
                 QStringLiteral("application/vnd.docker.image.rootfs.diff.tar.gzip"));
        QByteArray list = index(entry(R"({"os":"linux","architecture":"arm","variant":"v7"})"));
        list.replace("application/vnd.oci.image.index.v1+json",
                     "application/vnd.docker.distribution.manifest.list.v2+json");
        QCOMPARE(parseManifest(list, {})->children.at(0).platform, QStringLiteral("linux/arm/v7"));
        for (const char* type : {"index", "manifest", "list.v2", "manifest.v2"}) {
            QVERIFY(manifestAccept().contains(type));
        }
    }

    void mediaTypeFromElsewhere()
    {
        QByteArray bare = plain(layer(B, "10"));
        bare.replace(R"("mediaType":"application/vnd.oci.image.manifest.v1+json",)", "");
        QCOMPARE(parseManifest(bare, "application/vnd.docker.distribution.manifest.v2+json; charset=utf-8")
                     ->mediaType,
                 QStringLiteral("application/vnd.docker.distribution.manifest.v2+json"));
        QCOMPARE(parseManifest(bare, "application/json")->mediaType,
                 QStringLiteral("application/vnd.oci.image.manifest.v1+json"));
        QByteArray bareIndex = index(entry(R"({"os":"linux","architecture":"amd64"})"));
        bareIndex.replace(R"("mediaType":"application/vnd.oci.image.index.v1+json",)", "");
        QCOMPARE(parseManifest(bareIndex, {})->kind, ContentKind::Index);
    }

    void attestationsAndArtifactsAreLeftOut()
    {
        const QByteArray body =
            index(entry(R"({"os":"linux","architecture":"amd64"})") + "," +
                  entry(R"({"os":"unknown","architecture":"unknown"})",
                        R"(,"annotations":{"vnd.docker.reference.type":"attestation-manifest"})") +
                  "," + descriptor("application/vnd.cncf.helm.chart.v1") + "," +
                  descriptor("application/vnd.oci.image.index.v1+json", B));
        const auto manifest = parseManifest(body, {});
        QVERIFY(manifest);
        QCOMPARE(manifest->children.size(), size_t{2});
        QCOMPARE(manifest->leftOut, 2);
        QVERIFY(!manifest->children.at(0).isIndex);
        QVERIFY(manifest->children.at(1).isIndex);
        QVERIFY(manifest->children.at(1).platform.isEmpty());
    }

    void artifactsConfigTellsNoPlatform()
    {
        QByteArray artifact = plain(layer(B, "10"));
        artifact.replace("application/vnd.oci.image.config.v1+json", "application/vnd.oci.empty.v1+json");
        QVERIFY(!parseManifest(artifact, {})->configTellsPlatform);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QByteArray& body, const char* says) {
            QTest::newRow(name) << body << QString::fromLatin1(says);
        };
        row("empty", {}, "not an unambiguous JSON object");
        row("HTML", "<!DOCTYPE html><html>", "not an unambiguous JSON object");
        row("array", "[]", "not an unambiguous JSON object");
        row("cut", plain(layer(B, "1")).chopped(5), "not an unambiguous JSON object");
        row("invalid UTF-8", "{\"schemaVersion\":2,\"x\":\"\xff\"}", "not an unambiguous JSON object");
        row("100,000 deep", R"({"layers":)" + QByteArray(100'000, '['), "not an unambiguous JSON object");
        row("100,000 deep objects", QByteArray(R"({"a":)").repeated(100'000),
            "not an unambiguous JSON object");
        row("a size twice", plain("{\"mediaType\":\"a/b\",\"size\":1,\"size\":5,\"digest\":\"" + B + "\"}"),
            "unambiguous");
        row("layers twice", R"({"layers":[],"layers":[]})", "unambiguous");
        row("no config", R"({"schemaVersion":2,"layers":[]})", "lacks its config");
        row("no layers", R"({"schemaVersion":2,"config":)" + descriptor("a/b") + "}", "lacks its config");
        row("layers null", R"({"layers":null,"config":)" + descriptor("a/b") + "}", "lacks its config");
        row("both at once", R"({"manifests":[],"layers":[]})", "at once");
        row("negative size", plain(layer(B, "-1")), "negative");
        row("most negative size", plain(layer(B, "-9223372036854775808")), "negative");
        row("size past 2^63", plain(layer(B, "9223372036854775808")), "below 2^63");
        row("size past 2^64", plain(layer(B, "99999999999999999999")), "not an unambiguous JSON object");
        row("size beyond belief", plain(layer(B, "9223372036854775807")), "beyond belief");
        row("sum beyond belief", plain(layer(A, "1125899906842624") + "," + layer(B, "1125899906842624")),
            "together");
        row("size is a fraction", plain(layer(B, "1.5")), "not an integer");
        row("size is a string", plain(layer(B, "\"1\"")), "not an integer");
        row("size missing", plain("{\"mediaType\":\"a/b\",\"digest\":\"" + B + "\"}"), "size is missing");
        row("digest missing", plain(R"({"mediaType":"a/b","size":1})"), "digest is missing");
        row("digest short", plain(layer("sha256:abc", "1")),
            "digest is missing or not SHA-256: \"sha256:abc\"");
        row("digest is a path", plain(layer("sha256:../../../../etc/passwd", "1")), "not SHA-256");
        row("digest of another kind", plain(layer("sha512:" + QByteArray(128, 'a'), "1")), "not SHA-256");
        row("digest is a number", plain(R"({"mediaType":"a/b","size":1,"digest":5})"), "digest is missing");
        row("layer is a string", plain("\"x\""), "digest is missing");
        row("media type with a line feed", plain(descriptor("a/b\\n", B)), "media type");
        row("media type missing", plain("{\"size\":1,\"digest\":\"" + B + "\"}"), "media type");
        row("media type endless", plain(descriptor("a/" + QByteArray(1'000, 'b'), B)), "media type");
        row("platform with an escape", index(entry("{\"os\":\"\\u001b[31m\",\"architecture\":\"amd64\"}")),
            "platform");
        row("platform with a slash", index(entry(R"({"os":"linux","architecture":"../x"})")), "platform");
        row("platform endless",
            index(entry("{\"os\":\"linux\",\"architecture\":\"" + QByteArray(100, 'a') + "\"}")), "platform");
        row("manifests is an object",
            R"({"mediaType":"application/vnd.oci.image.index.v1+json","manifests":{}})", "no list");
    }

    void refused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, says);
        const auto manifest = parseManifest(body, {});
        QVERIFY(!manifest);
        QCOMPARE(manifest.error().kind, ErrorKind::Malformed);
        QVERIFY2(manifest.error().message.contains(says), qPrintable(manifest.error().message));
        QVERIFY(!manifest.error().todo.isEmpty());
    }

    void unsupported()
    {
        const QByteArray retired = R"({"schemaVersion":1,"fsLayers":[]})";
        QCOMPARE(parseManifest(retired, {}).error().kind, ErrorKind::Unsupported);
        QByteArray strange = plain(layer(B, "1"));
        strange.replace("vnd.oci.image.manifest.v1", "vnd.acme.manifest");
        QCOMPARE(parseManifest(strange, {}).error().kind, ErrorKind::Unsupported);
    }

    void configs_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("platform");
        QTest::newRow("plain") << QByteArray(R"({"os":"linux","architecture":"amd64"})")
                               << QStringLiteral("linux/amd64");
        QTest::newRow("variant") << QByteArray(R"({"os":"linux","architecture":"arm64","variant":"v8"})")
                                 << QStringLiteral("linux/arm64/v8");
        QTest::newRow("empty") << QByteArray("{}") << QString();
        QTest::newRow("not JSON") << QByteArray("tar") << QString();
        QTest::newRow("control") << QByteArray(R"({"os":"li\nux","architecture":"amd64"})") << QString();
        QTest::newRow("deep") << QByteArray(R"({"os":)").repeated(100'000) << QString();
    }

    void configs()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, platform);
        const auto parsed = parseConfigPlatform(body);
        QCOMPARE(parsed.has_value(), !platform.isEmpty());
        QCOMPARE(parsed.value_or(QString()), platform);
    }
};

QTEST_GUILESS_MAIN(TestManifestParser)
#include "tst_manifest_parser.moc"
