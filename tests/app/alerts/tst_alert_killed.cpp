// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/SystemClock.h"
#include "tests/app/alerts/AlertRig.h"
#include "tests/app/alerts/StandInAlertmanager.h"

#include <QTemporaryDir>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 120'000;

} // namespace

/// A source of alerts that goes, however it goes, and comes again.
class TestAlertKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownUntilItIsBack_data()
    {
        QTest::addColumn<Fault>("fault");
        for (const Fault fault : {Fault::Refuses, Fault::NeverAnswers, Fault::ResetsInHeaders}) {
            QTest::newRow(faultName(fault)) << fault;
        }
    }

    void unknownUntilItIsBack()
    {
        QFETCH(const Fault, fault);
        const SystemClock clock;
        const QTemporaryDir folder;
        StandInAlertmanager alertmanager(clock.now());
        alertmanager.setAlerts({"Full", "Hot"});
        AlertRig rig(alertmanager.sources(), folder.path(), clock);
        QVERIFY2(rig.error().isEmpty(), qPrintable(rig.error()));
        rig.start();
        QTRY_VERIFY2_WITH_TIMEOUT(rig.isTold(u"Full"_s, 1) && rig.isTold(u"Hot"_s, 1),
                                  qPrintable(rig.words()), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(rig.incidents(u"Full"_s).size(), 1U, Patience);
        const Incident incident = rig.incidents(u"Full"_s).front();
        QCOMPARE(incident.state, IncidentState::Open);

        alertmanager.misbehave(fault);
        QTRY_VERIFY2_WITH_TIMEOUT(rig.isState(u"Full"_s, AlertState::Unknown) &&
                                      rig.isState(u"Hot"_s, AlertState::Unknown),
                                  qPrintable(rig.words()), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(rig.incidents(u"Full"_s).front().state, IncidentState::Unknown, Patience);
        const int polls = rig.deltas(u"am"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rig.deltas(u"am"_s) >= polls + 3, Patience);
        QCOMPARE(rig.incidents(u"Full"_s).front().state, IncidentState::Unknown);

        // What ended meanwhile ends, now that somebody says so; what stands is found.
        alertmanager.setAlerts({"Full"});
        alertmanager.misbehave(Fault::None);
        QTRY_VERIFY2_WITH_TIMEOUT(rig.isTold(u"Full"_s, 1) && rig.isState(u"Hot"_s, AlertState::Resolved),
                                  qPrintable(rig.words()), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(rig.incidents(u"Full"_s).front().state, IncidentState::Open, Patience);
        QCOMPARE(rig.incidents(u"Full"_s).front().id, incident.id);
        QCOMPARE(rig.incidents(u"Full"_s).front().reopened, 0U);
        const QString full = rig.alert(u"Full"_s)->key;
        const QString hot = rig.alert(u"Hot"_s)->key;
        rig.stop();
        const auto events = loggedEvents(folder.path(), clock);
        QCOMPARE(turnsOf(events, full), u"fired lost found"_s);
        QCOMPARE(turnsOf(events, hot), u"fired lost ended"_s);
        QCOMPARE(repeatedUid(rig.told()), QString());
        QCOMPARE(repeatedUid(events), QString());
    }
};

QTEST_GUILESS_MAIN(TestAlertKilled)
#include "tst_alert_killed.moc"
