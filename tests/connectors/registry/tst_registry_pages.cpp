// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/RegistryNames.h"
#include "connectors/registry/RegistryPages.h"
#include "tests/support/RealRegistryRecording.h"

using namespace stowage;
using test::recordedAnswer;

class TestRegistryPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repositoryNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("isName");
        QTest::newRow("plain") << QByteArray("alpine") << true;
        QTest::newRow("nested") << QByteArray("a/b/c") << true;
        QTest::newRow("separators") << QByteArray("a.b_c__d-e---f/9") << true;
        QTest::newRow("255 bytes") << QByteArray(255, 'a') << true;
        QTest::newRow("256 bytes") << QByteArray(256, 'a') << false;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("upper case") << QByteArray("Team/api") << false;
        QTest::newRow("up") << QByteArray("../etc/passwd") << false;
        QTest::newRow("up inside") << QByteArray("team/../../etc") << false;
        QTest::newRow("two dots") << QByteArray("a..b") << false;
        QTest::newRow("three underscores") << QByteArray("a___b") << false;
        QTest::newRow("mixed separators") << QByteArray("a.-b") << false;
        QTest::newRow("leading slash") << QByteArray("/team") << false;
        QTest::newRow("trailing slash") << QByteArray("team/") << false;
        QTest::newRow("double slash") << QByteArray("team//api") << false;
        QTest::newRow("leading separator") << QByteArray("-team") << false;
        QTest::newRow("trailing separator") << QByteArray("team_") << false;
        QTest::newRow("NUL") << QByteArray("te\0am", 5) << false;
        QTest::newRow("line feed") << QByteArray("team\n") << false;
        QTest::newRow("query") << QByteArray("team?x") << false;
        QTest::newRow("percent") << QByteArray("team%2f") << false;
        QTest::newRow("not ASCII") << QByteArray("t\xc3\xa9"
                                                 "am")
                                   << false;
        QTest::newRow("blank") << QByteArray("te am") << false;
    }

    void repositoryNames()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, isName);
        QCOMPARE(isRepositoryName(name), isName);
    }

    void tags_data()
    {
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("version") << QByteArray("1.0-rc.1") << true;
        QTest::newRow("underscore") << QByteArray("_x") << true;
        QTest::newRow("upper case") << QByteArray("LATEST") << true;
        QTest::newRow("128") << QByteArray(128, 'a') << true;
        QTest::newRow("129") << QByteArray(129, 'a') << false;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("dot first") << QByteArray(".hidden") << false;
        QTest::newRow("up") << QByteArray("..") << false;
        QTest::newRow("slash") << QByteArray("a/b") << false;
        QTest::newRow("digest") << QByteArray("sha256:ab") << false;
        QTest::newRow("escape") << QByteArray("a\x1b[31m") << false;
    }

    void tags()
    {
        QFETCH(QByteArray, tag);
        QFETCH(bool, isOne);
        QCOMPARE(isTag(tag), isOne);
    }

    void filterWants()
    {
        const RepositoryFilter filter(
            {QStringLiteral("team/*"), QStringLiteral("multi"), QStringLiteral("*-test")});
        QVERIFY(filter.wants(QStringLiteral("team/api")));
        QVERIFY(filter.wants(QStringLiteral("team/a/b")));
        QVERIFY(filter.wants(QStringLiteral("multi")));
        QVERIFY(filter.wants(QStringLiteral("x-test")));
        QVERIFY(!filter.wants(QStringLiteral("multiple")));
        QVERIFY(!filter.wants(QStringLiteral("steam/api")));
        QCOMPARE(filter.exactNames(), QStringList{QStringLiteral("multi")});
        QVERIFY(RepositoryFilter().wants(QStringLiteral("anything")));
    }

    void targetsAndDisplay()
    {
        QCOMPARE(tagsTarget(QStringLiteral("team/api")), QByteArray("/v2/team/api/tags/list"));
        QCOMPARE(manifestTarget(QStringLiteral("a"), QStringLiteral("1.0")),
                 QByteArray("/v2/a/manifests/1.0"));
        QCOMPARE(escapedForDisplay(QByteArray("a\n\x1b\"\xff", 5)), QStringLiteral("a\\x0a\\x1b\\x22\\xff"));
        QVERIFY(escapedForDisplay(QByteArray(10'000, 'x')).size() <= 81);
    }

    void recordedPages_data()
    {
        QTest::addColumn<QString>("server");
        QTest::newRow("2.8.2") << QStringLiteral("distribution-2.8.2");
        QTest::newRow("3.1.1") << QStringLiteral("distribution-3.1.1");
    }

    void recordedPages()
    {
        QFETCH(QString, server);
        const auto page = parseCatalogPage(recordedAnswer(server + QStringLiteral("/catalog-page-1")).body);
        QVERIFY(page);
        QCOMPARE(page->names, QStringList({QStringLiteral("infra/agent"), QStringLiteral("ml/train")}));
        QVERIFY(page->refused.isEmpty());
        auto tags = parseTagsPage(recordedAnswer(server + QStringLiteral("/tags")).body);
        QVERIFY(tags);
        tags->names.sort();
        QCOMPARE(tags->names, QStringList({QStringLiteral("1.0"), QStringLiteral("1.1")}));
        QCOMPARE(parseFault(recordedAnswer(server + QStringLiteral("/tags-unknown")).body).code,
                 QStringLiteral("NAME_UNKNOWN"));
        QCOMPARE(parseFault(recordedAnswer(server + QStringLiteral("/catalog-too-large-n")).body).code,
                 QStringLiteral("PAGINATION_NUMBER_INVALID"));
        QCOMPARE(parseFault(recordedAnswer(server + QStringLiteral("/bad-name")).body), RegistryFault());
    }

    void oddPages()
    {
        const QByteArray emptied = R"({"name":"a","tags":null})";
        const QByteArray bare = R"({"tags":[]})";
        QCOMPARE(parseTagsPage(emptied).value(), NamesPage());
        QCOMPARE(parseTagsPage(bare).value(), NamesPage());
        const auto page = parseCatalogPage(R"({"repositories":["ok","../etc","a\u0000b","OK","ok"]})");
        QVERIFY(page);
        QCOMPARE(page->names, QStringList({QStringLiteral("ok"), QStringLiteral("ok")}));
        QCOMPARE(page->refused,
                 QStringList({QStringLiteral("../etc"), QStringLiteral("a\\x00b"), QStringLiteral("OK")}));
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("HTML") << QByteArray("<html><body>Sign in</body></html>");
        QTest::newRow("cut") << QByteArray(R"({"repositories":["a")");
        QTest::newRow("no list") << QByteArray("{}");
        QTest::newRow("list is a string") << QByteArray(R"({"repositories":"a"})");
        QTest::newRow("list is an object") << QByteArray(R"({"repositories":{}})");
        QTest::newRow("a number inside") << QByteArray(R"({"repositories":["a",1]})");
        QTest::newRow("null inside") << QByteArray(R"({"repositories":[null]})");
        QTest::newRow("list twice") << QByteArray(R"({"repositories":["a"],"repositories":["b"]})");
        QTest::newRow("array at the top") << QByteArray(R"(["a"])");
        QTest::newRow("invalid UTF-8") << QByteArray("{\"repositories\":[\"\xff\xfe\"]}");
        QTest::newRow("100,000 deep") << QByteArray(R"({"repositories":)") + QByteArray(100'000, '[');
        QTest::newRow("two documents") << QByteArray(R"({"repositories":[]}{"repositories":[]})");
    }

    void refused()
    {
        QFETCH(QByteArray, body);
        const auto page = parseCatalogPage(body);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Malformed);
        QVERIFY(!page.error().message.isEmpty());
        QCOMPARE(parseFault(body), RegistryFault());
    }

    void faultsOfAProxyTellOfItsUpstream()
    {
        // As docker-registry 2.8.2 answers with its upstream up, and down, and for itself.
        const QByteArray up =
            R"({"errors":[{"code":"UNKNOWN","message":"m","detail":{"errors":[{"code":"MANIFEST_UNKNOWN"}]}}]})";
        const QByteArray down =
            R"({"errors":[{"code":"UNKNOWN","message":"m","detail":{"Op":"Get","URL":"http://127.0.0.1/v2/","Err":{}}}]})";
        const QByteArray own =
            R"({"errors":[{"code":"MANIFEST_UNKNOWN","message":"m","detail":{"Name":"a","Revision":"sha256:00"}}]})";
        QVERIFY(parseFault(up).tellsOfUpstream);
        QVERIFY(parseFault(down).tellsOfUpstream);
        QVERIFY(!parseFault(own).tellsOfUpstream);
    }
};

QTEST_GUILESS_MAIN(TestRegistryPages)
#include "tst_registry_pages.moc"
