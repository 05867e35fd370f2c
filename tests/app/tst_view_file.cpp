// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/ViewFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace stowage;

class TestViewFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasChosenIsThereNextTime()
    {
        const QTemporaryDir folder;
        {
            ViewFile file(folder.filePath(QStringLiteral("of a profile")));
            QCOMPARE(file.recall(QStringLiteral("hosts.range")), QString());
            file.remember(QStringLiteral("hosts.range"), QStringLiteral("6h"));
            file.remember(QStringLiteral("hosts.range"), QStringLiteral("30d"));
            file.remember(QStringLiteral("näme"), QStringLiteral("\"\n ✓"));
        }
        const ViewFile again(folder.filePath(QStringLiteral("of a profile")));
        QCOMPARE(again.recall(QStringLiteral("hosts.range")), QStringLiteral("30d"));
        QCOMPARE(again.recall(QStringLiteral("näme")), QStringLiteral("\"\n ✓"));
    }

    void withoutAFolderItLastsAsLongAsTheProgram()
    {
        ViewFile file({});
        file.remember(QStringLiteral("a"), QStringLiteral("b"));
        QCOMPARE(file.recall(QStringLiteral("a")), QStringLiteral("b"));
    }

    void whatIsNoFileOfOursIsTakenAsEmpty_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("half") << QByteArray(R"({"schema": "stowage/view/1", "chosen": {"a": )");
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("another schema")
            << QByteArray(R"({"schema": "stowage/view/2", "chosen": {"a": "b"}})");
        QTest::newRow("no schema") << QByteArray(R"({"chosen": {"a": "b"}})");
        QTest::newRow("a schema that is no text") << QByteArray(R"({"schema": 1, "chosen": {"a": "b"}})");
        QTest::newRow("numbers") << QByteArray(R"({"schema": "stowage/view/1", "chosen": {"a": 1}})");
        QTest::newRow("no object") << QByteArray(R"({"schema": "stowage/view/1", "chosen": "a"})");
        QTest::newRow("bad UTF-8") << QByteArray(
            "{\"schema\": \"stowage/view/1\", \"chosen\": {\"a\": \"\xff\"}}");
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("deep within") << R"({"schema": "stowage/view/1", "chosen": {"a": )" +
                                            QByteArray(50'000, '[') + QByteArray(50'000, ']') + "}}";
        QTest::newRow("large") << QByteArray(400 * 1024, ' ') +
                                      R"({"schema": "stowage/view/1", "chosen": {"a": "b"}})";
    }

    void whatIsNoFileOfOursIsTakenAsEmpty()
    {
        QFETCH(const QByteArray, text);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("view.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const ViewFile view(folder.path());
        QCOMPARE(view.recall(QStringLiteral("a")), QString());
    }
};

QTEST_GUILESS_MAIN(TestViewFile)
#include "tst_view_file.moc"
