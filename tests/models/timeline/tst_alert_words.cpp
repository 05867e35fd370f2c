// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/timeline/AlertWords.h"

#include <QTest>

using namespace stowage;

namespace {

QString piecesOf(const QString& text)
{
    QStringList pieces;
    for (const AlertToken& token : alertTokens(text)) {
        pieces << (token.isJoined ? QStringLiteral("+") : QString()) + QString::fromStdString(token.text);
    }
    return pieces.join(QLatin1Char(' '));
}

} // namespace

class TestAlertWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pieces_data();
    void pieces();
    void bounds();
    void matches_data();
    void matches();
    void allTexts();
};

void TestAlertWords::pieces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pieces");
    const auto row = [](const QString& text, const QString& pieces) {
        QTest::newRow(text.toUtf8().constData()) << text << pieces;
    };
    row(QString(), QString());
    row(QStringLiteral(" -.;"), QString());
    row(QStringLiteral("eu-b-17"), QStringLiteral("eu +b +17"));
    row(QStringLiteral("TargetDown"), QStringLiteral("targetdown"));
    row(QStringLiteral("CAFÉ"), QStringLiteral("cafe"));
    row(QStringLiteral("e\u0301té"), QStringLiteral("ete"));
    row(QStringLiteral("内存90%"), QStringLiteral("内 +存 +90"));
    row(QStringLiteral("内 存"), QStringLiteral("内 存"));
    row(QStringLiteral("A内存B"), QStringLiteral("a +内 +存 +b"));
    row(QStringLiteral("ｆｕｌｌ"), QStringLiteral("full"));
    row(QStringLiteral("🔥x"), QStringLiteral("x"));
    row(QStringLiteral("a") + QChar(0) + QStringLiteral("b"), QStringLiteral("a +b"));
    row(QStringLiteral("a") + QChar(0xD800) + QStringLiteral("b"), QStringLiteral("a +b"));
}

void TestAlertWords::pieces()
{
    QFETCH(QString, text);
    QFETCH(QString, pieces);
    QCOMPARE(piecesOf(text), pieces);
}

void TestAlertWords::bounds()
{
    const auto longest = alertTokens(QString(1 << 20, QLatin1Char('x')));
    QCOMPARE(longest.size(), 1U);
    QCOMPARE(longest.front().text.size(), AlertToken::MostBytes);
    const auto wide = alertTokens(QString(1 << 20, QChar(u'д')));
    QVERIFY(wide.front().text.size() <= AlertToken::MostBytes);
    QVERIFY(alertTokens(QStringLiteral("a ").repeated(1 << 20)).size() <= 8'192);
    QCOMPARE(AlertWords(QStringLiteral("a ").repeated(1 << 20)).words().size(), AlertWords::Most);
}

void TestAlertWords::matches_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isFound");
    const auto row = [](const QString& words, bool isFound) {
        QTest::newRow(words.toUtf8().constData()) << words << isFound;
    };
    row(QString(), true);
    row(QStringLiteral("!?"), true);
    row(QStringLiteral("memory"), true);
    row(QStringLiteral("mem"), true);
    row(QStringLiteral("mem "), false);
    row(QStringLiteral("emory"), false);
    row(QStringLiteral("17 memory"), true);
    row(QStringLiteral("b-17"), true);
    row(QStringLiteral("17-b"), false);
    row(QStringLiteral("of-memory"), false);
    row(QStringLiteral("memory-eu"), false);
    row(QStringLiteral("内存"), true);
    row(QStringLiteral("存不足"), true);
    row(QStringLiteral("内不"), false);
}

/// Of "out of memory on eu-b-17, 内存不足".
void TestAlertWords::matches()
{
    QFETCH(QString, words);
    QFETCH(bool, isFound);
    AlertEvent event;
    event.summary = QStringLiteral("out of memory on eu-b-17, 内存不足");
    QCOMPARE(AlertWords(words).matches(event), isFound);
}

/// In each text that is searched, and over several.
void TestAlertWords::allTexts()
{
    AlertEvent event;
    event.name = QStringLiteral("one");
    event.place.subject.name = QStringLiteral("two");
    event.summary = QStringLiteral("three");
    event.note = QStringLiteral("four");
    event.actor = QStringLiteral("five");
    event.place.zone = QStringLiteral("six");
    event.source = QStringLiteral("seven");
    event.incident = QStringLiteral("eight");
    event.labels = {{QStringLiteral("nine"), QStringLiteral("ten")}};
    QVERIFY(AlertWords(QStringLiteral("ten nine eight seven six five four three two one")).matches(event));
    QVERIFY(AlertWords(QStringLiteral("nine=ten")).matches(event));
    QVERIFY(!AlertWords(QStringLiteral("one-two")).matches(event)); // in one text
}

QTEST_GUILESS_MAIN(TestAlertWords)
#include "tst_alert_words.moc"
