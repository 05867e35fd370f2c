// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/walls/WallRules.h"

#include <QDirIterator>

using stowage::test::WallRules;

/// Holds every source file against the walls of the house, and the walls against files that breach them.
class TestWalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesSeeABreach_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("breach");
        const auto row = [](const char* path, const char* line, bool breach) {
            QTest::addRow("%s: %s", path, line)
                << QString::fromLatin1(path) << QString::fromLatin1(line) << breach;
        };
        row("models/core/A.cpp", "#include \"models/core/Digest.h\"", false);
        row("models/core/A.cpp", "#include <QAbstractTableModel>", false);
        row("models/core/A.cpp", "#include \"connectors/http/HttpEngine.h\"", true);
        row("models/core/A.cpp", "#include \"../../views/shell/Page.h\"", true);
        row("models/core/A.cpp", "#  include <QtWidgets/QWidget>", true);
        row("models/core/A.cpp", "#include <QWidget>", true);
        row("models/core/A.cpp", "#include <QPainter>", true);
        row("models/core/A.cpp", "#include <nlohmann/json.hpp>", true);
        row("connectors/http/A.cpp", "#include <curl/curl.h>", false);
        row("connectors/http/A.cpp", "#include \"views/theme/Theme.h\"", true);
        row("connectors/http/A.cpp", "#include \"app/cli/CommandLine.h\"", true);
        row("views/shell/A.cpp", "#include <QPainter>", false);
        row("views/shell/A.cpp", "#include \"connectors/http/HttpEngine.h\"", true);
        row("views/shell/A.cpp", "#include <QTcpSocket>", true);
        row("app/main.cpp", "#include \"views/shell/Shell.h\"", false);
        row("app/main.cpp", "#include \"tests/support/ManualClock.h\"", true);
        row("tests/a.cpp", "#include \"app/cli/CommandLine.h\"", false);
    }

    void rulesSeeABreach()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QFETCH(bool, breach);
        const QString text = QStringLiteral("// SPDX-License-Identifier: GPL-3.0-or-later\n%1\n").arg(line);
        QCOMPARE(!WallRules::complaints(path, text).isEmpty(), breach);
    }

    void rulesSeeLengthAndLicence()
    {
        const QString licence = QStringLiteral("// SPDX-License-Identifier: GPL-3.0-or-later\n");
        QCOMPARE(
            WallRules::complaints(QStringLiteral("models/a.h"), licence + QString(149, QLatin1Char('\n')))
                .size(),
            0);
        QCOMPARE(
            WallRules::complaints(QStringLiteral("models/a.h"), licence + QString(150, QLatin1Char('\n')))
                .size(),
            1);
        QCOMPARE(WallRules::complaints(QStringLiteral("app/a.cpp"), licence + QString(400, QLatin1Char('\n')))
                     .size(),
                 1);
        QCOMPARE(WallRules::complaints(QStringLiteral("app/a.cpp"), QStringLiteral("int a;\n")).size(), 1);
    }

    void typesAreFound()
    {
        const QString text = QStringLiteral("class Forward;\n"
                                            "struct Plain\n{\n    struct Inner\n    {\n    };\n};\n"
                                            "class Derived final : public Plain,\n    public Other\n{\n};\n"
                                            "enum class Kind : quint8\n{\n};\n"
                                            "template <class T>\nstruct Generic {\n};\n");
        const QStringList expected{QStringLiteral("Plain"), QStringLiteral("Derived"), QStringLiteral("Kind"),
                                   QStringLiteral("Generic")};
        QCOMPARE(WallRules::typesOf(text), expected);
    }

    void everyTypeHasANameOfItsOwn()
    {
        const QDir top(qEnvironmentVariable("STOWAGE_SOURCE_DIR"));
        QHash<QString, QString> headers;
        QStringList complaints;
        for (const char* folder : {"app", "models", "views", "connectors"}) {
            QDirIterator walk(top.filePath(QLatin1String(folder)), {QStringLiteral("*.h")}, QDir::Files,
                              QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                QFile file(walk.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString path = top.relativeFilePath(file.fileName());
                for (const QString& type : WallRules::typesOf(QString::fromUtf8(file.readAll()))) {
                    if (const QString other = headers.value(type); !other.isEmpty()) {
                        complaints << QStringLiteral("%1 is in %2 and in %3").arg(type, other, path);
                    }
                    headers.insert(type, path);
                }
            }
        }
        QVERIFY2(headers.size() > 100, "the walk found too few types to mean anything");
        QVERIFY2(complaints.isEmpty(), qPrintable(QLatin1Char('\n') + complaints.join(QLatin1Char('\n'))));
    }

    void everyFileKeepsThem()
    {
        const QDir top(qEnvironmentVariable("STOWAGE_SOURCE_DIR"));
        QVERIFY2(top.exists(QStringLiteral("CMakePresets.json")),
                 "STOWAGE_SOURCE_DIR is not the source tree");
        QStringList complaints;
        int files = 0;
        for (const char* folder : {"app", "models", "views", "connectors", "tests"}) {
            QDirIterator walk(top.filePath(QLatin1String(folder)),
                              {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                              QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                QFile file(walk.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                complaints += WallRules::complaints(top.relativeFilePath(file.fileName()),
                                                    QString::fromUtf8(file.readAll()));
                ++files;
            }
        }
        QVERIFY2(files > 20, "the walk found too few files to mean anything");
        QVERIFY2(complaints.isEmpty(), qPrintable(QLatin1Char('\n') + complaints.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(TestWalls)
#include "tst_walls.moc"
