// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/Digest.h"
#include "models/core/Observed.h"
#include "tests/support/ManualClock.h"

using namespace stowage;

class TestCore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digestRoundTrip()
    {
        const Digest digest = Digest::of("{}");
        QCOMPARE(digest.toString(),
                 QStringLiteral("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"));
        QCOMPARE(Digest::parse(digest.toByteArray()).value(), digest);
        QCOMPARE(digest.shortHex(8), QStringLiteral("44136fa3"));
        QCOMPARE(digest.shortHex(7), QStringLiteral("44136fa"));
    }

    void digestRefuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no algorithm") << QByteArray(64, 'a');
        QTest::newRow("sha512") << QByteArray("sha512:") + QByteArray(128, 'a');
        QTest::newRow("short") << QByteArray("sha256:") + QByteArray(63, 'a');
        QTest::newRow("long") << QByteArray("sha256:") + QByteArray(65, 'a');
        QTest::newRow("upper case") << QByteArray("sha256:") + QByteArray(64, 'A');
        QTest::newRow("not hex") << QByteArray("sha256:") + QByteArray(63, 'a') + 'g';
    }

    void digestRefuses()
    {
        QFETCH(QByteArray, text);
        const auto parsed = Digest::parse(text);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::Malformed);
    }

    void timesPrintAndRead()
    {
        const auto at = fromRfc3339(u"2026-11-21T22:15:03.120Z");
        QVERIFY(at);
        QCOMPARE(toRfc3339(*at), QStringLiteral("2026-11-21T22:15:03.120Z"));
        QCOMPARE(fromRfc3339(u"2026-11-22T00:15:03.120+02:00"), at);
        QVERIFY(!fromRfc3339(u"yesterday"));
        QCOMPARE(formatDuration(Millis{4'999}), QStringLiteral("4 s"));
        QCOMPARE(formatDuration(std::chrono::minutes{220}), QStringLiteral("3 h 40"));
        QCOMPARE(formatDuration(Millis{-5}), QStringLiteral("0 s"));
        QCOMPARE(formatBytes(0), QStringLiteral("0 B"));
        QCOMPARE(formatBytes(3'327'664), QStringLiteral("3.2 MiB"));
        QCOMPARE(formatBytes(1'034'000'000), QStringLiteral("986 MiB"));
    }

    void freshnessByAge()
    {
        test::ManualClock clock;
        const FreshnessLimits limits{Millis{10}, Millis{100}};
        QCOMPARE(judge({}, clock.now(), limits), Freshness::Unseen);
        const Timestamp seen = clock.now();
        QCOMPARE(judge(seen, clock.now(), limits), Freshness::Live);
        clock.advance(Millis{11});
        QCOMPARE(judge(seen, clock.now(), limits), Freshness::Stale);
        clock.advance(Millis{100});
        QCOMPARE(judge(seen, clock.now(), limits), Freshness::Offline);
    }

    void clockFiresInOrderAndSkipsTheDead()
    {
        test::ManualClock clock;
        QStringList fired;
        QObject context;
        auto dead = std::make_unique<QObject>();
        clock.after(Millis{20}, &context, [&] { fired << QStringLiteral("b"); });
        clock.after(Millis{10}, &context, [&] { fired << QStringLiteral("a"); });
        clock.after(Millis{15}, dead.get(), [&] { fired << QStringLiteral("never"); });
        dead.reset();
        clock.advance(Millis{30});
        QCOMPARE(fired, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    }
};

QTEST_GUILESS_MAIN(TestCore)
#include "tst_core.moc"
