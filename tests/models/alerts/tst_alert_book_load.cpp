// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertModel.h"
#include "models/core/SystemClock.h"
#include "tests/models/alerts/AlertBookFixture.h"
#include "tests/support/StallMeter.h"

#include <unistd.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Many = 10'000;

/// As Alertmanager tells them: a dozen labels, some text.
AlertObservation alertOf(int i, Timestamp now)
{
    const QString node = u"eu-b-%1:9100"_s.arg(i / 10);
    AlertObservation told;
    told.key = u"%1"_s.arg(i, 16, 16, QLatin1Char('0'));
    told.name = u"DiskFull"_s;
    told.labels = {{u"cluster"_s, u"eu"_s},
                   {u"device"_s, u"/dev/sd%1"_s.arg(i % 10)},
                   {u"instance"_s, node},
                   {u"job"_s, u"node"_s},
                   {u"mountpoint"_s, u"/data/%1"_s.arg(i % 10)},
                   {u"severity"_s, u"warning"_s},
                   {u"team"_s, u"delivery"_s},
                   {u"zone"_s, u"eu-b"_s}};
    for (const AlertLabel& label : told.labels) {
        told.identity += label.name + u'=' + label.value + u',';
    }
    told.subject = node;
    told.summary = u"disk %1 of %2 is nearly full"_s.arg(i % 10).arg(node);
    told.annotations = {
        {u"description"_s, u"The disk %1 of %2 has less than 5 % left."_s.arg(i % 10).arg(node)}};
    told.startedAt = now - 60s;
    return told;
}

/// Resident, of this process.
qint64 bytesUsed()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly)
               ? file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE)
               : 0;
}

std::vector<AlertObservation> allAlerts(Timestamp now)
{
    std::vector<AlertObservation> all;
    for (int i = 0; i < Many; ++i) {
        all.push_back(alertOf(i, now));
    }
    return all;
}

} // namespace

/// Ten thousand alerts, and a thousand turns a second of them, with a table upon it: the event loop has its
/// turn.
class TestAlertBookLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_all = allAlerts(m_clock.now()); }

    void aFloodAndAListOfThemAll()
    {
        AlertBook book(m_places, {}, m_clock);
        AlertModel model(book);
        size_t told = 0;
        connect(&book, &AlertBook::happened, &book,
                [&told](const std::vector<AlertEvent>& events) { told += events.size(); });
        AlertReport report;
        report.isWhole = true;
        report.alerts = m_all;
        QTest::qWait(50);
        const qint64 before = bytesUsed();
        StallMeter meter;
        book.take(u"am"_s, report, m_clock.now());
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), Many, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!book.isBusy(), 60'000);
        const Millis flood = meter.longest();
        for (int again = 0; again < 5; ++again) {
            book.take(u"am"_s, report, m_clock.now());
            book.tick();
            QTRY_VERIFY_WITH_TIMEOUT(!book.isBusy(), 60'000);
            QTest::qWait(20);
        }
        qInfo("longest stall: %lld ms in a flood of %d, %lld ms with lists of them all",
              static_cast<long long>(flood.count()), Many, static_cast<long long>(meter.longest().count()));
        qInfo("%lld kB for %d alerts", static_cast<long long>((bytesUsed() - before) / 1024), Many);
        QCOMPARE(told, static_cast<size_t>(Many));
        QVERIFY(meter.longest() <= LongestStall);
    }

    void aThousandTurnsASecond()
    {
        AlertBook book(m_places, {}, m_clock);
        AlertModel model(book);
        size_t told = 0;
        connect(&book, &AlertBook::happened, &book,
                [&told](const std::vector<AlertEvent>& events) { told += events.size(); });
        AlertReport all;
        all.isWhole = true;
        all.alerts = m_all;
        book.take(u"am"_s, all, m_clock.now());
        QTRY_VERIFY_WITH_TIMEOUT(!book.isBusy(), 60'000);
        book.flush();
        told = 0;
        QTest::qWait(50);

        StallMeter meter;
        QElapsedTimer time;
        time.start();
        int turns = 0;
        while (turns < 5'000) {
            AlertReport report;
            for (const int end = turns + 100; turns < end; ++turns) {
                const int i = turns * 7 % Many;
                report.alerts.push_back(m_all[static_cast<size_t>(i)]);
                report.alerts.back().phase = AlertPhase::Ended;
            }
            book.take(u"am"_s, report, m_clock.now());
            if (turns % 1'000 == 0) {
                book.tick();
            }
            QTRY_VERIFY_WITH_TIMEOUT(time.elapsed() >= turns && !book.isBusy(), 60'000);
        }
        qInfo("longest stall: %lld ms at %d turns a second", static_cast<long long>(meter.longest().count()),
              static_cast<int>(turns * 1000 / time.elapsed()));
        QCOMPARE(told, size_t{5'000});
        QVERIFY(meter.longest() <= LongestStall);
    }

    void aSourceThatFallsSilentWithAllOfThem()
    {
        AlertBook book(m_places, {}, m_clock);
        AlertReport all;
        all.isWhole = true;
        all.alerts = m_all;
        book.take(u"am"_s, all, m_clock.now());
        book.flush();
        StallMeter meter;
        book.setStanding(u"am"_s, SourceStanding::Gone);
        QTRY_VERIFY_WITH_TIMEOUT(!book.isBusy(), 60'000);
        book.take(u"am"_s, {true, false, {}, {}, {}, {}, 0}, m_clock.now());
        QTRY_VERIFY_WITH_TIMEOUT(!book.isBusy(), 60'000);
        QVERIFY(meter.longest() <= LongestStall);
        QCOMPARE(book.alerts().front().state, AlertState::Resolved);
    }

private:
    SystemClock m_clock;
    NamedPlaces m_places;
    std::vector<AlertObservation> m_all;
};

QTEST_GUILESS_MAIN(TestAlertBookLoad)
#include "tst_alert_book_load.moc"
