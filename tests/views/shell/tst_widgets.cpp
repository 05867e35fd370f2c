// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/Theme.h"
#include "views/widgets/BarGeometry.h"
#include "views/widgets/Icons.h"
#include "views/widgets/Status.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Tile.h"
#include "views/widgets/Words.h"

#include <cmath>
#include <numeric>

using namespace stowage;

class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void barKeepsItsNumber()
    {
        const QRect room(10, 0, 150, 30);
        const BarGeometry half = barGeometry(room, 0.5, 62);
        QCOMPARE(half.track.width(), 80);
        QCOMPARE(half.filled.width(), 40);
        QCOMPARE(half.text.right(), room.right());
        QCOMPARE(barGeometry(room, 0.0001, 62).filled.width(), 2);
        QCOMPARE(barGeometry(room, 0, 62).filled.width(), 0);
        QCOMPARE(barGeometry(room, 7, 62).filled.width(), 80);
        QCOMPARE(barGeometry(room, std::nan(""), 62).filled.width(), 0);
        QCOMPARE(barGeometry(QRect(0, 0, 70, 30), 0.5, 62).text, QRect(0, 0, 70, 30));
    }

    void stackedPartsFillTheBar_data()
    {
        QTest::addColumn<QList<double>>("parts");
        QTest::addColumn<int>("width");
        QTest::newRow("even") << QList<double>{1, 1, 1} << 100;
        QTest::newRow("one giant") << QList<double>{0.001, 250, 0.001, 0.001} << 90;
        QTest::newRow("gaps") << QList<double>{0, 3, 0, 4} << 71;
        QTest::newRow("crowded") << QList<double>{1, 1, 1, 1, 1, 1} << 13;
    }

    void stackedPartsFillTheBar()
    {
        QFETCH(QList<double>, parts);
        QFETCH(int, width);
        const std::vector<int> widths = stackedWidths(std::vector<double>(parts.begin(), parts.end()), width);
        QCOMPARE(std::accumulate(widths.begin(), widths.end(), 0), width);
        for (qsizetype i = 0; i < parts.size(); ++i) {
            QCOMPARE(widths[static_cast<size_t>(i)] > 0, parts[i] > 0);
        }
    }

    void nothingMeasuredIsNoBar()
    {
        QCOMPARE(stackedWidths(std::vector<double>{0, 0}, 50), std::vector<int>({0, 0}));
        QCOMPARE(stackedWidths({}, 50), std::vector<int>());
        QCOMPARE(stackedWidths(std::vector<double>{1}, 0), std::vector<int>({0}));
    }

    void longTextEndsInATooltip()
    {
        const Theme theme = Theme::builtIn(QStringLiteral("dark"));
        TextLabel label(theme, QFont(), Token::Text);
        label.setText(QStringLiteral("a-node-with-a-very-long-name <b>"));
        label.setNote(QStringLiteral("note"));
        label.resize(label.sizeHint());
        label.show();
        QVERIFY(!label.isElided());
        QVERIFY(label.toolTip().contains(QStringLiteral("note")));
        label.resize(60, 20);
        QVERIFY(label.isElided());
        QVERIFY(label.toolTip().contains(QStringLiteral("long-name &lt;b&gt;")));
        QCOMPARE(label.accessibleName(), QStringLiteral("a-node-with-a-very-long-name <b>"));
    }

    void paragraphsGrow()
    {
        const Theme theme = Theme::builtIn(QStringLiteral("dark"));
        TextLabel label(theme, QFont(), Token::Text);
        label.setWrapping(true);
        label.setText(QString(300, QLatin1Char('x')));
        QVERIFY(label.heightForWidth(100) > 2 * label.heightForWidth(1'000));
    }

    void controlCharactersAreSeen()
    {
        QCOMPARE(words::visible(QStringLiteral("a\nb\x1b[31m")), QString::fromUtf8("a␊b␛[31m"));
        QCOMPARE(words::visible(QString(QChar(0x202E)) + QStringLiteral("gnp.exe")),
                 QString(QChar(0xFFFD)) + QStringLiteral("gnp.exe"));
        QCOMPARE(words::toolTip({}), QString());
    }

    void statusShapesDiffer()
    {
        const QRectF box(0, 0, 12, 12);
        QVERIFY(statusShape(Status::Critical, box) != statusShape(Status::Warning, box));
        QVERIFY(statusShape(Status::Warning, box) != statusShape(Status::Fine, box));
        for (const Status status : {Status::Critical, Status::Warning, Status::Fine, Status::NotSeen}) {
            QVERIFY(box.contains(statusShape(status, box).boundingRect()));
        }
    }

    void tilesSpeak()
    {
        const Theme theme = Theme::builtIn(QStringLiteral("light"));
        Tile tile(theme);
        tile.setText({QStringLiteral("Nodes live"), QStringLiteral("14"), QStringLiteral("of 16"),
                      QStringLiteral("stale 0"), Token::Warning});
        QCOMPARE(tile.accessibleName(), QStringLiteral("Nodes live: 14 of 16, stale 0"));
    }

    void everyIconIsDrawn_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& file : QDir(QStringLiteral(":/icons")).entryList()) {
            QTest::newRow(qUtf8Printable(file)) << QFileInfo(file).baseName();
        }
    }

    void everyIconIsDrawn()
    {
        QFETCH(QString, name);
        const QImage image = iconPixmap(name, 24, 2, Qt::red).toImage();
        QCOMPARE(image.size(), QSize(48, 48));
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                inked += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
            }
        }
        QVERIFY2(inked > 100, qUtf8Printable(QString::number(inked)));
    }

    void anUnknownIconIsNone() { QVERIFY(iconPixmap(QStringLiteral("nothing"), 24, 1, Qt::red).isNull()); }

    void agesAreWords()
    {
        const Timestamp now{std::chrono::hours{24 * 365}};
        QCOMPARE(words::age({}, now), QStringLiteral("never"));
        QCOMPARE(words::age(now - std::chrono::minutes{5}, now), QStringLiteral("5 min"));
        QCOMPARE(words::utcTime(now, now), QStringLiteral("00:00:00 UTC"));
        QCOMPARE(words::utcTime(now - std::chrono::hours{1}, now), QStringLiteral("1970-12-31 23:00:00 UTC"));
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
