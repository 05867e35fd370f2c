// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentMemberModel.h"
#include "models/alerts/incidents/IncidentModel.h"
#include "tests/models/incidents/BookFixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

namespace {

using Tester = QAbstractItemModelTester;

const StormMaker::Telling Status{u"hub"_s, u"Status"_s, AlertSeverity::Critical};
const StormMaker::Telling Cpu{u"hub"_s, u"CPU"_s};

QStringList rowsOf(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        rows += model.index(row, 0, parent).data().toString();
    }
    return rows;
}

} // namespace

/// What views see of incidents.
class TestIncidentModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void incidentsStandByImpact()
    {
        BookFixture fixture;
        IncidentModel model(fixture.book, fixture.clock);
        const Tester tester(&model, Tester::FailureReportingMode::Fatal);
        const QString cpu = fixture.make.fire(1, minutes(1), StormMaker::host(u"eu-a-1"_s), Cpu);
        fixture.make.fire(2, minutes(2), StormMaker::host(u"eu-b-1"_s), Status);
        fixture.play();
        QCOMPARE(rowsOf(model), (QStringList{u"host eu-b-1 is down"_s, u"eu-a-1 is out of CPU"_s}));
        QCOMPARE(model.index(0).data(IncidentModel::SeverityRole).toString(), u"critical"_s);
        QCOMPARE(model.index(0).data(IncidentModel::AlertsRole).toInt(), 1);
        QCOMPARE(model.index(0).data(IncidentModel::DetailRole).toString(), u"eu-b-1 · zone eu-b · hub"_s);
        QCOMPARE(model.openCount(), 2);
        const QPersistentModelIndex chosen = model.index(1);
        fixture.make.end(cpu, minutes(3));
        fixture.make.hostDies(3, minutes(5), u"eu-c-1"_s);
        fixture.play();
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(chosen.row(), 2); // it moved, and is itself still
        QCOMPARE(chosen.data(IncidentModel::StateRole).toString(), u"resolved"_s);
        QCOMPARE(chosen.data(IncidentModel::AgeRole).toLongLong(), 120'000);
        QCOMPARE(model.openCount(), 2);
        fixture.clock.advance(std::chrono::hours(25));
        model.refreshAges();
        QCOMPARE(model.rowCount(), 2); // resolved more than a day ago
    }

    void aFrozenScreenHoldsStill()
    {
        BookFixture fixture;
        IncidentModel model(fixture.book, fixture.clock);
        IncidentMemberModel members(fixture.book);
        const Tester tester(&model, Tester::FailureReportingMode::Fatal);
        const Tester memberTester(&members, Tester::FailureReportingMode::Fatal);
        fixture.make.fire(1, minutes(1), StormMaker::host(u"eu-a-1"_s), Cpu);
        fixture.play();
        members.setIncident(model.incident(0).id);
        model.setFrozen(true);
        members.setFrozen(true);
        fixture.make.fire(1, minutes(2), StormMaker::host(u"eu-a-1"_s), Status);
        fixture.play();
        QCOMPARE(rowsOf(model), QStringList{u"eu-a-1 is out of CPU"_s});
        QCOMPARE(rowsOf(members), QStringList{u"CPU"_s});
        model.setFrozen(false);
        members.setFrozen(false);
        QCOMPARE(rowsOf(model), QStringList{u"host eu-a-1 is down"_s});
        QCOMPARE(rowsOf(members), (QStringList{u"CPU"_s, u"Status"_s}));
    }

    void changesAreMergedRanges()
    {
        BookFixture fixture;
        for (int i = 0; i < 8; ++i) {
            fixture.make.fire(i, minutes(1) + Millis(i), StormMaker::host(u"eu-a-%1"_s.arg(i)),
                              {u"s%1"_s.arg(i), u"N%1"_s.arg(i)});
        }
        IncidentModel model(fixture.book, fixture.clock);
        const Tester tester(&model, Tester::FailureReportingMode::Fatal);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        fixture.make.events();
        fixture.play();
        const int rows = model.rowCount();
        QVERIFY(rows > 0);
        QCOMPARE(inserted.size(), 1);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.refreshAges();
        QCOMPARE(changed.size(), 1);
    }

    void membersAreFoldedByKind()
    {
        BookFixture fixture;
        IncidentMemberModel model(fixture.book);
        const Tester tester(&model, Tester::FailureReportingMode::Fatal);
        fixture.make.hostRunsOutOfMemory(1, minutes(1), u"eu-b-17"_s, 60);
        fixture.play();
        model.setIncident(fixture.book.incidents().front().id);
        QCOMPARE(model.rowCount(), 8);
        int alerts = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex kind = model.index(row, 0);
            QCOMPARE(kind.data(IncidentMemberModel::CountRole).toInt(), model.rowCount(kind));
            QCOMPARE(kind.data(IncidentMemberModel::OpenCountRole).toInt(), model.rowCount(kind));
            QVERIFY(!model.member(kind));
            alerts += model.rowCount(kind);
        }
        QCOMPARE(alerts, 60);
        const QModelIndex first = model.index(0, 0, model.index(0, 0));
        QCOMPARE(first.data().toString(), u"eu-b-17"_s);
        QCOMPARE(model.member(first)->name, u"Memory"_s);
        QCOMPARE(first.data(IncidentMemberModel::WhyRole).toString(), u"it opened the incident"_s);
        QCOMPARE(model.index(0, 0, model.index(1, 0)).data(IncidentMemberModel::WhyRole).toString(),
                 u"the same subject: eu-b-17"_s);
        const QPersistentModelIndex kept = first;
        const QString memory = model.member(first)->alert;
        fixture.make.end(memory, minutes(20));
        for (int i = 0; i < 5; ++i) {
            fixture.make.fire(1, minutes(12) + Millis(i), StormMaker::host(u"eu-b-17"_s),
                              {u"hub"_s, u"New"_s, AlertSeverity::Warning, {}, {}, QString::number(i)});
        }
        fixture.play();
        QCOMPARE(model.rowCount(), 9);
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data(IncidentMemberModel::StateRole).toString(), u"resolved"_s);
        QCOMPARE(model.index(0, 0).data(IncidentMemberModel::StateRole).toString(), u"resolved"_s);
        model.setIncident({});
        QCOMPARE(model.rowCount(), 0);
    }

    /// Whatever happens in whatever order, with persons in it: the models show what the book says.
    void randomStorms_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 12; ++seed) {
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
        }
    }

    void randomStorms()
    {
        QFETCH(quint64, seed);
        BookFixture fixture;
        fixture.make = StormMaker(seed);
        IncidentModel model(fixture.book, fixture.clock);
        IncidentMemberModel members(fixture.book);
        const Tester tester(&model, Tester::FailureReportingMode::Fatal);
        const Tester memberTester(&members, Tester::FailureReportingMode::Fatal);
        std::vector<QString> standing;
        for (int step = 0; step < 120; ++step) {
            const Millis at = minutes(2 * step);
            const int dice = fixture.make.number(6);
            if (dice == 0 && !standing.empty()) {
                const auto which =
                    static_cast<size_t>(fixture.make.number(static_cast<int>(standing.size())));
                fixture.make.end(standing[which], at);
                standing.erase(standing.begin() + static_cast<std::ptrdiff_t>(which));
            } else if (dice == 1) {
                fixture.make.zoneDies(1, at, u"eu-c"_s, 5);
            } else {
                const QString name = u"N%1"_s.arg(fixture.make.number(4));
                const QString host = fixture.make.anyHost();
                const QString alert = fixture.make.fire(1, at - fixture.make.within(minutes(5)),
                                                        StormMaker::host(host), {u"hub"_s, name});
                standing.push_back(alert);
            }
            fixture.play();
            meddle(fixture, step);
            const auto incidents = fixture.book.incidents();
            const auto row = static_cast<size_t>(fixture.make.number(static_cast<int>(incidents.size()) + 1));
            members.setIncident(row < incidents.size() ? incidents[row].id : members.incident());
            compare(fixture, model, members);
        }
    }

private:
    static void meddle(BookFixture& fixture, int step)
    {
        const auto incidents = fixture.book.incidents();
        if (step % 9 == 0 && incidents.size() > 2) {
            QVERIFY(fixture.book.merge(incidents[0].id, incidents[2].id, u"mei"_s));
        } else if (step % 7 == 0 && !incidents.empty() && incidents[0].members.size() > 2) {
            QVERIFY(fixture.book.split(incidents[0].id, {incidents[0].members[1].alert}, u"mei"_s));
        }
        fixture.book.flush();
    }

    static void compare(const BookFixture& fixture, const IncidentModel& model,
                        const IncidentMemberModel& members)
    {
        QStringList expected;
        for (const Incident& incident : fixture.book.incidents()) {
            if (incident.isOpen() || incident.resolvedAt >= fixture.clock.now() - std::chrono::hours(24)) {
                expected += incident.title;
            }
        }
        QCOMPARE(rowsOf(model), expected);
        const Incident* const shown = fixture.book.find(members.incident());
        size_t alerts = 0;
        for (int row = 0; row < members.rowCount(); ++row) {
            alerts += static_cast<size_t>(members.rowCount(members.index(row, 0)));
        }
        QCOMPARE(alerts, shown ? shown->members.size() : size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestIncidentModels)
#include "tst_incident_models.moc"
