// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertModel.h"
#include "tests/models/alerts/AlertBookFixture.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString cell(const AlertModel& model, int row, const QString& column)
{
    return model.index(row, model.columnOf(column)).data().toString();
}

QString names(const AlertModel& model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row) {
        found << cell(model, row, u"name"_s);
    }
    return found.join(u' ');
}

AlertObservation severe(AlertObservation told)
{
    told.severity = AlertSeverity::Critical;
    return told;
}

} // namespace

/// The table of alerts.
class TestAlertModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorstComeFirst()
    {
        AlertBookFixture f;
        AlertObservation held = severe(f.of(u"Held"_s, u"n1"_s));
        held.silencedBy = {u"s1"_s};
        f.whole(u"am"_s, {f.of(u"Warning"_s, u"n1"_s), held, severe(f.of(u"Critical"_s, u"n1"_s)),
                          f.of(u"Over"_s, u"n1"_s), f.of(u"Pending"_s, u"n1"_s, AlertPhase::Pending)});
        f.part(u"am"_s, {f.of(u"Over"_s, u"n1"_s, AlertPhase::Ended)});
        AlertModel model(f.book);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(names(model), u"Critical Warning Held Pending Over"_s);
        AlertModel open(f.book, AlertModel::Members::Open);
        QCOMPARE(names(open), u"Critical Warning Held"_s);
        AlertModel waiting(f.book, AlertModel::Members::OpenAndPending);
        QCOMPARE(names(waiting), u"Critical Warning Held Pending"_s);
        f.part(u"am"_s, {f.of(u"Warning"_s, u"n1"_s, AlertPhase::Ended)});
        QCOMPARE(names(open), u"Critical Held"_s);
    }

    void cellsSayWhatIsKnown()
    {
        AlertPolicy policy = AlertBookFixture::patient();
        policy.usual.cooldown = 300s;
        AlertBookFixture f(policy);
        AlertObservation told = f.labelled(u"DiskFull instance=n1 job=node"_s);
        told.value = 96.4;
        told.threshold = 90;
        told.unit = u"%"_s;
        f.whole(u"am"_s, {told});
        f.whole(u"prom"_s, {told});
        AlertModel model(f.book);
        QCOMPARE(cell(model, 0, u"severity"_s), u"warning"_s);
        QCOMPARE(cell(model, 0, u"state"_s), u"firing"_s);
        QCOMPARE(cell(model, 0, u"subject"_s), u"n1"_s);
        QCOMPARE(cell(model, 0, u"kind"_s), u"host"_s);
        QCOMPARE(cell(model, 0, u"source"_s), u"am, prom"_s);
        QCOMPARE(cell(model, 0, u"sources"_s), u"2"_s);
        QCOMPARE(cell(model, 0, u"episodes"_s), u"1"_s);
        QCOMPARE(cell(model, 0, u"value"_s), u"96.4 %"_s);
        QCOMPARE(cell(model, 0, u"labels"_s), u"instance=n1 job=node"_s);
        QCOMPARE(cell(model, 0, u"age"_s), u"1 min"_s);
        QCOMPARE(cell(model, 0, u"holds"_s), QString());
        QCOMPARE(model.index(0, 0).data(AlertModel::StateRole).toString(), u"firing"_s);
        QCOMPARE(model.index(0, 0).data(AlertModel::KeyRole).toString(), f.only().key);
        QCOMPARE(model.index(0, 0).data(AlertModel::SeverityRole).toString(), u"warning"_s);
        QVERIFY(!model.index(0, 0).data(AlertModel::HeldRole).toBool());
        QCOMPARE(model.rowOfKey(f.only().key), 0);
        QCOMPARE(model.rowOfKey(u"none"_s), -1);

        f.whole(u"am"_s, {});
        f.whole(u"prom"_s, {});
        f.clock.advance(60s);
        told.startedAt = f.clock.now();
        f.whole(u"am"_s, {told});
        QCOMPARE(cell(model, 0, u"holds"_s), u"cooldown, 4 min left"_s);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("shown");
        QTest::newRow("word") << u"disk"_s << u"DiskFull"_s;
        QTest::newRow("state") << u"state=resolved"_s << u"CPU"_s;
        QTest::newRow("severity and label") << u"severity=critical labels:job=api"_s << u"Errors"_s;
        QTest::newRow("age") << u"age>5min"_s << u"Errors"_s;
        QTest::newRow("episodes") << u"episodes>=1 not state=resolved"_s << u"DiskFull Errors"_s;
        QTest::newRow("holds") << u"holds:silenced"_s << u"Errors"_s;
        QTest::newRow("source") << u"source:prom"_s << u"DiskFull Errors"_s;
        QTest::newRow("subject") << u"subject=n2"_s << u"Errors"_s;
    }
    void filters()
    {
        QFETCH(QString, filter);
        AlertBookFixture f;
        AlertObservation errors = severe(f.labelled(u"Errors instance=n2 job=api"_s));
        errors.startedAt -= 1h;
        errors.silencedBy = {u"s1"_s};
        f.whole(u"prom"_s, {f.labelled(u"DiskFull instance=n1 job=node"_s), errors});
        f.whole(u"hub"_s, {f.of(u"CPU"_s, u"n1"_s)});
        f.whole(u"hub"_s, {});
        AlertModel model(f.book);
        QVERIFY(model.sortBy(u"name"_s));
        const auto parsed = model.parseFilter(filter);
        QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().message));
        model.setFilter(*parsed);
        QTEST(names(model), "shown");
    }

    void aFrozenScreenHoldsStill()
    {
        AlertBookFixture f;
        AlertModel model(f.book);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        f.whole(u"hub"_s, {f.of(u"A"_s, u"n1"_s), f.of(u"B"_s, u"n1"_s)});
        model.setFrozen(true);
        f.whole(u"hub"_s, {severe(f.of(u"A"_s, u"n1"_s)), f.of(u"C"_s, u"n1"_s)});
        QCOMPARE(names(model), u"A B"_s);
        QCOMPARE(cell(model, 0, u"severity"_s), u"warning"_s);
        QCOMPARE(cell(model, 1, u"state"_s), u"firing"_s);
        model.setFrozen(false);
        QCOMPARE(names(model), u"A C B"_s);
        QCOMPARE(cell(model, 0, u"severity"_s), u"critical"_s);
        QCOMPARE(cell(model, 2, u"state"_s), u"resolved"_s);
    }

    void aRowIsToldOnlyWhenItIsOther()
    {
        AlertBookFixture f;
        std::vector<AlertObservation> all;
        for (int i = 0; i < 100; ++i) {
            all.push_back(f.of(u"A"_s, u"n%1"_s.arg(i)));
        }
        f.whole(u"hub"_s, all);
        AlertModel model(f.book);
        QVERIFY(model.sortBy(u"subject"_s));
        const QSignalSpy changed(&model, &AlertModel::dataChanged);
        f.clock.advance(15s);
        f.whole(u"hub"_s, all);
        QCOMPARE(changed.size(), 0);
        all[42].severity = AlertSeverity::Critical;
        all[43].severity = AlertSeverity::Critical;
        f.whole(u"hub"_s, all);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.front().at(0).toModelIndex().row(), 42);
        QCOMPARE(changed.front().at(1).toModelIndex().row(), 43);
    }

    void atRandomTheTableIsTheBook()
    {
        QRandomGenerator random(8);
        AlertPolicy policy = AlertBookFixture::patient();
        policy.keepResolved = 30s;
        AlertBookFixture f(policy);
        AlertModel model(f.book);
        AlertModel open(f.book, AlertModel::Members::Open);
        const QAbstractItemModelTester one(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QAbstractItemModelTester other(&open, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (int step = 0; step < 150; ++step) {
            std::vector<AlertObservation> alerts;
            for (int i = 0; i < 40; ++i) {
                if (random.bounded(3) != 0) {
                    alerts.push_back(
                        f.of(u"A%1"_s.arg(i), u"n1"_s, static_cast<AlertPhase>(random.bounded(2))));
                    alerts.back().severity = static_cast<AlertSeverity>(random.bounded(3));
                }
            }
            f.whole(u"hub"_s, alerts);
            f.pass(std::chrono::seconds(random.bounded(20)));
            if (random.bounded(5) == 0) {
                model.setFrozen(!model.isFrozen());
            }
            if (random.bounded(5) == 0) {
                model.sort(random.bounded(model.columnCount()));
            }
        }
        model.setFrozen(false);
        int all = 0;
        int standing = 0;
        for (const Alert& alert : f.book.alerts()) {
            all += alert.key.isEmpty() ? 0 : 1;
            standing += !alert.key.isEmpty() && alert.isOpen() ? 1 : 0;
        }
        QCOMPARE(model.rowCount(), all);
        QCOMPARE(open.rowCount(), standing);
    }
};

QTEST_GUILESS_MAIN(TestAlertModel)
#include "tst_alert_model.moc"
