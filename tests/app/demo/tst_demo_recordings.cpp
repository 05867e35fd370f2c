// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoPeer.h"
#include "app/demo/DemoRegistry.h"
#include "tests/app/demo/RecordedWorld.h"
#include "tests/app/demo/Recording.h"

#include <QTest>

#include <algorithm>

using namespace stowage;
using namespace stowage::test;

/// Each recorded request put to the fake over the recorded world: status, header names and values (but Date)
/// and body must be the recorded ones.
class TestDemoRecordings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registry_data();
    void registry();
    void peer_data();
    void peer();
};

namespace {

/// Header lines but Date's value, sorted: their order is no part of the protocol. libmicrohttpd states the
/// entity's length in a 304, which the real registry leaves out and RFC 9110 (8.6) allows.
QByteArrayList sortedHeaders(const RawAnswer& answer)
{
    QByteArrayList lines;
    for (const auto& [name, value] : answer.headers) {
        if (answer.status == 304 && name == "Content-Length") {
            continue;
        }
        lines += name + ": " + (name == "Date" ? QByteArray("(some date)") : value);
    }
    std::ranges::sort(lines);
    return lines;
}

void compareAnswers(const RawAnswer& actual, const RawAnswer& recorded)
{
    QCOMPARE(actual.status, recorded.status);
    QCOMPARE(actual.body, recorded.body);
    QCOMPARE(sortedHeaders(actual).join('\n'), sortedHeaders(recorded).join('\n'));
}

} // namespace

void TestDemoRecordings::registry_data()
{
    QTest::addColumn<QString>("path");
    for (const char* name :
         {"v2", "catalog-page-1", "catalog-page-2", "catalog-too-large-n", "tags", "tags-n1", "tags-unknown",
          "manifest-get", "manifest-head", "manifest-not-modified", "manifest-unknown", "index-get",
          "index-without-accept", "bad-name", "bad-digest", "blob-head", "blob-head-unknown", "config-get",
          "delete-unknown"}) {
        QTest::newRow(name) << QStringLiteral("distribution-2.8.2/%1.json").arg(QLatin1String(name));
    }
}

void TestDemoRecordings::registry()
{
    QFETCH(const QString, path);
    DemoWorld world = recordedWorld();
    DemoRegistry registry(world);
    QVERIFY(registry.server().listen());
    const Recording recording = Recording::load(path);

    RawHttp http(registry.server().port());
    const auto answer = http.ask(recording.method, recording.target, recording.headers);
    QVERIFY(answer);
    compareAnswers(*answer, recording.answer);
    QCOMPARE(http.leftOver(), QByteArray());
    if (answer->status == 304) {
        QCOMPARE(answer->header("Content-Length"), "748");
    }
}

void TestDemoRecordings::peer_data()
{
    QTest::addColumn<int>("node");
    QTest::addColumn<QString>("path");
    for (int node = 1; node <= 3; ++node) {
        for (const char* name :
             {"catalog", "debug-metadata", "livez", "local-get-missing", "local-head-layer-0",
              "local-head-layer-1", "local-head-layer-2", "local-head-layer-3", "local-head-manifest",
              "local-head-manifest-asked-as-blob", "local-head-namespace-not-mirrored",
              "local-head-no-namespace", "local-head-tag", "mirror-get-missing", "mirror-head-layer",
              "readyz", "v2"}) {
            QTest::addRow("node%d %s", node, name)
                << node << QStringLiteral("spegel-0.7.4/node%1/%2.json").arg(node).arg(QLatin1String(name));
        }
    }
}

void TestDemoRecordings::peer()
{
    QFETCH(const int, node);
    QFETCH(const QString, path);
    const DemoWorld world = recordedWorld();
    DemoPeer peer(world, static_cast<size_t>(node - 1));
    QVERIFY(peer.start());
    const Recording recording = Recording::load(path);

    const MicroServer& port =
        recording.target.startsWith("/debug") ? peer.metricsPort() : peer.registryPort();
    RawHttp http(port.port());
    const auto answer = http.ask(recording.method, recording.target, recording.headers);
    QVERIFY(answer);
    compareAnswers(*answer, recording.answer);
    QCOMPARE(http.leftOver(), QByteArray());
}

QTEST_GUILESS_MAIN(TestDemoRecordings)
#include "tst_demo_recordings.moc"
