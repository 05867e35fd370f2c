// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/AlertDesk.h"
#include "tests/app/alerts/MemoryAlertLog.h"
#include "tests/models/hosts/HostFixture.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

AlertPolicy patientPolicy()
{
    AlertPolicy policy;
    policy.usual.cooldown = Millis{0};
    policy.usual.flapTurns = 0;
    return policy;
}

/// A desk over a log in memory; what lies on its disk outlives it.
struct AlertDeskFixture
{
    explicit AlertDeskFixture(MemoryAlertLog::Disk& onDisk) : disk(onDisk)
    {
        auto owned = std::make_unique<MemoryAlertLog>(disk);
        log = owned.get();
        desk = std::make_unique<AlertDesk>(f.fleet, f.book, patientPolicy(), std::move(owned), f.clock);
    }

    /// False when it does not come to an end.
    bool restore()
    {
        desk->restore();
        return QTest::qWaitFor([this] {
            f.clock.advance(1ms);
            return desk->isRestored();
        });
    }

    AlertObservation cpu(AlertPhase phase = AlertPhase::Firing) const
    {
        AlertObservation alert;
        alert.key = u"a1"_s;
        alert.name = u"CPU"_s;
        alert.phase = phase;
        alert.subject = u"n1"_s;
        alert.startedAt = began;
        return alert;
    }

    Delta from(const QString& source, std::vector<AlertObservation> alerts, quint64 generation = 1) const
    {
        Delta delta = f.from(source, generation);
        SourceStatus status;
        status.id = source;
        status.state = Freshness::Live;
        status.lastAnswer = f.clock.now();
        delta.status = status;
        delta.alerts.isWhole = true;
        delta.alerts.alerts = std::move(alerts);
        return delta;
    }

    void tell(const std::vector<AlertObservation>& alerts, quint64 generation = 1)
    {
        desk->take(from(u"hub"_s, alerts, generation));
        desk->flush();
        QCoreApplication::processEvents();
    }

    /// Mei does, of the only incident.
    void acknowledge()
    {
        const QString id = desk->incidents().incidents().front().id;
        QVERIFY(desk->incidents().acknowledge(id, u"mei"_s));
        QCoreApplication::processEvents();
        desk->flush();
    }

    void pass(Millis time)
    {
        for (; time > 0ms; time -= 1s) {
            f.clock.advance(1s);
            QCoreApplication::processEvents();
        }
    }

    /// "fired ended": the log from its beginning.
    QString turns() const
    {
        QStringList kinds;
        for (const AlertEvent& event : disk.events) {
            kinds << alertEventKindName(event.kind);
        }
        return kinds.join(u' ');
    }

    const Alert& only() const
    {
        const auto found = std::ranges::find_if(desk->book().alerts(),
                                                [](const Alert& alert) { return !alert.key.isEmpty(); });
        return *found;
    }

    bool hasAlerts() const
    {
        return std::ranges::any_of(desk->book().alerts(),
                                   [](const Alert& alert) { return !alert.key.isEmpty(); });
    }

    MemoryAlertLog::Disk& disk;
    HostFixture f;
    const Timestamp began = f.clock.now() - 5min;
    MemoryAlertLog* log = nullptr;
    std::unique_ptr<AlertDesk> desk;
};

} // namespace

/// Where everything about alerts is put together.
class TestAlertDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatASourceTellsIsKept()
    {
        MemoryAlertLog::Disk disk;
        AlertDeskFixture d(disk);
        QVERIFY(d.restore());
        d.tell({d.cpu()});
        QCOMPARE(d.turns(), u"fired"_s);
        QCOMPARE(d.only().state, AlertState::Firing);
        d.tell({});
        QCOMPARE(d.turns(), u"fired ended"_s);
    }

    void reportsWaitForTheLog()
    {
        MemoryAlertLog::Disk disk;
        AlertDeskFixture d(disk);
        d.tell({d.cpu()});
        QVERIFY(!d.hasAlerts());
        QVERIFY(d.restore());
        d.desk->flush();
        QCOMPARE(d.only().state, AlertState::Firing);
        QCOMPARE(d.turns(), u"fired"_s);
    }

    void aRestartTellsNothingTwice()
    {
        MemoryAlertLog::Disk disk;
        Timestamp began;
        {
            AlertDeskFixture d(disk);
            began = d.began;
            QVERIFY(d.restore());
            d.tell({d.cpu()});
            d.desk->close();
            QVERIFY(d.log->isClosed);
        }
        AlertDeskFixture d(disk);
        QCOMPARE(d.began, began);
        QVERIFY(d.restore());
        d.desk->flush();
        QCOMPARE(d.only().state, AlertState::Unknown); // until its source speaks
        d.tell({d.cpu()});
        QCOMPARE(d.only().state, AlertState::Firing);
        QCOMPARE(disk.events.front().kind, AlertEventKind::Fired);
        QCOMPARE(std::ranges::count(disk.events, AlertEventKind::Fired, &AlertEvent::kind), 1);
        QCOMPARE(std::ranges::count(disk.events, AlertEventKind::Ended, &AlertEvent::kind), 0);
    }

    void whatEndedWhileNobodyWasHereEnds()
    {
        MemoryAlertLog::Disk disk;
        {
            AlertDeskFixture d(disk);
            QVERIFY(d.restore());
            d.tell({d.cpu()});
        }
        AlertDeskFixture d(disk);
        QVERIFY(d.restore());
        d.tell({});
        QCOMPARE(std::ranges::count(disk.events, AlertEventKind::Ended, &AlertEvent::kind), 1);
    }

    void aSilentSourceMakesUnknownNotResolved()
    {
        MemoryAlertLog::Disk disk;
        AlertDeskFixture d(disk);
        QVERIFY(d.restore());
        d.tell({d.cpu()});
        d.f.clock.advance(FreshnessLimits{}.staleAfter + 1s);
        d.desk->flush();
        QCOMPARE(d.only().state, AlertState::Firing); // late, but there
        d.f.clock.advance(FreshnessLimits{}.offlineAfter);
        d.desk->flush();
        QCOMPARE(d.only().state, AlertState::Unknown);
        QCOMPARE(d.turns(), u"fired lost"_s);
        d.tell({d.cpu()});
        QCOMPARE(d.only().state, AlertState::Firing);
        QCOMPARE(d.turns(), u"fired lost found"_s);
    }

    void aSourceThatSaysItIsOffline()
    {
        MemoryAlertLog::Disk disk;
        AlertDeskFixture d(disk);
        QVERIFY(d.restore());
        d.tell({d.cpu()});
        Delta silent = d.f.from(u"hub"_s);
        silent.status = d.from(u"hub"_s, {}).status;
        silent.status->state = Freshness::Offline;
        d.desk->take(silent);
        d.f.clock.advance(1s); // judged each second
        QCOMPARE(d.only().state, AlertState::Unknown);
    }

    /// HTTP 500 to each question: it is there, but what it told an hour ago says nothing of now.
    void aSourceThatOnlyAnswersErrors()
    {
        MemoryAlertLog::Disk disk;
        AlertDeskFixture d(disk);
        QVERIFY(d.restore());
        d.tell({d.cpu()});
        const auto err = [&d](Millis during) {
            for (Millis passed{0}; passed < during; passed += 10s) {
                Delta error = d.f.from(u"hub"_s);
                error.status = d.from(u"hub"_s, {}).status; // which has answered now
                error.status->state = Freshness::Stale;
                d.desk->take(error);
                d.f.clock.advance(10s);
            }
            d.desk->flush();
        };
        err(FreshnessLimits{}.offlineAfter - 20s);
        QCOMPARE(d.only().state, AlertState::Firing);
        err(1h);
        QCOMPARE(d.only().state, AlertState::Unknown);
        QCOMPARE(d.turns(), u"fired lost"_s);
        QCOMPARE(d.desk->incidents().incidents().front().state, IncidentState::Unknown);
        d.tell({d.cpu()});
        QCOMPARE(d.only().state, AlertState::Firing);
        QCOMPARE(d.turns(), u"fired lost found"_s);
        err(20s);
        QCOMPARE(d.only().state, AlertState::Firing); // it is counted from the beginning again
    }

    /// It is no event that a figure has grown, but nobody is shown the old one.
    void figuresOfATitleAreThoseOfNow()
    {
        MemoryAlertLog::Disk disk;
        AlertDeskFixture d(disk);
        QVERIFY(d.restore());
        const auto tell = [&d](const QString& single, const QString& lost) {
            AlertReport report;
            report.isWhole = true;
            report.alerts = {d.cpu()};
            report.alerts.front().name = u"node-gone"_s;
            report.alerts.front().summary = u"node n1 is gone; %1 layers have one copy left"_s.arg(single);
            report.alerts.front().labels = {{u"layers.none"_s, lost}, {u"layers.single"_s, single}};
            d.desk->takeReport(u"stowage"_s, report);
            d.desk->flush();
        };
        const auto title = [&d] {
            return d.desk->incidents().incidents().front().title;
        };
        tell(u"9"_s, u"0"_s);
        QVERIFY2(title().endsWith(u": 9 layers have one copy left"_s), qPrintable(title()));
        tell(u"12"_s, u"0"_s);
        QVERIFY2(title().endsWith(u": 12 layers have one copy left"_s), qPrintable(title()));
        QSignalSpy changed(&d.desk->incidents(), &IncidentBook::changed);
        tell(u"12"_s, u"2"_s); // only a label tells of it
        QVERIFY2(title().endsWith(u": 2 layers have no copy left, 12 have one copy left"_s),
                 qPrintable(title()));
        QCOMPARE(changed.size(), 1);
        tell(u"12"_s, u"2"_s);
        QCOMPARE(changed.size(), 1);
        tell(u"9"_s, u"0"_s);
        QVERIFY2(title().endsWith(u": 9 layers have one copy left"_s), qPrintable(title()));
        tell(u"10"_s, u"0"_s);
        QCOMPARE(d.turns(), u"fired"_s);
        AlertReport over;
        over.isWhole = true;
        d.desk->takeReport(u"stowage"_s, over);
        d.desk->flush();
        QCOMPARE(d.turns(), u"fired ended"_s);
        QVERIFY2(title().endsWith(u": 10 layers have one copy left"_s), qPrintable(title())); // at its end
    }

    void anEarlierLifeOfAConnectorSaysNothing()
    {
        MemoryAlertLog::Disk disk;
        AlertDeskFixture d(disk);
        QVERIFY(d.restore());
        d.tell({d.cpu()}, 2);
        d.tell({}, 1);
        QCOMPARE(d.only().state, AlertState::Firing);
    }

    void aLogThatDoesNotAnswerKeepsNothingBack()
    {
        MemoryAlertLog::Disk disk;
        AlertDeskFixture d(disk);
        d.log->isDeaf = true;
        d.desk->restore();
        d.tell({d.cpu()});
        QVERIFY(!d.desk->isRestored());
        d.f.clock.advance(1min);
        QVERIFY(d.desk->isRestored());
        d.desk->flush();
        QCOMPARE(d.only().state, AlertState::Firing);
    }

    void whatIsNotRestoredIsNotWrittenOver()
    {
        MemoryAlertLog::Disk disk;
        disk.checkpoint = {7, "state"};
        AlertDeskFixture d(disk);
        d.desk->close();
        QCOMPARE(disk.checkpoint.state, QByteArray("state"));
    }

    /// As while another process holds the database: what could not be read is there still.
    void whatCannotBeReadIsReadLater()
    {
        MemoryAlertLog::Disk disk;
        {
            AlertDeskFixture d(disk);
            QVERIFY(d.restore());
            d.tell({d.cpu()});
            d.acknowledge();
            d.desk->close();
        }
        const QByteArray kept = disk.checkpoint.state;
        QVERIFY(!kept.isEmpty());
        AlertDeskFixture d(disk);
        d.log->isUnread = true;
        QVERIFY(d.restore());
        d.pass(10min);
        QCOMPARE(disk.checkpoint.state, kept);
        QVERIFY(d.desk->incidents().incidents().empty());
        d.log->isUnread = false;
        d.pass(1min);
        d.desk->flush();
        QCOMPARE(d.only().state, AlertState::Unknown);
        QCOMPARE(d.desk->incidents().incidents().size(), size_t(1));
        QCOMPARE(d.desk->incidents().incidents().front().acknowledgedBy, u"mei"_s);
        d.tell({});
        d.desk->close();
        QCOMPARE(std::ranges::count(disk.events, AlertEventKind::Ended, &AlertEvent::kind), 1);
        QVERIFY(disk.checkpoint.state != kept);
    }

    void whatCannotBeReadIsNotWrittenOver()
    {
        MemoryAlertLog::Disk disk;
        disk.checkpoint = {7, "state"};
        AlertDeskFixture d(disk);
        d.log->isUnread = true;
        QVERIFY(d.restore());
        d.tell({d.cpu()});
        d.desk->close();
        QCOMPARE(disk.checkpoint.state, QByteArray("state"));
    }

    /// As after an update: acts of persons are in the log, and not in the checkpoint alone.
    void aCheckpointThatCannotBeReadLosesNothing()
    {
        MemoryAlertLog::Disk disk;
        QString id;
        {
            AlertDeskFixture d(disk);
            QVERIFY(d.restore());
            d.tell({d.cpu()});
            d.acknowledge();
            id = d.desk->incidents().incidents().front().id;
            d.desk->close();
        }
        disk.checkpoint.state = "of an older program";
        AlertDeskFixture d(disk);
        const QSignalSpy failed(d.desk.get(), &AlertDesk::failed);
        QVERIFY(d.restore());
        d.desk->flush();
        QCOMPARE(failed.size(), 1);
        const Incident* incident = d.desk->incidents().find(id);
        QVERIFY(incident != nullptr);
        QCOMPARE(incident->acknowledgedBy, u"mei"_s);
        d.desk->close();
        QVERIFY(disk.checkpoint.state != "of an older program"); // the next run need not
    }

    void whatStandsForLongIsFoundInTheLog_data()
    {
        QTest::addColumn<int>("since");
        QTest::addRow("on a later page") << 15'000;
        QTest::addRow("before all pages") << 25'000;
    }
    /// A flood came after it, and it ended while nobody was here.
    void whatStandsForLongIsFoundInTheLog()
    {
        QFETCH(const int, since);
        MemoryAlertLog::Disk disk;
        {
            AlertDeskFixture d(disk);
            QVERIFY(d.restore());
            d.tell({d.cpu()});
            d.desk->close();
        }
        AlertEvent other = disk.events.front();
        other.alert = u"other"_s;
        other.kind = AlertEventKind::HeldBack;
        for (int i = 0; i < since; ++i) {
            other.uid = u"held/%1"_s.arg(i);
            other.number = disk.events.size() + 1;
            disk.events.push_back(other);
        }
        AlertDeskFixture d(disk);
        d.log->mostInPage = 10'000;
        QVERIFY(d.restore());
        QCOMPARE(d.only().state, AlertState::Unknown);
        d.tell({});
        QCOMPARE(disk.events.back().kind, AlertEventKind::Ended);
        QCOMPARE(d.desk->incidents().incidents().front().state, IncidentState::Resolved);
    }

    void ownReportsAreASourceLikeAnyOther()
    {
        MemoryAlertLog::Disk disk;
        AlertDeskFixture d(disk);
        QVERIFY(d.restore());
        AlertReport report;
        report.isWhole = true;
        report.alerts = {d.cpu()};
        d.desk->takeReport(u"stowage"_s, report);
        d.desk->flush();
        QCOMPARE(d.only().witnesses.front().source, u"stowage"_s);
        d.f.clock.advance(1h); // nobody is silent that has no status
        QCOMPARE(d.only().state, AlertState::Firing);
    }

    /// Nobody saw the end in between: it is told at the very moment in which the alert begins anew.
    void whatBeginsAnewStands()
    {
        MemoryAlertLog::Disk disk;
        {
            AlertDeskFixture d(disk);
            QVERIFY(d.restore());
            d.tell({d.cpu()});
            AlertObservation anew = d.cpu();
            anew.startedAt += 4min;
            d.tell({anew});
            QCOMPARE(d.only().state, AlertState::Firing);
            QCOMPARE(d.turns(), u"fired ended fired"_s);
            const Incident* incident = d.desk->incidents().ofAlert(d.only().key);
            QVERIFY(incident != nullptr);
            QCOMPARE(incident->state, IncidentState::Open);
            QCOMPARE(incident->told, 2U);
        }
        disk.checkpoint = {}; // all is folded anew
        AlertDeskFixture d(disk);
        QVERIFY(d.restore());
        d.desk->flush();
        QCOMPARE(d.desk->incidents().ofAlert(d.only().key)->state, IncidentState::Open);
        d.tell({});
        QCOMPARE(d.desk->incidents().ofAlert(d.only().key)->state, IncidentState::Resolved);
    }

    void whatElseHappenedIsKept()
    {
        MemoryAlertLog::Disk disk;
        AlertDeskFixture d(disk);
        QVERIFY(d.restore());
        AlertEvent moved;
        moved.uid = u"tag/1"_s;
        moved.kind = AlertEventKind::TagMoved;
        d.desk->note({moved});
        d.desk->note({moved});
        QCOMPARE(d.turns(), u"tagMoved"_s);
    }
};

QTEST_GUILESS_MAIN(TestAlertDesk)
#include "tst_alert_desk.moc"
