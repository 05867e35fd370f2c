// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/store/series/SeriesFixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Kills = 200;
constexpr qint64 Begin = 1'790'000'000'000;

const QStringList Subjects{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};

Timestamp momentOf(qint64 number)
{
    return Timestamp{Millis{Begin + 1000 * number}};
}

/// What a program that starts now finds of each series after the number `from`.
std::vector<SeriesData> foundAfter(const QString& folder, qint64 from)
{
    RunningSeries running(folder);
    SeriesQuery query{{}, {momentOf(from + 1), momentOf(1'000'000'000)}, 0};
    for (const QString& subject : Subjects) {
        query.series.push_back({{QStringLiteral("child"), subject}, QStringLiteral("x")});
    }
    const SeriesAnswer answer = running.ask(query);
    return answer && running.failed.isEmpty() ? *answer : std::vector<SeriesData>();
}

/// The last number, when all from `from` + 1 on are there once and in order; -1 when not.
qint64 lastOf(const SeriesData& data, qint64 from)
{
    qint64 number = from;
    for (const SeriesPoint& point : data.points) {
        ++number;
        if (point.at != momentOf(number) || point.mean != double(number) || point.count != 1) {
            return -1;
        }
    }
    return number;
}

} // namespace

class TestSeriesKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost();
};

void TestSeriesKill::nothingAcknowledgedIsLost()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("data"));
    QRandomGenerator random(20261122);
    QElapsedTimer timer;
    QElapsedTimer whole;
    whole.start();
    qint64 sure = 0; // all up to here was found at the last start
    qint64 most = 0; // acknowledged in one life
    for (int kill = 0; kill < Kills; ++kill) {
        QProcess child;
        child.start(QStringLiteral(SERIES_CHILD), {path, QString::number(sure)});
        QVERIFY(child.waitForStarted());
        qint64 told = sure;
        QByteArray output;
        const auto listen = [&] {
            output += child.readAllStandardOutput();
            for (qsizetype end = 0; (end = output.indexOf('\n')) >= 0; output.remove(0, end + 1)) {
                told = output.left(end).toLongLong();
            }
        };
        // After more acknowledgements each time, up to some chunks' worth, at whatever it does then.
        const qint64 wanted = sure + 20 * (1 + kill % 30);
        while (told < wanted) {
            QVERIFY2(child.waitForReadyRead(SeriesPatience), "the child says nothing");
            listen();
        }
        // And then at any moment of what it does next.
        const int moment = random.bounded(1'500'000);
        timer.restart();
        while (timer.nsecsElapsed() < moment) {
        }
        child.kill();
        QVERIFY(child.waitForFinished(SeriesPatience));
        listen();
        const auto found = foundAfter(path, sure);
        QCOMPARE(found.size(), 3U);
        const qint64 last = lastOf(found[0], sure);
        QVERIFY2(last >= told, qPrintable(QStringLiteral("kill %1: %2 < %3").arg(kill).arg(last).arg(told)));
        for (const SeriesData& data : found) {
            QCOMPARE(lastOf(data, sure), last); // a record is there whole or not at all
        }
        most = std::max(most, last - sure);
        sure = last;
    }
    for (const SeriesData& data : foundAfter(path, 0)) {
        QCOMPARE(lastOf(data, 0), sure);
    }
    QCOMPARE(QDir(path).entryList({QStringLiteral("*corrupt*")}).size(), 0);
    qInfo("%d kills in %lld ms: %lld samples of each series, at most %lld in one life", Kills,
          whole.elapsed(), sure, most);
}

QTEST_GUILESS_MAIN(TestSeriesKill)
#include "tst_series_kill.moc"
