// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/Digest.h"
#include "views/shell/Link.h"
#include "views/theme/Theme.h"

using namespace stowage;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyBuiltInThemeReads_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : Theme::builtInNames()) {
            QTest::newRow(qUtf8Printable(name)) << name;
        }
    }

    void everyBuiltInThemeReads()
    {
        QFETCH(QString, name);
        const auto theme = Theme::load(Theme::builtInPath(name));
        QVERIFY2(theme, theme ? "" : qUtf8Printable(theme.error().text()));
        QCOMPARE(theme->name(), name);
    }

    void textIsLegible_data() { everyBuiltInThemeReads_data(); }

    /// WCAG 2.1, 1.4.3 (AA) and 1.4.6 (AAA): every colour that text is written in, on every surface.
    void textIsLegible()
    {
        QFETCH(QString, name);
        const Theme theme = Theme::builtIn(name);
        const qreal wanted = name == QStringLiteral("high-contrast") ? 7.0 : 4.5;
        for (const Token ink : {Token::Text, Token::Text2, Token::Text3, Token::Accent, Token::Critical,
                                Token::Warning, Token::Fine, Token::Unknown}) {
            for (const Token surface : {Token::Window, Token::Panel, Token::Raised, Token::Hover}) {
                const qreal ratio = contrastRatio(theme.color(ink), theme.color(surface));
                QVERIFY2(ratio >= wanted,
                         qUtf8Printable(QStringLiteral("%1 on %2: %3")
                                            .arg(theme.color(ink).name(), theme.color(surface).name())
                                            .arg(ratio)));
            }
        }
    }

    void badgesAreLegible_data() { everyBuiltInThemeReads_data(); }

    void badgesAreLegible()
    {
        QFETCH(QString, name);
        const Theme theme = Theme::builtIn(name);
        for (const Token fill : {Token::Critical, Token::Warning, Token::Accent}) {
            QVERIFY(contrastRatio(theme.textOn(theme.color(fill)), theme.color(fill)) >= 4.5);
        }
    }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("names");
        const QByteArray good = readBuiltIn();
        const auto replaced = [&good](QByteArrayView what, QByteArrayView with) {
            QByteArray changed = good;
            return changed.replace(what, with);
        };
        const auto row = [](const char* name, const QByteArray& json, ErrorKind kind, const char* names) {
            QTest::newRow(name) << json << kind << QString::fromUtf8(names);
        };
        row("empty", {}, ErrorKind::Malformed, "JSON object");
        row("not JSON", "dark", ErrorKind::Malformed, "JSON object");
        row("a list", "[]", ErrorKind::Malformed, "JSON object");
        row("cut off", good.left(good.size() / 2), ErrorKind::Malformed, "JSON object");
        row("deep", QByteArray(100'000, '['), ErrorKind::Malformed, "JSON object");
        row("invalid UTF-8", replaced("\"dark\"", "\"\xff\xfe\""), ErrorKind::Malformed, "JSON object");
        row("another schema", replaced("stowage/theme/1", "stowage/theme/2"), ErrorKind::Unsupported,
            "schema");
        row("no name", replaced("\"name\"", "\"nam\""), ErrorKind::Malformed, "\"name\"");
        row("dark is a word", replaced("\"dark\": true", "\"dark\": \"yes\""), ErrorKind::Malformed,
            "\"dark\"");
        row("no colours", replaced("\"colors\"", "\"colours\""), ErrorKind::Malformed, "\"colors\"");
        row("a colour is missing", replaced("\"held\": \"#3d7ea6\"", "\"line\": \"#3d7ea6\""),
            ErrorKind::Malformed, "\"held\"");
        row("an unknown colour", replaced("\"held\"", "\"hold\""), ErrorKind::Malformed, "\"hold\"");
        row("a named colour", replaced("\"#3d7ea6\"", "\"blue\""), ErrorKind::Malformed, "\"held\"");
        row("a number", replaced("\"#3d7ea6\"", "42"), ErrorKind::Malformed, "\"held\"");
        row("short series", replaced(", \"#f0e442\"]", "]"), ErrorKind::Malformed, "\"series\"");
        row("wrong series", replaced("\"#f0e442\"", "\"#f0e44z\""), ErrorKind::Malformed, "place 7");
    }

    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, names);
        const auto theme = Theme::parse(json, QStringLiteral("my.json"));
        QVERIFY(!theme);
        QCOMPARE(theme.error().kind, kind);
        QCOMPARE(theme.error().where, QStringLiteral("my.json"));
        QVERIFY2(theme.error().message.contains(names), qUtf8Printable(theme.error().message));
        QVERIFY(!theme.error().todo.isEmpty());
    }

    void aMissingFileIsSaid()
    {
        const auto theme = Theme::load(QStringLiteral("/nowhere/theme.json"));
        QVERIFY(!theme);
        QCOMPARE(theme.error().kind, ErrorKind::NotFound);
        QVERIFY(theme.error().todo.contains(QStringLiteral("light")));
    }

    void linksGoThereAndBack_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("item");
        QTest::addColumn<QString>("text");
        QTest::newRow("page") << "fleet"
                              << ""
                              << "stowage://fleet";
        QTest::newRow("node") << "fleet"
                              << "eu-b-17"
                              << "stowage://fleet/eu-b-17";
        QTest::newRow("image") << "placement"
                               << "image/registry-1/team/web:2.0"
                               << "stowage://placement/image/registry-1/team/web:2.0";
        QTest::newRow("odd") << "fleet" << QString::fromUtf8("n 1%/é?#")
                             << "stowage://fleet/n%201%25/%C3%A9%3F%23";
    }

    void linksGoThereAndBack()
    {
        QFETCH(QString, page);
        QFETCH(QString, item);
        QFETCH(QString, text);
        const Link link{page, item};
        QCOMPARE(link.toString(), text);
        QCOMPARE(Link::parse(text), std::optional(link));
    }

    void thingsLieOnTheirPage_data()
    {
        const QString digest = Digest::of("a layer").toString();
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("item");
        QTest::newRow("stowage://node/eu-b-17") << "fleet"
                                                << "eu-b-17";
        QTest::newRow("stowage://source/registry-1") << "sources"
                                                     << "registry-1";
        QTest::newRow("stowage://image/registry-1/team/web:2.0") << "placement"
                                                                 << "image/registry-1/team/web:2.0";
        QTest::newRow(qPrintable(QStringLiteral("stowage://layer/") + digest))
            << "placement" << QStringLiteral("layer/") + digest;
        QTest::newRow(qPrintable(QStringLiteral("stowage://layer/%1/n1").arg(digest)))
            << "placement" << QStringLiteral("layer/%1/n1").arg(digest);
    }

    void thingsLieOnTheirPage()
    {
        QFETCH(QString, page);
        QFETCH(QString, item);
        const auto link = Link::parse(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(link);
        QCOMPARE(link->page, page);
        QCOMPARE(link->item, item);
    }

    void strangeLinksAreNone_data()
    {
        QTest::addColumn<bool>("isLink");
        for (const char* link :
             {"https://fleet", "stowage:", "stowage:fleet", "stowage://", "stowage:///x", "STOWAGE://fleet",
              "stowage://node", "stowage://node/", "stowage://layer/39c42bb9",
              "stowage://layer/sha256:", "stowage://layer/sha256:../../etc/passwd",
              "stowage://placement/layer/39c42bb9", "stowage://fleet/%1b[2J", "stowage://fleet/a%0ab",
              "stowage://fleet/%ff", "stowage://fleet/%00"}) {
            QTest::newRow(link) << false;
        }
    }

    void strangeLinksAreNone()
    {
        QFETCH(bool, isLink);
        QCOMPARE(Link::parse(QString::fromUtf8(QTest::currentDataTag())).has_value(), isLink);
    }

private:
    static QByteArray readBuiltIn()
    {
        QFile file(Theme::builtInPath(QStringLiteral("dark")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(TestTheme)
#include "tst_theme.moc"
