// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/store/alerts/AlertLogFixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Kills = 200;

/// All of the log by its pages, the newest first.
std::vector<AlertEvent> allOf(RunningAlertLog& running)
{
    std::vector<AlertEvent> all;
    AlertLogQuery query;
    for (bool isLast = false; !isLast;) {
        const AlertLogPage page = running.ask(query);
        all.insert(all.end(), page.events.begin(), page.events.end());
        isLast = page.isLast;
        query.beforeNumber = page.next;
    }
    return all;
}

} // namespace

class TestAlertLogKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToldIsLost();
};

void TestAlertLogKill::nothingToldIsLost()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("data"));
    QRandomGenerator random(20261122);
    QElapsedTimer timer;
    QElapsedTimer whole;
    whole.start();
    qint64 last = 0; // found at the last start
    for (int kill = 0; kill < Kills; ++kill) {
        QProcess child;
        child.start(QStringLiteral(ALERT_LOG_CHILD), {path, QString::number(last)});
        QVERIFY(child.waitForStarted());
        qint64 told = last;
        QByteArray output;
        const auto listen = [&] {
            output += child.readAllStandardOutput();
            for (qsizetype end = 0; (end = output.indexOf('\n')) >= 0; output.remove(0, end + 1)) {
                const QList<QByteArray> words = output.left(end).split(' ');
                QCOMPARE(words[0],
                         words[1]); // uids count on as the numbers do: nothing twice, nothing left out
                QCOMPARE(words[0].toLongLong(), told + 1);
                told = words[0].toLongLong();
            }
        };
        while (told < last + 20 * (1 + kill % 10)) {
            QVERIFY2(child.waitForReadyRead(AlertPatience), "the child says nothing");
            listen();
        }
        const int moment = random.bounded(1'500'000); // ns: at whatever it does then
        timer.restart();
        while (timer.nsecsElapsed() < moment) {
        }
        child.kill();
        QVERIFY(child.waitForFinished(AlertPatience));
        listen();
        RunningAlertLog running(path);
        QVERIFY(running.restore());
        QVERIFY(running.failed.isEmpty());
        QCOMPARE(running.checkpoint.state,
                 running.checkpoint.upTo == 0 ? QByteArray() : QByteArray::number(running.checkpoint.upTo));
        quint64 number = running.checkpoint.upTo;
        for (const AlertEvent& event : running.replay) {
            QCOMPARE(event.number, ++number);
            QCOMPARE(event.uid, QString::number(number));
        }
        QVERIFY2(qint64(number) >= told, qPrintable(QStringLiteral("%1 < %2").arg(number).arg(told)));
        last = qint64(number);
        // The words are those of the rows.
        const AlertLogPage page = running.ask(asking({}, {}, QStringLiteral("number%1 flood").arg(last)));
        QCOMPARE(uidsOf(page.events), QString::number(last));
    }
    RunningAlertLog running(path);
    const std::vector<AlertEvent> all = allOf(running);
    QCOMPARE(qint64(all.size()), last);
    for (const AlertEvent& event : all) {
        QCOMPARE(event.number, quint64(last--));
    }
    quint64 counted = 0;
    for (const auto& stretch : running.count(asking(), 4'096).stretches) {
        counted += stretch.count;
    }
    QCOMPARE(counted, quint64(all.size()));
    QCOMPARE(QDir(path).entryList({QStringLiteral("*corrupt*")}).size(), 0);
    qInfo("%d kills in %lld ms: %zu events", Kills, whole.elapsed(), all.size());
}

QTEST_GUILESS_MAIN(TestAlertLogKill)
#include "tst_alert_log_kill.moc"
